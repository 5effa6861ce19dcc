// The glossary: marks the terms of the trade in the visible texts. A click on one, or a key, says
// what it means and where the tour teaches it. The help lists all of them.
import { language } from "../languages.js";
import { fetchBeside } from "../opening.js";
import { started } from "../page.js";
import { firstUses, mark, useAt, visibleTexts } from "./marks.js";
import { close, contains, isOpen, itemOf, open } from "./popover.js";
import { finder, termsOf } from "./terms.js";

/** For how long a text must stand before its terms are marked. */
const MILLISECONDS_TO_STAND = 250;
const KEY = "g";
/** A click on these acts on the run, or elsewhere, so it decides whether time runs. */
const CONTROLS = "button, a, input, select, textarea, summary, label, svg *";

/**
 * The terms in the language of the page, and what finds them in a text.
 * @typedef {{ terms: import("./terms.js").Term[], find: import("./marks.js").Find }} Glossary
 */

async function read() {
  await started;
  const [file] = await Promise.all([fetchBeside(`glossary/${language}.ftl`), words.shell()]);
  const { body } = new FluentBundle.FluentResource(await file.text());
  const terms = termsOf(body, language);
  return { terms, find: finder(terms, language) };
}

/** @type {Glossary | undefined} */
let glossary;
/** @type {Promise<Glossary> | undefined} */
let loading;
/** Loads the glossary; after a failure, again. */
const load = () =>
  (loading ??= read().then((read) => (glossary = read), (error) => {
    loading = undefined;
    throw error;
  }));

/** Marks the terms of each text that stands for a moment, while time runs or not. @param {Glossary} glossary */
function watch({ find }) {
  const narration = document.querySelector(".narration");
  if (!narration) return;
  let texts = "", timer = 0;
  const follow = () => {
    const visible = visibleTexts();
    if (visible === texts) return;
    texts = visible;
    close(false);
    clearTimeout(timer);
    timer = setTimeout(() => mark(find), MILLISECONDS_TO_STAND);
  };
  new MutationObserver(follow).observe(narration, { childList: true, characterData: true, subtree: true });
  follow();
}

/** Says what the terms of the visible texts mean, or shows all terms. */
async function explainAll() {
  const { find } = await load();
  const uses = firstUses(find);
  const [first] = uses.values();
  if (first) {
    const text = first.commonAncestorContainer.parentElement ?? document.body;
    open([...uses.keys()], text.getBoundingClientRect());
    return;
  }
  const list = document.querySelector("#help .glossary");
  document.getElementById("help")?.showPopover();
  if (list instanceof HTMLDetailsElement) {
    list.open = true;
    list.scrollIntoView();
    list.querySelector("summary")?.focus();
  }
}

/** Fills the list of the help. */
async function fillList() {
  const list = document.querySelector("#help .glossary dl");
  if (!list || list.firstChild) return;
  const { terms } = await load();
  list.replaceChildren(...terms.map(itemOf));
}

/** @param {MouseEvent} event */
function click({ target, clientX, clientY, detail }) {
  if (!(target instanceof Element) || contains(target)) return;
  // Selecting a text is no click on it. A click by a key has no place.
  const isSelecting = getSelection()?.isCollapsed === false;
  const use = glossary && detail > 0 && !isSelecting ? useAt(target, clientX, clientY, glossary.find) : undefined;
  if (use) open([use.term], use.range.getBoundingClientRect());
  else close(!target.closest(CONTROLS));
}

/** @param {KeyboardEvent} event */
function press(event) {
  const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event;
  if (defaultPrevented || ctrlKey || metaKey || altKey) return;
  if (!(target instanceof Element) || target.closest("input, textarea, select")) return;
  if (key.toLowerCase() !== KEY) return;
  event.preventDefault();
  if (isOpen()) close(true);
  else explainAll().catch(() => {});
}

/** Starts the glossary. */
export function start() {
  document.addEventListener("click", click);
  addEventListener("keydown", press);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    // The key closes only this.
    event.stopPropagation();
    close(true);
  }, true);
  // These events do not bubble.
  document.addEventListener("beforetoggle", ({ target, newState }) => {
    if (newState !== "open" || !(target instanceof HTMLElement) || contains(target)) return;
    close(false);
    if (target.id === "help") fillList().catch(() => {});
  }, true);
  let isMoving = false;
  addEventListener("pointermove", ({ target, clientX, clientY }) => {
    if (isMoving || !glossary || !(target instanceof Element)) return;
    const { find } = glossary;
    isMoving = true;
    requestAnimationFrame(() => {
      isMoving = false;
      document.documentElement.classList.toggle("on-term", !!useAt(target, clientX, clientY, find));
    });
  });
  load().then(watch, () => {});
}
