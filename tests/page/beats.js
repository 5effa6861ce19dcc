// What is wrong with the picture of a beat: arguments[0] is its name.
const beat = arguments[0], wrong = [], MARGIN = 5;
const inView = ({ left, top, right, bottom }) =>
  left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
const at = (x, y) => document.elementFromPoint(
  Math.min(Math.max(x, 1), innerWidth - 2), Math.min(Math.max(y, 1), innerHeight - 2));

const range = document.createRange();
for (const text of document.querySelectorAll(".sentence p, .question, .because, .choice, .task .what, .actions .button")) {
  range.selectNodeContents(text);
  for (const box of range.getClientRects()) {
    if (!box.width) continue;
    const top = at((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    if (!inView(box) || !(top === text || text.contains(top) || top?.contains(text))) {
      wrong.push(`${beat}: “${text.textContent}” is not in view`);
      break;
    }
  }
}
for (const spot of document.querySelectorAll(".spotlights > *")) {
  const box = spot.getBoundingClientRect();
  // The thing itself is a little smaller than its spotlight.
  const left = box.left + MARGIN, right = box.right - MARGIN, top = box.top + MARGIN, bottom = box.bottom - MARGIN;
  const x = (left + right) / 2, y = (top + bottom) / 2;
  if (!inView({ left, top, right, bottom })) wrong.push(`${beat}: ${spot.outerHTML} is out of sight`);
  const places = [[x, y]];
  if (spot.tagName === "rect") places.push([left, top], [right, top], [left, bottom], [right, bottom]);
  if (spot.tagName === "circle") places.push([left, y], [right, y], [x, top], [x, bottom]);
  for (const [x, y] of places) {
    const over = at(x, y);
    if (!over?.closest(".stage")) wrong.push(`${beat}: ${over?.outerHTML.slice(0, 80)} covers ${spot.outerHTML}`);
  }
}
return [...new Set(wrong)];
