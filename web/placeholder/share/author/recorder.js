// Records a story: the user acts in the page, and writes beats and a task beside it. The recording
// stays until the user leaves the page.
import { compose, fileNameOf, goals, isSameRun, moment } from "./compose.js";
import { beatItem, chip, create, createPanel, removal, say } from "./panel.js";
import { sharedText } from "./shared.js";
import { nameOf, placed, readStory, runUntil } from "./source.js";
import { holdingNow, now, visibleNodes, visibleRun } from "./visible.js";

/** @typedef {import("./source.js").Run} Run */
/** @typedef {import("./source.js").Story} Story */

const MILLISECONDS_BETWEEN_LOOKS = 400;

/**
 * What the rest of the page does for a recording.
 * @typedef {{ open(text: string, name: string): Promise<void>, save(text: string, name: string): void }} Host
 */

/** @returns {Story} */
const noStory = () => ({ comments: [], title: "", summary: "", settings: [], beats: [] });

/** The story that is recorded. */
let story = noStory();
/** What was opened last, with the run before the user acted in it. @type {import("./shared.js").Opened | undefined} */
let opened;
/** Whether the story has been changed since it was opened, and since it was saved. */
let isChanged = false, isUnsaved = false;
/** Recordings that another run has replaced. @type {string[]} */
const unsaved = [];
/** Whether the recording itself is being opened. */
let isOwn = false;
/** What the user has typed into the text of a story, and the story's text before. */
let draft = { of: "", text: "" };
/** The expectations that held when the task began. @type {string[]} */
let heldBefore = [];
/** @type {Host} */
let host;
/** @type {HTMLElement | undefined} */
let panel;

/** @template {HTMLElement} T @param {string} selector @param {new () => T} kind */
function part(selector, kind) {
  const found = panel?.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the panel has no ${selector}`);
}
const input = (/** @type {string} */ id) => part(`#author-${id}`, HTMLInputElement);
const area = (/** @type {string} */ id) => part(`#author-${id}`, HTMLTextAreaElement);
const list = (/** @type {string} */ selector) => part(selector, HTMLElement);

/** Goals that are reached now. */
const reachedNow = () => goals(visibleNodes(), holdingNow(visibleRun()), heldBefore);

/** The present story as text: the opened one if nothing was done since. */
function source() {
  const run = visibleRun();
  if (opened && !isChanged && isSameRun(story, opened.run, run)) return opened.text;
  return compose(story, run);
}


/** Another run replaces the visible one: an unsaved recording can be opened again. */
export function beforeOpening() {
  if (isUnsaved && !isOwn) unsaved.push(isText() ? draft.text : source());
}

/** The visible run as text, to be shared. @param {string} title */
export function shared(title) {
  const shown = { title, own: wasmBindings.title(), at: now(), beat: wasmBindings.story_beat() };
  return sharedText(wasmBindings.script(title), shown, opened);
}

/** A text was opened, and its run is visible. @param {string} text @param {string} [translation] */
export function afterOpening(text, translation) {
  const run = visibleRun();
  story = readStory(text, run);
  opened = { text, run, translation };
  isChanged = false;
  isUnsaved &&= isOwn;
  heldBefore = [];
  if (panel) show();
}

// ---- The panel

function change() {
  isChanged = isUnsaved = true;
  tell("");
}

/** Fills the lists and the fields. */
function show() {
  input("name").value = story.title;
  input("summary").value = story.summary;
  const beats = story.beats.map((beat) =>
    beatItem(beat, change, () => {
      story.beats = story.beats.filter((other) => other !== beat);
      change();
      show();
    }));
  list("ol").replaceChildren(...beats);
  const names = [...document.querySelectorAll("[data-node], [data-client]")].map(
    (element) => element.getAttribute("data-node") ?? element.getAttribute("data-client") ?? "",
  );
  const points = input("points");
  const add = (/** @type {string} */ name) => () => {
    points.value += (points.value && ", ") + name;
  };
  list(".nodes").replaceChildren(...names.map((name) => chip(name, add(name))));
  showTask();
  followRun();
  part("[data-do=unsaved]", HTMLElement).hidden = !unsaved.length;
}

function showTask() {
  const { task } = story;
  list(".no-task").hidden = !!task;
  list(".task-fields").hidden = !task;
  if (!task) return;
  list(".moment").textContent = moment(task.at);
  area("task").value = task.text;
  const reached = task.goals.map((goal) =>
    create("li", create("code", goal.text), removal(goal.text, () => {
      task.goals = task.goals.filter((other) => other !== goal);
      change();
      showTask();
    })));
  list(".goals").replaceChildren(...reached);
  const hints = task.hints.map((hint, place) =>
    create("li", hint, removal(hint, () => {
      task.hints.splice(place, 1);
      change();
      showTask();
    })));
  list(".hints").replaceChildren(...hints);
}

/** Marks the beats before which the run has changed, and offers goals. */
function followRun() {
  if (!panel || panel.hidden) return;
  const run = visibleRun();
  for (const [place, item] of [...list("ol").children].entries()) {
    const { before, at, acts } = story.beats[place];
    item.classList.toggle("other-run", before !== runUntil(run, at, acts));
  }
  if (story.task) suggest();
}

/** Offers as goals what holds now and did not when the task began. */
function suggest() {
  const found = reachedNow();
  const shown = list(".suggestions");
  if (found.join() === [...shown.children].map((each) => each.textContent).join()) return;
  const choose = (/** @type {string} */ text) => () => (input("goal").value = text);
  shown.replaceChildren(...found.map((text) => chip(text, choose(text))));
}

/** Shows why something cannot be done, or that it is done. @param {string} sentence @param {boolean} [isDone] */
function tell(sentence, isDone = false) {
  list(".problem").textContent = sentence;
  list(".problem").classList.toggle("done", isDone);
}

/** @param {string} text */
async function perform(text) {
  tell("");
  isOwn = true;
  try {
    await host.open(text, fileNameOf(story.title));
    return true;
  } catch (problem) {
    if (typeof problem !== "string") throw problem;
    tell(problem);
    return false;
  } finally {
    isOwn = false;
  }
}

/** Shows the fields, or the text. @param {boolean} isText */
function edit(isText) {
  list(".source").hidden = !isText;
  list(".fields").hidden = isText;
  part("[data-do=try]", HTMLElement).textContent = say(isText ? "author-open" : "author-try");
  part("[data-do=edit]", HTMLElement).textContent = say(isText ? "author-back" : "author-edit");
  if (!isText) return;
  const text = source();
  if (draft.of !== text) draft = { of: text, text };
  area("source").value = draft.text;
}

const isText = () => !list(".source").hidden;

/** @type {Record<string, () => unknown>} */
const ACTIONS = {
  "close": close,
  "add-beat": () => {
    const text = area("text").value.trim();
    if (!text) return area("text").focus();
    const at = now();
    if (story.task && at > story.task.at) return tell(say("author-beat-in-task"));
    const points = input("points").value.trim();
    const name = nameOf(text, story.beats);
    const beat = { ...placed(visibleRun(), at), name, text, points, parts: [], checks: [] };
    const place = story.beats.findIndex((other) => other.at > at);
    story.beats.splice(place < 0 ? story.beats.length : place, 0, beat);
    area("text").value = input("points").value = "";
    change();
    show();
  },
  "begin-task": () => {
    const at = now(), run = visibleRun();
    if (story.beats.some((beat) => beat.at > at)) return tell(say("author-beat-in-task"));
    story.task = { ...placed(run, at), text: "", goals: [], hints: [], others: [] };
    heldBefore = holdingNow(run);
    change();
    showTask();
    area("task").focus();
  },
  "remove-task": () => {
    delete story.task;
    change();
    showTask();
  },
  "add-goal": () => {
    const text = input("goal").value.trim();
    if (!text) return input("goal").focus();
    const isReached = reachedNow().includes(text);
    const latch = input("latch").checked ? "latch " : "";
    story.task?.goals.push({ text: latch + text, ...(isReached && { at: now() }) });
    input("goal").value = "";
    change();
    showTask();
  },
  "add-hint": () => {
    const text = input("hint").value.trim();
    if (!text) return input("hint").focus();
    story.task?.hints.push(text);
    input("hint").value = "";
    change();
    showTask();
  },
  "save": () => {
    const file = fileNameOf(story.title), text = isText() ? area("source").value : source();
    host.save(text, file);
    isUnsaved = false;
    // An unfinished story can be saved, too.
    const problem = wasmBindings.start_import(text, file);
    tell(problem ?? words.say("share-saved", { file }) ?? "", !problem);
  },
  "try": async () => {
    if (!isText()) return perform(source());
    const beat = wasmBindings.story_beat();
    if (!(await perform(area("source").value))) return;
    edit(false);
    // The author sees the changed text of the same beat.
    const names = [...story.beats.map(({ name }) => name), ...(story.task ? ["task"] : [])];
    const [first] = names;
    if (first) wasmBindings.show_beat(beat && names.includes(beat) ? beat : first);
  },
  "edit": () => edit(!isText()),
  "unsaved": async () => {
    const text = unsaved.pop() ?? "";
    beforeOpening();
    if (!(await perform(text))) unsaved.push(text);
    isUnsaved = true;
    show();
  },
};

function close() {
  if (!panel) return;
  panel.hidden = true;
  document.documentElement.classList.remove("authoring");
  dispatchEvent(new Event("resize"));
  if (isUnsaved) wasmBindings.notify(say("author-kept"));
}

/** Opens the panel. @param {Host} given */
export async function record(given) {
  host = given;
  await words.shell();
  panel ??= begin(createPanel());
  panel.hidden = false;
  document.documentElement.classList.add("authoring");
  dispatchEvent(new Event("resize"));
  wasmBindings.hold();
  show();
  input("name").focus();
}

/** @param {HTMLElement} created */
function begin(created) {
  created.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-do]") : null;
    if (button instanceof HTMLElement) ACTIONS[button.dataset.do ?? ""]();
  });
  created.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    if (target.id === "author-name") story.title = input("name").value;
    else if (target.id === "author-summary") story.summary = input("summary").value;
    else if (target.id === "author-task" && story.task) story.task.text = area("task").value;
    else if (target.id === "author-source") {
      draft.text = area("source").value;
      isUnsaved = true;
      return;
    } else return;
    change();
  });
  setInterval(followRun, MILLISECONDS_BETWEEN_LOOKS);
  addEventListener("beforeunload", (event) => isUnsaved && event.preventDefault());
  return created;
}
