// The messages between a page and the playground in its frame. The book describes them:
// `web/book/embedding-protocol.md`. Nothing here needs a browser.

/** The version of the protocol, which every message names. */
export const VERSION = 1;
/** How many requests may wait for their answers. */
export const MOST_WAITING = 100;
/** The longest texts, in characters. */
const LONGEST = { script: 2e6, actions: 10_000, name: 200 };
const MOST_STEPS = 100;
/** In simulated microseconds. */
const HOUR = 3.6e9;

/**
 * @typedef {{ code: string, message: string }} Problem
 * @typedef {{ id: number | string, method: string, params: Record<string, any> }} Request
 */

/** @param {string} code @param {string} message @returns {Problem} */
export const problem = (code, message) => ({ code, message });

/** @typedef {(value: unknown) => string | undefined} Check what is wrong with a value */

/** @type {(longest: number) => Check} */
const text = (longest) => (value) =>
  typeof value !== "string" ? "must be a text" : value.length > longest ? `is longer than ${longest} characters` : undefined;
/** @type {Check} */
const yesOrNo = (value) => (typeof value === "boolean" ? undefined : "must be true or false");
/** @type {Check} */
const steps = (value) =>
  Number.isInteger(value) && Math.abs(Number(value)) <= MOST_STEPS ? undefined : `must be a whole number from -${MOST_STEPS} to ${MOST_STEPS}`;
/** @type {Check} */
const place = (value) => {
  const wrong = typeof value === "number" ? undefined : text(LONGEST.name)(value);
  if (wrong) return wrong;
  const at = momentOf(/** @type {number | string} */ (value));
  // A later moment would take minutes to reach. A name of a beat is no moment.
  return at === undefined || (at >= 0 && at <= HOUR) ? undefined : "must be a moment of the first hour, or a beat";
};
/** @type {Check} */
const story = (value) =>
  typeof value === "string" && /^(?:stories\/)?(?:[\w-]+\/)?[\w-]{1,100}(?:\.raft)?$/.test(value) ? undefined : "must be the path of a story, such as partition or tour/3-leader-election";
/** @param {Check} check @returns {Check} */
const optional = (check) => (value) => (value === undefined ? undefined : check(value));

/** The parameters of each method. @type {Record<string, Record<string, Check>>} */
const METHODS = {
  connect: {},
  play: {},
  pause: {},
  state: {},
  seek: { to: place },
  step: { count: optional(steps) },
  command: { text: text(LONGEST.actions) },
  load: {
    text: optional(text(LONGEST.script)),
    name: optional(text(LONGEST.name)),
    story: optional(story),
    beat: optional(text(LONGEST.name)),
    run: optional(text(LONGEST.script)),
  },
  visible: { visible: yesOrNo },
  watch: { records: yesOrNo },
};

/** Whether a message claims to be one of this protocol. @param {unknown} data @returns {data is Record<string, unknown>} */
export const isOurs = (data) => typeof data === "object" && data !== null && "raftPlayground" in data;

/** The number of a request, for the answer that refuses it. @param {Record<string, unknown>} data */
export const idOf = ({ id }) =>
  Number.isSafeInteger(id) || (typeof id === "string" && id.length <= LONGEST.name) ? /** @type {number | string} */ (id) : undefined;

/**
 * Reads a request, and only those of its parameters that its method has. Throws a problem.
 * @param {Record<string, unknown>} data @returns {Request}
 */
export function readRequest(data) {
  const { raftPlayground, method, params = {} } = data, id = idOf(data);
  if (raftPlayground !== VERSION) throw problem("bad-version", `This page speaks version ${VERSION} of the protocol.`);
  if (id === undefined) throw problem("bad-message", "A request has an id: a whole number or a short text.");
  const wanted = typeof method === "string" && Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!wanted) throw problem("unknown-method", `The methods are ${Object.keys(METHODS).join(", ")}.`);
  if (typeof params !== "object" || params === null) throw problem("bad-params", "params must be an object.");
  /** @type {Record<string, any>} */
  const read = {};
  for (const [name, check] of Object.entries(wanted)) {
    const value = Object.hasOwn(params, name) ? Reflect.get(params, name) : undefined;
    const wrong = check(value);
    if (wrong) throw problem(wrong.includes("longer") ? "too-large" : "bad-params", `${name} ${wrong}.`);
    if (value !== undefined) read[name] = value;
  }
  if (method === "load" && ["text", "story", "run"].filter((name) => name in read).length !== 1) {
    throw problem("bad-params", "load needs one of text, story and run.");
  }
  return { id, method: String(method), params: read };
}

/** A moment such as `1200`, `300ms` or `1.2s` in simulated microseconds; none if it is the name of a beat. @param {number | string} to */
export function momentOf(to) {
  if (typeof to === "number") return Math.round(to * 1000);
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(ms|s)?$/.exec(to) ?? [];
  return digits === undefined ? undefined : Math.round(Number(digits) * (unit === "s" ? 1e6 : 1e3));
}
