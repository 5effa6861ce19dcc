// The state of the page's automation contract now; null until the page is ready.
const all = (selector, read) => [...document.querySelectorAll(selector)].map(read);
const middle = (element) => {
  const box = element.getBoundingClientRect();
  const round = (length) => Math.round(length * 10) / 10;
  return [round(box.x + box.width / 2), round(box.y + box.height / 2)];
};
// The share of the way between two middles that a point has passed.
const behind = (at, [from, to]) => {
  const far = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]);
  return Math.round((1000 * far(from, at)) / far(from, to)) / 1000;
};
const end = (name) => middle(document.querySelector(`[data-node="${name}"] .disc, [data-client="${name}"] circle`));
const clock = document.querySelector("[data-clock]");
if (!clock) return null;
return {
  clock: {
    now_us: Number(clock.dataset.nowUs),
    playing: clock.dataset.playing === "true",
    speed: clock.dataset.speed,
    seed: clock.dataset.seed,
  },
  nodes: all("[data-node]", (element) => ({
    name: element.dataset.node,
    role: element.dataset.role,
    term: Number(element.dataset.term),
    commit: Number(element.dataset.commit),
    last_index: Number(element.dataset.lastIndex),
    value: element.dataset.value,
    paused: element.dataset.paused === "true",
    member: element.dataset.member,
    at: middle(element),
  })),
  links: all("[data-link]", (element) => ({
    name: element.dataset.link,
    forward: element.dataset.forward,
    backward: element.dataset.backward,
  })),
  messages: all("[data-message]", (element) => ({
    kind: element.dataset.kind,
    from: element.dataset.from,
    to: element.dataset.to,
    dying: "dying" in element.dataset,
    progress: behind(middle(element), [end(element.dataset.from), end(element.dataset.to)]),
    at: middle(element),
  })),
  clients: all("[data-client]", (element) => ({
    name: element.dataset.client,
    outcome: element.dataset.outcome,
    description: element.getAttribute("aria-label"),
    at: middle(element),
  })),
  violated: all('[data-property][data-state="violated"]', (element) => element.dataset.property),
};
