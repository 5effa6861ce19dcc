// The visible page as text: every visible element with its own text, shape and colours. The ends of
// texts are omitted, since fonts differ between machines.
const SHAPE = ["d", "transform", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height", "stroke-dasharray", "pathLength", "opacity"];
const lines = [];
const walk = (element, depth) => {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.matches(".visually-hidden, script")) return;
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
