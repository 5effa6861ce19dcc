// Lets the page work without a network after a visit: registers the service worker in `../offline`.
import { language } from "./languages.js";
import { started } from "./page.js";

/** Whether `cargo xtask dist` has written the page and the worker: only then its catalogue has a version. */
const isPublished = () => document.querySelector("link[href*='.ftl?']") !== null;

/** Whether a worker has kept the files for this language; it looks for a new build by itself. */
const isKept = async () =>
  navigator.serviceWorker.controller && (await caches.match(`glossary/${language}.ftl`));

/** Registers the worker as soon as the page has loaded everything. */
export async function keepOffline() {
  // In a frame, a browser would keep another copy for each site around it. The page from disk needs none.
  if (self !== top || !location.protocol.startsWith("http") || !isPublished()) return;
  await started;
  try {
    if (!(await isKept())) await navigator.serviceWorker.register(`offline.js?${language}`);
  } catch {
    // The browser refuses, or has no service workers. The page goes on as it is.
  }
}
