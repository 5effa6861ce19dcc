// The run and the state of the nodes that the page shows.
import { holding } from "./compose.js";
import { readRun, unquote } from "./source.js";

/** @typedef {import("./source.js").Run} Run */

/** The visible run. */
export const visibleRun = () => readRun(wasmBindings.script(wasmBindings.title()));

/** The visible moment in microseconds. */
export function now() {
  const clock = document.querySelector("[data-clock]");
  return clock instanceof HTMLElement ? Number(clock.dataset.nowUs) : 0;
}

/** The nodes as the page shows them. */
export const visibleNodes = () =>
  [...document.querySelectorAll("[data-node]")].map((element) => {
    const { node = "", role = "", term, value = "", paused } = /** @type {HTMLElement} */ (element).dataset;
    return { name: node, role, term: Number(term), value, frozen: paused === "true" };
  });

/** The expectations that hold now. @param {Run} run */
export function holdingNow(run) {
  const sent = run.acts.flatMap(({ act }) => {
    const [, operation] = / sends (.*)$/.exec(act) ?? [];
    return operation ? [operation.startsWith('"') ? unquote(operation) : operation] : [];
  });
  const violated = [...document.querySelectorAll('[data-property][data-state="violated"]')];
  return holding(visibleNodes(), sent, violated.map((each) => each.getAttribute("data-property") ?? ""));
}
