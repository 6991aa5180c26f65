/** A passage and its citations as text; what the formats look like stands in the data of the page alone. */

/** @typedef {import("./citing-data.js").CitingData} CitingData */
/** @typedef {import("./citing-data.js").Format} Format */
/**
 * @typedef {object} Passage
 * @property {import("./passage.js").Span[]} spans one without words if the block is meant as a whole
 * @property {string} text the words, or "" for a whole block
 * @property {string} fragment without its sign
 */

const AS_IN_NOTES = 7; // words of a lemma that is not shortened

/**
 * Words in quotation marks: marks within them change their level, and those the selection has cut off are added.
 *
 * @param {string} text
 * @param {string[]} marks outer and inner: opening, closing, opening, closing; and those that are written for them
 * @returns {string}
 */
export function inMarks(text, marks) {
  const [open = "", close = "", inner = "", innerClose = "", ...written] = marks;
  const swap = new Map([[open, inner], [close, innerClose], [inner, open], [innerClose, close]]);
  /** @type {string[]} */
  const expected = []; // closing marks still to come
  let said = "";
  for (const sign of text) {
    const other = swap.get(sign) ?? sign;
    if (sign === open || sign === inner) {
      expected.push(sign === open ? innerClose : close);
    } else if (sign === close || sign === innerClose) {
      if (expected.at(-1) === other) {
        expected.pop();
      } else {
        said = (sign === close ? inner : open) + said;
      }
    }
    said += other;
  }
  const whole = `${open}${said}${expected.reverse().join("")}${close}`;
  return written.length ? [...whole].map((sign) => written[marks.indexOf(sign)] ?? sign).join("") : whole;
}

/**
 * The first and last of many words, as the notes of the edition name a long passage.
 *
 * @param {string} text
 * @returns {string}
 */
export function shortWords(text) {
  const words = text.split(" ");
  if (words.length <= AS_IN_NOTES) {
    return text;
  }
  const real = words.flatMap((word, place) => (/[\p{L}\p{N}]/u.test(word) ? [place] : []));
  return [...words.slice(0, 3), "…", ...words.slice(Math.max(4, real.at(-2) ?? 0))].join(" ");
}

/**
 * What the place of a passage is called: »Absatz 12«, »Absätze 12–13«, »Vorspann bis Absatz 1«.
 *
 * @param {CitingData} data
 * @param {string} first id of a block
 * @param {string} last
 * @returns {{place: string, number: string}} no number where a block has none
 */
export function placeOf({ blocks, places }, first, last) {
  const [from, to] = [first, last].map((id) => blocks.find(([one]) => one === id) ?? [id, "", id]);
  const [, start = "", named = ""] = from ?? [];
  const [, end = "", ended = ""] = to ?? [];
  const { one = "", many = "", between = "" } = places;
  if (start && end) {
    const template = first === last ? one : many;
    const number = first === last ? start : `${start}–${end}`;
    return { place: fillSentence(template, { number, first: start, last: end }), number };
  }
  const begin = start ? fillSentence(one, { number: start }) : named;
  const finish = end ? fillSentence(one, { number: end }) : ended;
  return { place: begin === finish ? begin : fillSentence(between, { first: begin, last: finish }), number: "" };
}

/**
 * A citation of a passage.
 *
 * @param {Format} format
 * @param {Passage} passage
 * @param {CitingData} data
 * @returns {string}
 */
export function citationOf(format, passage, data) {
  const { spans, text, fragment } = passage;
  const [first, last] = [spans[0]?.block ?? "", spans.at(-1)?.block ?? ""];
  const { place, number } = placeOf(data, first, last);
  const kinds = number ? format.numbered : format.unnumbered;
  /** @type {Record<string, string>} */
  const values = {
    id: fragment.replace(/&(?:mark|to)=/g, (setting) => (setting === "&mark=" ? "." : "-")),
    place,
    number,
    fragment,
    quote: inMarks(text, data.marks),
    short: inMarks(shortWords(text), data.marks),
  };
  return (text ? kinds.quoted : kinds.whole)
    .map((part, at) => (at % 2 ? asWritten(values[part] ?? "", format, part) : part))
    .join("")
    .replace(/\n$/, "");
}

/**
 * @param {string} template with names in braces
 * @param {Record<string, string>} values
 * @returns {string}
 */
export function fillSentence(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/**
 * A value as the format writes it.
 *
 * @param {string} value
 * @param {Format} format
 * @param {string} gap
 * @returns {string}
 */
function asWritten(value, { signs, verbatim }, gap) {
  return verbatim.includes(gap) ? value : [...value].map((sign) => signs[sign] ?? sign).join("");
}
