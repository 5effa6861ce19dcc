// The entry for Node.js and runtimes like it, whose `fetch` reads no files.

import { readFile } from "node:fs/promises";

import { initWith } from "./init.js";

export * from "./api.js";

export function init(source) {
  return initWith(source ?? new URL("./raft_playground.wasm", import.meta.url), read);
}

export default init;

function read(address) {
  return String(address).startsWith("file:") ? readFile(new URL(address)) : fetch(address);
}
