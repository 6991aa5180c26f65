/** The words of a text, and the form under which a word is looked up: as `edition/searching/folding.py` does it. */

const SIGN = "(?:[\\p{L}\\p{N}]|[\\u0300-\\u036f])";
const WORD = new RegExp(`${SIGN}+(?:['’ʼ]${SIGN}+)*`, "gu");
/** @type {Record<string, string>} letters that Unicode does not take apart */
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "oe", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/**
 * A word in lower case without accents, umlauts written out: »Göring« → "goering".
 *
 * @param {string} word
 * @returns {string}
 */
export function fold(word) {
  return word
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/([aou])\u0308/g, "$1e")
    .replace(/[\u0300-\u036f'’ʼ]/g, "");
}

/**
 * The words of a text in their order, with their place in UTF-16 units.
 *
 * @param {string} text
 * @returns {{start: number, end: number, form: string}[]}
 */
export function tokens(text) {
  return [...text.matchAll(WORD)].map(({ 0: word, index = 0 }) => ({
    start: index,
    end: index + word.length,
    form: fold(word),
  }));
}
