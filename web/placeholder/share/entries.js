// The browser's history. Each story or file that is opened gets an entry, so that Back leads to the
// run before. The address names the story and the beat, or else the moment; the entry also holds
// the run as text, with everything that the user did in it.

import { shared } from "./author/recorder.js";

/** @typedef {{ run?: string, at?: number, beat?: string, isReload?: boolean }} Entry */

/** The parameters that belong to one run. */
const OF_A_RUN = ["scenario", "at", "beat", "seed", "nodes", "paused"];
// Nothing announces that the user goes back within the page.
const MILLISECONDS_TO_KEEP = 2000;

// Until the run that the address names is shown, another one is visible.
let isAwaited = true;

/** From now on, the address belongs to the visible run. */
export const arrived = () => void (isAwaited = false);

/** Whether the page is about to be loaded again with its run. */
let isReload = false;

/** The visible run as an entry. @returns {Entry | undefined} */
function visible() {
  const run = !isAwaited && "wasmBindings" in self && shared(wasmBindings.title());
  return run ? { run, at: wasmBindings.story_moment(), beat: wasmBindings.story_beat(), isReload } : undefined;
}

/** Keeps the visible run in the present entry, and its moment in the address. */
function keep() {
  const entry = visible();
  if (!entry) return;
  const address = new URL(location.href);
  const { searchParams } = address;
  if (searchParams.has("scenario")) {
    for (const name of ["at", "beat"]) searchParams.delete(name);
    // After an act of the user, the story has no such moment.
    if (entry.beat) searchParams.set("beat", entry.beat);
    else if (entry.at !== undefined) searchParams.set("at", String(entry.at / 1000));
  }
  write("replaceState", entry, address);
}

/** Keeps the visible run for the page that is loaded next, at this address. @param {URL} address */
export function keepForReload(address) {
  isReload = true;
  write("replaceState", history.state, address);
  keep();
}

/** Begins an entry for a run that is about to be opened. @param {string} [story] its path @param {string} [beat] @param {"pushState" | "replaceState"} [method] */
export function begin(story, beat, method = "pushState") {
  keep();
  const address = new URL(location.href);
  address.hash = "";
  for (const name of OF_A_RUN) address.searchParams.delete(name);
  if (story) address.searchParams.set("scenario", story);
  if (beat) address.searchParams.set("beat", beat);
  write(method, {}, address);
}

/**
 * The entry to which the user has returned from another page, or in another language, if it holds a
 * run.
 * @returns {Entry | undefined}
 */
export function returned() {
  const entry = history.state;
  const [visit] = performance.getEntriesByType("navigation");
  const isReturn = visit && "type" in visit && visit.type === "back_forward";
  if (!entry?.run || !(isReturn || entry.isReload)) return undefined;
  // Loading the page once more begins the run again, as always.
  write("replaceState", { ...entry, isReload: false }, new URL(location.href));
  return entry;
}

/** @param {"pushState" | "replaceState"} method @param {Entry} entry @param {URL} address */
function write(method, entry, address) {
  const readable = address.href.replaceAll("%2F", "/");
  try {
    history[method](entry, "", readable);
  } catch {
    // A page from disk may not change its address.
    try {
      history[method](entry, "");
    } catch {
      // Too many changes in a short time, or a very large run: Back leads elsewhere.
    }
  }
}

addEventListener("blur", keep);
addEventListener("pagehide", keep);
document.addEventListener("visibilitychange", () => document.hidden && keep());
setInterval(() => {
  const entry = visible();
  // Addresses that change while one looks would fill the browser's list of visited pages.
  if (entry && entry.run !== history.state?.run) write("replaceState", entry, new URL(location.href));
}, MILLISECONDS_TO_KEEP);
