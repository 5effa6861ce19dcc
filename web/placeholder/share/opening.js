// Opens runs: from links, from files, and from the stories beside the page.
import { afterOpening, beforeOpening } from "./author/recorder.js";
import { namedBeat } from "./author/shared.js";
import { arrived, begin, returned } from "./entries.js";
import { LARGEST, decode, isLink, isRefusal, readText, refusal } from "./link.js";
import { attempt, closePopovers, nextFrame, say, started } from "./page.js";
import * as progress from "./progress.js";
import { translationOf } from "./translation.js";

const FRAMES_BEFORE_NOTICE = 30;

/** The name of the visible story. @type {string | undefined} */
let story;

/**
 * @param {string} text @param {string} [name] of its file; it is of a link otherwise
 * @param {() => void} [accepted] called before the run is replaced
 * @param {string} [translation] see `translationOf`
 */
export async function open(text, name, accepted, translation) {
  await started;
  story = undefined;
  const source = sourceOf(name);
  const problem = wasmBindings.start_import(text, name, translation);
  if (problem) throw problem;
  beforeOpening();
  accepted?.();
  for (let frames = 0; wasmBindings.continue_import(); await nextFrame()) {
    if (++frames === FRAMES_BEFORE_NOTICE) wasmBindings.notify(say("share-opening-long", { source }));
  }
  // The program has the run in the next task.
  await new Promise((then) => setTimeout(then));
  afterOpening(text, translation);
  const beat = namedBeat(text);
  if (beat) wasmBindings.show_beat(beat);
}

/** @param {ReadableStream<Uint8Array>} stream @param {string} name @param {() => void} [accepted] @param {string} [translation] */
async function openStream(stream, name, accepted, translation) {
  try {
    await open(await readText(stream), name, accepted, translation);
  } catch (error) {
    throw isRefusal(error) ? refusal(error.id, { source: sourceOf(name), ...error.named }) : error;
  }
}

/** @param {string} [name] of a file; it is of a link otherwise */
export const sourceOf = (name) =>
  name === undefined ? say("source-link") : say("source-file", { name: name.slice(0, 40) });

/** @param {File} file */
export function openFile(file) {
  if (file.size > LARGEST) throw refusal("open-too-large", { source: sourceOf(file.name) });
  return openStream(file.stream(), file.name, () => begin());
}

/** A file of the page's server. @param {string} path */
export async function fetchBeside(path) {
  const source = sourceOf(path);
  // The single-file page contains its stories.
  const kept = [...document.querySelectorAll("script")].find((script) => script.dataset.story === path);
  if (kept) return new Response(kept.textContent);
  const address = new URL(path, document.baseURI);
  if (address.origin !== location.origin) throw refusal("open-not-beside", { source });
  const answer = await fetch(address).catch(() => {
    throw refusal("open-no-connection", { source });
  });
  if (!answer.ok) throw refusal("open-not-found", { source });
  return answer;
}

/** Opens a script from the page's server. @param {string} path @param {() => void} [accepted] */
export async function openBeside(path, accepted) {
  const [{ body }, translation] = await Promise.all([fetchBeside(path), translationOf(path, fetchBeside)]);
  if (body) await openStream(body, path, accepted, translation);
  story = progress.nameOf(path);
  // The program shows the run in a moment; its first beat may be shown already.
  nextFrame().then(noteProgress);
}

async function openLink() {
  const text = await decode(location.hash).catch((error) => {
    throw isRefusal(error) ? refusal(error.id, { source: sourceOf(), ...error.named }) : error;
  });
  await open(text);
}

function noteProgress() {
  const beat = wasmBindings.story_beat();
  if (!story || !beat) return;
  const reached = progress.read();
  progress.note(reached, story, { beat, next: wasmBindings.next_story(), solvedWith: wasmBindings.solved_with() });
  progress.write(reached);
}
addEventListener("storychange", noteProgress);

/** Opens a story in place of the visible run. @param {string} path @param {string} [beat] */
export function tell(path, beat) {
  closePopovers();
  return attempt(async () => {
    await openBeside(path, () => begin(path, beat));
    if (beat) wasmBindings.show_beat(beat);
  });
}

/** Opens the tour where the user left it. @param {string} first the path of its first chapter */
export function continueTour(first) {
  const { tour } = progress.read();
  return tell(tour?.story ? progress.pathOf(tour.story) : first, tour?.beat);
}

/** Shows the run of an entry of the browser's history, paused. @param {import("./entries.js").Entry} entry */
async function openEntry(entry) {
  const parameters = new URLSearchParams(location.search);
  const path = parameters.get("scenario");
  const beat = entry.beat ?? (entry.run ? undefined : parameters.get("beat"));
  if (path && (beat || entry.at !== undefined || !entry.run)) {
    await openBeside(path);
    if (beat) wasmBindings.show_beat(beat);
    else if (entry.at !== undefined) wasmBindings.show(entry.at);
  } else if (entry.run) await open(entry.run);
}

addEventListener("popstate", ({ state }) => {
  if (state?.run || !isLink(location.hash)) attempt(() => openEntry(state ?? {}));
});
addEventListener("hashchange", () => isLink(location.hash) && !history.state?.run && attempt(openLink));
const entry = returned();
/** Opens the run that the address names, if it names one. */
async function openFirst() {
  if (entry) return openEntry(entry);
  if (isLink(location.hash)) return openLink();
  await started;
  const path = document.documentElement.dataset.scenario;
  if (path) await openBeside(path);
}
/** Resolved when the run that the address names is shown. */
export const firstOpened = attempt(openFirst).then(nextFrame).then(arrived);

/** The path of the visible story in the folder of stories; none if another run is visible. */
export const visibleStory = () => story;
