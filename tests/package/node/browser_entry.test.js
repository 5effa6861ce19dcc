// Runtimes without files take the browser's entry and a program that they have compiled.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

import * as api from "./node_modules/raft-playground/index.js";
import { exercise } from "./exercise.js";

const program = new URL("./node_modules/raft-playground/raft_playground.wasm", import.meta.url);

test("init takes several forms, reports bad ones, and can be tried again", async () => {
  const html = () => new Response("<!doctype html><title>Not found", { status: 200 });
  for (const [sourceOf, message] of [
    [html, /is not WebAssembly, it begins with "<!doctype html>.*raft-playground\/inline/],
    [() => new Response("", { status: 404, statusText: "Not Found" }), /answered with 404 Not Found/],
    [() => new Uint8Array([0, 97, 115, 109, 9, 9, 9, 9]), /does not start/],
    [() => 7, /takes an address, a Response, bytes or a WebAssembly.Module/],
    [() => Promise.reject(new Error("no network")), /no network/],
  ]) {
    await assert.rejects(api.init(sourceOf()), { code: "init-failed", message });
  }
  const bytes = await readFile(program);
  await exercise(api, WebAssembly.compile(bytes));
  // Later calls change nothing, whatever they are given.
  await api.init(7);
  assert.equal(api.init(), api.init(bytes));
});
