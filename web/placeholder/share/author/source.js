// Reads `.raft` texts as far as a recording needs it: the run that the page prints, and the beats
// and the task of a story. `crates/raft-sim/src/script/grammar.md` has the language.

/** An act of the run. @typedef {{ at: number, act: string }} Act at simulated microseconds */
/**
 * A run: its settings, its acts, the texts of its beats in order, and its end.
 * @typedef {{ settings: string[], acts: Act[], says: { at: number, text: string }[], end: number }} Run
 */
/**
 * A beat at a moment, after so many acts of that moment. `checks` are the expectations of its step;
 * `parts` is all that it has besides its text and what it points at. `before` is the run up to it,
 * as it was when the beat was written.
 * @typedef {{ name: string, at: number, acts: number, text: string, points: string, parts: string[], checks: string[], before: string }} Beat
 */
/** A goal, and the moment at which it was reached. @typedef {{ text: string, at?: number }} Goal */
/**
 * A task. It begins at a moment, after so many acts of that moment. `others` are its other lines, and
 * `solution` the lines of a solution that was read; without them, the acts of the run are the
 * solution.
 * @typedef {{ at: number, acts: number, text: string, before: string, goals: Goal[], hints: string[], others: string[], solution?: string[] }} Task
 */
/** @typedef {{ comments: string[], title: string, summary: string, settings: string[], beats: Beat[], task?: Task }} Story */

const UNITS = /** @type {Record<string, number>} */ ({ us: 1, ms: 1e3, s: 1e6, min: 6e7 });

/** A span in microseconds. @param {string} span */
export function micros(span) {
  const [, number, unit] = /^([\d.]+)(us|ms|s|min)$/.exec(span.trim()) ?? [];
  return unit ? Math.round(Number(number) * UNITS[unit]) : 0;
}

/** @param {string} text */
export const quote = (text) =>
  `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`;

/** The text between the first quotes. @param {string} part */
export function unquote(part) {
  const [, text = ""] = /"((?:[^"\\]|\\.)*)"/.exec(part) ?? [];
  return text.replace(/\\(.)/g, (_, letter) => (letter === "n" ? "\n" : letter));
}

/**
 * Splits a line at a character outside quotes. A comment is a part of its own.
 * @param {string} line @param {string} at @returns {string[]}
 */
export function split(line, at) {
  const parts = [""];
  let isQuoted = false;
  for (let place = 0; place < line.length; place++) {
    const letter = line[place];
    if (letter === "#" && !isQuoted) {
      parts.push(line.slice(place));
      break;
    }
    if (letter === '"' && line[place - 1] !== "\\") isQuoted = !isQuoted;
    if (letter === at && !isQuoted) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** The run that the page has printed. @param {string} printed @returns {Run} */
export function readRun(printed) {
  /** @type {Run} */
  const run = { settings: [], acts: [], says: [], end: 0 };
  /** @type {number | undefined} */
  let at;
  for (const line of printed.split("\n")) {
    const [, time, rest = line] = /^at ([\w.]+):(.*)$/.exec(line) ?? [];
    if (time) at = micros(time);
    const act = rest.trim();
    if (line.startsWith("end at ")) run.end = micros(line.slice(7));
    else if (!act || line.startsWith("#") || line.startsWith("title ")) continue;
    else if (at === undefined) run.settings.push(act);
    else if (act.startsWith("say ")) run.says.push({ at, text: unquote(act) });
    else run.acts.push({ at, act });
  }
  return run;
}

/** A name for a beat from the first words of its text. @param {string} text @param {Beat[]} beats */
export function nameOf(text, beats) {
  const words = text.normalize("NFKD").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const stem = words.slice(0, 4).join("-").replace(/^[0-9-]+/, "") || "beat";
  const isTaken = (/** @type {string} */ name) => beats.some((beat) => beat.name === name);
  let name = stem;
  for (let number = 2; isTaken(name); number++) name = `${stem}-${number}`;
  return name;
}

/** What a line begins with, if that ends a beat. */
export const TIMES = /^(at|after|until|end)\b/;
const STORY_SETTINGS = ["level", "paper", "speed", "next"];

/**
 * The story of a text that the page has accepted. The texts of the run tell when its beats are.
 * @param {string} text @param {Run} run as the page prints it before the user acts in it
 * @returns {Story}
 */
export function readStory(text, run) {
  /** @type {Story} */
  const story = { comments: [], title: "", summary: "", settings: [], beats: [] };
  /** @type {Beat | undefined} */
  let beat;
  /** @type {string[]} */
  let checks = [];
  let end = run.end, isInSteps = false;
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const first = lines.findIndex((line) => /^task\b/.test(line));
  for (const line of first < 0 ? lines : lines.slice(0, first)) {
    const [, name, begun] = /^beat\s+([a-z][a-z0-9-]*)\s*:?\s*(.*)$/.exec(line) ?? [];
    let rest = line;
    if (name) {
      const at = run.says[story.beats.length]?.at ?? run.end;
      beat = { ...placed(run, at), name, text: "", points: "", parts: [], checks };
      story.beats.push(beat);
      checks = [];
      rest = begun;
      end = at;
    } else if (TIMES.test(line)) {
      isInSteps = true;
      beat = undefined;
      if (/^end at /.test(line)) end = micros(split(line, ";")[0].slice(7));
      else if (/^end after /.test(line)) end += micros(split(line, ";")[0].slice(10));
      // Where a step without a beat ends, the text does not tell.
      else if (!/^end\b/.test(line)) end = run.end;
      const [, ...acts] = split(line, ":");
      rest = acts.join(":");
      checks = [];
    }
    if (!isInSteps) readSetting(line, story);
    else if (beat) for (const part of split(rest, ";")) readPart(part, beat);
    else checks.push(...split(rest, ";").filter((part) => part.startsWith("expect ")));
  }
  if (!story.beats.length) {
    for (const { at, text } of run.says) {
      const name = nameOf(text, story.beats);
      story.beats.push({ ...placed(run, at), name, text, points: "", parts: [], checks: [] });
    }
  }
  if (first >= 0) story.task = readTask(lines.slice(first), Math.min(end, run.end), run);
  return story;
}

/** @param {string} line @param {Story} story */
function readSetting(line, story) {
  const [word] = line.split(" ", 1);
  if (line.startsWith("#") && !line.startsWith("# raft-playground ")) story.comments.push(line);
  if (word === "title") story.title = unquote(line);
  if (word === "summary") story.summary = unquote(line);
  if (STORY_SETTINGS.includes(word)) story.settings.push(line);
}

/** @param {string} part @param {Beat} beat */
function readPart(part, beat) {
  const text = unquote(part);
  if (/^say\b/.test(part)) beat.text += (beat.text && " ") + text;
  else if (/^point at\b/.test(part)) {
    beat.points += (beat.points && ", ") + part.slice("point at".length).trim();
  } else beat.parts.push(part);
}

/** @param {string[]} lines @param {number} at @param {Run} run @returns {Task} */
function readTask(lines, at, run) {
  /** @type {Task} */
  const task = { ...placed(run, at), text: unquote(lines[0]), goals: [], hints: [], others: [] };
  const first = lines.findIndex((line) => /^solution\b/.test(line));
  for (const line of first < 0 ? lines.slice(1) : lines.slice(1, first)) {
    const [part = ""] = split(line, "\n");
    if (part.startsWith("goal ")) task.goals.push({ text: part.slice(5).trim() });
    else if (part.startsWith("hint ")) task.hints.push(unquote(part));
    else if (part) task.others.push(line);
  }
  if (first < 0) return task;
  const begun = lines[first].replace(/^solution\s*:\s*/, "");
  return { ...task, solution: [begun, ...lines.slice(first + 1)].filter(Boolean) };
}

/** A place in the run: a moment, after all acts so far. @param {Run} run @param {number} at */
export function placed(run, at) {
  const acts = run.acts.filter((act) => act.at === at).length;
  return { at, acts, before: runUntil(run, at, acts) };
}

/** The acts before a place. @param {Run} run @param {number} at @param {number} acts */
export function actsUntil(run, at, acts) {
  const earlier = run.acts.filter((act) => act.at < at);
  return [...earlier, ...run.acts.filter((act) => act.at === at).slice(0, acts)];
}

/** The run up to a place. In another run, a beat may say something that is not true. @param {Run} run @param {number} at @param {number} acts */
export const runUntil = (run, at, acts) => JSON.stringify([run.settings, actsUntil(run, at, acts)]);
