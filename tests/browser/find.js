// Finds the control with this accessible name, within a dialog if one is named: its position,
// whether it is at hand, and whether a pointer reaches it after scrolling to it.
const [name, dialog] = arguments;
const nameOf = (element) =>
  (element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent).trim();
const dialogs = [...document.querySelectorAll("[role=dialog]")];
const scope = dialog ? dialogs.find((candidate) => nameOf(candidate) === dialog) : document;
const controls = [...(scope?.querySelectorAll("a, button, input, select, summary, [role=button], [role=slider]") ?? [])].filter(
  (control) => control.checkVisibility() && nameOf(control) === name,
);
const [control] = controls;
if (controls.length !== 1)
  return { count: controls.length, at: [0, 0], size: [0, 0], at_hand: false, reached: false };
const reach = () => {
  const box = control.getBoundingClientRect();
  const at = [box.x + box.width / 2, box.y + box.height / 2];
  return { at, size: [box.width, box.height], reached: control.contains(document.elementFromPoint(...at)) };
};
const at_hand = reach().reached;
if (!at_hand) control.scrollIntoView({ block: "center", behavior: "instant" });
return { count: 1, at_hand, ...reach() };
