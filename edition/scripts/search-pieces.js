/** The pieces of a query, and which of them are operators. */

/** A query that cannot be read: `reason` names a sentence of the page. */
export class QueryError extends Error {
  /**
   * @param {string} reason
   * @param {string} at the words it is about
   */
  constructor(reason, at) {
    super(`${reason}: ${at}`);
    this.reason = reason;
    this.at = at;
  }
}

/** @type {Record<string, string>} */
const OPERATORS = { and: "and", und: "and", or: "or", oder: "or", not: "not", nicht: "not" };
export const NEAR = /^(?:near|nahe)(?:\/(\d+))?$/i;
const PIECE = /\s*(-)?(?:([()])|(?:(\p{L}+):)?(?:["“„»]([^"“”„»«]*)["”“«]|([^\s()"“„»]+)))/uy;

/**
 * @typedef {{text: string, quoted: boolean, field: string, minus: boolean}} Piece
 */

/**
 * @param {string} text
 * @returns {Piece[]}
 */
export function splitQuery(text) {
  const found = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < text.length) {
    const at = PIECE.lastIndex;
    const match = PIECE.exec(text);
    if (!match) {
      throw new QueryError("quote", text.slice(at).trim());
    }
    const [, minus, bracket, field = "", phrase, word = ""] = match;
    found.push({ text: bracket ?? phrase ?? word, quoted: phrase !== undefined, field, minus: Boolean(minus) });
  }
  return found;
}

/**
 * What an unquoted word says besides itself.
 *
 * @param {Piece | undefined} piece
 * @returns {string} "and", "or", "not", "near", "(" , ")" or ""
 */
export function operator(piece) {
  if (!piece || piece.quoted || piece.field) {
    return "";
  }
  if (piece.text === "(" || piece.text === ")") {
    return piece.text;
  }
  if (piece.minus) {
    return "";
  }
  const capital = piece.text === piece.text.toUpperCase(); // »und« is a word, »UND« is none
  return capital ? (NEAR.test(piece.text) ? "near" : OPERATORS[piece.text.toLowerCase()] ?? "") : "";
}

