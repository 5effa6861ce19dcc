// The gallery: the chapters of the tour, the stories and the tasks, with what the user has done of
// each. It is loaded when the user opens it first. The links are ordinary ones; `share.js` opens
// them in place.
import { merge, nameOf, parse } from "../share/progress.js";
import { doneOf, isFound, minutesOf } from "./items.js";

/** @typedef {import("./items.js").Item} Item */
/** @typedef {import("./items.js").Progress} Progress */
/**
 * What the page gives: its words, the progress that it keeps, and how to save a text as a file.
 * @typedef {{
 *   say: (id: string, named?: Record<string, string | number>) => string,
 *   read: () => Progress, write: (progress: Progress) => void, save: (text: string) => void,
 * }} Page
 */

/** @type {{ kind: Item["kind"], list: "ol" | "ul" }[]} */
const PARTS = [{ kind: "tour", list: "ol" }, { kind: "story", list: "ul" }, { kind: "task", list: "ul" }];
const LEVELS = [1, 2, 3];
/** A progress file is some kilobytes long. */
const LARGEST_FILE = 1e6;

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, unknown>} [properties] @param {(Node | string)[]} children
 */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

/**
 * Fills the dialog anew, since the user may have done something meanwhile.
 * @param {HTMLElement} dialog @param {Item[]} index @param {Page} page
 */
export function show(dialog, index, page) {
  const { say, read } = page;
  const search = make("input", { type: "search", className: "text", autocomplete: "off", placeholder: say("gallery-search-hint"), ariaLabel: say("gallery-search") });
  const level = make("select", { ariaLabel: say("gallery-level") }, make("option", { value: "" }, say("gallery-all-levels")));
  for (const number of LEVELS) level.append(make("option", { value: String(number) }, say(`gallery-level-${number}`)));
  const close = make("button", { className: "icon-button", ariaLabel: say("gallery-close"), textContent: "×" });
  close.addEventListener("click", () => dialog.hidePopover());
  const status = make("p", { role: "status" });
  const progress = read();
  const parts = PARTS.map((part) => {
    const items = index.filter(({ kind }) => kind === part.kind);
    return partOf(part, items, progress, page);
  });
  const jumps = make("nav", { ariaLabel: say("gallery-parts") });
  for (const { section, title, done, rows } of parts) {
    const jump = make("button", { className: "small-button" }, title, " ", make("small", {}, say("count-of-all", { count: done, all: rows.length })));
    jump.addEventListener("click", () => {
      section.scrollIntoView();
      section.querySelector("a")?.focus({ preventScroll: true });
    });
    jumps.append(jump);
  }

  function filter() {
    let found = 0, all = 0;
    for (const { section, rows } of parts) {
      let inPart = 0;
      for (const { row, item } of rows) {
        row.hidden = !isFound(item, search.value.trim(), Number(level.value));
        inPart += Number(!row.hidden);
      }
      section.hidden = inPart === 0;
      found += inPart;
      all += rows.length;
    }
    status.textContent = found === all ? "" : say("gallery-found", { count: found, all });
  }
  search.addEventListener("input", filter);
  level.addEventListener("change", filter);

  const head = make("div", { className: "head" }, make("div", { className: "row" }, search, level, close), jumps, status);
  dialog.replaceChildren(head, ...parts.map(({ section }) => section), keeper(page, () => show(dialog, index, page), status));
  dialog.onkeydown = (event) => moveFocus(dialog, event);
  // On a phone, focusing the field would open a keyboard over the list.
  if (!matchMedia("(pointer: coarse)").matches) search.focus();
}

/**
 * A part of the gallery.
 * @param {typeof PARTS[number]} part @param {Item[]} items
 * @param {Progress} progress @param {Page} page
 */
function partOf({ kind, list }, items, progress, { say }) {
  const title = say(`gallery-${kind}`);
  let done = 0;
  const rows = items.map((item) => {
    const state = doneOf(item, nameOf(item.path) ?? "", progress);
    done += Number(state.isDone);
    return { item, row: rowOf(item, state, say) };
  });
  const id = `gallery-${kind}`;
  const heading = make("h2", { id }, title);
  const section = make("section", {}, heading, make(list, {}, ...rows.map(({ row }) => row)));
  section.setAttribute("aria-labelledby", id);
  return { section, title, done, rows };
}

/** @param {Item} item @param {ReturnType<typeof doneOf>} state @param {Page["say"]} say */
function rowOf(item, { isDone, isBegun, acts }, say) {
  const link = make("a", { href: `?scenario=${item.path}` }, item.title);
  const facts = [say(`gallery-level-${item.level}`), item.paper, say("gallery-minutes", { count: minutesOf(item) })];
  const told = acts !== undefined ? say("gallery-solved", { count: acts }) : say(isDone ? "gallery-done" : "gallery-begun");
  const row = make("li", {}, link);
  if (isDone || isBegun) row.append(" ", make("span", { className: isDone ? "mark done" : "mark" }, isDone ? "✓ " : "", told));
  row.append(make("p", {}, item.summary), make("small", {}, facts.filter(Boolean).join(" · ")));
  return row;
}

/**
 * The buttons that save and load the progress.
 * @param {Page} page @param {() => void} again @param {HTMLElement} status
 */
function keeper({ say, read, write, save }, again, status) {
  const file = make("input", { type: "file", accept: ".json,application/json", hidden: true, ariaLabel: say("gallery-load") });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    const loaded = chosen.size < LARGEST_FILE ? parse(await chosen.text()) : undefined;
    if (!loaded) {
      status.textContent = say("gallery-no-progress", { file: chosen.name.slice(0, 40) });
      return;
    }
    const progress = read();
    merge(progress, loaded);
    write(progress);
    again();
  });
  const saver = make("button", { className: "small-button" }, say("gallery-save"));
  saver.addEventListener("click", () => save(JSON.stringify(read())));
  const loader = make("button", { className: "small-button" }, say("gallery-load"));
  loader.addEventListener("click", () => file.click());
  return make("div", { className: "row foot" }, saver, loader, file);
}

/** Moves the focus from item to item. @param {HTMLElement} dialog @param {KeyboardEvent} event */
function moveFocus(dialog, event) {
  // Here, no key is meant for the run behind the dialog.
  event.stopPropagation();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target instanceof HTMLSelectElement) return;
  const links = [...dialog.querySelectorAll("a")].filter((link) => link.checkVisibility());
  const place = links.findIndex((link) => link === document.activeElement);
  const next = place + step;
  if (next < 0) dialog.querySelector("input")?.focus();
  else links[Math.min(next, links.length - 1)]?.focus();
  event.preventDefault();
}
