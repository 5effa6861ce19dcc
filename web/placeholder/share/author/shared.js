// The visible run as a text that opens at the visible moment. A story keeps all that its file has.

import { compose } from "./compose.js";
import { nameOf, placed, quote, readRun, readStory, runUntil, unquote } from "./source.js";

/** @typedef {import("./source.js").Run} Run */
/** @typedef {import("./source.js").Story} Story */

/** What was opened: its text, its run, and its translation if it has one. @typedef {{ text: string, run: Run, translation?: string }} Opened */

/** What the page writes first: the moment. @param {string} line */
const isMark = (line) => /^# (raft-playground|beat) /.test(line);

/**
 * The text to share.
 * @param {string} printed the visible run as the page prints it
 * @param {{ title: string, own: string, at: number, beat?: string }} shown the title to give it, the
 *   title that it has, the moment, and the name of the beat
 * @param {Opened} [opened] what was opened last
 */
export function sharedText(printed, { title, own, at, beat }, opened) {
  const run = readRun(printed);
  // When the user has left the story by acting, the page prints no text of it.
  if (!opened || !run.says.length || !isUnchanged(run, opened.run)) return printed;
  const [mark] = printed.split("\n", 1);
  const place = beat ? [`# beat ${beat}`] : [];
  if (title === own && !opened.translation) {
    const lines = opened.text.split(/\r?\n/);
    return [mark, ...place, ...lines.filter((line) => !isMark(line))].join("\n");
  }
  // The printed text of another title has one text more.
  const story = readStory(opened.text, opened.run);
  if (opened.translation) translate(story, opened.translation);
  if (title && title !== own) {
    const text = title;
    const added = { ...placed(run, at), name: nameOf(text, story.beats), text, points: "", parts: [], checks: [] };
    const next = story.beats.findIndex((other) => other.at > at);
    story.beats.splice(next < 0 ? story.beats.length : next, 0, added);
    place[0] = `# beat ${added.name}`;
  }
  story.title = title;
  return [mark, ...place, compose(story, run)].join("\n");
}

/** @param {Run} run @param {Run} opened */
const isUnchanged = (run, opened) => runUntil(run, Infinity, 0) === runUntil(opened, Infinity, 0);

/**
 * Replaces the texts of a story. Its keys are those of `Script::texts`.
 * @param {Story} story @param {string} translation see `translationOf`
 */
function translate(story, translation) {
  const texts = new Map(
    translation.split("\0").map((line) => {
      const place = line.indexOf("=");
      return [line.slice(0, place), line.slice(place + 1)];
    }),
  );
  /** @param {string} key @param {string} text */
  const find = (key, text) => texts.get(key) ?? text;
  story.summary &&= find("summary", story.summary);
  for (const beat of story.beats) {
    beat.text = find(`${beat.name}-say`, beat.text);
    let choices = 0;
    beat.parts = beat.parts.map((part) => {
      const [word] = part.split(" ", 1);
      const key = word === "choice" ? `choice-${++choices}` : word;
      const isText = ["ask", "choice", "because"].includes(word) && part.includes('"');
      if (!isText) return part;
      const text = unquote(part);
      return part.replace(quote(text), () => quote(find(`${beat.name}-${key}`, text)));
    });
  }
  const { task } = story;
  if (!task) return;
  task.text = find("task", task.text);
  task.hints = task.hints.map((hint, place) => find(`hint-${place + 1}`, hint));
}

/** The beat that a shared text names. @param {string} text */
export function namedBeat(text) {
  const [, beat] = /^(?:#.*\r?\n)*?# beat ([a-z][a-z0-9-]*)\r?\n/.exec(text) ?? [];
  return beat;
}
