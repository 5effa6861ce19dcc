// The terms in the visible texts. The program owns the elements of these texts, so the terms are
// marked by ranges, which change no element.

/** @typedef {import("./terms.js").Use} Use */
/** @typedef {(text: string) => Use[]} Find */

/** The texts: of the sentence or the story, below it, and of an answer to “Why?”. */
const TEXTS = ".sentence p, .below p, .why p";
/** These parts of a text have a meaning of their own for a click, or are no sentence. */
const OTHER = "button, a, cite, .visually-hidden";
/** The name of the marks in `style/glossary.css`. */
const MARKS = "term";
/** By how many pixels a finger may miss a term. */
const MISS = 6;

/** The pieces of a text. @param {Element} text */
function piecesOf(text) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const pieces = [];
  while (walker.nextNode()) {
    const piece = walker.currentNode;
    if (piece instanceof Text && !piece.parentElement?.closest(OTHER)) pieces.push(piece);
  }
  return pieces;
}

/** @param {Text} piece @param {Use} use */
function rangeOf(piece, { start, end }) {
  const range = document.createRange();
  range.setStart(piece, start);
  range.setEnd(piece, end);
  return range;
}

/** The visible texts in one string: it differs if one of them does. */
export const visibleTexts = () =>
  [...document.querySelectorAll(TEXTS)].map((text) => text.textContent).join("\n");

/** Where each term is used first. @param {Find} find */
export function firstUses(find) {
  /** @type {Map<Use["term"], Range>} */
  const first = new Map();
  for (const text of document.querySelectorAll(TEXTS)) {
    if (!text.checkVisibility()) continue;
    for (const piece of piecesOf(text)) {
      for (const use of find(piece.data)) {
        if (!first.has(use.term)) first.set(use.term, rangeOf(piece, use));
      }
    }
  }
  return first;
}

/** Marks the first use of each term. @param {Find} find */
export function mark(find) {
  if ("highlights" in CSS) CSS.highlights.set(MARKS, new Highlight(...firstUses(find).values()));
}

/** The place of a text at a point of the window. @param {number} x @param {number} y */
function caretAt(x, y) {
  const position = document.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/**
 * The term at a point of the window, with its place.
 * @param {Element} target the element at this point @param {number} x @param {number} y
 * @param {Find} find
 */
export function useAt(target, x, y, find) {
  if (!target.closest(TEXTS) || target.closest(OTHER)) return undefined;
  const { node, offset = 0 } = caretAt(x, y) ?? {};
  if (!(node instanceof Text) || !target.contains(node)) return undefined;
  const use = find(node.data).find(({ start, end }) => start <= offset && offset <= end);
  if (!use) return undefined;
  const range = rangeOf(node, use);
  // The caret is also beside a text, in the empty part of its line.
  const isHit = [...range.getClientRects()].some(({ left, right, top, bottom }) =>
    left - MISS <= x && x <= right + MISS && top - MISS <= y && y <= bottom + MISS);
  return isHit ? { term: use.term, range } : undefined;
}
