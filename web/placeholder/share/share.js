// Browser functions for links, files and pictures. `web/src/share.rs` provides their content.
import { begin, returned } from "./entries.js";
import { LARGEST, decode, encode, isLink, isRefusal, readText, refusal } from "./link.js";
import { paint, picture } from "./picture.js";

// Many programs truncate a longer address.
const LONGEST_LINK = 8000;
const MILLISECONDS_TO_SAVE = 60_000;
const FRAMES_BEFORE_NOTICE = 30;

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind */
const element = (id, kind) => {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${id}`);
};
/** @param {string} id @param {Record<string, string | number>} [named] */
const say = (id, named) => words.say(id, named) ?? id;
const nextFrame = () => new Promise(requestAnimationFrame);
// The program waits for its catalogues, and draws the page in the task after that.
const started = new Promise((start) => {
  if ("wasmBindings" in self) start(undefined);
  else addEventListener("TrunkApplicationStarted", start);
})
  .then(() => new Promise((start) => words.ready(() => start(undefined))))
  .then(() => new Promise((start) => setTimeout(start)));

/**
 * Reports an error in one sentence; the visible run stays unchanged.
 * @param {() => unknown} work
 */
async function attempt(work) {
  try {
    await work();
  } catch (error) {
    await started;
    const told = typeof error === "string" ? error
      : isRefusal(error) ? say(error.id, error.named)
      : say("browser-failed", { problem: String(error) });
    wasmBindings.refuse(told);
  }
}

// ---- Opening

/**
 * @param {string} text @param {string} [name] of its file; it is of a link otherwise
 * @param {() => void} [accepted] called before the run is replaced
 */
async function open(text, name, accepted) {
  await started;
  const source = sourceOf(name);
  const problem = wasmBindings.start_import(text, name);
  if (problem) throw problem;
  accepted?.();
  for (let frames = 0; wasmBindings.continue_import(); await nextFrame()) {
    if (++frames === FRAMES_BEFORE_NOTICE) wasmBindings.notify(say("share-opening-long", { source }));
  }
}

/** @param {ReadableStream<Uint8Array>} stream @param {string} name @param {() => void} [accepted] */
async function openStream(stream, name, accepted) {
  try {
    await open(await readText(stream), name, accepted);
  } catch (error) {
    throw isRefusal(error) ? refusal(error.id, { source: sourceOf(name), ...error.named }) : error;
  }
}

/** @param {string} [name] of a file; it is of a link otherwise */
const sourceOf = (name) =>
  name === undefined ? say("source-link") : say("source-file", { name: name.slice(0, 40) });

/** @param {File} file */
function openFile(file) {
  if (file.size > LARGEST) throw refusal("open-too-large", { source: sourceOf(file.name) });
  return openStream(file.stream(), file.name, () => begin());
}

/** Opens a script from the page's server. @param {string} path @param {() => void} [accepted] */
async function openBeside(path, accepted) {
  const source = sourceOf(path);
  // The single-file page contains its stories.
  const kept = [...document.querySelectorAll("script")].find((script) => script.dataset.story === path);
  if (kept) return open(kept.textContent ?? "", path, accepted);
  const address = new URL(path, document.baseURI);
  if (address.origin !== location.origin) throw refusal("open-not-beside", { source });
  const answer = await fetch(address).catch(() => {
    throw refusal("open-no-connection", { source });
  });
  if (!answer.ok || !answer.body) throw refusal("open-not-found", { source });
  await openStream(answer.body, path, accepted);
}

async function openLink() {
  const text = await decode(location.hash).catch((error) => {
    throw isRefusal(error) ? refusal(error.id, { source: sourceOf(), ...error.named }) : error;
  });
  await open(text);
}

/** Shows the run of an entry of the browser's history, paused. @param {import("./entries.js").Entry} entry */
async function openEntry(entry) {
  const path = new URLSearchParams(location.search).get("scenario");
  if (path && (entry.at !== undefined || !entry.run)) {
    await openBeside(path);
    if (entry.at !== undefined) wasmBindings.show(entry.at);
  } else if (entry.run) await open(entry.run);
}

addEventListener("popstate", ({ state }) => {
  if (state?.run || !isLink(location.hash)) attempt(() => openEntry(state ?? {}));
});
addEventListener("hashchange", () => isLink(location.hash) && !history.state?.run && attempt(openLink));
const entry = returned();
if (entry) attempt(() => openEntry(entry));
else if (isLink(location.hash)) attempt(openLink);
else {
  started.then(() => {
    const path = document.documentElement.dataset.scenario;
    if (path) attempt(() => openBeside(path));
  });
}

// ---- The dialog

const dialog = element("share", HTMLElement);
const caption = element("caption", HTMLInputElement);
const done = element("done", HTMLElement);

// On a phone, the dialogs open from the help.
function closePopovers() {
  for (const open of document.querySelectorAll("[popover]:popover-open")) {
    if (open instanceof HTMLElement) open.hidePopover();
  }
}

async function writeLinks() {
  const page = location.origin.replace("null", "file://") + location.pathname;
  const code = await encode(wasmBindings.script(caption.value));
  /** @param {string} text */
  const quoted = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  element("link", HTMLInputElement).value = page + code;
  element("frame", HTMLInputElement).value = `<iframe src="${quoted(page)}?embed${code}" width="800" height="600" title="${quoted(caption.value || "Raft Playground")}"></iframe>`;
  element("long", HTMLElement).hidden = code.length + page.length < LONGEST_LINK;
}

dialog.addEventListener("toggle", (event) => {
  if (!("newState" in event) || event.newState !== "open") return;
  done.textContent = "";
  // The link leads to the visible moment.
  attempt(async () => {
    await started;
    wasmBindings.hold();
    await nextFrame();
    caption.value = wasmBindings.title();
    await writeLinks();
  });
});
caption.addEventListener("input", () => attempt(writeLinks));

/** @param {string} id */
async function copy(id) {
  const field = element(id, HTMLInputElement);
  field.focus();
  field.select();
  // If the browser refuses the clipboard, the text is selected instead.
  const copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
  done.textContent = say(copied ? "share-copied" : "share-press-to-copy");
}

/** Saves a file. @param {BlobPart[]} content @param {string} type @param {string} extension */
function save(content, type, extension) {
  const link = document.createElement("a");
  const clock = /** @type {HTMLElement} */ (document.querySelector("[data-clock]"));
  link.href = URL.createObjectURL(new Blob(content, { type }));
  link.download = `raft-${clock.dataset.seed}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MILLISECONDS_TO_SAVE);
  done.textContent = say("share-saved", { file: link.download });
}

/** @param {string} form */
async function trace(form) {
  await started;
  const problem = wasmBindings.start_trace(form);
  if (problem) throw problem;
  const pieces = [];
  for (let piece; (piece = wasmBindings.next_trace_piece()) !== undefined; await nextFrame()) pieces.push(piece);
  return pieces;
}

async function savePng() {
  const canvas = document.createElement("canvas");
  await paint(canvas, 2);
  /** @type {Blob | null} */
  const image = await new Promise((then) => canvas.toBlob(then));
  if (image) save([image], "image/png", "png");
}

/** @type {Record<string, () => unknown>} */
const SAVERS = {
  raft: () => save([wasmBindings.script(caption.value)], "text/plain", "raft"),
  svg: () => save([picture().text], "image/svg+xml", "svg"),
  png: savePng,
  ndjson: async () => save(await trace("ndjson"), "application/x-ndjson", "ndjson"),
  mermaid: async () => save(await trace("mermaid"), "text/plain", "mmd"),
  shiviz: async () => save(await trace("shiviz"), "text/plain", "log"),
};

const chosenFile = element("file", HTMLInputElement);
chosenFile.addEventListener("change", () => {
  const [file] = chosenFile.files ?? [];
  closePopovers();
  if (file) attempt(() => openFile(file)).then(() => (chosenFile.value = ""));
});

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : document.body;
  const button = target.closest("[data-copy], [data-save], [data-open], [data-record]");
  const wanted = button instanceof HTMLElement ? button.dataset : {};
  if (wanted.copy) attempt(() => copy(wanted.copy ?? ""));
  if (wanted.save) attempt(SAVERS[wanted.save]);
  if (wanted.open === "") chosenFile.click();
  if (wanted.record === "") attempt(record);
  const story = target.closest("#stories a");
  if (!(story instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  closePopovers();
  const path = new URL(story.href).searchParams.get("scenario") ?? "";
  attempt(() => openBeside(path, () => begin(path)));
});

/** @param {DragEvent} event @param {boolean} over */
function takeDrag(event, over) {
  if (!event.dataTransfer?.types.includes("Files")) return undefined;
  event.preventDefault();
  document.documentElement.classList.toggle("dropping", over);
  return event.dataTransfer.files[0];
}
addEventListener("dragover", (event) => void takeDrag(event, true));
addEventListener("dragleave", (event) => event.relatedTarget || document.documentElement.classList.remove("dropping"));
addEventListener("drop", (event) => {
  const file = takeDrag(event, false);
  if (file) attempt(() => openFile(file));
});

// ---- Recording

const stop = element("recording", HTMLElement);

async function record() {
  closePopovers();
  const canvas = document.createElement("canvas");
  await paint(canvas, 1);
  const recorder = new MediaRecorder(canvas.captureStream());
  /** @type {Blob[]} */
  const pieces = [];
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  recorder.onstop = () => save(pieces, recorder.mimeType, recorder.mimeType.includes("mp4") ? "mp4" : "webm");
  recorder.start();
  wasmBindings.play();
  stop.hidden = false;
  stop.focus();
  try {
    while (!stop.hidden) {
      await nextFrame();
      await paint(canvas);
    }
  } finally {
    stop.hidden = true;
    recorder.stop();
  }
}

stop.addEventListener("click", () => (stop.hidden = true));
const canRecord = "MediaRecorder" in self && "captureStream" in HTMLCanvasElement.prototype;
const recordButton = document.querySelector("[data-record]");
if (recordButton instanceof HTMLElement) recordButton.hidden = !canRecord;
