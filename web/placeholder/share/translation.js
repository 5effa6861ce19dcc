// Stories in the language of the page. A story is written in English; `stories/locales` has a Fluent
// file for each translation, with a text for each key of `Script::texts`.

import { language } from "./languages.js";

/** Which stories are translated into which languages. @type {Promise<import("../gallery/items.js").Item[]> | undefined} */
let index;

/** Whether a story is translated into the language of the page. @param {string} path @param {(path: string) => Promise<Response>} fetchBeside */
async function isTranslated(path, fetchBeside) {
  index ??= fetchBeside("stories/index.json").then((answer) => answer.json()).catch(() => (index = undefined));
  return (await index)?.some((item) => item.path === path && item.languages?.includes(language));
}

/**
 * The texts of a story for `start_import`; none if the page or the file is not one to translate.
 * @param {string} path of the story @param {(path: string) => Promise<Response>} fetchBeside
 */
export async function translationOf(path, fetchBeside) {
  if (language === "en" || !/^stories\/.*\.raft$/.test(path)) return undefined;
  const file = path.replace("stories/", `stories/locales/${language}/`).replace(/raft$/, "ftl");
  // Without a translation the story is English, and the program says so.
  if (!(await isTranslated(path, fetchBeside))) return "";
  return pairs(await fetchBeside(file).then((answer) => answer.text(), () => ""));
}

/** @param {string} catalog a Fluent file */
export function pairs(catalog) {
  const { body } = new FluentBundle.FluentResource(catalog);
  // A text from right to left may begin with the name of a node, which does not turn it round.
  const mark = document.documentElement.dir === "rtl" ? "\u200f" : "";
  return body.map(({ id, value }) => `${id}=${mark}${value}`).join("\0");
}
