// What the custom element looks like, and which address its attributes mean.

/** The address of the page for the attributes of a player. @param {import("./embed.js").RaftPlayground} element @param {string} page where it is, if no attribute says so */
export function addressOf(element, page) {
  const address = new URL(element.page || page, document.baseURI);
  /** @param {string} name @param {string} value */
  const set = (name, value) => address.searchParams.set(name, value);
  const { controls, theme, autoplay, story, run, src } = element;
  if (controls !== "full") set("embed", "1");
  if (controls === "none") set("controls", controls);
  if (story && !src && !run) set("scenario", `stories/${story.replace(/^stories\/|\.raft$/g, "")}.raft`);
  const { beat, at, seed, nodes, speed, lang } = element;
  // A file is loaded by messages, and its beat is shown then.
  const moment = src ? {} : { beat, at };
  for (const [name, value] of Object.entries({ ...moment, seed, nodes, speed, lang })) if (value) set(name, value);
  if (theme === "light" || theme === "dark") set("theme", theme);
  if (src || autoplay === false) set("paused", "1");
  else if (autoplay) set("autoplay", "1");
  if (!element.pauseOnBeats) set("pause-on-beats", "0");
  // The end of a link, or all of it.
  if (run) address.hash = /(?:^|#)(r\d+=.*)$/s.exec(run)?.[1] ?? "";
  return address;
}

/** A child in the namespace of SVG. @param {Element} parent @param {string} tag @param {Record<string, string | number>} attributes */
function draw(parent, tag, attributes) {
  const child = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) child.setAttribute(name, String(value));
  return parent.appendChild(child);
}

/** A picture of five nodes, which is a button. It is drawn without inline styles, which a host page may forbid. */
export function poster() {
  const button = document.createElement("button");
  button.setAttribute("aria-label", "Raft Playground");
  const picture = draw(button, "svg", { viewBox: "-100 -100 200 200", "aria-hidden": "true" });
  const places = [0, 1, 2, 3, 4].map((place) => {
    const turn = (place * 2 * Math.PI) / 5;
    return [70 * Math.sin(turn), -70 * Math.cos(turn)].map(Math.round);
  });
  for (const [x1, y1] of places) for (const [x2, y2] of places) draw(picture, "path", { d: `M${x1} ${y1}L${x2} ${y2}` });
  for (const [cx, cy] of places) draw(picture, "circle", { cx, cy, r: 16 });
  draw(picture, "path", { class: "play", d: "M-13-18L20 0L-13 18z" });
  return button;
}

/** The style sheet of a player. @param {number} height */
export const styleOf = (height) => `
  :host { display: block; position: relative; height: ${height}px; color-scheme: light dark; }
  :host([hidden]) { display: none; }
  :host([theme="light"]) { color-scheme: light; }
  :host([theme="dark"]) { color-scheme: dark; }
  iframe, button { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; padding: 0; color-scheme: normal; }
  button { color-scheme: inherit; background: light-dark(#fff, #15171a); cursor: pointer; }
  button:focus-visible { outline: 3px solid #2a6fdb; outline-offset: -3px; }
  svg { display: block; width: 100%; height: min(70%, 420px); margin: auto; }
  path { stroke: light-dark(#d5d9de, #3a4048); stroke-width: 1.5; }
  circle { fill: #4682b4; }
  .play { fill: light-dark(#1c2733, #f0f2f4); stroke: none; }
`;

/** The height before the page has reported its own. @param {number} width */
export const expectedHeight = (width) => Math.round(Math.max(360, Math.min(width / 2, 640)) + 190);
