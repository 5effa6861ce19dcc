import assert from "node:assert/strict";
import { test } from "node:test";

import { merge, nameOf, none, note, parse, pathOf } from "./progress.js";

test("a story is named by its path in the folder of stories", () => {
  assert.equal(nameOf("stories/tour/2-a.raft"), "tour/2-a");
  assert.equal(nameOf(pathOf("partition")), "partition");
  assert.equal(nameOf("elsewhere/a.raft"), undefined);
});

test("the last beat is kept, and an end that was reached stays reached", () => {
  const progress = none();
  note(progress, "partition", { beat: "split" });
  assert.deepEqual(progress.stories, { partition: { beat: "split" } });
  note(progress, "partition", { beat: "healed", next: "" });
  note(progress, "partition", { beat: "split" });
  assert.deepEqual(progress.stories, { partition: { beat: "split", end: true } });
  assert.equal(progress.tour, undefined);
});

test("the fewest acts that solved a task are kept", () => {
  const progress = none();
  for (const solvedWith of [4, 2, 3, undefined]) {
    note(progress, "tasks/a", { beat: "task", next: "", solvedWith });
  }
  assert.deepEqual(progress.tasks, { "tasks/a": 2 });
});

test("the tour goes on where it was left, and a chapter that is over leads to the next", () => {
  const progress = none();
  note(progress, "tour/1-a", { beat: "one" });
  assert.deepEqual(progress.tour, { story: "tour/1-a", beat: "one" });
  note(progress, "tour/1-a", { beat: "task", next: "tour/2-b" });
  assert.deepEqual(progress.tour, { story: "tour/1-a", beat: "task" });
  note(progress, "tour/1-a", { beat: "task", next: "tour/2-b", solvedWith: 3 });
  assert.deepEqual(progress.tour, { story: "tour/2-b" });
  note(progress, "split-vote", { beat: "say-1" });
  assert.deepEqual(progress.tour, { story: "tour/2-b" });
  note(progress, "tour/2-b", { beat: "last", next: "" });
  assert.deepEqual(progress.tour, {}, "all of the tour is done");
});

test("a saved progress is read again", () => {
  const progress = none();
  note(progress, "tour/1-a", { beat: "one", next: "tour/2-b" });
  note(progress, "tasks/a", { beat: "task", next: "", solvedWith: 0 });
  assert.deepEqual(parse(JSON.stringify(progress)), progress);
});

test("a text that is no progress is refused", () => {
  for (const text of ["", "{", "null", "[]", "7", "{}", '{"version":2,"stories":{}}']) {
    assert.equal(parse(text), undefined, text);
  }
});

test("what has another form in a file is left out", () => {
  const file = {
    version: 1,
    stories: { "../x": { beat: "a" }, a: { beat: "<b>" }, b: { beat: "b", end: "yes" }, c: 7 },
    tasks: { a: -1, b: "2", c: 1.5, "javascript:x": 1, d: 3 },
    tour: { story: "javascript:alert(1)" },
  };
  assert.deepEqual(parse(JSON.stringify(file)), { version: 1, stories: { b: { beat: "b" } }, tasks: { d: 3 } });
  assert.deepEqual(parse('{"version":1,"stories":[],"tasks":null,"tour":{"story":"tour/a","beat":"B"}}'),
    { version: 1, stories: {}, tasks: {}, tour: { story: "tour/a" } });
});

test("a loaded progress is added to the present one, and nothing is lost", () => {
  const [own, loaded] = [none(), none()];
  note(own, "a", { beat: "one" });
  note(own, "tasks/a", { beat: "task", next: "", solvedWith: 2 });
  note(loaded, "a", { beat: "two", next: "" });
  note(loaded, "tour/1-b", { beat: "one" });
  note(loaded, "tasks/a", { beat: "task", next: "", solvedWith: 5 });
  note(loaded, "tasks/b", { beat: "task", next: "", solvedWith: 1 });
  merge(own, loaded);
  assert.deepEqual(own.stories.a, { beat: "one", end: true });
  assert.deepEqual(own.tasks, { "tasks/a": 2, "tasks/b": 1 });
  assert.deepEqual(own.tour, { story: "tour/1-b", beat: "one" });
});
