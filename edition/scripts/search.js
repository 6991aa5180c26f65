/** The page of the search: a query in the address, its results below the field. */

import { scriptLoader } from "./data.js";
import { contexts } from "./search-context.js";
import { SearchIndex } from "./search-index.js";
import { answer, vocabulary } from "./search-match.js";
import { QueryError } from "./search-pieces.js";
import { parseQuery } from "./search-query.js";
import { currentView, setInView } from "./state.js";

/** @typedef {import("./search-index.js").UnitRow} UnitRow */
/** @typedef {import("./search-places.js").Place} Place */

const MOST = 20; // results shown at a time
const SUGGESTED = 8;

const form = /** @type {HTMLFormElement} */ (document.getElementById("suche_form"));
const input = /** @type {HTMLInputElement} */ (document.getElementById("suche_feld"));
const said = /** @type {HTMLElement} */ (document.getElementById("suche_stand"));
const list = /** @type {HTMLElement} */ (document.getElementById("suche_ergebnisse"));
const more = /** @type {HTMLButtonElement} */ (document.getElementById("suche_mehr"));
const suggestions = /** @type {HTMLDataListElement} */ (document.getElementById("suche_vorschlaege"));
const root = form.dataset["root"] ?? "";
const sentences = JSON.parse(document.getElementById("suche_worte")?.textContent ?? "{}");
const index = new SearchIndex(scriptLoader(`${root}search/`));

/** @type {[number, Place[]][]} what is left to show */
let waiting = [];
let asked = 0; // the number of the last query: answers to earlier ones come too late

/**
 * A sentence of the page, with its values.
 *
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
function sentence(name, values = {}) {
  return Object.entries(values).reduce(
    (text, [key, value]) => text.replaceAll(`{${key}}`, String(value)),
    String(sentences[name] ?? name),
  );
}

/** Ask what the address says. */
async function ask() {
  const number = ++asked;
  const text = currentView().settings.get("q") ?? "";
  input.value = text;
  list.replaceChildren();
  more.hidden = true;
  said.textContent = "";
  try {
    const query = parseQuery(text);
    if (!query) {
      return;
    }
    said.textContent = sentence("searching");
    const found = [...(await answer(index, query))];
    if (number === asked) {
      waiting = found;
      said.textContent = counted(found);
      await show(number);
    }
  } catch (error) {
    said.textContent =
      error instanceof QueryError ? sentence(error.reason, { at: error.at }) : sentence("unreachable");
  }
}

/**
 * @param {[number, Place[]][]} found
 * @returns {string}
 */
function counted(found) {
  const places = found.reduce((sum, [, all]) => sum + all.length, 0);
  if (!found.length) {
    return sentence("nothing");
  }
  const passages = found.length === 1 ? sentence("passage") : sentence("passages", { count: found.length });
  const times = places === 1 ? sentence("place") : sentence("places", { count: places });
  return places ? `${times} ${passages}` : passages;
}

/**
 * The next results.
 *
 * @param {number} number
 */
async function show(number) {
  const next = waiting.splice(0, MOST);
  const units = await Promise.all(next.map(([unit]) => index.unit(unit)));
  if (number === asked) {
    list.append(...units.map((unit, at) => result(unit, next[at]?.[1] ?? [])));
    more.hidden = !waiting.length;
    more.textContent = sentence("more", { count: Math.min(MOST, waiting.length) });
  }
}

/**
 * @param {UnitRow} unit
 * @param {Place[]} places
 * @returns {HTMLElement}
 */
function result([address, zone, document_, label, text], places) {
  const heading = element("p", "where");
  const link = element("a", "");
  link.setAttribute("href", root + marked(address, zone, places));
  link.textContent = called(zone, label, document_);
  heading.append(link);
  if (zone !== "entry") {
    heading.append(" ", element("span", "summary", document_));
  }
  const item = element("li", `result ${zone}`);
  item.append(heading);
  for (const { parts, places: here } of contexts(text, places)) {
    const line = element("p", "line");
    for (const { text: words_, found } of parts) {
      line.append(found ? spot(words_, root + marked(address, zone, here)) : words_);
    }
    item.append(line);
  }
  return item;
}

/**
 * What a unit is called: a block without a number by its element.
 *
 * @param {string} zone
 * @param {string} label
 * @param {string} document_
 * @returns {string}
 */
function called(zone, label, document_) {
  const name = `${zone}-${label}` in sentences ? `${zone}-${label}` : `${zone}-label`;
  return sentence(name, { label, document: document_ });
}

/**
 * @param {string} text
 * @param {string} href
 * @returns {HTMLElement}
 */
function spot(text, href) {
  const link = element("a", "spot");
  link.setAttribute("href", href);
  link.append(element("mark", "found", text));
  return link;
}

/**
 * An address that marks the places; entries have no passages that words could be counted in.
 *
 * @param {string} address
 * @param {string} zone
 * @param {Place[]} places
 * @returns {string}
 */
function marked(address, zone, places) {
  const wanted = places.map(({ first, count }) => `${first}.${count}`).join(",");
  return wanted && (zone === "text" || zone === "page") ? `${address}&mark=${wanted}` : address;
}

/**
 * @param {string} name
 * @param {string} kind
 * @param {string} [text]
 * @returns {HTMLElement}
 */
function element(name, kind, text) {
  const made = document.createElement(name);
  if (kind) {
    made.className = kind;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

/** Offer words of the edition that begin like the last word of the field. */
async function suggest() {
  const [, before = "", start = ""] = /^(.*?)([\p{L}\p{N}]*)$/u.exec(input.value) ?? [];
  if (start.length >= 2) {
    const offered = await vocabulary(index, start, SUGGESTED);
    suggestions.replaceChildren(
      ...offered.map((word) => {
        const option = document.createElement("option");
        option.value = before + word;
        return option;
      }),
    );
  }
}

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", location.href);
  setInView("q", input.value.trim());
  void ask();
});
input.addEventListener("input", () => void suggest().catch(() => suggestions.replaceChildren()));
more.addEventListener("click", () => void show(asked));
addEventListener("hashchange", () => void ask());
addEventListener("popstate", () => void ask());
void ask();
