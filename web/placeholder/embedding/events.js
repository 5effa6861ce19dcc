// What the page reports to the page around its frame.
import { problem } from "./protocol.js";
import { clock, sentence, violated } from "./state.js";

/** @typedef {import("./embedding.js").Page} Page */

/** The least time for a text, and the time for each of its words, in milliseconds. */
const LEAST = 2500, PER_WORD = 60_000 / 180;

/** Calls back when an attribute of the automation contract changes. @param {() => void} look */
function observe(look) {
  const attributeFilter = ["data-now-us", "data-playing", "data-state"];
  new MutationObserver(look).observe(document.body, { attributes: true, attributeFilter, subtree: true });
}

/** Reports beats, solved tasks, broken guarantees and refusals. @param {Page} page @param {(event: string, detail: object) => void} report */
export function watch(page, report) {
  let beat = "", broken = violated();
  /** @type {number | undefined} */
  let solved;
  const noteStory = () => {
    const [story, name, acts] = [page.story(), wasmBindings.story_beat(), wasmBindings.solved_with()];
    if (name !== undefined && name !== beat) report("beat", { name, story, at: Number(clock().nowUs) / 1000, sentence: sentence() });
    beat = name ?? "";
    if (acts !== undefined && acts !== solved) report("solved", { story, acts });
    solved = acts;
  };
  const noteGuarantees = () => {
    const now = violated();
    for (const property of now.filter((name) => !broken.includes(name))) report("violation", { property, at: Number(clock().nowUs) / 1000 });
    broken = now;
  };
  // The program reports the place before it draws it.
  addEventListener("storychange", () => setTimeout(noteStory));
  noteStory();
  observe(noteGuarantees);
  addEventListener("refusal", (event) => report("error", problem("refused", String(/** @type {CustomEvent} */ (event).detail))));
  for (const line of document.querySelectorAll(".notices p")) report("error", problem("refused", line.textContent ?? ""));
}

/** Continues a story at each beat without a question, after the time to read it. */
export function goOnAtBeats() {
  let wasPlaying = false;
  observe(() => {
    const { playing, nowUs } = clock();
    const stops = wasPlaying && playing === "false";
    wasPlaying = playing === "true";
    const beat = wasmBindings.story_beat();
    if (!stops || beat === undefined || document.querySelector(".choice, .task")) return;
    // Chinese has no spaces between words: two characters are about one.
    const words = sentence().match(/[\u3400-\u9fff]{1,2}|[^\s\u3400-\u9fff]+/g)?.length ?? 0;
    setTimeout(() => {
      // The reader may have gone elsewhere, or on.
      if (wasmBindings.story_beat() === beat && clock().nowUs === nowUs) wasmBindings.play();
    }, Math.max(LEAST, words * PER_WORD));
  });
}
