// The texts of the page: loads the catalogues of its language and formats messages for the program.
// `early.js` has chosen the language. The catalogues are Fluent files: see
// `crates/raft-playground/locales`.
(function (root) {
  const { FluentBundle, FluentNumber, FluentResource } = self.FluentBundle;

  // Pseudo-languages for tests, made from English; `text/pseudo.rs` makes the same ones outside a
  // browser.
  const PLAIN = "aceilnorsuyACEILNORSUY", ACCENTED = "áçéíļñóŕšúýÁÇÉÍĻÑÓŔŠÚÝ";
  const MADE = {
    "en-xa": (text) => text.replace(/[a-z]/gi, (letter) => {
      const accented = ACCENTED[PLAIN.indexOf(letter)] ?? letter;
      return /[aeiou]/.test(letter) ? accented + accented : accented;
    }),
    "en-xb": (text) => text.replace(/\p{Alphabetic}+/gu, "\u202e$&\u202c"),
  };

  const language = root.lang || "en";
  const bundle = new FluentBundle(language, { useIsolating: false, transform: MADE[language] });

  // A number selects a plural form, and is written without separators.
  class Count extends FluentNumber {
    toString() {
      return String(this.value);
    }
  }

  // The source of each message by its name. A message is parsed when it is first said, because
  // parsing all of them would delay the first moving frame. No message refers to another.
  const sources = new Map();
  function patternOf(id) {
    let pattern = sources.get(id);
    if (typeof pattern === "string") {
      pattern = { parsed: new FluentResource(pattern).body[0].value };
      sources.set(id, pattern);
    }
    return pattern?.parsed;
  }

  function say(id, named = {}) {
    const pattern = patternOf(id);
    if (pattern == null) return;
    const given = {};
    for (const name in named) {
      given[name] = typeof named[name] === "number" ? new Count(named[name]) : named[name];
    }
    const errors = [];
    const text = bundle.formatPattern(pattern, given, errors);
    return errors.length ? undefined : text;
  }

  async function read(path) {
    const answer = await fetch(path + version);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  }
  // The version of the catalogues is in the address of the first, which the page preloads.
  const version = document.querySelector("link[href*='.ftl']")?.href.split(/(?=\?)/)[1] ?? "";

  // The program names a message by its number in the English catalogue, and gives arguments in the
  // order of their names. `cargo xtask catalogs` gives every catalogue the same messages.
  const FILES = ["stage", "panels", "why"], messages = {};
  function load(file) {
    const path = `locales/${language.slice(0, 2)}/${file}.ftl`;
    const add = (text) => {
      const all = text.split(/\n(?=[a-z])/).filter((source) => /^[a-z]/.test(source));
      messages[file] = all.map((source) => {
        const id = source.slice(0, source.indexOf(" "));
        sources.set(id, source);
        return id;
      });
    };
    // The single-file page contains its catalogues.
    const kept = document.querySelector(`[data-catalog="${path}"]`);
    return kept ? Promise.resolve(add(kept.textContent)) : read(path).then(add);
  }

  // The text of a message by its number; none while its file is being loaded.
  function format(number, values) {
    for (const file of FILES) {
      if (!messages[file]) break;
      const id = messages[file][number];
      if (id) {
        const names = [...new Set(variables(patternOf(id)))].sort();
        return say(id, Object.fromEntries(names.map((name, place) => [name, values[place]]))) ?? id;
      }
      number -= messages[file].length;
    }
    return "";
  }

  // The arguments of a message as `build.rs` counts them.
  function variables(part) {
    if (Array.isArray(part)) return part.flatMap(variables);
    if (part.type === "var") return part.name;
    if (part.type !== "select") return [];
    return [part.selector, ...part.variants.map(({ value }) => value)].flatMap(variables);
  }

  // The first file contains all messages of the stage. The English text of the static page is in
  // the page itself.
  const stage = load("stage");
  let shell = language === "en" ? undefined : load("shell");
  const first = shell ? Promise.all([stage, shell]).then(() => {
    document.querySelector(".code").dataset.code = language.slice(0, 2);
    translate(document);
  }) : stage;

  // The other files, the style sheets of panels and the dialogs are loaded after the stage is drawn,
  // so that they do not delay it. A panel is hidden until all are there, so a file that cannot be
  // loaded is requested again.
  let all, isComplete = false;
  async function again(load, file) {
    for (let pause = 1000; ; pause *= 2) {
      try {
        return await load(file);
      } catch {
        await new Promise((resume) => setTimeout(resume, pause));
      }
    }
  }
  const dress = (link) => new Promise((done, failed) => {
    const onerror = () => failed(sheet.remove());
    const sheet = Object.assign(link.cloneNode(), { rel: "stylesheet", onload: done, onerror });
    link.after(sheet);
  });
  const insert = async (link) => {
    const { content } = Object.assign(document.createElement("template"), {
      innerHTML: await read(link.getAttribute("href")),
    });
    if (language !== "en") {
      await first;
      translate(content);
    }
    link.replaceWith(content);
  };
  const every = (load, selector) =>
    [...document.querySelectorAll(selector)].map((link) => again(load, link));
  const loadAll = () =>
    Promise.all([
      first,
      ...FILES.slice(1).map((file) => again(load, file)),
      ...every(dress, "[data-later]"),
      ...every(insert, "[data-dialogs]"),
    ]).then(() => (isComplete = true));
  const complete = (then) => void (all ??= loadAll()).then(then);

  // A click on a button whose dialog is still being loaded opens the dialog as soon as it is there.
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[popovertarget]");
    if (button && !isComplete && !button.popoverTargetElement) complete(() => button.click());
  });

  // The static text of the page is English.
  const PLACES = { label: "aria-label", tip: "title", hint: "placeholder", about: "content" };
  function translate(part) {
    for (const element of part.querySelectorAll("[data-text]")) {
      element.textContent = say(element.dataset.text);
    }
    for (const place in PLACES) {
      for (const element of part.querySelectorAll(`[data-${place}]`)) {
        element.setAttribute(PLACES[place], say(element.dataset[place]));
      }
    }
  }

  // For `web/src/text.rs` and `share.js`.
  self.words = {
    say,
    language: () => language,
    format,
    ready: (then) => void stage.then(then),
    // The messages of the static page, for a script that shows some of them.
    shell: () => (shell ??= again(load, "shell")),
    complete,
    get isComplete() {
      return isComplete;
    },
  };
})(document.documentElement);
