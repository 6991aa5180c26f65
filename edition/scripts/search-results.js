/** Results as elements of the page. */

import { contexts } from "./search-context.js";

/** @typedef {import("./search-index.js").UnitRow} UnitRow */
/** @typedef {import("./search-places.js").Place} Place */
/** @typedef {(name: string, values?: Record<string, string | number>) => string} Says a sentence of the page */
/**
 * On a page in another language than the index.
 *
 * @typedef {object} SaidOfUnits
 * @property {Record<string, string>} [kinds] what the kinds of entries are called, by what the index calls them
 * @property {Record<string, string>} [languages] in which language a page is, by its address; "" are all others
 */

/**
 * A unit with the lines in which its words stand; each leads to the very words.
 *
 * @param {UnitRow} unit
 * @param {Place[]} places
 * @param {string} root what leads to the root of the site
 * @param {string[]} marking folders of pages that can mark words
 * @param {Says} says
 * @param {SaidOfUnits} [said]
 * @returns {HTMLElement}
 */
export function result([address, zone, document_, label, text], places, root, marking, says, { kinds, languages } = {}) {
  const language = languages?.[address.split("#")[0] ?? ""] ?? languages?.[""] ?? "";
  const marks = marking.some((folder) => address.startsWith(folder));
  const target = (/** @type {Place[]} */ here, /** @type {string} */ words) =>
    root + (marks ? marked(address, here) : directed(address, words));
  const lines = contexts(text, places);
  const first = lines.flatMap(({ parts }) => parts).find(({ found }) => found)?.text ?? "";
  const link = element("a", "", called(says, zone, label, document_));
  setLanguage(link, says(`${zone}-${label}`) || zone === "text" ? "" : language);
  link.setAttribute("href", target(places, first));
  const heading = element("h2", "where");
  heading.append(link);
  const item = element("li", "result");
  item.dataset["zone"] = zone;
  item.append(heading);
  if (zone !== "entry" && zone !== "page") {
    heading.append(" ", setLanguage(element("span", "summary", document_), language));
  } else if (zone === "entry") {
    heading.append(" ", element("span", "summary", kinds?.[label] ?? label));
  }
  for (const { parts, places: here } of lines) {
    const line = setLanguage(element("p", "line"), language);
    for (const { text: words, found } of parts) {
      line.append(found ? spot(words, target(here, words)) : words);
    }
    item.append(line);
  }
  return item;
}

/**
 * Say in which language an element is, where that is not the page's.
 *
 * @param {HTMLElement} found
 * @param {string} language
 * @returns {HTMLElement}
 */
export function setLanguage(found, language) {
  if (language) {
    found.lang = language;
  }
  return found;
}

/**
 * What a unit is called: a block without a number by its element.
 *
 * @param {Says} says
 * @param {string} zone
 * @param {string} label
 * @param {string} document_
 */
function called(says, zone, label, document_) {
  const own = says(`${zone}-${label}`);
  return own || says(`${zone}-label`, { label, document: document_ });
}

/**
 * @param {string} text
 * @param {string} href
 */
function spot(text, href) {
  const link = element("a", "spot");
  link.setAttribute("href", href);
  link.append(element("mark", "found", text));
  return link;
}

/**
 * An address whose page marks the places.
 *
 * @param {string} address
 * @param {Place[]} places
 */
function marked(address, places) {
  const wanted = places.map(({ first, count }) => `${first}.${count}`).join(",");
  return wanted ? `${address}&mark=${wanted}` : address;
}

/**
 * An address that leads to words: the browser finds them itself (URL Fragment Text Directives).
 *
 * @param {string} address
 * @param {string} words
 */
function directed(address, words) {
  const wanted = encodeURIComponent(words).replaceAll("-", "%2D");
  return wanted ? `${address}${address.includes("#") ? "" : "#"}:~:text=${wanted}` : address;
}

/**
 * @param {string} name
 * @param {string} kind
 * @param {string} [text]
 * @returns {HTMLElement}
 */
export function element(name, kind, text) {
  const made = document.createElement(name);
  if (kind) {
    made.className = kind;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}
