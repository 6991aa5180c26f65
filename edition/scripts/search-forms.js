/** The forms of words: what a word of a query stands for, and what one that is being written may become. */

import { fold } from "./search-words.js";

/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */

// Of inflected words, shortest first: as little as possible is taken off.
const ENDINGS = ["", "e", "n", "s", "t", "em", "en", "er", "es", "te", "ern", "ten", "ses", "sen"];
const BASE = 4; // letters that are left, at least

/**
 * The forms that a word of a query stands for.
 *
 * @param {SearchIndex} index
 * @param {string} word
 * @param {boolean} exact
 * @returns {Promise<string[]>}
 */
export async function formsOf(index, word, exact) {
  if (/[*?]/.test(word)) {
    return matching(index, word);
  }
  if (exact) {
    return [word];
  }
  const rows = await known(index, word);
  return rows.flatMap(([form, , , family = "", compounds = ""]) => [form, ...listed(family), ...listed(compounds)]);
}

/**
 * The row of a word; of one that the edition has not, the rows of those that differ by an ending: »Gefängnisses«.
 *
 * @param {SearchIndex} index
 * @param {string} word
 * @returns {Promise<import("./search-index.js").WordRow[]>}
 */
async function known(index, word) {
  const row = /** @type {import("./search-index.js").WordRow | undefined} */ (await index.row("v", word));
  if (row) {
    return [row];
  }
  const bases = ENDINGS.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, word.length - ending.length));
  for (const base of [...bases, ...bases.map(plain)].filter(({ length }) => length >= BASE)) {
    const rows = /** @type {import("./search-index.js").WordRow[]} */ (await index.beginning("v", base));
    const alike = rows.filter(([form]) => ENDINGS.includes(form.slice(base.length)));
    if (alike.length) {
      return alike;
    }
  }
  return [];
}

/**
 * A word without its umlauts, which are written out: the plural of »Haus«.
 *
 * @param {string} word
 */
function plain(word) {
  return word.replace(/([aou])e/g, "$1");
}

/**
 * A word and its inflected forms.
 *
 * @param {SearchIndex} index
 * @param {string} word
 * @returns {Promise<string[]>}
 */
export async function inflected(index, word) {
  const [, , , family = ""] = (await index.row("v", word)) ?? [];
  return [word, ...listed(family)];
}

/** @param {string} forms */
function listed(forms) {
  return forms.split(" ").filter(Boolean);
}

/**
 * The forms that fit a word with `*` or `?`; one that begins with them is looked up by its ending.
 *
 * @param {SearchIndex} index
 * @param {string} word
 * @returns {Promise<string[]>}
 */
async function matching(index, word) {
  const pattern = new RegExp(`^${word.replaceAll("*", ".*").replaceAll("?", ".")}$`, "u");
  const [start = ""] = word.split(/[*?]/);
  const end = word.split(/[*?]/).at(-1) ?? "";
  const backwards = (/** @type {string} */ text) => [...text].reverse().join("");
  const forms = start
    ? (await index.beginning("v", start)).map(([form]) => form)
    : (await index.beginning("e", backwards(end))).map(([form]) => backwards(form));
  return forms.filter((form) => pattern.test(form));
}

/**
 * Words of the edition that begin so, for suggestions: the most frequent first.
 *
 * @param {SearchIndex} index
 * @param {string} start
 * @param {number} most
 * @returns {Promise<{written: string, count: number}[]>}
 */
export async function vocabulary(index, start, most) {
  const rows = await index.beginning("v", fold(start));
  return rows.sort((one, two) => two[2] - one[2]).slice(0, most).map(([, written, count]) => ({ written, count }));
}
