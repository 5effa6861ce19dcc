// What is visible, read from the page's automation contract: the data attributes of the stage.

/** @param {string} selector @param {(data: DOMStringMap) => object} read */
const all = (selector, read) =>
  [...document.querySelectorAll(selector)].map((element) => read(/** @type {HTMLElement} */ (element).dataset));

/** The attributes of the clock. @returns {DOMStringMap} */
export const clock = () => /** @type {HTMLElement | null} */ (document.querySelector("[data-clock]"))?.dataset ?? {};

/** The names of the guarantees that are broken. */
export const violated = () => all('[data-property][data-state="violated"]', ({ property }) => ({ property })).map((found) => String(Reflect.get(found, "property")));

/** The sentence below the stage, without the marks that isolate names from the direction of the text. */
export const sentence = () =>
  (document.querySelector(".sentence p")?.firstChild?.textContent ?? "").replace(/[\u2066-\u2069]/g, "").trim();

/** @param {string | undefined} story the name of the visible story */
export function state(story) {
  const { nowUs, playing, speed, seed } = clock();
  return {
    at: Number(nowUs) / 1000,
    playing: playing === "true",
    speed,
    seed,
    title: wasmBindings.title(),
    story,
    beat: wasmBindings.story_beat(),
    solvedWith: wasmBindings.solved_with(),
    sentence: sentence(),
    nodes: all("[data-node]", ({ node, role, term, commit, lastIndex, value, paused, member }) => ({
      name: node,
      role,
      term: Number(term),
      commit: Number(commit),
      lastIndex: Number(lastIndex),
      value,
      frozen: paused === "true",
      member,
    })),
    links: all("[data-link]", ({ link, forward, backward }) => ({ name: link, forward, backward })),
    messages: all("[data-message]", ({ kind, from, to, dying }) => ({ kind, from, to, lost: dying !== undefined })),
    clients: all("[data-client]", ({ client, outcome }) => ({ name: client, outcome })),
    violated: violated(),
  };
}
