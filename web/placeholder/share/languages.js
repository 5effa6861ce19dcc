// The menu of languages. The page is loaded again in the chosen one, with the run that is shown.
import { keepForReload } from "./entries.js";

/** The language of the page. */
export const language = document.documentElement.lang.slice(0, 2);

/** Marks the language of the page. @param {HTMLElement} menu */
export const markLanguage = (menu) =>
  menu.querySelector(`[lang="${language}"]`)?.setAttribute("aria-current", "true");

/** @param {string} chosen the tag of a language */
export function change(chosen) {
  const address = new URL(location.href);
  address.searchParams.delete("lang");
  try {
    localStorage.setItem("language", chosen);
  } catch {
    // The user has disabled storage.
    address.searchParams.set("lang", chosen);
  }
  keepForReload(address);
  location.reload();
}
