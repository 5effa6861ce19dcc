// The entry for pages, workers and bundlers. Bundlers find the program by the address below.

import { initWith } from "./init.js";

export * from "./api.js";

export function init(source) {
  return initWith(source ?? new URL("./raft_playground.wasm", import.meta.url), fetch);
}

export default init;
