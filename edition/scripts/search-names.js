/** Entities by their names: what `person:serge` stands for, and whom a name that is being written may become. */

import { inflected } from "./search-forms.js";
import { tokens } from "./search-words.js";

/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */
/** @typedef {[pointer: string, name: string, passages: number, said: number]} Called passages that name or quote it */

export const SPEAKER = "speaker"; // in place of a kind: whoever is quoted

/**
 * The entities of a kind whose names have all these words: the one with this id, or else those with these very words,
 * or else those with words that begin so.
 *
 * @param {SearchIndex} index
 * @param {string} kind
 * @param {string} value
 * @returns {Promise<Called[]>}
 */
export async function entitiesCalled(index, kind, value) {
  const words = tokens(value).map(({ form }) => form);
  const very = value.endsWith("*") ? [] : await entitiesWith(words, (word) => whole(index, word));
  const fitting = very.filter((one) => fits(one, kind));
  const same = fitting.filter(([pointer]) => pointer.split(":")[1] === value);
  return same.length ? same : fitting.length ? fitting : entitiesBeginning(index, kind, value);
}

/**
 * The entities of a kind with words that begin so, the most often named first; "" is any kind.
 *
 * @param {SearchIndex} index
 * @param {string} kind
 * @param {string} value
 * @returns {Promise<Called[]>}
 */
export async function entitiesBeginning(index, kind, value) {
  const words = tokens(value).map(({ form }) => form);
  const found = await entitiesWith(words, (word) => index.beginning("n", word));
  const often = (/** @type {Called} */ one) => (kind === SPEAKER ? one[3] : one[2]);
  return found.filter((one) => fits(one, kind)).sort((one, two) => often(two) - often(one));
}

/**
 * @param {SearchIndex} index
 * @param {string} word
 * @returns {Promise<any[][]>}
 */
async function whole(index, word) {
  const rows = await Promise.all((await inflected(index, word)).map((form) => index.row("n", form)));
  return rows.filter((row) => row !== undefined);
}

/**
 * The entities that every word finds.
 *
 * @param {string[]} words
 * @param {(word: string) => Promise<any[][]>} look rows of the table of names
 * @returns {Promise<Called[]>}
 */
async function entitiesWith(words, look) {
  const lists = await Promise.all(
    words.map(async (word) => {
      const rows = await look(word);
      return new Map(rows.flatMap(([, ...called]) => called).map((one) => [one[0], one]));
    }),
  );
  const [first, ...others] = lists;
  return [...(first?.values() ?? [])].filter(([pointer]) => others.every((list) => list.has(pointer)));
}

/**
 * @param {Called} called
 * @param {string} kind
 */
function fits([pointer, , passages, said], kind) {
  return kind === SPEAKER ? said > 0 : passages > 0 && pointer.startsWith(kind ? `${kind}:` : "");
}
