// What can be seen, as text: every element that is shown, with its own words, its shape, and its colours. Where texts
// end is not in it, since fonts differ from machine to machine.
const SHAPE = ["d", "transform", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height", "stroke-dasharray", "pathLength", "opacity"];
const lines = [];
const walk = (element, depth) => {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.matches(".vh, script")) return;
  const drawn = element instanceof SVGElement;
  const style = getComputedStyle(element);
  const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim());
  const shape = drawn ? SHAPE.filter((name) => element.hasAttribute(name)).map((name) => `${name}=${element.getAttribute(name)}`) : [];
  const colours = drawn ? [style.fill, style.stroke] : [style.color, style.backgroundColor];
  lines.push("  ".repeat(depth) + [element.localName, ...element.classList, ...shape, ...colours, ...words].filter(Boolean).join(" "));
  for (const child of element.children) walk(child, depth + 1);
};
walk(document.body, 0);
return lines.join("\n");
