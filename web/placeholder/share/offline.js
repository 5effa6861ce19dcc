// Lets the page work without a network after a visit: registers the service worker in `../offline`.
import { language } from "./languages.js";
import { started } from "./page.js";

/** Whether `cargo xtask dist` has written the page and the worker: only then its catalogue has a version. */
const isPublished = () => document.querySelector("link[href*='.ftl?']") !== null;

/** Registers the worker as soon as the page has loaded everything. */
export function keepOffline() {
  // In a frame, a browser would keep another copy for each site around it. The page from disk needs none.
  if (self !== top || !location.protocol.startsWith("http") || !isPublished()) return;
  // Without a network, or if the browser refuses, the page goes on as it is.
  started.then(() => navigator.serviceWorker?.register(`offline.js?${language}`)).catch(() => {});
}
