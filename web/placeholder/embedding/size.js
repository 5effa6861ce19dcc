// The height that the page needs in a frame of this width. The page around it may follow.

/** The least and the greatest height of the stage, and its share of the width. */
const LEAST = 360, LEAST_TALL = 296, MOST = 640, WIDE = 0.5, TALL = 0.95;
/** A narrower frame has the phone's layout. */
const NARROW = 600;

/** @param {number} width */
export const stageHeight = (width) =>
  Math.round(width < NARROW ? Math.max(LEAST_TALL, Math.min(width * TALL, 420)) : Math.max(LEAST, Math.min(width * WIDE, MOST)));

/**
 * Reports the height, and a greater one when a longer text needs it. It shrinks only with another
 * width: a page that moves while one reads would be worse than a gap.
 * @param {(height: number) => void} report
 */
export function reportSize(report) {
  let width = 0, reported = 0;
  const look = () => {
    const page = document.getElementById("page")?.getBoundingClientRect();
    const stage = document.querySelector(".stage-area")?.getBoundingClientRect();
    if (!page?.width || !stage) return;
    if (page.width !== width) [width, reported] = [page.width, 0];
    const height = Math.ceil(page.height - stage.height + stageHeight(width));
    if (height <= reported) return;
    reported = height;
    report(height);
  };
  const observer = new ResizeObserver(look);
  for (const part of document.querySelectorAll("#page, .stage-area, .sentence-area")) observer.observe(part);
  look();
  return look;
}
