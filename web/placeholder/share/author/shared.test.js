// Tests that need no page; `node --test` runs them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { namedBeat, sharedText } from "./shared.js";
import { readRun } from "./source.js";

const STORY = `# raft-playground 1: event 3, 5us, 1/50
# beat alone
title "Cut off"
seed 7
at 0ms: time out A

until leader A within 1s
beat led:
  say "A leads."
  point at A, label A
at 300ms: isolate A
beat alone:
  say "A is alone."
  ask "Who leads next?"
    choice B when leader B within 1s
    choice "Nobody" when no leader within 1s
    because "A needs a majority."
task "Let B lead"
  goal leader B
  hint "Time out B."
`;
/** What the page prints of this story. @param {string} title */
const printed = (title, said = "", acts = "") => `# raft-playground 1: event 40, 300000us, 1/20
title "${title}"
seed 7

at 0ms: time out A

at 200ms: say "A leads."

at 300ms:
  isolate A
  say "A is alone."
${said}${acts}
end at 350ms
`;
const opened = { text: STORY, run: readRun(printed("Cut off")) };
const shown = { title: "Cut off", own: "Cut off", at: 300_000, beat: "alone" };
const MARK = "# raft-playground 1: event 40, 300000us, 1/20\n# beat alone\n";

test("a story is shared as its file has it, at the moment and the beat that are shown", () => {
  const text = sharedText(printed("Cut off"), shown, opened);
  assert.equal(text, MARK + STORY.split("\n").slice(2).join("\n"));
  assert.equal(namedBeat(text), "alone");
  assert.equal(namedBeat("# beat of the heart\ntitle \"A\"\n"), undefined);
  assert.equal(namedBeat(printed("Cut off")), undefined);
});

test("a run in which the user has acted, and a run that is no story, are shared as printed", () => {
  const acted = printed("Cut off", "", "at 320ms: crash B\n");
  assert.equal(sharedText(acted, shown, opened), acted);
  const told = acted.replaceAll(/^.*say .*$/gm, "");
  assert.equal(sharedText(told, shown, opened), told);
  assert.equal(sharedText(printed("Cut off"), shown, undefined), printed("Cut off"));
});

test("a caption is the title, and a beat of the shared moment after the others", () => {
  const text = sharedText(printed("See here", '  say "See here"\n'), { ...shown, title: "See here" }, opened);
  assert.equal(namedBeat(text), "see-here");
  assert.match(text, /^title "See here"$/m);
  assert.match(text, /beat led:\n  say "A leads."\n  point at A, label A\n/);
  assert.match(text, /because "A needs a majority."\nbeat see-here:\n  say "See here"\n/);
  assert.match(text, /^task "Let B lead"$/m);
});

test("a translated story is shared in its language, with its questions and its task", () => {
  const texts = { title: "Solo", "led-say": "A lidera.", "alone-ask": "¿Quién?", "alone-choice-2": "Nadie", "alone-because": "Mayoría.", task: "Que B lidere", "hint-1": "B." };
  const translation = Object.entries(texts).map((pair) => pair.join("=")).join("\0");
  const names = { ...shown, title: "Solo", own: "Solo" };
  const text = sharedText(printed("Solo"), names, { ...opened, translation });
  for (const line of [
    'title "Solo"', '  say "A lidera."', '  say "A is alone."', '  ask "¿Quién?"', "    choice B when leader B within 1s",
    '    choice "Nadie" when no leader within 1s', '    because "Mayoría."', 'task "Que B lidere"', '  hint "B."',
  ]) assert.ok(text.split("\n").includes(line), `${line} is not in\n${text}`);
  assert.equal(namedBeat(text), "alone");
});
