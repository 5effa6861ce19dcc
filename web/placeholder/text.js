// The texts of the page: chooses a language, loads its catalogues, and formats messages for the
// program. The catalogues are Fluent files: see `crates/raft-playground/locales`.
(function (root) {
  const { FluentBundle, FluentNumber, FluentResource } = self.FluentBundle;

  // The languages with a catalogue, and those of them that are written from right to left.
  const LANGUAGES = ["en"];
  const RIGHT_TO_LEFT = ["en-XB"];

  // Pseudo-languages for tests, made from English; `text/pseudo.rs` makes the same ones outside a
  // browser.
  const PLAIN = "aceilnorsuyACEILNORSUY", ACCENTED = "áçéíļñóŕšúýÁÇÉÍĻÑÓŔŠÚÝ";
  const MADE = {
    "en-XA": (text) => text.replace(/[a-z]/gi, (letter) => {
      const accented = ACCENTED[PLAIN.indexOf(letter)] ?? letter;
      return /[aeiou]/.test(letter) ? accented + accented : accented;
    }),
    "en-XB": (text) => text.replace(/\p{Alphabetic}+/gu, "\u202e$&\u202c"),
  };

  // The language in the address, or the first available language of the user.
  function choose() {
    const asked = new URLSearchParams(location.search).get("lang");
    const made = Object.keys(MADE).find((tag) => tag.toLowerCase() === asked?.toLowerCase());
    if (made) return made;
    const wanted = asked ? [asked] : navigator.languages ?? [];
    const known = wanted.map((tag) => tag.split("-")[0].toLowerCase());
    return known.find((tag) => LANGUAGES.includes(tag)) ?? "en";
  }

  const language = choose();
  const bundle = new FluentBundle(language, { useIsolating: false, transform: MADE[language] });

  // A number selects a plural form, and is written without separators.
  class Count extends FluentNumber {
    toString() {
      return String(this.value);
    }
  }

  function say(id, named = {}) {
    const pattern = bundle.getMessage(id)?.value;
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
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  }

  // The single-file page contains its catalogues.
  function load(file) {
    const path = `locales/${language.split("-")[0]}/${file}.ftl`;
    const add = (text) => void bundle.addResource(new FluentResource(text));
    const kept = document.querySelector(`[data-catalog="${path}"]`);
    return kept ? Promise.resolve(add(kept.textContent)) : read(path).then(add);
  }

  // The first file contains all messages of the stage. The English text of the static page is in
  // the page itself.
  const stage = load("stage");
  const first = language === "en" ? stage : Promise.all([stage, load("shell")]).then(translate);

  // The other files are loaded after the stage is drawn, so that they do not delay it. A panel
  // without its catalogue is hidden, so a file that cannot be loaded is requested again.
  let all, isComplete = false;
  async function loadAgain(file) {
    for (let pause = 1000; ; pause *= 2) {
      try {
        return await load(file);
      } catch {
        await new Promise((resume) => setTimeout(resume, pause));
      }
    }
  }
  const loadAll = () =>
    Promise.all([first, ...["panels", "why"].map(loadAgain)]).then(() => (isComplete = true));

  // The text of the page before the program runs is English.
  const PLACES = { label: "aria-label", tip: "title", hint: "placeholder", about: "content" };
  function translate() {
    for (const element of document.querySelectorAll("[data-text]")) {
      element.textContent = say(element.dataset.text);
    }
    for (const place in PLACES) {
      for (const element of document.querySelectorAll(`[data-${place}]`)) {
        element.setAttribute(PLACES[place], say(element.dataset[place]));
      }
    }
  }
  root.lang = language;
  root.dir = RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";

  // For `web/src/text.rs` and `share.js`.
  self.words = {
    say,
    language: () => language,
    // A message whose file is still being loaded gives no text.
    message: (id, named) => say(id, Object.fromEntries(named)) ?? (isComplete ? undefined : ""),
    ready: (then) => void stage.then(then),
    complete: (then) => void (all ??= loadAll()).then(then),
    get isComplete() {
      return isComplete;
    },
  };
})(document.documentElement);
