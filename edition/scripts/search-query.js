/**
 * What a reader asks, as a tree.
 *
 * | written | means |
 * |---|---|
 * | `exil paris` | both words in one passage; all inflected forms, and compounds |
 * | `"nach dem krieg"` | these words in this order, as they are |
 * | `stalin*`, `*tag`, `m?ller` | any letters, one letter |
 * | `a ODER b`, `a NICHT b`, `-b`, `( )` | alternatives, exclusion, grouping; OR, NOT, AND and UND too |
 * | `a NAHE/5 b` | at most so many words between them; NEAR too, 10 without a number |
 * | `person:serge`, `ort:"new york"` | a passage that names the entity |
 * | `sprecher:serge`, `in:zitat` | only words that somebody says; only in a part of the edition |
 *
 * All names of fields and parts are understood in German and in English, whatever the language of the page.
 */

import { NEAR, QueryError, operator, splitQuery } from "./search-pieces.js";
import { tokens } from "./search-words.js";

/** @typedef {import("./search-pieces.js").Piece} Piece */

/**
 * @typedef {{type: "and", of: Query[]}
 *   | {type: "or", of: Query[]}
 *   | {type: "not", of: Query}
 *   | {type: "near", left: Query, right: Query, distance: number}
 *   | {type: "phrase", words: string[], exact: boolean}
 *   | {type: "field", name: string, value: string}} Query
 */

/** @type {Record<string, string>} names of fields, as readers write them → the kind of an entity, or a filter */
export const FIELDS = {
  person: "person", ort: "place", place: "place", org: "org", organisation: "org", werk: "work", work: "work",
  ereignis: "event", event: "event", gegenstand: "object", object: "object", sprecher: "speaker", speaker: "speaker",
  in: "in",
};
/** @type {Record<string, string>} */
const ZONES = {
  zitat: "quotation", zitate: "quotation", quotation: "quotation", quotations: "quotation", erzählung: "narration",
  erzaehlung: "narration", narration: "narration", text: "text", anmerkung: "note", anmerkungen: "note", note: "note",
  notes: "note", eintrag: "entry", einträge: "entry", eintraege: "entry", register: "entry", entry: "entry", index: "entry",
  entries: "entry", seite: "page", seiten: "page", page: "page", pages: "page",
};
const DISTANCE = 10;

/**
 * The tree of a query, or null for one without words.
 *
 * @param {string} text
 * @returns {Query | null}
 * @throws {QueryError}
 */
export function parseQuery(text) {
  const pieces = splitQuery(text.trim());
  const [tree, rest] = alternatives(pieces, 0);
  const left = pieces[rest];
  if (left) {
    throw new QueryError("bracket", left.text);
  }
  return tree;
}

/**
 * @param {Piece[]} pieces
 * @param {number} at
 * @returns {[Query | null, number]}
 */
function alternatives(pieces, at) {
  const of = [];
  for (;;) {
    const [tree, next] = together(pieces, at);
    if (!tree && (of.length || operator(pieces[next]) === "or")) {
      throw new QueryError("operand", pieces[next]?.text ?? pieces[next - 1]?.text ?? "");
    }
    if (tree) {
      of.push(tree);
    }
    at = next;
    if (operator(pieces[at]) !== "or") {
      return [of.length > 1 ? { type: "or", of } : (of[0] ?? null), at];
    }
    at += 1;
  }
}

/**
 * @param {Piece[]} pieces
 * @param {number} at
 * @returns {[Query | null, number]}
 */
function together(pieces, at) {
  /** @type {Query[]} */
  const of = [];
  while (at < pieces.length && !["or", ")"].includes(operator(pieces[at]))) {
    const said = operator(pieces[at]);
    if (said === "near") {
      const left = of.pop();
      const [right, next] = one(pieces, at + 1);
      if (!left || !right || left.type === "not" || right.type === "not") {
        throw new QueryError("operand", pieces[at]?.text ?? "");
      }
      const number = NEAR.exec(pieces[at]?.text ?? "")?.[1];
      of.push({ type: "near", left, right, distance: number ? Number(number) : DISTANCE });
      at = next;
    } else if (said === "and") {
      if (!of.length || at + 1 >= pieces.length || ["or", "and", ")"].includes(operator(pieces[at + 1]))) {
        throw new QueryError("operand", pieces[at]?.text ?? "");
      }
      at += 1;
    } else {
      const [tree, next] = one(pieces, at);
      if (tree) {
        of.push(tree);
      }
      at = next;
    }
  }
  return [of.length > 1 ? { type: "and", of } : (of[0] ?? null), at];
}

/**
 * @param {Piece[]} pieces
 * @param {number} at
 * @returns {[Query | null, number]}
 */
function one(pieces, at) {
  const piece = pieces[at];
  const said = operator(piece);
  if (!piece || ["or", "and", "near", ")"].includes(said)) {
    throw new QueryError("operand", piece?.text ?? "");
  }
  if (said === "not") {
    const [of, next] = one(pieces, at + 1);
    return [of && { type: "not", of }, next];
  }
  if (said === "(") {
    const [tree, next] = alternatives(pieces, at + 1);
    if (operator(pieces[next]) !== ")") {
      throw new QueryError("bracket", "(");
    }
    return [tree && piece.minus ? { type: "not", of: tree } : tree, next + 1];
  }
  const leaf = piece.field ? field(piece) : words(piece.text, piece.quoted);
  return [leaf && piece.minus ? { type: "not", of: leaf } : leaf, at + 1];
}

/**
 * @param {Piece} piece
 * @returns {Query | null}
 */
function field(piece) {
  const name = FIELDS[piece.field.toLowerCase()];
  if (!name) {
    return words(`${piece.field} ${piece.text}`, true); // a colon of the text: »Titel:Untertitel«
  }
  if (name !== "in") {
    return { type: "field", name, value: piece.text };
  }
  const zone = ZONES[piece.text.toLowerCase()];
  if (!zone) {
    throw new QueryError("zone", piece.text);
  }
  return { type: "field", name, value: zone };
}

/**
 * Words as they are looked up; signs between them part them, `*` and `?` stay.
 *
 * @param {string} text
 * @param {boolean} quoted
 * @returns {Query | null}
 */
function words(text, quoted) {
  const found = text
    .split(/\s+/)
    .flatMap((word) => (/[*?]/.test(word) ? [pattern(word)] : tokens(word).map(({ form }) => form)))
    .filter((word) => word.replace(/[*?]/g, ""));
  return found.length ? { type: "phrase", words: found, exact: quoted || found.length > 1 } : null;
}

/**
 * @param {string} word
 * @returns {string}
 */
function pattern(word) {
  return word.split(/([*?])/).map((part) => (/[*?]/.test(part) ? part : tokens(part).map(({ form }) => form).join(""))).join("");
}
