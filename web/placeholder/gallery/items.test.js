import assert from "node:assert/strict";
import { test } from "node:test";

import { doneOf, isFound, minutesOf } from "./items.js";

/** @type {import("./items.js").Item} */
const ITEM = {
  path: "stories/figure-8-d.raft", kind: "story", title: "Figure 8 (d)", level: 3, paper: "§5.4.2",
  summary: "An entry of an old term is overwritten, although a majority had it.", beats: 5,
  task: false, minutes: 2.6, languages: [],
};

test("a search finds all its words in title, summary and section, in any case and order", () => {
  for (const search of ["", "figure", "MAJORITY Figure", "5.4", "§5.4.2 term", "Majorité".slice(0, 7)]) {
    assert.ok(isFound(ITEM, search), search);
  }
  for (const search of ["figure 7", "lease", "§5.5"]) assert.ok(!isFound(ITEM, search), search);
});

test("a level leaves out the others", () => {
  assert.ok(isFound(ITEM, "figure", 3));
  assert.ok(!isFound(ITEM, "figure", 1));
  assert.ok(isFound(ITEM, "figure", 0), "no level");
});

test("a story is done at its end, and a task when it is solved", () => {
  const progress = /** @type {const} */ ({
    version: 1, stories: { a: { beat: "b" }, b: { beat: "b", end: true } }, tasks: { b: 2 },
  });
  const task = /** @type {const} */ ({ ...ITEM, kind: "task", task: true });
  assert.deepEqual(doneOf(ITEM, "a", progress), { isDone: false, isBegun: true, acts: undefined });
  assert.deepEqual(doneOf(ITEM, "b", progress), { isDone: true, isBegun: true, acts: 2 });
  assert.deepEqual(doneOf(ITEM, "toString", progress), { isDone: false, isBegun: false, acts: undefined });
  const unsolved = { ...progress, tasks: {} };
  assert.equal(doneOf(task, "b", unsolved).isDone, false, "its end is where the task begins");
  assert.equal(doneOf(task, "b", progress).isDone, true);
});

test("a short story takes a minute", () => {
  assert.equal(minutesOf({ ...ITEM, minutes: 0.2 }), 1);
  assert.equal(minutesOf(ITEM), 3);
});
