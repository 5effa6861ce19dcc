// The text that embeds the visible moment in another page. Nothing here needs a browser.

/**
 * What is embedded: a moment of a story, or else the end of a link to the run.
 * @typedef {{ story?: string, beat?: string, at?: number, run?: string }} Moment
 * How it is shown; an empty text is what the element does without the attribute.
 * @typedef {{ controls: string, theme: string, lang: string, autoplay: boolean }} Look
 */

/** @param {string} text */
const quoted = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** The attributes of the element. @param {Moment} moment @param {Look} look */
function attributesOf({ story, beat, at, run }, { controls, theme, lang, autoplay }) {
  /** @type {[string, string | undefined][]} */
  const all = [
    ["story", story],
    ["beat", beat],
    ["at", beat || at === undefined ? undefined : String(at)],
    ["run", run?.replace(/^#/, "")],
    ["controls", controls],
    ["theme", theme],
    ["lang", lang],
    ["autoplay", autoplay ? "" : undefined],
  ];
  return all.filter(([name, value]) => value || (name === "autoplay" && value === ""));
}

/** The two lines with the element. @param {string} page the address of the page @param {Moment} moment @param {Look} look */
export function tagOf(page, moment, look) {
  const attributes = attributesOf(moment, look).map(([name, value]) => (value ? `${name}="${quoted(value)}"` : name));
  return `<script type="module" src="${quoted(page)}embed.js"></script>\n<${["raft-playground", ...attributes].join(" ")}></raft-playground>`;
}

/** The address of the page with a moment. @param {string} page @param {Moment} moment @param {Partial<Look>} [look] none outside of a frame */
export function addressOf(page, { story, beat, at, run }, look) {
  /** @type {[string, string | undefined | false][]} */
  const all = [
    ["scenario", story && `stories/${story}.raft`],
    ["beat", beat],
    ["at", beat || at === undefined ? undefined : String(at)],
    ["embed", look && look.controls !== "full" && "1"],
    ["controls", look?.controls === "none" && "none"],
    ["theme", look?.theme],
    ["lang", look?.lang],
    ["autoplay", look?.autoplay && "1"],
  ];
  const query = all.filter(([, value]) => value).map(([name, value]) => `${name}=${value}`).join("&");
  return `${page}${query && "?"}${query}${run ? `#${run.replace(/^#/, "")}` : ""}`;
}

/** A frame without the element. @param {string} page @param {Moment} moment @param {Look} look @param {string} title */
export const frameOf = (page, moment, look, title) =>
  `<iframe src="${quoted(addressOf(page, moment, look))}" width="800" height="600" title="${quoted(title)}"></iframe>`;
