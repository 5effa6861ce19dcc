// Tests of the page's side that need no page; `node --test` runs them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { VERSION, idOf, isOurs, momentOf, readRequest } from "./protocol.js";
import { Records, commandsOf } from "./records.js";
import { stageHeight } from "./size.js";
import { addressOf, frameOf, tagOf } from "./snippet.js";

/** @param {object} data */
const refused = (data) => {
  try {
    return readRequest(/** @type {Record<string, unknown>} */ (data));
  } catch (error) {
    return /** @type {{ code: string }} */ (error).code;
  }
};
const request = (/** @type {string} */ method, /** @type {unknown} */ params) => ({ raftPlayground: VERSION, id: 1, method, params });

test("a request is read with the parameters that its method has", () => {
  const read = { id: 1, method: "seek", params: { to: "split" } };
  assert.deepEqual(readRequest(request("seek", { to: "split", more: 1 })), read);
  assert.deepEqual(readRequest(request("play", undefined)).params, {});
  assert.deepEqual(readRequest(request("load", { story: "tour/3-leader-election" })).params, { story: "tour/3-leader-election" });
});

test("a malformed request is refused with a code", () => {
  assert.equal(refused({ ...request("play", {}), raftPlayground: 2 }), "bad-version");
  assert.equal(refused({ ...request("play", {}), id: {} }), "bad-message");
  assert.equal(refused({ ...request("play", {}), id: "x".repeat(1000) }), "bad-message");
  for (const method of [undefined, 7, "toString", "__proto__", "x".repeat(1e6)]) {
    assert.equal(refused(request(/** @type {string} */ (method), {})), "unknown-method");
  }
  for (const [method, params] of [
    ["play", null], ["play", "text"], ["seek", {}], ["seek", { to: -1 }], ["seek", { to: NaN }], ["seek", { to: "3601s" }], ["seek", { to: 3_600_001 }], ["seek", { to: {} }],
    ["step", { count: 1.5 }], ["step", { count: 101 }], ["command", {}], ["visible", { visible: 1 }],
    ["load", {}], ["load", { text: "", story: "partition" }], ["load", { story: "../../elsewhere" }],
    ["seek", Object.create({ to: "inherited" })],
  ]) {
    assert.equal(refused(request(String(method), params)), "bad-params", JSON.stringify([method, params]));
  }
});

test("a huge text is refused", () => {
  assert.equal(refused(request("command", { text: "x".repeat(10_001) })), "too-large");
  assert.equal(refused(request("load", { text: "x".repeat(2e6 + 1) })), "too-large");
  assert.equal(refused(request("seek", { to: "x".repeat(201) })), "too-large");
});

test("messages of others are not ours, and only a number or a short text is an id", () => {
  for (const data of [undefined, null, 1, "raftPlayground", [], { source: "react-devtools" }]) assert.ok(!isOurs(data));
  assert.ok(isOurs({ raftPlayground: 1 }));
  assert.deepEqual([0, "a", 1.5, {}, null].map((id) => idOf({ id })), [0, "a", undefined, undefined, undefined]);
});

test("a place is a moment or the name of a beat", () => {
  assert.deepEqual([1200, "1200", "1200ms", "1.2s", "300ms"].map(momentOf), [1_200_000, 1_200_000, 1_200_000, 1_200_000, 300_000]);
  assert.deepEqual(["split", "3-nodes", "1.2h", ""].map(momentOf), [undefined, undefined, undefined, undefined]);
});

/** A run with a record each millisecond. @param {number} most */
function pieces(most) {
  let next = -1;
  return {
    nextPiece() {
      if (next < 0) return (next = 0), '{"format":"raft-playground-trace"}\n';
      if (next >= most) return undefined;
      return Array.from({ length: 10 }, () => JSON.stringify({ seq: next, at: next++ * 1000 })).join("\n");
    },
  };
}
const numbers = (/** @type {Iterable<object[]>} */ found) => [...found].flat().map((record) => Reflect.get(record, "seq"));

test("records come once, and again after a step back in time", () => {
  const records = new Records(() => pieces(1000));
  const at = (/** @type {number} */ ms, script = "seed 7\n") => numbers(records.since(ms * 1000, script));
  assert.deepEqual(at(5), []);
  assert.deepEqual(at(5), []);
  assert.deepEqual(at(8), [6, 7, 8]);
  assert.deepEqual(at(6), []);
  assert.deepEqual(at(7), [7]);
  // A command at the present moment gives another run, which has the same past.
  assert.deepEqual(at(7, "seed 7\nat 7ms: crash A\n"), []);
  assert.deepEqual(at(9, "seed 7\nat 7ms: crash A\n"), [8, 9]);
  assert.equal(at(999, "seed 7\n").length, 990);
});

test("what changes while time passes is no command", () => {
  const of = (/** @type {number} */ ms) => `# raft-playground 1: event ${ms}, ${ms}000us, 1/50\nseed 7\n\nat 3ms: crash A\n\nend at ${ms}ms\n`;
  assert.equal(commandsOf(of(5)), commandsOf(of(7)));
  assert.match(commandsOf(of(5)), /crash A/);
});

const LOOK = { controls: "", theme: "", lang: "", autoplay: false };

test("the snippet has two lines, and a quoted text stays a text", () => {
  const tag = tagOf("https://a.example/raft/", { story: "partition", beat: "split", at: 3 }, LOOK);
  assert.equal(tag, '<script type="module" src="https://a.example/raft/embed.js"></script>\n<raft-playground story="partition" beat="split"></raft-playground>');
  const look = { controls: "none", theme: "dark", lang: "fa", autoplay: true };
  assert.match(tagOf("x/", { run: "#r1=3.abc" }, look), /<raft-playground run="r1=3.abc" controls="none" theme="dark" lang="fa" autoplay>/);
  assert.match(frameOf("x/", { story: "partition" }, LOOK, '"><script>'), /title="&quot;>&lt;script>"/);
});

test("the address of a frame names the moment and the look", () => {
  assert.equal(addressOf("x/", { story: "partition", at: 1200 }, LOOK), "x/?scenario=stories/partition.raft&at=1200&embed=1");
  assert.equal(addressOf("x/", { run: "#r1=3.abc" }, { ...LOOK, controls: "full" }), "x/#r1=3.abc");
  assert.equal(addressOf("x/", { run: "r1=3.abc" }, { ...LOOK, controls: "none", autoplay: true }), "x/?embed=1&controls=none&autoplay=1#r1=3.abc");
});

test("the height of the stage keeps the layout of its width", () => {
  for (let width = 200; width < 3000; width += 50) {
    const height = stageHeight(width);
    assert.ok(height >= 296 && height <= 640, `${width}: ${height}`);
    // A wide frame that were higher than wide would get the phone's layout.
    if (width >= 600) assert.ok(height + 188 < width, `${width}: ${height}`);
  }
});
