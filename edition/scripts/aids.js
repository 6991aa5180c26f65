/** What the page gives its script: words, keys, addresses (`edition/pages/aids.py`). */

/**
 * @typedef {object} Aids
 * @property {string} text id of the text
 * @property {string} cards address of the folder of the cards
 * @property {string} search address of the search
 * @property {Record<string, string>} words
 * @property {[action: string, key: string, label: string][]} keys
 * @property {string} [content] language of the entries, where it is not that of the words
 */

/**
 * The aids of a page, if it is that of a text.
 *
 * @returns {Aids | null}
 */
export function pageAids() {
  return JSON.parse(document.getElementById("seite_hilfen")?.textContent ?? "null");
}

/**
 * The language of the words: that of what stands around the text.
 *
 * @returns {string}
 */
export function languageOfWords() {
  return /** @type {HTMLElement | null} */ (document.querySelector("nav.layers"))?.lang ?? "";
}

/**
 * Words of the page, with their values filled in.
 *
 * @param {Aids} aids
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function wording({ words }, name, values = {}) {
  return Object.entries(values).reduce(
    (text, [key, value]) => text.replaceAll(`{${key}}`, String(value)),
    words[name] ?? name,
  );
}
