// The stories of the gallery: which of them a search finds, and what the user has done of each.

/**
 * An entry of `stories/index.json`: see `crates/xtask/src/stories.rs`.
 * @typedef {{
 *   path: string, kind: "tour" | "story" | "task", title: string, summary: string, level: number,
 *   paper: string, beats: number, task: boolean, minutes: number, languages: string[],
 * }} Item
 * @typedef {import("../share/progress.js").Progress} Progress
 */

/** @param {string} text */
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{Mark}/gu, "");

/**
 * Whether an item has a level, if one is asked for, and has all words of a search in its title, its
 * summary or its section of the paper.
 * @param {Item} item @param {string} search @param {number} [level]
 */
export function isFound({ title, summary, paper, ...item }, search, level) {
  if (level && item.level !== level) return false;
  const text = plain([title, summary, paper].join(" "));
  return plain(search).split(/\s+/).every((word) => text.includes(word));
}

/**
 * What the user has done of a story: with the fewest acts that solved its task, if it was solved.
 * A task is done when it is solved, anything else at its end.
 * @param {Item} item @param {string} name @param {Progress} progress
 */
export function doneOf(item, name, { stories, tasks }) {
  const story = Object.hasOwn(stories, name) ? stories[name] : undefined;
  const acts = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  const isDone = item.kind === "task" ? acts !== undefined : story?.end === true;
  return { isDone, isBegun: story !== undefined, acts };
}

/** A time that people read: at least a minute. @param {Item} item */
export const minutesOf = ({ minutes }) => Math.max(1, Math.round(minutes));
