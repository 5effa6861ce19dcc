// What the page does in a frame of another page, and the Embed dialog. It is loaded when the page is
// in a frame, or when a user opens the dialog.
import { isRefusal } from "../share/link.js";
import { showDialog } from "./dialog.js";
import { goOnAtBeats, watch } from "./events.js";
import { methods } from "./methods.js";
import { offerPlayground } from "./playground_link.js";
import { MOST_WAITING, VERSION, idOf, isOurs, problem, readRequest } from "./protocol.js";
import { reportSize } from "./size.js";
import { state } from "./state.js";

export { showDialog };

/**
 * What the page gives: its words, the runs that it opens, and the visible run.
 * @typedef {{
 *   say: (id: string, named?: Record<string, string | number>) => string,
 *   open: (text: string, name?: string) => Promise<void>,
 *   openStory: (story: string) => Promise<void>,
 *   shared: (title: string) => string,
 *   story: () => string | undefined,
 *   opened: Promise<unknown>,
 * }} Page
 */

/** The parameters of the address that the scripts follow. */
const parameters = new URLSearchParams(location.search);
/** @param {string} name @param {boolean} otherwise */
const isAsked = (name, otherwise) =>
  parameters.has(name) ? !["0", "false"].includes(parameters.get(name) ?? "") : otherwise;

/** Follows the options of the address that concern a frame. @param {Page} page */
export async function follow(page) {
  if (!isAsked("pause-on-beats", true)) goOnAtBeats();
  await page.opened;
  if (isAsked("autoplay", false)) wasmBindings.play();
}

/** The origin of the page around the frame, once that page has sent a request. @type {string | undefined} */
let host;
let waiting = 0, isWarned = false;

/** @param {object} message */
function send(message) {
  // A page from a disk has no origin that a message could be addressed to.
  if (host !== undefined) parent.postMessage({ raftPlayground: VERSION, ...message }, host === "null" ? "*" : host);
}

/** A problem with a stable code. @param {unknown} error @param {Page} page */
function problemOf(error, { say }) {
  if (typeof error === "string") return problem("refused", error);
  if (isRefusal(error)) return problem("refused", say(error.id, error.named));
  const { code, message } = /** @type {{ code?: string, message?: string }} */ (error ?? {});
  // The code of a browser's own error is a number.
  return problem(typeof code === "string" ? code : "failed", String(message ?? error));
}

/** Listens to the page around the frame. @param {Page} page */
export async function listen(page) {
  /** @type {(host: string) => void} */
  let meet = () => {};
  const met = new Promise((then) => void (meet = then));
  const perform = methods(page, (detail) => send({ event: "record", detail }));
  addEventListener("message", async ({ source, origin, data }) => {
    if (!isOurs(data)) return;
    if (source !== parent || (host !== undefined && origin !== host)) {
      if (!isWarned) console.warn(`Raft Playground ignores messages from ${origin}: only the page around the frame controls it.`);
      isWarned = true;
      return;
    }
    host ??= origin;
    meet(host);
    const id = idOf(data);
    if (waiting >= MOST_WAITING) return send({ id, error: problem("busy", `${MOST_WAITING} requests wait for their answers.`) });
    waiting += 1;
    try {
      const { method, params } = readRequest(data);
      send({ id, result: await perform[method](params) });
    } catch (error) {
      const problem = problemOf(error, page);
      send(id === undefined ? { event: "error", detail: problem } : { id, error: problem });
    } finally {
      waiting -= 1;
    }
  });
  offerPlayground(page);
  // This says only that the page is there.
  parent.postMessage({ raftPlayground: VERSION, event: "listening" }, "*");
  await met;
  reportSize((height) => send({ event: "size", detail: { height } }));
  await page.opened;
  watch(page, (event, detail) => send({ event, detail }));
  send({ event: "ready", detail: state(page.story()) });
}
