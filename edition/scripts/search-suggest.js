/** What a query that is being written may become: names first, then words of the edition. */

import { vocabulary } from "./search-forms.js";
import { entitiesBeginning, SPEAKER } from "./search-names.js";
import { FIELDS } from "./search-query.js";

/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */

/**
 * @typedef {object} Suggestion
 * @property {string} text what the query becomes
 * @property {string} written what is offered
 * @property {string} kind of an entity, "word" or "zone"
 * @property {number} count how often it is named, or stands in the edition
 */

const NAMES = 5;
const WORDS = 6;
const LAST = /(?:(-?)(\p{L}+):)?([\p{L}\p{N}'’\u0300-\u036f]*(?:-[\p{L}\p{N}'’\u0300-\u036f]*)*)$/u;

/**
 * What the page says of fields.
 *
 * @typedef {object} SaidOfFields
 * @property {string[]} zones the values of the field `in:`
 * @property {Record<string, string>} [fields] what the field of a kind is called, if not as in German
 */

/**
 * Suggestions for the last word of a query; from its second letter on, after the name of a field from the first.
 *
 * @param {SearchIndex} index
 * @param {string} query
 * @param {SaidOfFields} said
 * @returns {Promise<Suggestion[]>}
 */
export async function suggestions(index, query, { zones, fields }) {
  const [last = "", minus = "", field = "", word = ""] = LAST.exec(query) ?? [];
  const before = query.slice(0, query.length - last.length);
  const asked = FIELDS[field.toLowerCase()];
  if (asked === "in") {
    const fitting = zones.filter((zone) => zone.startsWith(word.toLowerCase()));
    return fitting.map((zone) => ({ text: `${before}${minus}${field}:${zone} `, written: zone, kind: "zone", count: 0 }));
  }
  if (asked) {
    return word ? names(index, asked, word, before + minus, fields) : [];
  }
  if (word.length < 2 || /["„“»][^"„“”»«]*$/.test(before)) {
    return [];
  }
  const [called, words] = await Promise.all([names(index, "", word, before, fields), vocabulary(index, word, WORDS)]);
  return [
    ...called,
    ...words.map(({ written, count }) => ({ text: `${before}${field && `${field}:`}${written} `, written, kind: "word", count })),
  ];
}

/**
 * @param {SearchIndex} index
 * @param {string} kind
 * @param {string} word
 * @param {string} before
 * @param {Record<string, string>} [fields]
 * @returns {Promise<Suggestion[]>}
 */
async function names(index, kind, word, before, fields) {
  const found = (await entitiesBeginning(index, kind, word)).slice(0, NAMES);
  return found.map(([pointer, written, passages, said]) => {
    const [own = "", id = ""] = pointer.split(":");
    const count = kind === SPEAKER ? said : passages;
    return { text: `${before}${fields?.[kind || own] ?? fieldOf(kind || own)}:${id} `, written, kind: own, count };
  });
}

/**
 * The name of the field for a kind, as readers of the page write it.
 *
 * @param {string} kind
 * @returns {string}
 */
function fieldOf(kind) {
  return Object.keys(FIELDS).find((name) => FIELDS[name] === kind) ?? kind;
}
