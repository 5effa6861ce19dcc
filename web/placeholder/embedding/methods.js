// What a page around the frame may ask for.
import { decode } from "../share/link.js";
import { VERSION, momentOf, problem } from "./protocol.js";
import { Records } from "./records.js";
import { clock, state } from "./state.js";

/** @typedef {import("./embedding.js").Page} Page */

/** How often records are sent, in milliseconds. */
const PACE = 100;

// The program renders in a task of its own.
const rendered = () => new Promise((then) => setTimeout(then));

/** The methods by name. @param {Page} page @param {(records: object[]) => void} give */
export function methods(page, give) {
  const shown = () => state(page.story());
  const moment = async () => {
    await rendered();
    const { at, playing } = shown();
    return { at, playing, beat: wasmBindings.story_beat() };
  };
  /** @param {string} name */
  const showBeat = async (name) => {
    wasmBindings.show_beat(name);
    await rendered();
    if (wasmBindings.story_beat() !== name) throw problem("not-found", `The run has no beat ${name}.`);
  };
  /** The last request that changes the run: such requests are carried out one after the other. @type {Promise<unknown>} */
  let last = page.opened;
  /** @template P, R @param {(params: P) => R} work */
  const inTurn = (work) => (/** @type {P} */ params) => {
    const next = last.then(() => work(params));
    last = next.catch(() => {});
    return next;
  };
  /** @type {number | undefined} */
  let watching;

  /** @type {Record<string, (params: any) => unknown>} */
  const all = {
    connect: () => ({ version: VERSION }),
    play: inTurn(() => (wasmBindings.play(), moment())),
    pause: inTurn(() => (wasmBindings.hold(), moment())),
    state: inTurn(() => rendered().then(shown)),
    seek: inTurn(async ({ to }) => {
      const at = momentOf(to);
      if (at === undefined) await showBeat(to);
      else wasmBindings.show(at);
      return moment();
    }),
    step: inTurn(async ({ count = 1 }) => {
      const key = count < 0 ? "ArrowLeft" : "ArrowRight";
      for (let left = Math.abs(count); left > 0; left -= 1) {
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        await rendered();
      }
      return moment();
    }),
    command: inTurn(async ({ text }) => {
      const refused = wasmBindings.command(text);
      if (refused) throw refused;
      return moment();
    }),
    load: inTurn(async ({ text, name, story, beat, run }) => {
      if (story !== undefined) await page.openStory(story);
      else await page.open(text ?? (await decode(`#${run.replace(/^#/, "")}`)), name);
      await rendered();
      if (beat !== undefined) await showBeat(beat);
      return moment();
    }),
    visible({ visible }) {
      document.documentElement.classList.toggle("out-of-view", !visible);
      document.dispatchEvent(new Event("visibilitychange"));
    },
    watch: inTurn(async ({ records }) => {
      clearInterval(watching);
      if (!records) return;
      const { TraceExport } = await simulator();
      const reader = new Records((script, events) => new TraceExport(script, "ndjson", events));
      const look = () => {
        for (const piece of reader.since(Number(clock().nowUs), wasmBindings.script(""))) give(piece);
      };
      look();
      watching = setInterval(look, PACE);
    }),
  };
  return all;
}

/** @returns {Promise<{ default: () => Promise<unknown>, TraceExport: new (script: string, format: string, events: number) => import("./records.js").Pieces }>} */
async function simulator() {
  try {
    const found = await import(new URL("trace/trace.js", document.baseURI).href);
    await found.default();
    return found;
  } catch {
    throw problem("not-found", "The page has no folder trace/, which writes records.");
  }
}
