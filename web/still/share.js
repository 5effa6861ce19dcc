// Links, files and pictures: what only a browser can do for them. What they say is the program's
// affair, which `web/src/share.rs` answers for.
(function (root) {
  // Whatever a few bytes may unfold to: no run that a person made by hand is larger.
  const LARGEST = 2e6;
  // Many programs cut an address that is longer.
  const LONGEST_LINK = 8000;

  const element = (id) => document.getElementById(id);
  const nextFrame = () => new Promise(requestAnimationFrame);
  // The program waits for the words of the stage, and then has until the next task to draw the page.
  // What is said here, or of a run that is opened, needs the other words, too.
  const started = new Promise((start) => addEventListener("TrunkApplicationStarted", start))
    .then(() => new Promise(self.words.ready))
    .then(() => new Promise((start) => setTimeout(start)))
    .then(() => new Promise(self.words.complete));

  // Whatever goes wrong gets one sentence, and what is on screen stays.
  async function attempt(work) {
    try {
      return await work();
    } catch (why) {
      await started;
      wasmBindings.refuse(typeof why === "string" ? why : "This browser could not do it: " + why);
    }
  }

  // ---- Opening

  async function open(text, name) {
    await started;
    const why = wasmBindings.start_import(text, name);
    if (why) throw why;
    for (let frames = 0; wasmBindings.continue_import(); await nextFrame()) {
      if (++frames === 30) wasmBindings.notify(name + " holds a long run: opening it takes a moment.");
    }
  }

  // Reads at most so much, whatever a few bytes may unfold to.
  async function read(stream, name) {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const reader = stream.getReader();
    let text = "", size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      size += done ? 0 : value.length;
      if (size > LARGEST) {
        reader.cancel().catch(() => {});
        throw name + " was not opened: it is larger than 2 MB.";
      }
      try {
        text += decoder.decode(value, { stream: !done });
      } catch {
        throw name + " was not opened: it is not a text.";
      }
      if (done) return text;
    }
  }

  async function openFile(file) {
    const name = "“" + file.name.slice(0, 40) + "”";
    if (file.size > LARGEST) throw name + " was not opened: it is larger than 2 MB.";
    await open(await read(file.stream(), name), name);
  }

  async function openBeside(path) {
    const name = "“" + path.slice(0, 40) + "”";
    // The page as one file holds its stories.
    const kept = [...document.querySelectorAll("[data-story]")].find((story) => story.dataset.story === path);
    if (kept) return open(kept.textContent, name);
    const address = new URL(path, document.baseURI);
    if (address.origin !== location.origin) throw name + " was not opened: it is not beside this page.";
    const answer = await fetch(address).catch(() => {
      throw name + " was not opened: nobody answers.";
    });
    if (!answer.ok) throw name + " was not opened: it is not there.";
    await open(await read(answer.body, name), name);
  }

  // ---- Links: `#r1=412.eJx…`, the version of the form, the length, and the text, deflated with a
  // checksum.

  const through = (content, stream) => new Blob([content]).stream().pipeThrough(stream);

  async function fold(text) {
    const folded = await new Response(through(text, new CompressionStream("deflate"))).arrayBuffer();
    let letters = "";
    for (const byte of new Uint8Array(folded)) letters += String.fromCharCode(byte);
    const code = btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
    return "#r1=" + code.length + "." + code;
  }

  async function unfold(link) {
    const [, version, length, rest] = /^#r(\d+)(?:=(\d+)\.(.*))?/s.exec(link);
    if (version !== "1") throw "The link was not opened: it is of version " + version.slice(0, 9) + ", and this page reads version 1.";
    if (!length) throw "The link was not opened: it is cut short or damaged at its beginning.";
    // Mail programs like to add what ends their sentence.
    const code = rest.slice(0, length);
    const stranger = code.search(/[^\w-]/);
    if (stranger >= 0) throw "The link was not opened: it is damaged at its letter " + (link.length - rest.length + stranger + 1) + " after the address.";
    if (code.length < length) throw "The link was not opened: it is cut short, " + code.length + " of " + length.slice(0, 9) + " letters are there.";
    const letters = atob(code.replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    try {
      return await read(through(bytes, new DecompressionStream("deflate")), "The link");
    } catch (why) {
      throw typeof why === "string" ? why : "The link was not opened: it is damaged, its checksum differs.";
    }
  }

  const openLink = () => /^#r\d/.test(location.hash) && attempt(async () => open(await unfold(location.hash), "The link"));
  addEventListener("hashchange", openLink);
  if (!openLink()) started.then(() => root.dataset.scenario && attempt(() => openBeside(root.dataset.scenario)));

  // ---- The dialog

  const dialog = element("share");
  // On a phone they were opened from the help.
  const close = () => document.querySelectorAll("[popover]:popover-open").forEach((open) => open.hidePopover());
  const caption = element("caption");

  async function write() {
    const link = location.origin.replace("null", "file://") + location.pathname;
    const code = await fold(wasmBindings.script(caption.value));
    const quoted = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
    element("link").value = link + code;
    element("frame").value = `<iframe src="${quoted(link)}?embed${code}" width="800" height="600" title="${quoted(caption.value || "Raft Playground")}"></iframe>`;
    element("long").hidden = code.length + link.length < LONGEST_LINK;
  }

  dialog.addEventListener("toggle", (event) => {
    if (event.newState !== "open") return;
    element("done").textContent = "";
    // What is shared is what one sees.
    attempt(async () => {
      await started;
      wasmBindings.hold();
      await nextFrame();
      caption.value = wasmBindings.title();
      await write();
    });
  });
  caption.addEventListener("input", () => attempt(write));

  async function copy(button) {
    const field = element(button.dataset.copy);
    field.focus();
    field.select();
    // Who refuses the clipboard still finds the text selected.
    const copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
    element("done").textContent = copied ? "Copied." : "Press Ctrl+C to copy.";
  }

  function keep(content, kind, ending) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content].flat(), { type: kind }));
    link.download = "raft-" + document.querySelector("[data-clock]").dataset.seed + "." + ending;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
    element("done").textContent = link.download + " is saved.";
  }

  async function trace(form) {
    await started;
    const why = wasmBindings.start_trace(form);
    if (why) throw why;
    const pieces = [];
    for (let piece; (piece = wasmBindings.next_trace_piece()) !== undefined; await nextFrame()) pieces.push(piece);
    return pieces;
  }

  const SAVERS = {
    raft: () => keep(wasmBindings.script(caption.value), "text/plain", "raft"),
    svg: () => keep(picture().text, "image/svg+xml", "svg"),
    png: async () => {
      const canvas = document.createElement("canvas");
      await paint(canvas, 2);
      await new Promise((done) => canvas.toBlob((image) => done(keep(image, "image/png", "png"))));
    },
    ndjson: async () => keep(await trace("ndjson"), "application/x-ndjson", "ndjson"),
    mermaid: async () => keep(await trace("mermaid"), "text/plain", "mmd"),
    shiviz: async () => keep(await trace("shiviz"), "text/plain", "log"),
  };

  element("file").addEventListener("change", ({ target }) => {
    const [file] = target.files;
    close();
    if (file) attempt(() => openFile(file)).then(() => (target.value = ""));
  });

  document.addEventListener("click", (event) => {
    const { dataset = {} } = event.target.closest?.("[data-copy], [data-save], [data-open], [data-record]") ?? {};
    if (dataset.copy) attempt(() => copy(event.target));
    if (dataset.save) attempt(SAVERS[dataset.save]);
    if (dataset.open === "") element("file").click();
    if (dataset.record === "") attempt(record);
    const story = event.target.closest?.("#stories a");
    if (!story || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    close();
    attempt(() => openBeside(new URL(story.href).searchParams.get("scenario")));
  });

  const isFile = (event) => event.dataTransfer?.types.includes("Files");
  const hover = (over) => root.classList.toggle("dropping", over);
  addEventListener("dragover", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    hover(true);
  });
  addEventListener("dragleave", (event) => event.relatedTarget || hover(false));
  addEventListener("drop", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    hover(false);
    attempt(() => openFile(event.dataTransfer.files[0]));
  });

  // ---- Pictures

  const DRAWN = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline"];
  const SPOKEN = /^(aria-|data-|class$|style$|role$|tabindex$)/;

  // The stage as it looks, as a file of its own: what style sheets say stands at each element.
  function picture() {
    const stage = document.querySelector(".stage > svg");
    const { width, height } = stage.getBoundingClientRect();
    const copy = stage.cloneNode(true);
    settle(stage, copy, {});
    const colour = (name) => getComputedStyle(root).getPropertyValue(name);
    const add = (tag, attributes, text = "") => {
      const child = document.createElementNS(copy.namespaceURI, tag);
      for (const name in attributes) child.setAttribute(name, attributes[name]);
      child.textContent = text;
      return child;
    };
    const [sentence, told] = document.querySelectorAll(".say p");
    const said = sentence.firstChild.textContent;
    const lines = [...wrapped(said, width / 13, 24), ...wrapped(told?.textContent ?? "", width / 8.5, 16)];
    const foot = lines.reduce((sum, line) => sum + line.size * 1.4, 24);
    let y = height;
    for (const { text, size } of lines) copy.append(add("text", { x: width / 2, y: (y += size * 1.4), "text-anchor": "middle", "font-family": "Helvetica, Arial, sans-serif", "font-size": size, fill: colour(size > 20 ? "--ink" : "--ink2") }, text));
    copy.prepend(add("title", {}, said), add("rect", { width, height: height + foot, fill: colour("--bg") }));
    copy.setAttribute("xmlns", copy.namespaceURI);
    copy.setAttribute("viewBox", `0 0 ${width} ${height + foot}`);
    copy.setAttribute("width", width);
    copy.setAttribute("height", height + foot);
    return { text: new XMLSerializer().serializeToString(copy), width, height: height + foot };
  }

  function settle(from, to, above) {
    const style = getComputedStyle(from);
    const is = {};
    for (const name of DRAWN) is[name] = style.getPropertyValue(name);
    const paints = (paint) => is[paint] !== "none" && is[paint] !== "rgba(0, 0, 0, 0)";
    const pairs = [...from.children].map((child, place) => [child, to.children[place]]);
    if (style.display === "none" || (!from.firstChild && !paints("fill") && !paints("stroke"))) return to.remove();
    for (const { name } of [...to.attributes]) if (SPOKEN.test(name)) to.removeAttribute(name);
    for (const name of DRAWN) if (is[name] !== (name === "opacity" ? "1" : above[name])) to.setAttribute(name, is[name]);
    for (const [child, its] of pairs) settle(child, its, is);
  }

  function wrapped(text, most, size) {
    const lines = [];
    for (const word of text.split(/\s+/)) {
      const last = lines.at(-1);
      if (last && last.text.length + word.length < most) last.text += " " + word;
      else if (word) lines.push({ text: word, size });
    }
    return lines;
  }

  async function paint(canvas, scale) {
    const { text, width, height } = picture();
    const image = new Image();
    image.src = "data:image/svg+xml," + encodeURIComponent(text);
    await image.decode();
    if (scale) Object.assign(canvas, { width: width * scale, height: height * scale });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  }

  // ---- Animations

  const stop = element("recording");

  async function record() {
    close();
    const canvas = document.createElement("canvas");
    await paint(canvas, 1);
    const recorder = new MediaRecorder(canvas.captureStream());
    const pieces = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    recorder.onstop = () => keep(pieces, recorder.mimeType, /mp4/.test(recorder.mimeType) ? "mp4" : "webm");
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
  const canRecord = self.MediaRecorder && HTMLCanvasElement.prototype.captureStream;
  document.querySelector("[data-record]").hidden = !canRecord;
})(document.documentElement);
