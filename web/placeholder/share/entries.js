// The browser's history. Each story or file that is opened gets an entry, so that Back leads to the
// run before. The address names the story and the moment; the entry also holds the run as text,
// with everything that the user did in it.

/** @typedef {{ run?: string, at?: number }} Entry */

/** The parameters that belong to one run. */
const OF_A_RUN = ["scenario", "at", "seed", "nodes", "paused"];
// Nothing announces that the user goes back within the page.
const MILLISECONDS_TO_KEEP = 2000;

/** The visible run as an entry. @returns {Entry | undefined} */
function visible() {
  const run = "wasmBindings" in self && wasmBindings.script(wasmBindings.title());
  return run ? { run, at: wasmBindings.story_moment() } : undefined;
}

/** Keeps the visible run in the present entry, and its moment in the address. */
function keep() {
  const entry = visible();
  if (!entry) return;
  const { at } = entry;
  const address = new URL(location.href);
  if (address.searchParams.has("scenario")) {
    // After an act of the user, the story has no such moment.
    if (at === undefined) address.searchParams.delete("at");
    else address.searchParams.set("at", String(at / 1000));
  }
  write("replaceState", entry, address);
}

/** Begins an entry for a run that is about to be opened. @param {string} [story] its path */
export function begin(story) {
  keep();
  const address = new URL(location.href);
  address.hash = "";
  for (const name of OF_A_RUN) address.searchParams.delete(name);
  if (story) address.searchParams.set("scenario", story);
  write("pushState", {}, address);
}

/** The entry to which the user has returned from another page, if it holds a run. @returns {Entry | undefined} */
export function returned() {
  const [visit] = performance.getEntriesByType("navigation");
  const isReturn = visit && "type" in visit && visit.type === "back_forward";
  return isReturn && history.state?.run ? history.state : undefined;
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
