// The small panel beside a term that says what it means. Time is stopped while it is open.
import { say } from "../page.js";

/** @typedef {import("./terms.js").Term} Term */

/** The distances in pixels from the term, and from the edge of the window. */
const GAP = 6, EDGE = 8;

/** @type {HTMLElement | undefined} */
let panel;
/** The element that had the focus before. @type {Element | null} */
let before = null;
/** Whether time goes on when the panel is closed. */
let resumes = false;

const isPlaying = () => document.querySelector("[data-playing]")?.getAttribute("data-playing") === "true";

/**
 * An element with this content.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, unknown>} properties @param {(Node | string)[]} content
 */
function make(tag, properties, ...content) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

/** A term as an item of a list of definitions. @param {Term} term */
export function itemOf({ id, name, means, lesson }) {
  const label = say("glossary-learn-about", { name });
  const link = make("a", { href: lesson, ariaLabel: label }, say("glossary-learn"));
  const item = make("div", {}, make("dt", {}, name), make("dd", {}, means, " ", link));
  item.dataset.term = id;
  return item;
}

function create() {
  const created = make("div", { className: "glossary panel", popover: "manual", role: "dialog", tabIndex: -1 });
  created.setAttribute("aria-label", say("glossary"));
  created.addEventListener("click", ({ target }) => {
    // Another run is opened.
    if (target instanceof Element && target.closest("a")) resumes = false;
  });
  document.body.append(created);
  return created;
}

export const isOpen = () => panel?.matches(":popover-open") ?? false;

/** Whether this element is in the panel. @param {Node} element */
export const contains = (element) => panel?.contains(element) ?? false;

/** Says what these terms mean. @param {Term[]} terms @param {DOMRect} beside where they stand */
export function open(terms, beside) {
  panel ??= create();
  if (!isOpen()) {
    before = document.activeElement;
    resumes = isPlaying();
    if (resumes) wasmBindings.hold();
    panel.showPopover();
  }
  panel.replaceChildren(make("dl", {}, ...terms.map(itemOf)));
  panel.style.setProperty("--terms", String(terms.length));
  place(panel, beside);
  panel.focus({ preventScroll: true });
}

/** Below the term if there is room for the panel, so that it does not cover the stage. @param {HTMLElement} panel @param {DOMRect} beside */
function place({ style, offsetWidth: width, offsetHeight: height }, { left, right, top, bottom }) {
  const middle = (left + right - width) / 2;
  style.left = `${Math.max(EDGE, Math.min(middle, innerWidth - width - EDGE))}px`;
  const isBelow = bottom + GAP + height <= innerHeight - EDGE;
  style.top = `${isBelow ? bottom + GAP : Math.max(EDGE, top - GAP - height)}px`;
}

/** Closes the panel. @param {boolean} goesOn whether time goes on, if it did before */
export function close(goesOn) {
  if (!panel || !isOpen()) return;
  const hadFocus = panel.contains(document.activeElement);
  panel.hidePopover();
  if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
  // If the user has started time meanwhile, it runs.
  if (goesOn && resumes) wasmBindings.play();
  resumes = false;
}
