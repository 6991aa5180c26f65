/** A result as a concordance shows it: lines of the words found with what stands around them. */

import { tokens } from "./search-words.js";

/** @typedef {import("./search-places.js").Place} Place */
/** @typedef {{text: string, found: boolean}} Part */
/** @typedef {{parts: Part[], places: Place[]}} Line */

const AROUND = 9; // words on either side
const BETWEEN = 12; // places with no more words between them share a line

/**
 * The lines of a unit; one without places is shown from its beginning.
 *
 * @param {string} text
 * @param {Place[]} places in their order
 * @returns {Line[]}
 */
export function contexts(text, places) {
  const words = tokens(text);
  /** @type {Place[][]} */
  const groups = [];
  for (const place of places) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && place.first - before.first - before.count <= BETWEEN) {
      last.push(place);
    } else {
      groups.push([place]);
    }
  }
  return (groups.length ? groups : [[]]).map((group) => ({ parts: line(text, words, group), places: group }));
}

/**
 * @param {string} text
 * @param {{start: number, end: number}[]} words
 * @param {Place[]} group
 * @returns {Part[]}
 */
function line(text, words, group) {
  const first = group[0]?.first ?? 0;
  const last = Math.max(first, ...group.map((place) => place.first + place.count - 1));
  const from = first <= AROUND ? 0 : (words[first - AROUND]?.start ?? 0);
  const after = words[last + (group.length ? AROUND : AROUND * 2)];
  const to = after ? after.end : text.length;
  const parts = [{ text: from ? "… " : "", found: false }];
  let at = from;
  for (const place of group) {
    const start = words[place.first]?.start ?? at;
    const end = words[place.first + place.count - 1]?.end ?? start;
    if (end > at) {
      parts.push({ text: text.slice(at, Math.max(at, start)), found: false });
      parts.push({ text: text.slice(Math.max(at, start), end), found: true });
      at = end;
    }
  }
  parts.push({ text: text.slice(at, to) + (to < text.length ? " …" : ""), found: false });
  return parts.filter((part) => part.text);
}
