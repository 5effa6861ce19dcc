// Writes the text of a recorded story: the acts of the run at their times, with the beats among
// them, and the task.
import { TIMES, actsUntil, quote, runUntil } from "./source.js";

/** @typedef {import("./source.js").Act} Act */
/** @typedef {import("./source.js").Beat} Beat */
/** @typedef {import("./source.js").Run} Run */
/** @typedef {import("./source.js").Story} Story */
/** @typedef {import("./source.js").Task} Task */

/** Microseconds as the language prints them. @param {number} at */
export const moment = (at) => (at && at % 1e6 === 0 ? `${at / 1e6}s` : `${at / 1e3}ms`);

/**
 * A run and its story as a script.
 * @param {Story} story @param {Run} run @returns {string}
 */
export function compose({ comments, title, summary, settings, beats, task }, run) {
  const lines = [...comments];
  if (title) lines.push(`title ${quote(title)}`);
  if (summary) lines.push(`summary ${quote(summary)}`);
  lines.push(...settings, ...run.settings);
  const before = task ? actsUntil(run, task.at, task.acts) : run.acts;
  const acts = before.map(({ act, at }, place) => {
    const number = before.slice(0, place + 1).filter((other) => other.at === at).length;
    return { act, at: at + beatsBefore(beats, at, number) };
  });
  const placed = beats.map((beat) => ({ ...beat, at: beat.at + beatsBefore(beats, beat.at, beat.acts) }));
  const times = [...acts, ...placed].map(({ at }) => at);
  for (const at of [...new Set(times)].sort((one, other) => one - other)) {
    lines.push("", `at ${moment(at)}:`);
    for (const act of acts) if (act.at === at) lines.push(`  ${act.act}`);
    const there = placed.filter((beat) => beat.at === at);
    for (const check of there.flatMap(({ checks }) => checks)) lines.push(`  ${check}`);
    for (const beat of there) lines.push(...beatLines(beat));
  }
  const end = Math.max(task ? task.at : run.end, ...times);
  lines.push("", `end at ${moment(end)}`);
  if (task) lines.push("", ...taskLines(task, run));
  return lines.join("\n") + "\n";
}

/**
 * How many microseconds later something has to be that came after other beats of its moment: a beat
 * shows its moment after all acts.
 * @param {Beat[]} beats @param {number} at @param {number} acts
 */
const beatsBefore = (beats, at, acts) =>
  new Set(beats.filter((beat) => beat.at === at && beat.acts < acts).map((beat) => beat.acts)).size;

/** @param {Beat} beat */
function beatLines({ name, text, points, parts }) {
  const lines = [`beat ${name}:`, `  say ${quote(text)}`];
  if (points) lines.push(`  point at ${points}`);
  const lead = (/** @type {string} */ part) => (/^(choice|because)\b/.test(part) ? "    " : "  ");
  return [...lines, ...parts.map((part) => lead(part) + part)];
}

/** @param {Task} task @param {Run} run */
function taskLines(task, run) {
  const { text, goals, hints, others, solution } = task;
  const lines = [`task ${quote(text)}`];
  const acts = run.acts.slice(actsUntil(run, task.at, task.acts).length);
  // A solution that was read keeps its own `par`.
  const kept = solution ? others : others.filter((line) => !line.startsWith("par "));
  lines.push(...kept.filter((line) => !line.startsWith("par ")).map((line) => `  ${line}`));
  for (const goal of goals) lines.push(`  goal ${goal.text}`);
  for (const hint of hints) lines.push(`  hint ${quote(hint)}`);
  lines.push(...kept.filter((line) => line.startsWith("par ")).map((line) => `  ${line}`));
  if (solution) return solution.length ? [...lines, "  solution:", ...indented(solution)] : lines;
  if (!acts.length) return lines;
  lines.push(`  par ${countActs(acts)}`, "  solution:");
  /** @type {string[]} */
  const recorded = [];
  const reached = goals.flatMap(({ at, text }) => (at === undefined || at < task.at ? [] : [{ at, text }]));
  const times = [...acts, ...reached].map(({ at }) => at);
  for (const at of [...new Set(times)].sort((one, other) => one - other)) {
    // The first acts of a solution happen when the task begins.
    if (at !== task.at) recorded.push(`at ${moment(at)}:`);
    for (const act of acts) if (act.at === at) recorded.push(act.act);
    for (const goal of reached) {
      if (goal.at === at) recorded.push(`expect ${goal.text.replace(/^latch /, "")}`);
    }
  }
  // The author has not seen these goals reached.
  for (const { at, text } of goals) {
    if (at === undefined && !text.startsWith("latch ")) recorded.push(`until ${text} within 60s`);
  }
  return [...lines, ...indented(recorded)];
}

/** The lines of a solution. @param {string[]} lines */
function indented(lines) {
  const first = lines.findIndex((line) => TIMES.test(line));
  return lines.map((line, place) => (place > first && first >= 0 && !TIMES.test(line) ? "      " : "    ") + line);
}

/** The kind of an act, as far as it matters for counting. @param {string} act */
export function kindOf(act) {
  if (/^[XYZ]( via [A-I])? (sends|resends)\b/.test(act)) return "send";
  const [one, two] = act.split(/[ :]+/);
  if (one === "link") return "network";
  if (one === "node") return "setting";
  if (one === "replace") return two === "server" ? "replace-server" : "members";
  return ["add", "remove", "members"].includes(one) ? "members" : one;
}

/** The name of a story's file. @param {string} title */
export function fileNameOf(title) {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["story"];
  return `${words.slice(0, 6).join("-")}.raft`;
}

/** The number of acts; successive ones of a kind at an instant count once. @param {Act[]} acts */
export const countActs = (acts) =>
  acts.filter((act, place) => {
    const last = acts[place - 1];
    return !last || last.at !== act.at || kindOf(last.act) !== kindOf(act.act);
  }).length;

/** Whether the run of a story is still the one that was read. @param {Story} story @param {Run} read @param {Run} run */
export function isSameRun({ task }, read, run) {
  if (!task) return runUntil(read, Infinity, 0) === runUntil(run, Infinity, 0);
  return runUntil(read, task.at, task.acts) === runUntil(run, task.at, task.acts);
}

/**
 * The state of the nodes as the page shows it.
 * @typedef {{ name: string, role: string, term: number, value: string, frozen: boolean }} NodeState
 */

/**
 * The expectations that hold in a state.
 * @param {NodeState[]} nodes @param {string[]} sent the operations of the run @param {string[]} violated
 */
export function holding(nodes, sent, violated) {
  const found = [];
  const leaders = nodes.filter(({ role }) => role === "leader");
  const newest = Math.max(...leaders.map(({ term }) => term));
  for (const { name, term } of leaders) if (term === newest) found.push(`leader ${name}`);
  if (!leaders.length) found.push("no leader");
  for (const { name, role, frozen } of nodes) {
    if (role === "stopped") found.push(`stopped ${name}`);
    if (frozen) found.push(`frozen ${name}`);
  }
  for (const operation of new Set(sent)) {
    const [, value] = /^(?:\w+=)?([^\s=+:]+)$/.exec(operation) ?? [];
    const all = nodes.filter((node) => value && node.value === value).map(({ name }) => name);
    if (all.length) found.push(`committed ${operation} on ${all}`);
  }
  return [...found, ...violated.map((property) => `violation ${property}`)];
}

/**
 * Goals that are reached in a state: what holds, and did not when the task began.
 * @param {NodeState[]} nodes @param {string[]} held what holds @param {string[]} before what held
 */
export function goals(nodes, held, before) {
  const found = held.filter((text) => !before.includes(text));
  if (found.some((text) => text.startsWith("leader "))) {
    // Which node is elected often depends on when the reader acts.
    const others = nodes.filter(({ name }) => !before.includes(`leader ${name}`));
    found.unshift(`leader in ${others.map(({ name }) => name)}`);
  }
  return found;
}
