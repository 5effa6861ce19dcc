// Fingers: a swipe over the sentence of a story turns its pages, as the keys do, and a tap heals.

const LEAST_PIXELS = 48;

/** The key of a swipe by so many pixels; none if it is too short or too steep. @param {number} x @param {number} y @param {boolean} rightToLeft */
export function keyOf(x, y, rightToLeft) {
  if (Math.abs(x) < LEAST_PIXELS || Math.abs(x) < 2 * Math.abs(y)) return undefined;
  return x < 0 !== rightToLeft ? "PageDown" : "PageUp";
}

/** Where the finger touched the sentence. @type {Touch | undefined} */
let start;

/** Listens for swipes. */
export function listen() {
  addEventListener("touchstart", ({ target, touches }) => {
    const isOnText = target instanceof Element && target.closest(".sentence-area");
    start = isOnText && touches.length === 1 ? touches[0] : undefined;
  }, { passive: true });
  addEventListener("touchend", ({ changedTouches: [end] }) => {
    if (!start || !document.querySelector(".progress")) return;
    const rightToLeft = document.documentElement.dir === "rtl";
    const key = keyOf(end.clientX - start.clientX, end.clientY - start.clientY, rightToLeft);
    start = undefined;
    if (key) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
  // The heal button appears where a finger has just drawn a line. If the finger was quick, the
  // browser takes the next tap for the end of a swipe, and gives no click.
  addEventListener("touchend", (event) => {
    if (!(event.target instanceof HTMLElement && event.target.matches(".pill"))) return;
    event.preventDefault();
    event.target.click();
  });
}
