// The dialogs for links, files, pictures and stories. `web/src/share.rs` provides their content.
import { record as recordStory, shared } from "./author/recorder.js";
import { start as startGlossary } from "./glossary/glossary.js";
import { begin } from "./entries.js";
import { change, language, markLanguage } from "./languages.js";
import { encode } from "./link.js";
import { keepOffline } from "./offline.js";
import { continueTour, fetchBeside, firstOpened, open, openBeside, openFile, tell, visibleStory } from "./opening.js";
import { attempt, closePopovers, download, element, nextFrame, say, started } from "./page.js";
import { paint, picture } from "./picture.js";
import { nameOf, pathOf, read, write } from "./progress.js";
import { listen } from "./swipe.js";
import { trace } from "./trace.js";

// Many programs truncate a longer address.
const LONGEST_LINK = 8000;

// The dialogs are loaded after the stage, perhaps after this script.
const caption = () => element("caption", HTMLInputElement);
/** @param {string} [sentence] */
const report = (sentence = "") => void (element("done", HTMLElement).textContent = sentence);

async function writeLinks() {
  const page = location.origin.replace("null", "file://") + location.pathname;
  const code = await encode(shared(caption().value));
  element("link", HTMLInputElement).value = page + code;
  element("long", HTMLElement).hidden = code.length + page.length < LONGEST_LINK;
}

const canRecord = "MediaRecorder" in self && "captureStream" in HTMLCanvasElement.prototype;

function showShare() {
  report();
  const recordButton = document.querySelector("[data-record]");
  if (recordButton instanceof HTMLElement) recordButton.hidden = !canRecord;
  // The link leads to the visible moment.
  attempt(async () => {
    await started;
    wasmBindings.hold();
    await nextFrame();
    caption().value = wasmBindings.title();
    await writeLinks();
  });
}

/** @param {string} id */
async function copy(id) {
  const field = element(id, HTMLInputElement);
  field.focus();
  field.select();
  // If the browser refuses the clipboard, the text is selected instead.
  const copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
  report(say(copied ? "share-copied" : "share-press-to-copy"));
}

/** Saves a file. @param {BlobPart[]} content @param {string} type @param {string} extension */
function save(content, type, extension) {
  const clock = /** @type {HTMLElement} */ (document.querySelector("[data-clock]"));
  const file = `raft-${clock.dataset.seed}.${extension}`;
  download(content, type, file);
  report(say("share-saved", { file }));
}

/**
 * Saves the trace up to the visible moment.
 * @param {import("./trace.js").Format} format @param {string} type @param {string} extension
 */
async function saveTrace(format, type, extension) {
  await started;
  save(await trace(wasmBindings.script(""), format, wasmBindings.events()), type, extension);
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
  raft: () => save([shared(caption().value)], "text/plain", "raft"),
  svg: () => save([picture().text], "image/svg+xml", "svg"),
  png: savePng,
  ndjson: () => saveTrace("ndjson", "application/x-ndjson", "ndjson"),
  mermaid: () => saveTrace("mermaid", "text/plain", "mmd"),
  shiviz: () => saveTrace("shiviz", "text/plain", "log"),
};

/** What the recording of a story needs of the page. */
const AUTHOR = {
  open,
  /** @param {string} text @param {string} file */
  save: (text, file) => download([text], "text/plain", file),
};

/** What a frame and the Embed dialog need of the page. @type {import("../embedding/embedding.js").Page} */
const EMBEDDED = {
  say,
  shared,
  opened: firstOpened,
  story: visibleStory,
  // Going back is a matter of the page around the frame.
  open: (text, name) => open(text, name, () => begin(undefined, undefined, "replaceState")),
  openStory: (story) => {
    const path = pathOf(nameOf(story) ?? story);
    return openBeside(path, () => begin(path, undefined, "replaceState"));
  },
};

async function showEmbedding() {
  const title = caption().value;
  const [{ showDialog }] = await Promise.all([loadEmbedding(), words.shell()]);
  await showDialog(EMBEDDED, title);
}

/** @param {HTMLInputElement} field */
function openChosen(field) {
  const [file] = field.files ?? [];
  closePopovers();
  if (file) attempt(() => openFile(file)).then(() => (field.value = ""));
}
document.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.id === "file") openChosen(target);
});
document.addEventListener("input", ({ target }) => {
  if (target instanceof Element && target.id === "caption") attempt(writeLinks);
});

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : document.body;
  const button = target.closest("[data-copy], [data-embed], [data-save], [data-open], [data-record], [data-author]");
  const wanted = button instanceof HTMLElement ? button.dataset : {};
  if (wanted.copy) attempt(() => copy(wanted.copy ?? ""));
  if (wanted.embed === "") attempt(showEmbedding);
  if (wanted.save) attempt(SAVERS[wanted.save]);
  if (wanted.open === "") element("file", HTMLInputElement).click();
  if (wanted.record === "") attempt(record);
  if (wanted.author === "") {
    closePopovers();
    attempt(() => recordStory(AUTHOR));
  }
  if (target.id === "recording" && target instanceof HTMLElement) target.hidden = true;
  const chosen = target.closest("#languages a");
  if (chosen instanceof HTMLAnchorElement) {
    event.preventDefault();
    change(chosen.lang);
  }
  const link = target.closest("a[href^='?scenario=']");
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const { searchParams } = new URL(link.href);
  const path = searchParams.get("scenario") ?? "";
  if ("tour" in link.dataset) continueTour(path);
  else tell(path, searchParams.get("beat") ?? undefined);
});

/** @param {DragEvent} event @param {boolean} over */
function takeDrag(event, over) {
  if (!event.dataTransfer?.types.includes("Files")) return undefined;
  event.preventDefault();
  document.documentElement.classList.toggle("dropping", over);
  document.documentElement.dataset.drop = say("share-drop-here");
  return event.dataTransfer.files[0];
}
addEventListener("dragover", (event) => void takeDrag(event, true));
addEventListener("dragleave", (event) => event.relatedTarget || document.documentElement.classList.remove("dropping"));
addEventListener("drop", (event) => {
  const file = takeDrag(event, false);
  if (file) attempt(() => openFile(file));
});

// ---- The gallery

/** @param {HTMLElement} gallery */
function showStories(gallery) {
  attempt(async () => {
    const [{ show }] = await Promise.all([loadGallery(), words.shell(), started]);
    const folder = language === "en" ? "stories" : `stories/locales/${language}`;
    const index = await (await fetchBeside(`${folder}/index.json`)).json();
    /** @param {string} text */
    const saveProgress = (text) => download([text], "application/json", "raft-progress.json");
    show(gallery, index, { say, read, write, save: saveProgress });
  });
}

/** @type {Record<string, (dialog: HTMLElement) => void>} */
const OPENED = { share: showShare, stories: showStories, languages: markLanguage };
// These events do not bubble.
document.addEventListener("beforetoggle", ({ target, newState }) => {
  if (newState === "open" && target instanceof HTMLElement) OPENED[target.id]?.(target);
}, true);

// ---- Recording

async function record() {
  closePopovers();
  const stop = element("recording", HTMLElement);
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

listen();
startGlossary();
keepOffline();
const isFramed = parent !== self;
if (isFramed || /[?&](autoplay|pause-on-beats)(=|&|$)/.test(location.search)) {
  attempt(async () => {
    const { follow, listen: listenToHost } = await loadEmbedding();
    follow(EMBEDDED);
    if (isFramed) listenToHost(EMBEDDED);
  });
}
