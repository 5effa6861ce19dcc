// The terms of the trade: what each means, where a text uses it, and which beat of the tour teaches
// it. The words are in `web/glossary`, a Fluent file for each language; `en.ftl` explains the forms.

/**
 * @typedef {{ id: string, name: string, means: string, forms: string[], lesson: string }} Term
 * A place of a text that uses a term.
 * @typedef {{ term: Term, start: number, end: number }} Use
 * An entry of a Fluent file.
 * @typedef {{ id: string, value: unknown, attributes: Record<string, unknown> }} Entry
 */

/** The beat that teaches a term, after its chapter. @type {Record<string, string>} */
export const BEATS = {
  "consensus": "1-the-problem/consensus",
  "state-machine": "1-the-problem/state-machine",
  "leader": "2-raft-at-a-glance/leader",
  "follower": "2-raft-at-a-glance/followers",
  "candidate": "3-leader-election/candidate",
  "election": "3-leader-election/second-leader",
  "election-timeout": "3-leader-election/random",
  "term": "3-leader-election/clock",
  "vote": "3-leader-election/one-vote",
  "voter": "5-partitions/survives",
  "majority": "3-leader-election/majority",
  "quorum": "3-leader-election/majority",
  "split-vote": "3-leader-election/split",
  "heartbeat": "3-leader-election/heartbeat",
  "log": "4-log-replication/logs",
  "entry": "4-log-replication/append",
  "index": "4-log-replication/matching",
  "no-op": "2-raft-at-a-glance/no-op",
  "commit": "4-log-replication/commit",
  "commit-index": "4-log-replication/followers-commit",
  "apply": "1-the-problem/state-machine",
  "consistency-check": "4-log-replication/consistency-check",
  "partition": "5-partitions/split",
  "pre-vote": "6-safety/pre-vote",
  "retry": "7-clients/once",
  "linearizable": "7-clients/stale-read",
  "stale-read": "7-clients/stale-read",
  "read-index": "7-clients/read-index",
  "lease": "7-clients/lease",
  "snapshot": "8-growing-up/snapshot",
  "membership": "8-growing-up/added",
  "joint-membership": "8-growing-up/joint",
  "learner": "8-growing-up/newcomer",
  "transfer": "8-growing-up/handed-over",
};

/** The address of the beat that teaches a term. @param {string} beat as in `BEATS` */
function lessonOf(beat) {
  const [chapter, name] = beat.split("/");
  return `?scenario=stories/tour/${chapter}.raft&beat=${name}`;
}

/** The terms of a glossary in the order of the alphabet. @param {Entry[]} entries @param {string} language */
export function termsOf(entries, language) {
  const { compare } = new Intl.Collator(language);
  return entries
    .map(({ id, value, attributes }) => ({
      id,
      name: String(value),
      means: String(attributes.means),
      forms: String(attributes.forms).split(",").map((form) => form.trim()),
      lesson: lessonOf(BEATS[id]),
    }))
    .sort((first, second) => compare(first.name, second.name));
}

// What stands between the words of a text. A hyphen or a joiner of Persian letters is part of a word.
const NO_LETTER_BEFORE = "(?<![\\p{L}\\p{M}\\p{N}\\u200c-])";
const NO_LETTER_AFTER = "(?![\\p{L}\\p{M}\\p{N}\\u200c]|-\\p{L})";
/** The endings of a word. Chinese has none, and no space between words. @type {Record<string, string>} */
const ENDINGS = {
  en: "s?",
  es: "(?:e?s)?",
  fa: "(?:\\u0654|[یشم]|\\u200c?(?:ان(?:ش|شان)?|ای|اند|اش|شان|ها(?:یی|ی|یش|یشان)?))?",
};

/** A form as a regular expression. @param {string} form @param {string} language */
function expressionOf(form, language) {
  const [, before, marked, after] = /^(.*)\[(.*)\](.*)$/.exec(form) ?? ["", "", form, ""];
  const [left, word, right] = [before, marked, after].map((part) =>
    part.replace(/[.*+?^$\\]/g, "\\$&").replaceAll("(", "(?:").replaceAll("#", "\\d+"));
  const ending = ENDINGS[language];
  const whole = ending === undefined ? word : `${NO_LETTER_BEFORE}${word}${ending}${NO_LETTER_AFTER}`;
  return (left && `(?<=${left})`) + whole + (right && `(?=${right})`);
}

/**
 * What finds the uses of terms in a text, from its beginning to its end. Where two terms begin, the
 * longer one is used.
 * @param {Term[]} terms @param {string} language
 * @returns {(text: string) => Use[]}
 */
export function finder(terms, language) {
  const forms = terms.flatMap((term) => term.forms.map((form) => ({ term, form })));
  const lengthOf = (/** @type {string} */ form) => (/\[(.*)\]/.exec(form)?.[1] ?? form).length;
  forms.sort((first, second) => lengthOf(second.form) - lengthOf(first.form));
  const all = new RegExp(forms.map(({ form }) => `(${expressionOf(form, language)})`).join("|"), "giu");
  return (text) =>
    [...text.matchAll(all)].map((match) => {
      const place = match.findIndex((group, number) => number > 0 && group !== undefined);
      return { term: forms[place - 1].term, start: match.index, end: match.index + match[0].length };
    });
}
