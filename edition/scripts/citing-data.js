/** What the build has written into the page for citing its passages: `edition/pages/citing.py`. */

/** @typedef {{whole: string[], quoted: string[]}} Kinds texts, at every second place the name of a gap */
/**
 * @typedef {object} Format
 * @property {string} slug
 * @property {string} label
 * @property {Kinds} numbered for passages in numbered paragraphs
 * @property {Kinds} unnumbered
 * @property {Record<string, string>} signs what is written for them in a gap
 * @property {string[]} verbatim gaps in which every sign stands for itself
 */
/** @typedef {[id: string, number: string, label: string]} Block the label is that of a block without number */
/**
 * @typedef {object} CitingData
 * @property {Format[]} formats
 * @property {Block[]} blocks
 * @property {Record<string, string>} places
 * @property {string[]} marks outer and inner quotation marks: opening, closing, opening, closing; behind them those that are written
 *   for them, where they are others
 * @property {string} language of the sentences
 * @property {Record<string, string>} sentences
 */

/** @type {CitingData | null | undefined} */
let citing;

/**
 * @returns {CitingData | null} null on a page whose passages are not cited
 */
export function citingData() {
  if (citing === undefined) {
    const block = document.getElementById("seite_stellen");
    citing = block ? /** @type {CitingData} */ (JSON.parse(block.textContent ?? "")) : null;
  }
  return citing;
}

/**
 * @returns {string[]} the ids of the blocks in the order of the text
 */
export function blockOrder() {
  return (citingData()?.blocks ?? []).map(([id]) => id);
}
