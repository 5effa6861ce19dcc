// The panel in which a story is recorded: its elements, and the items of its lists.
import { moment } from "./compose.js";

const HTML = `
<header><h2 data-text="author-title"></h2><button class="icon-button" data-do="close" data-label="author-close"><svg class="icon" viewBox="0 0 20 20"><path d="M5 5l10 10M15 5L5 15" /></svg></button></header>
<div class="fields">
  <label for="author-name" data-text="author-name"></label><input id="author-name" maxlength="200" autocomplete="off" />
  <label for="author-summary" data-text="author-summary"></label><input id="author-summary" maxlength="400" autocomplete="off" />
  <h3 data-text="author-beats"></h3>
  <ol></ol>
  <label for="author-text" data-text="author-text"></label><textarea id="author-text" rows="2"></textarea>
  <label for="author-points" data-text="author-points"></label><input id="author-points" autocomplete="off" />
  <div class="chips nodes"></div>
  <div class="row"><button class="small-button" data-do="add-beat" data-text="author-add-beat"></button></div>
  <h3 data-text="author-task"></h3>
  <div class="row no-task"><button class="small-button" data-do="begin-task" data-text="author-begin-task"></button></div>
  <div class="task-fields">
    <p class="moment"></p>
    <label for="author-task" data-text="author-task-text"></label><textarea id="author-task" rows="2"></textarea>
    <ul class="goals"></ul>
    <label for="author-goal" data-text="author-goal"></label><input id="author-goal" autocomplete="off" />
    <div class="chips suggestions"></div>
    <label class="check"><input id="author-latch" type="checkbox" /><span data-text="author-latch"></span></label>
    <div class="row"><button class="small-button" data-do="add-goal" data-text="author-add-goal"></button></div>
    <ul class="hints"></ul>
    <label for="author-hint" data-text="author-hint"></label><input id="author-hint" autocomplete="off" />
    <div class="row"><button class="small-button" data-do="add-hint" data-text="author-add-hint"></button><button class="small-button" data-do="remove-task" data-text="author-remove-task"></button></div>
  </div>
</div>
<div class="source" hidden>
  <label for="author-source" data-text="author-source"></label><textarea id="author-source" spellcheck="false" dir="ltr"></textarea>
</div>
<p class="problem" role="alert"></p>
<footer>
  <button class="small-button" data-do="save" data-text="author-save"></button><button class="small-button" data-do="try" data-text="author-try"></button><button class="small-button" data-do="edit" data-text="author-edit"></button><button class="small-button" data-do="unsaved" data-text="author-unsaved" hidden></button>
</footer>`;

/** @param {string} id */
export const say = (id) => words.say(id) ?? id;

/** Adds the panel to the page. @returns {HTMLElement} */
export function createPanel() {
  const panel = document.createElement("aside");
  Object.assign(panel, { id: "author", className: "author", innerHTML: HTML, hidden: true });
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", say("author-title"));
  for (const element of panel.querySelectorAll("[data-text]")) {
    if (element instanceof HTMLElement) element.textContent = say(element.dataset.text ?? "");
  }
  for (const element of panel.querySelectorAll("[data-label]")) {
    if (element instanceof HTMLElement) element.setAttribute("aria-label", say(element.dataset.label ?? ""));
  }
  document.body.append(panel);
  return panel;
}

/** @param {string} tag @param {(Node | string)[]} content */
export function create(tag, ...content) {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

/** @param {string} text @param {string} kind @param {() => void} act */
function button(text, kind, act) {
  const element = create("button", text);
  element.className = kind;
  element.addEventListener("click", act);
  return element;
}

/** A button that puts a text somewhere, or shows a moment. @param {string} text @param {() => void} act */
export const chip = (text, act) => button(text, "chip", act);

/** A button that removes an item of a list. @param {string} what @param {() => void} act */
export function removal(what, act) {
  const element = button(say("author-remove"), "small-button", act);
  element.setAttribute("aria-label", `${say("author-remove")}: ${what}`);
  return element;
}

/**
 * A field of a list.
 * @param {"input" | "textarea"} tag @param {string} label @param {string} value @param {(value: string) => void} change
 */
function field(tag, label, value, change) {
  const element = document.createElement(tag);
  element.value = value;
  element.setAttribute("aria-label", label);
  element.addEventListener("input", () => change(element.value));
  return element;
}

/**
 * The fields of a beat.
 * @param {import("./source.js").Beat} beat @param {() => void} change @param {() => void} remove
 */
export function beatItem(beat, change, remove) {
  const time = moment(beat.at);
  const item = create(
    "li",
    chip(time, () => wasmBindings.show(beat.at)),
    removal(beat.name, remove),
    field("textarea", `${say("author-text")} (${time})`, beat.text, (value) => {
      beat.text = value;
      change();
    }),
    field("input", `${say("author-points")} (${time})`, beat.points, (value) => {
      beat.points = value.trim();
      change();
    }),
  );
  const complaint = create("p", say("author-other-run"));
  complaint.className = "complaint";
  item.append(complaint);
  return item;
}
