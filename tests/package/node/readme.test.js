// Runs the examples of the README. What they print is in the comment on the same line.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";

const readme = readFileSync(new URL("./node_modules/raft-playground/README.md", import.meta.url), "utf8");
const examples = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);

test("the examples of the README print what they say", async () => {
  assert.ok(examples.length > 1);
  for (const [index, code] of examples.entries()) {
    const file = new URL(`./example_${index}.js`, import.meta.url);
    writeFileSync(file, code);
    const expected = [...code.matchAll(/console\.log\(.*\);\s+\/\/ (.*)$/gm)].map(([, text]) => text);
    const printed = [];
    const real = console.log;
    console.log = (...values) => printed.push(values.join(" "));
    try {
      await import(file);
    } finally {
      console.log = real;
    }
    assert.deepEqual(printed, expected, `example ${index}`);
  }
});
