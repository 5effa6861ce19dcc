// What the scripts of the page share: its elements and words, and how they report an error.
import { isRefusal } from "./link.js";

const MILLISECONDS_TO_SAVE = 60_000;
const MILLISECONDS_WITHOUT_FRAME = 200;

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind */
export const element = (id, kind) => {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${id}`);
};
/** @param {string} id @param {Record<string, string | number>} [named] */
export const say = (id, named) => words.say(id, named) ?? id;
/** The next frame, or some time later: a browser draws none for a frame out of view. */
export const nextFrame = () =>
  new Promise((then) => {
    requestAnimationFrame(then);
    setTimeout(then, MILLISECONDS_WITHOUT_FRAME);
  });
// The program starts once the first catalogue has loaded. Messages about an opened run are in the
// other catalogues, so they may come later.
export const started = new Promise((start) => {
  if ("wasmBindings" in self) start(undefined);
  else addEventListener("TrunkApplicationStarted", start);
})
  .then(() => new Promise((start) => words.complete(() => start(undefined))))
  .then(() => new Promise((start) => setTimeout(start)));

/**
 * Reports an error in one sentence; the visible run stays unchanged.
 * @param {() => unknown} work
 */
export async function attempt(work) {
  try {
    await work();
  } catch (error) {
    await started;
    const told = typeof error === "string" ? error
      : isRefusal(error) ? say(error.id, error.named)
      : say("browser-failed", { problem: String(error) });
    wasmBindings.refuse(told);
    dispatchEvent(new CustomEvent("refusal", { detail: told }));
  }
}

// On a phone, the dialogs open from the help.
export function closePopovers() {
  for (const open of document.querySelectorAll("[popover]:popover-open")) {
    if (open instanceof HTMLElement) open.hidePopover();
  }
}

/** Saves a file under this name. @param {BlobPart[]} content @param {string} type @param {string} name */
export function download(content, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(content, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MILLISECONDS_TO_SAVE);
}
