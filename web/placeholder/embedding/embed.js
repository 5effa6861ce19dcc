// The custom element <raft-playground>: a frame with the page, which other pages control. The book
// describes it (`web/book/embedding.md`) and the messages (`web/book/embedding-protocol.md`).
// Importing this module on a server does nothing.
import { addressOf, expectedHeight, poster, styleOf } from "./embed_look.js";

/** The folder of the page. */
const PAGE = new URL("./", import.meta.url).href;
const VERSION = 1;
const EVENTS = ["beat", "violation", "solved", "error"];
/** The frame is loaded when the element is this near to the visible part of the page. */
const NEAR = "300px";
/** What a frame may ask for, in pixels. */
const LEAST_HEIGHT = 120, MOST_HEIGHT = 4000;
/** After this time without an answer, in milliseconds, something else than the playground was loaded. */
const PATIENCE = 60_000;
/** The page in the frame may not lead this page elsewhere. */
const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox";

/**
 * What `load` opens: the text of a scenario, a story beside the page, the end of a link, or a file.
 * @typedef {{ text?: string, story?: string, beat?: string, run?: string, src?: string }} Source
 */

/** An error with a stable code. @param {string} code @param {string} message */
const failure = (code, message) => Object.assign(new Error(message), { code });

/** The attributes with a text, and what counts without them. `lang` is a property of every element. */
const TEXTS = { src: "", run: "", story: "", beat: "", at: "", seed: "", nodes: "", speed: "", controls: "auto", theme: "auto", page: "" };

/** On a server there are no elements. */
const Base = /** @type {new () => HTMLElement & typeof TEXTS} */ (globalThis.HTMLElement ?? class {});

/** A cluster in a frame. Every attribute is a property with the same name. */
export class RaftPlayground extends Base {
  static observedAttributes = [...Object.keys(TEXTS), "lang", "autoplay", "pause-on-beats"];

  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  /** The origin of the page in the frame. */
  #origin = "";
  #sheet = /** @type {CSSStyleSheet | undefined} */ (undefined);
  #observers = /** @type {IntersectionObserver[]} */ ([]);
  #isVisible = true;
  #isWatched = false;
  /** Whether the page in the frame listens. */
  #isMet = false;
  #last = 0;
  /** The requests without an answer, by their numbers. @type {Map<number, { done: (result: any) => void, failed: (error: Error) => void }>} */
  #open = new Map();
  /** The attributes that have changed since the last microtask. @type {Set<string>} */
  #changed = new Set();
  /** Settled when the page in the frame shows its run, or when the frame is closed. @type {Promise<void> | undefined} */
  #ready;
  #settle = { done() {}, failed(/** @type {Error} */ _error) {} };

  /** Whether it plays at once; without the attribute, the page decides. @returns {boolean | undefined} */
  get autoplay() { return this.hasAttribute("autoplay") ? this.getAttribute("autoplay") !== "false" : undefined; }
  set autoplay(value) {
    if (value === undefined) this.removeAttribute("autoplay");
    else this.setAttribute("autoplay", value ? "" : "false");
  }
  get pauseOnBeats() { return this.getAttribute("pause-on-beats") !== "false"; }
  set pauseOnBeats(value) { this.setAttribute("pause-on-beats", value ? "" : "false"); }

  connectedCallback() {
    // A property may have been set before the element was defined.
    for (const name of ["autoplay", "pauseOnBeats", ...Object.keys(TEXTS)]) {
      const value = Object.getOwnPropertyDescriptor(this, name)?.value;
      if (Reflect.deleteProperty(this, name) && value !== undefined) Reflect.set(this, name, value);
    }
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.#sheet = new CSSStyleSheet();
    root.adoptedStyleSheets = [this.#sheet];
    this.#resize(expectedHeight(this.getBoundingClientRect().width || 740));
    this.#showPoster();
    if (!("IntersectionObserver" in globalThis)) return this.#openFrame();
    const near = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#openFrame();
    }, { rootMargin: NEAR });
    const visible = new IntersectionObserver((entries) => {
      this.#isVisible = entries[entries.length - 1].isIntersecting;
      this.#tellVisible();
    });
    this.#observers = [near, visible];
    for (const observer of this.#observers) observer.observe(this);
  }

  disconnectedCallback() {
    for (const observer of this.#observers) observer.disconnect();
    this.#closeFrame();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#frame) return;
    if (!this.#changed.size) queueMicrotask(() => this.#follow());
    this.#changed.add(name);
  }

  /** Continues. */
  play() { return this.#request("play", {}); }
  /** Pauses. */
  pause() { return this.#request("pause", {}); }
  /** Goes to a moment (milliseconds, or a text such as `1.2s`), or to a beat by its name. @param {number | string} to */
  seek(to) { return this.#request("seek", { to }); }
  /** Goes to the next event, or over several; back if the number is negative. @param {number} [count] */
  step(count = 1) { return this.#request("step", { count }); }
  /** Performs actions of the scenario language now, such as `crash A; X sends x=8`. @param {string} text */
  command(text) { return this.#request("command", { text }); }
  /** What is visible now. @returns {Promise<any>} */
  state() { return this.#request("state", {}); }
  /** Opens another run: the text of a scenario, or a source. @param {string | Source} source */
  async load(source) {
    const { src, ...params } = typeof source === "string" ? { text: source } : source;
    return this.#request("load", src === undefined ? params : { ...params, text: await read(src), name: src });
  }

  /** @param {string} kind @param {any} listener @param {any} [options] */
  addEventListener(kind, listener, options) {
    super.addEventListener(kind, listener, options);
    // The page writes records only for a player that somebody listens to.
    if (kind === "record" && !this.#isWatched) {
      this.#isWatched = true;
      if (this.#isMet) this.#watch();
    }
  }

  #showPoster() {
    const button = poster();
    for (const kind of ["pointerdown", "click"]) button.addEventListener(kind, () => this.#openFrame(), { once: true });
    this.shadowRoot?.replaceChildren(button);
  }

  #openFrame() {
    if (this.#frame || !this.isConnected) return;
    this.#observers[0]?.disconnect();
    const address = addressOf(this, PAGE);
    // An address such as `javascript:` would run in this page.
    if (!/^(https?|file):$/.test(address.protocol)) return this.#complain(failure("bad-page", "The attribute page must be a web address."));
    const frame = document.createElement("iframe");
    this.#origin = address.origin;
    this.#ready = new Promise((done, failed) => void (this.#settle = { done, failed }));
    this.#ready.catch(() => {});
    frame.title = this.title || "Raft Playground";
    frame.allow = "clipboard-write; fullscreen";
    frame.setAttribute("sandbox", SANDBOX);
    frame.addEventListener("load", () => setTimeout(() => {
      if (this.#frame === frame && !this.#isMet) this.#complain(failure("no-answer", `There is no playground at ${address.href}`));
    }, PATIENCE));
    frame.src = address.href;
    this.#frame = frame;
    addEventListener("message", this.#receive);
    this.shadowRoot?.prepend(frame);
  }

  #closeFrame() {
    removeEventListener("message", this.#receive);
    this.#frame?.remove();
    this.#frame = undefined;
    this.#isMet = false;
    this.#settle.failed(this.#abandon());
  }

  /** Ends the requests that nobody will answer. */
  #abandon() {
    const error = failure("closed", "The player was closed or loaded again.");
    for (const { failed } of this.#open.values()) failed(error);
    this.#open.clear();
    return error;
  }

  /** Shows what the changed attributes say. */
  #follow() {
    const names = [...this.#changed];
    this.#changed.clear();
    if (!this.#frame) return;
    if (names.every((name) => name === "beat" || name === "at")) {
      const to = names.map((name) => this.getAttribute(name)).find(Boolean);
      if (to) this.seek(to).catch((error) => this.#complain(error));
      return;
    }
    this.#closeFrame();
    this.#showPoster();
    this.#openFrame();
  }

  /** @param {string} method @param {object} params */
  async #request(method, params) {
    if (!this.isConnected) throw failure("closed", "The element is in no document.");
    this.#openFrame();
    if (!this.#frame) throw failure("bad-page", "The attribute page must be a web address.");
    await this.#ready;
    return this.#post(method, params);
  }

  /** Sends a request to the page in the frame. @param {string} method @param {object} params @returns {Promise<any>} */
  #post(method, params) {
    const id = ++this.#last;
    return new Promise((done, failed) => {
      this.#open.set(id, { done, failed });
      const origin = this.#origin === "null" ? "*" : this.#origin;
      this.#frame?.contentWindow?.postMessage({ raftPlayground: VERSION, id, method, params }, origin);
    });
  }

  #watch() {
    this.#post("watch", { records: true }).catch((error) => this.#complain(error));
  }

  #tellVisible() {
    if (this.#isMet) this.#post("visible", { visible: this.#isVisible }).catch(() => {});
  }

  /** @param {MessageEvent} message */
  #receive = ({ source, origin, data }) => {
    if (source !== this.#frame?.contentWindow || origin !== this.#origin) return;
    if (typeof data !== "object" || data === null || !("raftPlayground" in data)) return;
    const { raftPlayground, id, event, result, error, detail } = data;
    const request = this.#open.get(id);
    if (raftPlayground !== VERSION) this.#complain(failure("bad-version", "The page speaks another version of the protocol."));
    else if (request) {
      this.#open.delete(id);
      if (error) request.failed(failure(String(error.code), String(error.message)));
      else request.done(result);
    } else if (event === "listening") this.#begin();
    else if (event === "size") this.#resize(Number(detail?.height));
    else if (event === "ready") this.#arrive(detail);
    else if (event === "record" && Array.isArray(detail)) for (const record of detail) this.#dispatch(event, record);
    else if (EVENTS.includes(event)) this.#dispatch(event, detail);
    else this.#complain(failure("bad-message", "The page sent a message that is not part of the protocol."));
  };

  /** The page in the frame has been loaded, perhaps not for the first time. */
  #begin() {
    this.#abandon();
    this.#isMet = true;
    this.#post("connect", {}).catch((error) => this.#complain(error));
    this.#tellVisible();
    if (this.#isWatched) this.#watch();
  }

  /** The page in the frame shows its run. @param {unknown} state */
  async #arrive(state) {
    const { src, beat, at, autoplay } = this;
    try {
      if (src) {
        await this.#post("load", { text: await read(src), name: src });
        if (beat || at) await this.#post("seek", { to: beat || at });
        if (autoplay !== undefined) await this.#post(autoplay ? "play" : "pause", {});
        state = await this.#post("state", {});
      }
    } catch (error) {
      this.#complain(error);
    }
    const button = this.shadowRoot?.querySelector("button");
    if (button && button === this.shadowRoot?.activeElement) this.#frame?.focus();
    button?.remove();
    this.#settle.done();
    this.#dispatch("ready", state);
  }

  /** @param {number} height */
  #resize(height) {
    if (!(height > 0)) return;
    this.#sheet?.replaceSync(styleOf(Math.round(Math.min(Math.max(height, LEAST_HEIGHT), MOST_HEIGHT))));
  }

  /** @param {string} kind @param {unknown} detail */
  #dispatch(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }

  /** Reports a failure for which nobody waits. @param {any} error */
  #complain({ code, message }) {
    this.#dispatch("error", { code: code ?? "failed", message });
  }
}

/** A file of the host page, or of another site that allows it. @param {string} src */
async function read(src) {
  const answer = await fetch(new URL(src, document.baseURI)).catch(() => undefined);
  if (!answer?.ok) throw failure("not-found", `${src} could not be loaded.`);
  return answer.text();
}

for (const [name, otherwise] of Object.entries(TEXTS)) {
  Object.defineProperty(RaftPlayground.prototype, name, {
    get() { return this.getAttribute(name) ?? otherwise; },
    set(value) { this.setAttribute(name, value); },
    enumerable: true,
    configurable: true,
  });
}

if (globalThis.customElements && !customElements.get("raft-playground")) {
  customElements.define("raft-playground", RaftPlayground);
}
