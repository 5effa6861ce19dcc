import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

const folder = new URL("./node_modules/raft-playground/", import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), "utf8");

test("the archive contains only what a user needs", () => {
  const expected = [
    ...["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json", "raft_playground.wasm"],
    ...["api.js", "init.js", "bindings.js", "bindings.d.ts", "index.js", "index.d.ts", "node.js"],
    ...["inline.js", "inline.d.ts", "inline_wasm.js"],
  ];
  const found = readdirSync(folder).filter((name) => !name.startsWith("element."));
  assert.deepEqual(found.sort(), expected.sort());
});

test("browsers and older bundlers find nothing that they refuse", () => {
  for (const name of ["index.js", "inline.js", "api.js", "init.js", "bindings.js"]) {
    const text = read(name);
    assert.doesNotMatch(text, /node:/, name);
    // The bindings are one line; esbuild bundles them into a classic script, which may not await.
    const unindented = /^(?!\/\/)\S.*\bawait\b/m;
    if (name !== "bindings.js") assert.doesNotMatch(text, unindented, `${name} awaits first`);
    assert.doesNotMatch(text, /externref/, name);
  }
});

test("importing the package loads nothing", async () => {
  const asked = [];
  const real = globalThis.fetch;
  globalThis.fetch = (address) => (asked.push(address), real(address));
  await import("./node_modules/raft-playground/index.js");
  await import("raft-playground/inline");
  // On a server there are no custom elements.
  if (JSON.parse(read("package.json")).exports["./element"]) await import("raft-playground/element");
  globalThis.fetch = real;
  assert.deepEqual(asked, []);
});

test("every entry of the manifest is there", () => {
  const { exports, version } = JSON.parse(read("package.json"));
  assert.match(version, /^\d+\.\d+\.\d+/);
  const files = Object.values(exports).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  );
  for (const file of files) assert.ok(readFileSync(new URL(file, folder)).length > 0, file);
});
