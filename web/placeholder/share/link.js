// Links that contain a run: `#r1=412.eJx…` is the version of the format, the length of the code,
// and the script, deflated with a checksum and encoded as base64url.

/** The maximum size of a decompressed script from a link, a file or a picture, in bytes. */
export const LARGEST = 2e6;

/**
 * A refusal of the page: the id of a message and its arguments.
 * @typedef {{ id: string, named?: Record<string, string | number> }} Refusal
 */

/** @param {string} id @param {Record<string, string | number>} [named] @returns {Refusal} */
export const refusal = (id, named) => ({ id, named });

/** @param {unknown} error @returns {error is Refusal} */
export const isRefusal = (error) => typeof error === "object" && error !== null && "id" in error;

/** @param {BlobPart} content @param {GenericTransformStream} stream */
const through = (content, stream) => new Blob([content]).stream().pipeThrough(stream);

/** The part of a link that contains a script. @param {string} text */
export async function encode(text) {
  const deflated = await new Response(through(text, new CompressionStream("deflate"))).arrayBuffer();
  let letters = "";
  for (const byte of new Uint8Array(deflated)) letters += String.fromCharCode(byte);
  const code = btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  return `#r1=${code.length}.${code}`;
}

/** Whether the page's address contains a run. @param {string} hash */
export const isLink = (hash) => /^#r\d/.test(hash);

/** The script in a link; throws a refusal that explains the error in the link. @param {string} link */
export async function decode(link) {
  const [, version, length, rest] = /^#r(\d+)(?:=(\d+)\.(.*))?/s.exec(link) ?? [];
  if (version !== "1") throw refusal("open-link-version", { version: String(version).slice(0, 9) });
  if (!length) throw refusal("open-link-cut-at-start");
  // Mail programs append the punctuation of the sentence.
  const code = rest.slice(0, Number(length));
  const stranger = code.search(/[^\w-]/);
  if (stranger >= 0) {
    throw refusal("open-link-damaged-at", { number: link.length - rest.length + stranger + 1 });
  }
  if (code.length < Number(length)) {
    throw refusal("open-link-cut-short", { count: code.length, all: Number(length.slice(0, 9)) });
  }
  try {
    const letters = atob(code.replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    return await readText(through(bytes, new DecompressionStream("deflate")));
  } catch (error) {
    throw isRefusal(error) ? error : refusal("open-link-checksum");
  }
}

/**
 * Reads a text, but at most [`LARGEST`] bytes of it: a few bytes may expand to any length.
 * @param {ReadableStream<Uint8Array>} stream
 */
export async function readText(stream) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = stream.getReader();
  let text = "", size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    size += value?.length ?? 0;
    if (size > LARGEST) {
      reader.cancel().catch(() => {});
      throw refusal("open-too-large");
    }
    try {
      text += decoder.decode(value, { stream: !done });
    } catch {
      throw refusal("open-not-text");
    }
    if (done) return text;
  }
}
