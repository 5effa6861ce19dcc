// Tests that need no page; `node --test` runs them. `tests/authored.rs` performs the expected texts.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";

import { compose, countActs, goals, holding, isSameRun } from "./compose.js";
import { micros, nameOf, placed, quote, readRun, readStory, split, unquote } from "./source.js";

// What the page prints.
const PRINTED = `# raft-playground 1: event 61, 350000us, 1/20
title "Old"
seed 7

at 0ms: time out A

at 350.5ms:
  cut A->B
  cut B->A
  X sends "text=a;b"

at 1s: crash A

at 2s: time out C

end at 3s
`;

/** @param {string} name @param {string} text */
function expected(name, text) {
  const file = new URL(`../../../../tests/authored/${name}.raft`, import.meta.url);
  // @ts-ignore: the types of Node.js are not installed.
  if (typeof process !== "undefined" && process.env.UPDATE_EXPECT) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, "utf8"));
}

/** @param {import("./source.js").Run} run @param {number} at @param {string} text */
const beat = (run, at, text, rest = {}) => ({
  ...placed(run, at), name: nameOf(text, []), text, points: "", parts: [], checks: [], ...rest,
});

test("a printed run is read", () => {
  const run = readRun(PRINTED);
  assert.deepEqual(run.settings, ["seed 7"]);
  assert.deepEqual(run.acts.map(({ at }) => at), [0, 350_500, 350_500, 350_500, 1e6, 2e6]);
  assert.equal(run.acts[3].act, 'X sends "text=a;b"');
  assert.equal(run.end, 3e6);
});

test("a story with a task is composed from a run", () => {
  const run = readRun(PRINTED);
  const story = {
    comments: [], title: 'A "cut" link', summary: "A line\nand another one.", settings: ["level 1"],
    beats: [beat(run, 200_000, "A is the leader.", { points: "A, label A" }), beat(run, 350_500, "The link is cut.")],
    task: {
      ...placed(run, 1e6), acts: 0, text: "Let another node lead", hints: ["Stop A."], others: [],
      goals: [{ text: "latch stopped A", at: 1e6 }, { text: "leader C", at: 2_500_000 }],
    },
  };
  expected("task", compose(story, run));
});

test("an act after a beat of the same moment comes after the beat", () => {
  const run = readRun("seed 7\n\nat 0ms: time out A\n\nat 300ms:\n  crash A\n  crash B\n\nend at 400ms\n");
  const beats = [beat(run, 300_000, "All run.", { acts: 0 }), beat(run, 300_000, "A has stopped.", { acts: 1 })];
  const text = compose({ comments: [], title: "Steps", summary: "", settings: [], beats }, run);
  expected("same-moment", text);
  assert.match(text, /at 300ms:\nbeat all-run:.*\n.*\n\nat 300.001ms:\n  crash A\nbeat a-has-stopped:.*\n.*\n\nat 300.002ms:\n  crash B\n/);
});

test("a story that was opened keeps its beats, questions and task when the recording goes on", () => {
  const text = readFileSync(new URL("../../../../tests/authored/opened.raft", import.meta.url), "utf8");
  const printed = `title "Opened"
seed 7
nodes 3

at 0ms: time out A

at 200ms: say "A leads."

at 300ms:
  isolate A
  say "A is alone. Nobody hears it."

end at 350.2ms
`;
  const read = readRun(printed), story = readStory(text, read);
  assert.deepEqual(story.beats.map(({ name, at, points }) => [name, at, points]), [["led", 200_000, "A, label A"], ["alone", 300_000, ""]]);
  assert.equal(story.task?.at, 300_000);
  assert.ok(isSameRun(story, read, read));
  const run = readRun(printed.replace("at 200ms", "at 100ms: X sends x=8\n\nat 200ms"));
  assert.ok(!isSameRun(story, read, run));
  story.beats.splice(1, 0, beat(run, 250_000, "x=8 is known."));
  expected("continued", compose(story, run));
});

test("what was composed is read as it was", () => {
  for (const name of ["task", "continued"]) {
    const text = readFileSync(new URL(`../../../../tests/authored/${name}.raft`, import.meta.url), "utf8");
    const lines = text.split("\n");
    // The page prints the texts of beats among the acts.
    const body = lines.slice(0, lines.findIndex((line) => line.startsWith("task ")));
    const says = body.filter((line) => !/^(beat|summary|level|speed|  (#|point|expect|ask|choice|because|invite))/.test(line) && !/^ {4}/.test(line));
    const run = readRun(says.join("\n"));
    assert.equal(compose(readStory(text, run), run), text);
  }
});

test("a script without beats has a beat for each text", () => {
  const run = readRun('at 1s: say "One."\n\nat 2s: say "One."\n\nend at 2s\n');
  const { beats } = readStory('at 1s: say "One."\nafter 1s: say "One."\n', run);
  assert.deepEqual(beats.map(({ name, at, text }) => [name, at, text]), [["one", 1e6, "One."], ["one-2", 2e6, "One."]]);
});

test("names of beats are unique, and begin with a letter", () => {
  assert.equal(nameOf("3 of 5 nodes have x=8.", []), "of-5-nodes");
  assert.equal(nameOf("日本", []), "beat");
  assert.equal(nameOf("Élan!", []), "e-lan");
});

test("texts, times and parts are read as they are written", () => {
  const text = 'He said "\\n" in C:\\x\nand left; #1';
  assert.equal(unquote(quote(text)), text);
  assert.deepEqual(split('say "a; # b"; expect leader A # why', ";"), ['say "a; # b"', "expect leader A", "# why"]);
  assert.deepEqual(["412.125ms", "5s", "3us", "2min"].map(micros), [412_125, 5e6, 3, 12e7]);
});

test("successive acts of one kind at one instant count once", () => {
  const acts = ["cut A->B", "cut B->A", "X sends x=8", "Y via B sends y=1", "node A: pre-vote on", "add F", "remove A"];
  assert.equal(countActs(acts.map((act) => ({ at: 5, act }))), 4);
  assert.equal(countActs([{ at: 1, act: "crash A" }, { at: 2, act: "crash B" }]), 2);
});

test("goals are suggested from what the page shows", () => {
  const node = { term: 2, role: "follower", value: "8", frozen: false };
  const nodes = [{ ...node, name: "A", role: "leader", term: 1, value: "" }, { ...node, name: "B", role: "leader" },
    { ...node, name: "C" }, { ...node, name: "D", role: "stopped", value: "" }];
  const held = holding(nodes, ["x=8", "x=8", "get x"], ["election-safety"]);
  assert.deepEqual(held, ["leader B", "stopped D", "committed x=8 on B,C", "violation election-safety"]);
  assert.deepEqual(goals(nodes, held, ["leader A", "stopped D"]),
    ["leader in B,C,D", "leader B", "committed x=8 on B,C", "violation election-safety"]);
  assert.deepEqual(goals(nodes, held, ["no leader"])[0], "leader in A,B,C,D");
});
