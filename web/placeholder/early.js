// Before the first paint: the theme, the language and the layout of the page. Later: the theme switch, copying,
// and a message if the program does not start.
(function (root, query) {
  var asked = /[?&]theme=(light|dark)(&|$)/.exec(query);
  var dark = matchMedia("(prefers-color-scheme: dark)");
  var kept, language;
  // The user may have disabled storage.
  try {
    kept = localStorage.getItem("theme");
    language = localStorage.getItem("language");
  } catch (_) {}
  function paint() {
    var chosen = asked ? asked[1] : kept;
    root.dataset.theme = /^(light|dark)$/.test(chosen) ? chosen : dark.matches ? "dark" : "light";
  }
  paint();
  dark.addEventListener("change", paint);

  // The language in the address, the chosen one, or the first of the user's that has a catalogue.
  // `en-xa` and `en-xb` are for tests: see `text.js`.
  var tags = [new URLSearchParams(query).get("lang"), language].concat(navigator.languages);
  language = (tags.map(function (tag) {
    return (/^(en-x[ab]|en|zh|es|fa)(?![a-z])/i.exec(tag) || "")[0];
  }).find(Boolean) || "en").toLowerCase();
  root.lang = language;
  root.dir = /fa|xb/.test(language) ? "rtl" : "ltr";
  var words = document.querySelector("link[href*='.ftl']");
  if (words) {
    words.href = words.href.replace("en/stage", language.slice(0, 2) + "/stage");
    words.rel = "preload";
  }

  // How far the user is in the tour: see `share/progress.js`.
  try {
    var tour = JSON.parse(localStorage.getItem("progress")).tour;
    root.dataset.tour = tour.story ? "begun" : "done";
  } catch (_) {}
  var embedded = /[?&]embed(=(1|true)?)?(&|$)/.test(query);
  root.classList.toggle("embed", embedded);
  root.classList.toggle("bare", /[?&]controls=none(&|$)/.test(query));

  // Only stage, sentence and transport, as in an embedded page, but with a way back.
  addEventListener("click", function (event) {
    if (embedded || !event.target.closest("[data-toggle=presentation]")) return;
    root.classList.toggle("embed", root.classList.toggle("presented"));
    var popover = document.querySelector(":popover-open");
    if (popover) popover.hidePopover();
    dispatchEvent(new Event("resize"));
  });
  addEventListener("click", function (event) {
    if (!event.target.closest("[data-toggle=theme]")) return;
    asked = null;
    kept = root.dataset.theme === "dark" ? "light" : "dark";
    paint();
    try { localStorage.setItem("theme", kept); } catch (_) {}
  });

  addEventListener("click", function (event) {
    var button = event.target.closest(".copy");
    if (!button) return;
    getSelection().selectAllChildren(document.querySelector(".json"));
    // This needs no permission, and leaves the text selected if it fails.
    var words = self.words;
    button.firstChild.data = words.say(document.execCommand("copy") ? "copied" : "press-to-copy");
    setTimeout(function () { button.firstChild.data = words.say("copy"); }, 2000);
  });

  function failed() {
    var sentence = document.getElementById("still");
    if (sentence) sentence.textContent = "The playground did not start. It needs a browser with WebAssembly, and the files beside this page.";
  }
  addEventListener("error", failed);
  addEventListener("unhandledrejection", failed);
})(document.documentElement, location.search);
