// The button in a frame that opens the visible run in the whole page, in a tab of its own.
import { encode } from "../share/link.js";
import { addressOf } from "./snippet.js";

/** @typedef {import("./embedding.js").Page} Page */

/** The address of the page without its parameters. */
export const pageAddress = () => location.origin.replace("null", "file://") + location.pathname;

/** What is visible: a moment of a story in which the user has not acted, or else the run. @param {Page} page @param {string} title */
export async function visibleMoment(page, title) {
  const story = page.story(), at = wasmBindings.story_moment();
  if (story && at !== undefined) return { story, beat: wasmBindings.story_beat(), at: at / 1000 };
  return { run: await encode(page.shared(title)) };
}

/** @param {Page} page */
export async function offerPlayground(page) {
  await Promise.all([page.opened, words.shell()]);
  const link = document.createElement("a");
  Object.assign(link, { className: "icon-button out", href: pageAddress(), target: "_blank", rel: "noopener" });
  link.ariaLabel = link.title = page.say("embed-in-playground");
  link.textContent = "↗";
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const { lang } = document.documentElement;
    const asked = new URLSearchParams(location.search);
    const look = { theme: asked.get("theme") ?? "", lang: asked.has("lang") ? lang : "", controls: "full", autoplay: false };
    open(addressOf(pageAddress(), await visibleMoment(page, wasmBindings.title()), look), "_blank", "noopener");
  });
  document.getElementById("page")?.append(link);
}
