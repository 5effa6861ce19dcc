// Answers the requests of the page when there is no network. With a network, each request goes there, so a
// reader never sees an old build. `cargo xtask dist` writes `offline.js`: this file below the list of `FILES`.

const FOLDER = registration.scope;
// Other copies of the page on this server keep their own files.
const PREFIX = `raft-playground ${FOLDER} `;
const CACHE = PREFIX + BUILD;
const IS_FOREIGN = new RegExp(`(locales|glossary)/(?!${location.search.slice(1)}\\b)`);

/** The address without which one file would have two: the page may be asked for by name. @param {string} url */
const named = (url) => url.replace(/[?#].*/, "").replace(/index\.html$/, "");

/**
 * Loads a file of this build: from the cache of HTTP if the page has just loaded it.
 * @param {string} url @param {string} integrity
 */
const load = (url, integrity) =>
  fetch(url, { cache: "force-cache", integrity }).catch(() => fetch(url, { cache: "reload", integrity }));

/** Keeps the files for every language and those for the language of the page: all of them, or none. */
async function keep() {
  const cache = await caches.open(CACHE);
  // The page was loaded with these options in its address.
  const pages = await clients.matchAll({ includeUncontrolled: true });
  const page = pages.find(({ url }) => named(url) === FOLDER);
  const loaded = await Promise.all(Object.entries(FILES).map(async ([address, integrity]) => {
    if (IS_FOREIGN.test(address) || (await cache.match(address))) return [];
    const url = address === "./" && page ? page.url : address;
    return [{ address, answer: await load(url, integrity) }];
  }));
  await Promise.all(loaded.flat().map(({ address, answer }) => cache.put(address, answer)));
  // With a network, the page comes from there in any case.
  await skipWaiting();
}

/** Forgets the files of other builds. */
async function forget() {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
  await clients.claim();
}

/** What was kept under this address. @param {string} url */
const kept = async (url) =>
  (await caches.match(named(url), { cacheName: CACHE, ignoreSearch: true, ignoreVary: true })) ?? Response.error();

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forget()));
addEventListener("fetch", (event) => event.respondWith(fetch(event.request).catch(() => kept(event.request.url))));
