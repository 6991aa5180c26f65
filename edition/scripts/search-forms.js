/** The forms of words: what a word of a query stands for, and what one that is being written may become. */

import { fold } from "./search-words.js";

/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */

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
  const [, , , family = "", compounds = ""] = (await index.row("v", word)) ?? [];
  return [word, ...listed(family), ...listed(compounds)];
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
