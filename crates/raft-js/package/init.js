// Starts the program, once.

import start from "./bindings.js";

let starting;
let isReady = false;

/**
 * Starts the program. All calls share one start; after a failure, the next call tries again.
 *
 * `source` may also be a function that returns a source. `read` reads the address of a source: it
 * returns a Response, or bytes.
 */
export function initWith(source, read) {
  starting ??= load(source, read).then(
    () => {
      isReady = true;
    },
    (cause) => {
      starting = undefined;
      throw cause;
    },
  );
  return starting;
}

/** Throws a clear error unless the program is ready. */
export function requireInit() {
  if (!isReady) {
    throw failure("not-initialized", "raft-playground: `await init()` before anything else");
  }
}

async function load(source, read) {
  try {
    const module = await compile(source, read);
    await start({ module_or_path: module });
  } catch (cause) {
    if (cause?.code) throw cause;
    throw failure("init-failed", `raft-playground: the program does not start: ${cause}`, cause);
  }
}

async function compile(source, read) {
  let content = await (typeof source === "function" ? source() : source);
  let name = "the source";
  if (typeof content === "string" || is(content, "URL")) {
    name = String(content);
    content = await read(content);
  }
  if (is(content, "WebAssembly.Module")) return content;
  if (is(content, "Response")) {
    name = content.url || name;
    if (!content.ok) {
      const answer = `${content.status} ${content.statusText}`.trim();
      throw failure("init-failed", `raft-playground: ${name} was answered with ${answer}`);
    }
    content = await content.arrayBuffer();
  }
  return WebAssembly.compile(checked(content, name));
}

// A server that answers every address with its start page is a common mistake, and the error of
// `WebAssembly.compile` does not say so.
function checked(content, name) {
  const isBuffer = is(content, "ArrayBuffer") || is(content, "SharedArrayBuffer");
  if (!isBuffer && !ArrayBuffer.isView(content)) {
    const forms = "an address, a Response, bytes or a WebAssembly.Module";
    throw failure("init-failed", `raft-playground: init takes ${forms}`);
  }
  const bytes = isBuffer
    ? new Uint8Array(content)
    : new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  const start = String.fromCharCode(...bytes.subarray(0, 20));
  if (!start.startsWith("\0asm")) {
    const found = JSON.stringify(start);
    const advice = "serve raft_playground.wasm there, or import raft-playground/inline";
    throw failure(
      "init-failed",
      `raft-playground: ${name} is not WebAssembly, it begins with ${found}: ${advice}`,
    );
  }
  return bytes;
}

// `instanceof` fails for values of another realm, such as a frame or a test runner.
function is(value, name) {
  return Object.prototype.toString.call(value) === `[object ${name}]`;
}

function failure(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { code });
}
