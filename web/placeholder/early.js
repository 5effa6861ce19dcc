// Before the first paint: the theme and the layout of the page. Later: the theme switch, copying,
// and a message if the program does not start.
(function (root, query) {
  var asked = /[?&]theme=(light|dark)(&|$)/.exec(query);
  var dark = matchMedia("(prefers-color-scheme: dark)");
  var kept;
  // The user may have disabled storage.
  try { kept = localStorage.getItem("theme"); } catch (_) {}
  function paint() {
    var chosen = asked ? asked[1] : kept;
    root.dataset.theme = /^(light|dark)$/.test(chosen) ? chosen : dark.matches ? "dark" : "light";
  }
  paint();
  dark.addEventListener("change", paint);
  var embedded = /[?&]embed(=(1|true)?)?(&|$)/.test(query);
  root.classList.toggle("embed", embedded);

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
