// Exports the stage as a picture: an SVG file that needs no style sheet.

/** The properties that a style sheet sets for an element of the stage. */
const DRAWN = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline", "direction", "unicode-bidi"];
/** Attributes that the page needs and the picture does not. */
const FOR_THE_PAGE = /^(aria-|data-|class$|style$|role$|tabindex$)/;
const NARRATION = { size: 24, width: 13 }, CAPTION = { size: 16, width: 8.5 };
const LINE = 1.4;

/** @typedef {{ text: string, width: number, height: number }} Picture */

/** The stage with the narration below it. @returns {Picture} */
export function picture() {
  const stage = /** @type {SVGSVGElement} */ (document.querySelector(".stage > svg"));
  const { width, height } = stage.getBoundingClientRect();
  const copy = /** @type {SVGSVGElement} */ (stage.cloneNode(true));
  copyStyle(stage, copy, {});
  /** @param {string} name */
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name);
  /** @param {string} tag @param {Record<string, string | number>} attributes */
  const add = (tag, attributes, text = "") => {
    const child = document.createElementNS(copy.namespaceURI, tag);
    for (const name in attributes) child.setAttribute(name, String(attributes[name]));
    child.textContent = text;
    return child;
  };
  const badge = document.querySelector(".badge");
  if (badge) {
    const { left, top, width, height } = badge.getBoundingClientRect(), { x, y } = stage.getBoundingClientRect();
    copy.append(
      add("rect", { x: left - x, y: top - y, width, height, rx: height / 2, fill: colour("--bg"), stroke: colour("--maybe") }),
      add("text", { x: left - x + width / 2, y: top - y + height / 2, "text-anchor": "middle", "dominant-baseline": "central", "font-family": "Helvetica, Arial, sans-serif", "font-size": 13, "font-weight": 700, fill: colour("--maybe") }, badge.textContent ?? ""),
    );
  }
  const [sentence, caption] = document.querySelectorAll(".sentence p");
  const narration = sentence.firstChild?.textContent ?? "";
  const lines = [
    ...wrap(narration, width / NARRATION.width).map((text) => ({ text, size: NARRATION.size, ink: "--ink" })),
    ...wrap(caption?.textContent ?? "", width / CAPTION.width).map((text) => ({ text, size: CAPTION.size, ink: "--ink2" })),
  ];
  const all = height + lines.reduce((sum, { size }) => sum + size * LINE, 24);
  let y = height;
  for (const { text, size, ink } of lines) {
    y += size * LINE;
    copy.append(add("text", { x: width / 2, y, direction: document.documentElement.dir, "text-anchor": "middle", "font-family": "Helvetica, Arial, sans-serif", "font-size": size, fill: colour(ink) }, text));
  }
  copy.prepend(add("title", {}, narration), add("rect", { width, height: all, fill: colour("--bg") }));
  const size = { xmlns: String(copy.namespaceURI), viewBox: `0 0 ${width} ${all}`, width, height: all };
  for (const [name, value] of Object.entries(size)) copy.setAttribute(name, String(value));
  return { text: new XMLSerializer().serializeToString(copy), width, height: all };
}

/**
 * Gives a copy of an element the attributes that style sheets give to the original.
 * @param {Element} from @param {Element} to @param {Record<string, string>} above
 */
function copyStyle(from, to, above) {
  const style = getComputedStyle(from);
  /** @type {Record<string, string>} */
  const is = {};
  for (const name of DRAWN) is[name] = style.getPropertyValue(name);
  const paints = (/** @type {string} */ paint) => is[paint] !== "none" && is[paint] !== "rgba(0, 0, 0, 0)";
  /** @type {[Element, Element][]} */
  const pairs = [...from.children].map((child, place) => [child, to.children[place]]);
  if (style.display === "none" || (!from.firstChild && !paints("fill") && !paints("stroke"))) return to.remove();
  for (const { name } of [...to.attributes]) if (FOR_THE_PAGE.test(name)) to.removeAttribute(name);
  for (const name of DRAWN) if (is[name] !== (name === "opacity" ? "1" : above[name])) to.setAttribute(name, is[name]);
  for (const [child, its] of pairs) copyStyle(child, its, is);
}

// Chinese is written without spaces, and its characters are as wide as two Latin ones. A line may end
// after each, but none begins with a full stop or a closing mark.
const WIDE = "\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uff60";
const PIECE = new RegExp(`[${WIDE}][，。、；：！？）”]*\\s*|[^${WIDE}\\s]+\\s*`, "g");
const IS_WIDE = new RegExp(`[${WIDE}]`, "g");
const widthOf = (/** @type {string} */ text) => text.length + (text.match(IS_WIDE)?.length ?? 0);

/** A text in lines of at most this many Latin letters, or of one word. @param {string} text @param {number} most */
export function wrap(text, most) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const piece of text.trim().replace(/\s+/g, " ").match(PIECE) ?? []) {
    if (line && widthOf((line + piece).trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line ? [...lines, line.trimEnd()] : lines;
}

/** Paints the picture on a canvas; with a scale, the canvas takes its size. @param {HTMLCanvasElement} canvas @param {number} [scale] */
export async function paint(canvas, scale) {
  const { text, width, height } = picture();
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(text);
  await image.decode();
  if (scale) Object.assign(canvas, { width: width * scale, height: height * scale });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
}
