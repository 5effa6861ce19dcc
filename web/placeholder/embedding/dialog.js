// The Embed dialog: the two lines that put the visible moment into another page, or a plain frame,
// with a preview.
import { pageAddress, visibleMoment } from "./playground_link.js";
import { addressOf, frameOf, tagOf } from "./snippet.js";

/**
 * @typedef {import("./embedding.js").Page} Page
 * @typedef {import("./snippet.js").Look} Look
 */

/** @type {{ name: "controls" | "theme" | "lang", label: string, choices: [string, string][] }[]} value and word; a word without a message is a name */
const CHOICES = [
  { name: "controls", label: "embed-controls", choices: [["", "embed-controls-auto"], ["none", "embed-controls-none"], ["full", "embed-controls-full"]] },
  { name: "theme", label: "embed-theme", choices: [["", "embed-theme-auto"], ["light", "embed-theme-light"], ["dark", "embed-theme-dark"]] },
  { name: "lang", label: "language", choices: [["", "embed-language-auto"], ["en", "English"], ["zh", "简体中文"], ["es", "Español"], ["fa", "فارسی"]] },
];

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

/** Opens the dialog for the visible moment. @param {Page} page @param {string} title what people should notice */
export async function showDialog(page, title) {
  const moment = await visibleMoment(page, title);
  const { say } = page, address = pageAddress(), folder = new URL(".", address).href;
  document.getElementById("embedding")?.remove();
  /** @type {Look} */
  const look = { controls: "", theme: "", lang: "", autoplay: false };
  const selects = CHOICES.map(({ name, label, choices }) => {
    const options = choices.map(([value, word]) => make("option", { value }, say(word)));
    const select = make("select", {}, ...options);
    select.addEventListener("change", () => {
      look[name] = select.value;
      write();
    });
    return make("label", {}, say(label), select);
  });
  const autoplay = make("input", { type: "checkbox" });
  autoplay.addEventListener("change", () => {
    look.autoplay = autoplay.checked;
    write();
  });
  const preview = make("iframe", { title: say("embed-preview") });
  const done = make("p", { role: "status" });
  const tag = code(say("embed-tag"), say("embed-copy-tag"), say, done);
  const frame = code(say("embed-frame"), say("embed-copy-frame"), say, done);
  const close = make("button", { className: "icon-button", ariaLabel: say("gallery-close"), textContent: "×" });
  const dialog = make(
    "div",
    { id: "embedding", className: "panel", popover: "auto", role: "dialog", ariaLabel: say("embed-title") },
    make("div", { className: "head" }, make("h2", {}, say("embed-title")), close),
    make("div", { className: "looks" }, ...selects, make("label", {}, autoplay, say("embed-autoplay"))),
    make("h3", {}, say("embed-preview")),
    make("div", { className: "preview" }, preview),
    tag.part,
    frame.part,
    done,
  );
  close.addEventListener("click", () => dialog.hidePopover());
  dialog.addEventListener("toggle", () => dialog.matches(":popover-open") || dialog.remove());
  // The element lies beside a published page; a page on a disk is a single file.
  tag.part.hidden = location.protocol === "file:";
  function write() {
    tag.field.value = tagOf(folder, moment, look);
    frame.field.value = frameOf(address, moment, look, title || "Raft Playground");
    preview.src = addressOf(address, moment, look);
    done.textContent = "";
  }
  document.body.append(dialog);
  write();
  dialog.showPopover();
  dialog.querySelector("select")?.focus();
}

/** A text to copy. @param {string} label @param {string} action @param {Page["say"]} say @param {HTMLElement} done */
function code(label, action, say, done) {
  const field = make("textarea", { readOnly: true, rows: 3, spellcheck: false, ariaLabel: label, dir: "ltr" });
  const button = make("button", { className: "small-button", ariaLabel: action }, say("share-copy"));
  button.addEventListener("click", async () => {
    field.focus();
    field.select();
    // If the browser refuses the clipboard, the text is selected instead.
    const copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
    done.textContent = say(copied ? "share-copied" : "share-press-to-copy");
  });
  return { field, part: make("section", {}, make("div", { className: "row" }, make("h3", {}, label), button), field) };
}
