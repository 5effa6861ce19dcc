// The theme before the first paint, then the search. The theme is the one of the playground, which
// keeps the choice of its user under the same name.
(function (root) {
  var dark = matchMedia("(prefers-color-scheme: dark)");
  var kept;
  // The user may have disabled storage.
  try { kept = localStorage.getItem("theme"); } catch (_) {}
  function paint() {
    root.dataset.theme = /^(light|dark)$/.test(kept) ? kept : dark.matches ? "dark" : "light";
    var button = document.querySelector(".theme");
    if (button) button.textContent = root.dataset.theme === "dark" ? "Light" : "Dark";
  }
  paint();
  dark.addEventListener("change", paint);

  function search(text, list) {
    var words = text.toLowerCase().split(/\s+/).filter(Boolean);
    var found = [];
    searchIndex.forEach(function (section) {
      var title = (section[1] + " " + section[2]).toLowerCase();
      var body = section[3].toLowerCase();
      var everywhere = words.every(function (word) { return (title + " " + body).includes(word); });
      if (!everywhere) return;
      // A section whose title has the words comes first.
      var inTitle = words.filter(function (word) { return title.includes(word); }).length;
      found.push({ section: section, inTitle: inTitle, at: Math.max(0, body.indexOf(words[0])) });
    });
    found.sort(function (one, other) { return other.inTitle - one.inTitle; });
    list.hidden = !words.length;
    list.replaceChildren.apply(list, found.slice(0, 20).map(function (result) {
      var section = result.section;
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = section[0];
      link.textContent = section[2] === section[1] ? section[1] : section[1] + ": " + section[2];
      var start = Math.max(0, result.at - 60);
      var excerpt = document.createElement("p");
      excerpt.textContent = (start ? "…" : "") + section[3].slice(start, start + 180).trim() + "…";
      item.append(link, excerpt);
      return item;
    }));
    if (words.length && !found.length) list.append("Nothing found");
  }

  addEventListener("DOMContentLoaded", function () {
    paint();
    var field = document.querySelector("input[type=search]");
    var list = document.querySelector(".found");
    document.querySelector(".theme").addEventListener("click", function () {
      kept = root.dataset.theme === "dark" ? "light" : "dark";
      paint();
      try { localStorage.setItem("theme", kept); } catch (_) {}
    });
    // Most readers do not search, so the index is loaded when one begins to.
    field.addEventListener("focus", function () {
      var script = document.createElement("script");
      script.src = "search.js";
      script.onload = function () {
        field.addEventListener("input", function () { search(field.value, list); });
        search(field.value, list);
      };
      document.head.append(script);
    }, { once: true });
    list.addEventListener("click", function () { list.hidden = true; });
    addEventListener("keydown", function (event) {
      if (event.key === "Escape") list.hidden = true;
      if (event.key === "/" && event.target !== field) {
        field.focus();
        event.preventDefault();
      }
    });
  });
})(document.documentElement);
