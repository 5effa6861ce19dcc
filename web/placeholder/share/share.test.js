// Tests that need no page; `node --test` runs them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { decode, encode, isLink, readText } from "./link.js";
import { wrap } from "./picture.js";
import { keyOf } from "./swipe.js";
import { trace } from "./trace.js";

const SCRIPT = "title \"Zürich\"\nseed 7\nuntil leader: X sends x=8\n";

/** @param {string} link */
const refused = async (link) => {
  try {
    await decode(link);
    return undefined;
  } catch (error) {
    return error;
  }
};

test("a link gives back the script that it holds", async () => {
  const link = await encode(SCRIPT);
  assert.match(link, /^#r1=\d+\.[\w-]+$/);
  assert.ok(isLink(link));
  assert.equal(await decode(link), SCRIPT);
});

test("punctuation after a link is ignored", async () => {
  assert.equal(await decode(`${await encode(SCRIPT)}).`), SCRIPT);
});

test("a damaged link is refused, with the place of the damage", async () => {
  const link = await encode(SCRIPT);
  assert.deepEqual(await refused("#r2=5.abcde"), { id: "open-link-version", named: { version: "2" } });
  assert.deepEqual(await refused("#r1"), { id: "open-link-cut-at-start", named: undefined });
  const all = link.length - link.indexOf(".") - 1;
  assert.deepEqual(await refused(link.slice(0, -3)), { id: "open-link-cut-short", named: { count: all - 3, all } });
  assert.deepEqual(await refused(`${link.slice(0, 20)}!${link.slice(21)}`), { id: "open-link-damaged-at", named: { number: 21 } });
  const other = link[20] === "A" ? "B" : "A";
  assert.deepEqual(await refused(link.slice(0, 20) + other + link.slice(21)), { id: "open-link-checksum", named: undefined });
});

test("a link that expands to more than 2 MB is refused", async () => {
  assert.deepEqual(await refused(await encode("a".repeat(2_000_001))), { id: "open-too-large", named: undefined });
});

test("a file that is not text is refused", async () => {
  const stream = new Blob([Uint8Array.of(0xff, 0xfe)]).stream();
  await assert.rejects(readText(stream), { id: "open-not-text" });
});

test("a text is wrapped at words, and a long word is kept whole", () => {
  assert.deepEqual(wrap("one two  three", 8), ["one two", "three"]);
  assert.deepEqual(wrap("incomprehensibilities", 8), ["incomprehensibilities"]);
  assert.deepEqual(wrap("", 8), []);
  assert.deepEqual(wrap("B 成为领导者。两票", 7), ["B 成为", "领导", "者。两", "票"]);
});

test("a swipe turns the page in the direction of reading", () => {
  assert.equal(keyOf(-80, 10, false), "PageDown");
  assert.equal(keyOf(80, -10, false), "PageUp");
  assert.equal(keyOf(-80, 10, true), "PageUp");
  assert.equal(keyOf(-30, 0, false), undefined, "too short");
  assert.equal(keyOf(-80, 60, false), undefined, "too steep");
});

test("a too large diagram is refused before the simulator is loaded", async () => {
  for (const format of /** @type {const} */ (["mermaid", "shiviz"])) {
    const error = await trace(SCRIPT, format, 50_001).catch((error) => error);
    assert.deepEqual(error, { id: "trace-too-long", named: { count: 50_001, most: 50_000 } });
  }
});
