// What the user has done of the stories and tasks. It is kept in the browser, and can be saved as a
// file and loaded elsewhere. A story is named by the path of its file in the folder of stories,
// without the ending, and a beat by its name in that file.

/**
 * The last beat that was shown, and whether the story was followed to its end.
 * @typedef {{ beat: string, end?: boolean }} StoryProgress
 * The place at which the user left the tour; without a story, the user has been through all of it.
 * @typedef {{ story?: string, beat?: string }} TourPlace
 * Of each task, the fewest acts that have solved it.
 * @typedef {{ version: 1, stories: Record<string, StoryProgress>, tasks: Record<string, number>, tour?: TourPlace }} Progress
 */

const KEY = "progress";
const NAME = /^(?:[\w-]+\/)?[\w-]+$/;
const BEAT = /^[a-z][a-z0-9-]*$/;

/** @returns {Progress} */
export const none = () => ({ version: 1, stories: {}, tasks: {} });

/** The path in an address, such as `stories/tour/2-a.raft`, as a name. @param {string} path */
export const nameOf = (path) => /^stories\/(.+)\.raft$/.exec(path)?.[1];

/** @param {string} name */
export const pathOf = (name) => `stories/${name}.raft`;

/** @param {unknown} value @returns {Record<string, unknown>} */
const record = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
/** @param {unknown} value @param {RegExp} form */
const matching = (value, form) => (typeof value === "string" && form.test(value) ? value : undefined);

/**
 * Reads a progress, and leaves out whatever in it has another form: it may come from a file of
 * anybody, or from a later version. Nothing if it is no progress at all.
 * @param {string} text
 */
export function parse(text) {
  let given;
  try {
    given = record(JSON.parse(text));
  } catch {
    return undefined;
  }
  if (given.version !== 1) return undefined;
  const progress = none();
  for (const [name, value] of Object.entries(record(given.stories))) {
    const { beat, end } = record(value);
    const shown = matching(beat, BEAT);
    if (shown && NAME.test(name)) progress.stories[name] = end === true ? { beat: shown, end } : { beat: shown };
  }
  for (const [name, acts] of Object.entries(record(given.tasks))) {
    if (NAME.test(name) && Number.isInteger(acts) && Number(acts) >= 0) progress.tasks[name] = Number(acts);
  }
  if (given.tour) {
    const { story, beat } = record(given.tour);
    const [name, shown] = [matching(story, /^tour\/[\w-]+$/), matching(beat, BEAT)];
    if (name) progress.tour = shown ? { story: name, beat: shown } : { story: name };
    else if (story === undefined) progress.tour = {};
  }
  return progress;
}

/**
 * Notes that a place of a story is shown.
 * @param {Progress} progress @param {string} name of the story
 * @param {{ beat: string, next?: string, solvedWith?: number }} place `next` only at the end of the
 * story: the name of the next one, empty if there is none
 */
export function note(progress, name, { beat, next, solvedWith }) {
  const isEnd = next !== undefined || progress.stories[name]?.end;
  progress.stories[name] = isEnd ? { beat, end: true } : { beat };
  if (solvedWith !== undefined) {
    progress.tasks[name] = Math.min(solvedWith, progress.tasks[name] ?? Infinity);
  }
  if (!name.startsWith("tour/")) return;
  const isOver = next !== undefined && (beat !== "task" || solvedWith !== undefined);
  if (!isOver) progress.tour = { story: name, beat };
  else progress.tour = next?.startsWith("tour/") ? { story: next } : {};
}

/** Adds a progress to another one; nothing that was reached is lost. @param {Progress} to @param {Progress} from */
export function merge(to, from) {
  for (const [name, story] of Object.entries(from.stories)) {
    const own = to.stories[name];
    if (!own) to.stories[name] = story;
    else if (story.end) own.end = true;
  }
  for (const [name, acts] of Object.entries(from.tasks)) {
    to.tasks[name] = Math.min(acts, to.tasks[name] ?? Infinity);
  }
  to.tour ??= from.tour;
}

// Without storage, the progress lasts until the page is left.
let latest = "";

export function read() {
  try {
    latest = localStorage.getItem(KEY) ?? latest;
  } catch {
    // The user has disabled storage.
  }
  return parse(latest) ?? none();
}

/** @param {Progress} progress */
export function write(progress) {
  latest = JSON.stringify(progress);
  try {
    localStorage.setItem(KEY, latest);
  } catch {
    // It is disabled or full.
  }
  const { tour } = progress;
  // The program names the button that leads to the tour after this: see `web/src/page.rs`.
  if (tour) document.documentElement.dataset.tour = tour.story ? "begun" : "done";
}
