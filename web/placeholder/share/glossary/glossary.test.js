// Tests of the glossary that need no page; `node --test` runs them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { BEATS, finder, termsOf } from "./terms.js";

const LANGUAGES = ["en", "zh", "es", "fa"];
/** A definition is read at a glance. English and Chinese need fewer letters. @type {Record<string, number>} */
const LONGEST = { en: 130, zh: 60, es: 140, fa: 140 };

/** @param {string} path from the root of the workspace */
const at = (path) => new URL(`../../../../${path}`, import.meta.url);
/** @param {string} path */
const read = (path) => readFileSync(at(path), "utf8");
/** The files in a folder with this ending. @param {string} folder @param {string} ending */
const files = (folder, ending) =>
  readdirSync(at(folder)).filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);

/** @type {{ self: { FluentBundle?: any } }} */
const page = { self: {} };
runInNewContext(read("web/vendor/fluent-bundle.js"), page);

/** @param {string} language */
function glossary(language) {
  const { body } = new page.self.FluentBundle.FluentResource(read(`web/glossary/${language}.ftl`));
  return termsOf([...body], language);
}

/** What the page says in a language, in its catalogues and in its stories. @param {string} language */
function texts(language) {
  const catalogs = ["stage", "panels", "why"].map((file) => `crates/raft-playground/locales/${language}/${file}.ftl`);
  const folders = language === "en" ? ["web/stories", "web/stories/tour"]
    : [`web/stories/locales/${language}`, `web/stories/locales/${language}/tour`];
  const stories = folders.flatMap((folder) => files(folder, language === "en" ? ".raft" : ".ftl"));
  const lines = [...catalogs, ...stories].flatMap((path) => read(path).split("\n"));
  return lines.filter((line) => !line.startsWith("#") && !line.includes("expect "));
}

/** The uses in a text, each as it is marked. @param {string} language @param {string} text */
const marked = (language, text) =>
  finder(glossary(language), language)(text).map(({ term, start, end }) => `${term.id}: ${text.slice(start, end)}`);

test("every language has every term, with a definition that is read at a glance", () => {
  for (const language of LANGUAGES) {
    const terms = glossary(language);
    assert.deepEqual(terms.map(({ id }) => id).sort(), Object.keys(BEATS).sort(), language);
    for (const { id, means } of terms) {
      assert.ok(means.length > 10 && means.length <= LONGEST[language], `${language}, ${id}: ${means.length}`);
      assert.match(means, /[.。]$/, `${language}, ${id}`);
    }
    assert.equal(new Set(terms.map(({ name }) => name)).size, terms.length, language);
  }
});

/** The tour describes these without their names. */
const DESCRIBED = ["commit-index", "learner", "linearizable", "membership", "quorum", "retry", "transfer"];

test("every term leads to a beat of the tour that uses it", () => {
  const find = finder(glossary("en"), "en");
  for (const [id, beat] of Object.entries(BEATS)) {
    const [chapter, name] = beat.split("/");
    const [, after] = read(`web/stories/tour/${chapter}.raft`).split(`\nbeat ${name}:\n`);
    assert.ok(after, `${id}: no beat ${beat}`);
    const [text] = after.split(/\n\n|\nbeat /);
    const isUsed = find(text).some(({ term }) => term.id === id);
    assert.ok(isUsed || DESCRIBED.includes(id), `${id} in ${beat}`);
  }
});

test("every term stands in some text of every language", () => {
  for (const language of LANGUAGES) {
    const terms = glossary(language);
    const find = finder(terms, language);
    const used = new Set(texts(language).flatMap(find).map(({ term }) => term.id));
    assert.deepEqual(terms.map(({ id }) => id).filter((id) => !used.has(id)), [], language);
  }
});

test("every form is found in a sentence that has it", () => {
  for (const language of LANGUAGES) {
    const terms = glossary(language);
    const find = finder(terms, language);
    for (const { id, forms } of terms) {
      for (const form of forms) {
        for (const word of form.includes("(") ? alternatives(form) : [form]) {
          const sentence = `A: ${word.replaceAll(/[[\]]/g, "").replaceAll("#", "12")}, B.`;
          const found = find(sentence).map(({ term }) => term.id);
          assert.ok(found.includes(id), `${language}, ${id}: “${sentence}” has ${found}`);
        }
      }
    }
  }
});

/** A form with each of the words in its parentheses. @param {string} form */
function alternatives(form) {
  const [, before, words, after] = /^(.*)\((.*)\)(.*)$/.exec(form) ?? [];
  return words.split("|").map((word) => before + word + after);
}

test("an English word that is no term is not taken for one", () => {
  assert.deepEqual(marked("en", "In terms of speed, a long-term plan catalogs blogs."), []);
  assert.deepEqual(marked("en", "B leads term 12. A newer term begins; terms work as a clock."),
    ["term: term", "term: term", "term: terms"]);
});

test("the longest term counts, and a part of a word does not", () => {
  assert.deepEqual(marked("en", "Its commit index and its read index; an index, check-quorum, pre-votes."),
    ["commit-index: commit index", "read-index: read index", "index: index", "pre-vote: pre-votes"]);
  assert.deepEqual(marked("zh", "它记下自己的提交索引，即读索引。"), ["commit-index: 提交索引", "read-index: 读索引"]);
  assert.deepEqual(marked("zh", "联合成员配置已提交。"), ["joint-membership: 联合成员配置", "commit: 提交"]);
});

test("Spanish plurals and Persian endings belong to a term", () => {
  assert.deepEqual(marked("es", "Dos líderes, dos mandatos, dos mayorías. Lideran."),
    ["leader: líderes", "term: mandatos", "majority: mayorías"]);
  assert.deepEqual(marked("fa", "هر دورهٔ جدیدتر، مدخل‌های لاگش و پیروانش؛ پیش‌رأی و رأی‌دهندگان."),
    ["term: دورهٔ", "entry: مدخل‌های", "log: لاگش", "follower: پیروانش", "pre-vote: پیش‌رأی", "voter: رأی‌دهندگان"]);
});
