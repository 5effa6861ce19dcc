// The entry that contains the program, for places that serve no second file.

import { initWith } from "./init.js";
import { COMPRESSED } from "./inline_wasm.js";

export * from "./api.js";

export function init(source) {
  return initWith(source ?? decompress, fetch);
}

export default init;

function decompress() {
  const bytes = Uint8Array.from(atob(COMPRESSED), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
