/** The page of the search: a query in the address, its results below the field. */

import { combobox } from "./combobox.js";
import { LoadError, scriptLoader } from "./data.js";
import { SearchIndex } from "./search-index.js";
import { answer } from "./search-match.js";
import { QueryError } from "./search-pieces.js";
import { parseQuery } from "./search-query.js";
import { element, result, setLanguage } from "./search-results.js";
import { suggestions } from "./search-suggest.js";
import { currentView, setInView } from "./state.js";

/** @typedef {[unit: number, places: import("./search-places.js").Place[]]} Found */

const MOST = 20; // results shown at a time

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ (byId("suche_form"));
const input = /** @type {HTMLInputElement} */ (byId("suche_feld"));
const status = byId("suche_stand");
const zones = byId("suche_bereiche");
const list = byId("suche_ergebnisse");
const more = byId("suche_mehr");
const root = form.dataset["root"] ?? "";
const said = JSON.parse(byId("suche_worte").textContent ?? "{}");
const index = new SearchIndex(scriptLoader(`${root}${form.dataset["above"] ?? ""}search/`)); // one for all languages

/** @type {Map<string, Found[]>} what the query found, by zone; all of it under "" */
let found = new Map();
let asked = 0; // the number of the last query: answers to earlier ones come too late

/**
 * A sentence of the page with its values, or "" where the page has none.
 *
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
function sentence(name, values = {}) {
  return Object.entries(values).reduce(
    (text, [key, value]) => text.replaceAll(`{${key}}`, String(value)),
    String(said.sentences[name] ?? ""),
  );
}

/** Ask what the address says. */
async function ask() {
  const number = ++asked;
  const text = currentView().settings.get("q") ?? "";
  input.value = text;
  input.removeAttribute("aria-invalid");
  clear("");
  try {
    const query = parseQuery(text);
    if (query) {
      clear(sentence("searching"));
      const grouped = await byZone([...(await answer(index, query))]);
      if (number === asked) {
        found = grouped;
        await show();
      }
    }
  } catch (error) {
    if (error instanceof QueryError) {
      input.setAttribute("aria-invalid", "true");
      clear(sentence(error.reason, { at: error.at }));
    } else if (!(error instanceof LoadError)) {
      throw error;
    } else if (number === asked) {
      clear(sentence("unreachable"));
    }
  }
}

/**
 * No results, but something to say.
 *
 * @param {string} text
 */
function clear(text) {
  found = new Map();
  list.replaceChildren();
  zones.replaceChildren();
  more.hidden = true;
  status.textContent = text;
}

/**
 * @param {Found[]} all
 * @returns {Promise<Map<string, Found[]>>}
 */
async function byZone(all) {
  const grouped = new Map([["", all]]);
  for (const one of all) {
    const zone = await index.zone(one[0]);
    grouped.set(zone, [...(grouped.get(zone) ?? []), one]);
  }
  return grouped;
}

/** The first results of the zone that the address names, as many as were shown when it was left. */
async function show() {
  const zone = currentView().settings.get("zone") ?? "";
  const chosen = found.get(zone) ?? [];
  status.textContent = counted(chosen);
  list.replaceChildren();
  zones.replaceChildren(...(found.size > 2 || zone ? [...found].map(([name, all]) => choice(name, all.length, zone)) : []));
  await add(Math.max(MOST, Number(history.state?.shown) || 0));
}

/**
 * Results after those that are there.
 *
 * @param {number} count
 * @returns {Promise<Element | null>} the first of them
 */
async function add(count) {
  const number = asked;
  const zone = currentView().settings.get("zone") ?? "";
  const chosen = found.get(zone) ?? [];
  const start = list.children.length;
  const next = chosen.slice(start, start + count);
  const { marked } = await index.directory();
  const units = await Promise.all(next.map(([unit]) => index.unit(unit)));
  if (number !== asked || start !== list.children.length) {
    return null; // another query, another zone or a second click has come before
  }
  list.append(...units.map((unit, at) => result(unit, next[at]?.[1] ?? [], root, marked, sentence, said)));
  const left = chosen.length - list.children.length;
  more.hidden = left <= 0;
  more.textContent = sentence("more", { count: Math.min(MOST, left), left });
  return list.children[start] ?? null;
}

/**
 * @param {Found[]} chosen
 * @returns {string}
 */
function counted(chosen) {
  const places = chosen.reduce((sum, [, all]) => sum + all.length, 0);
  if (!chosen.length) {
    return sentence("nothing");
  }
  const passages = sentence(chosen.length === 1 ? "passage" : "passages", { count: chosen.length });
  return places ? `${sentence(places === 1 ? "place" : "places", { count: places })} ${passages}` : passages;
}

/**
 * A button that shows the results of one zone.
 *
 * @param {string} name
 * @param {number} count
 * @param {string} current
 * @returns {HTMLElement}
 */
function choice(name, count, current) {
  const button = element("button", "", sentence(`zone-${name || "all"}`));
  button.append(" ", element("span", "count", String(count)));
  button.setAttribute("type", "button");
  button.setAttribute("aria-pressed", String(name === current));
  button.addEventListener("click", () => {
    setInView("zone", name);
    history.replaceState(null, "");
    void show().then(() => /** @type {HTMLElement | undefined} */ (zones.children[[...found.keys()].indexOf(name)])?.focus());
  });
  return button;
}

/**
 * A suggestion as it is written: a part of the edition in the language of the page, other words in theirs.
 *
 * @param {string} written
 * @param {string} kind
 * @returns {HTMLElement}
 */
function offered(written, kind) {
  return setLanguage(element("span", "offered", written), kind === "zone" ? "" : (said.languages?.[""] ?? ""));
}

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", location.href);
  setInView("zone", "");
  setInView("q", input.value.trim());
  void ask();
});
more.addEventListener("click", async () => {
  const first = await add(MOST);
  history.replaceState({ shown: list.children.length }, "");
  first?.querySelector("a")?.focus();
});
// Not for a jump within the page: what was found stays.
addEventListener("hashchange", () => void (currentView().anchor || ask()));
combobox(input, byId("suche_vorschlaege"), {
  find: (text) => suggestions(index, text, said),
  show: ({ written, kind, count }) => [
    offered(written, kind),
    element("span", "summary", sentence(`offer-${kind}`, { count })),
  ],
  text: ({ text }) => text,
  tell: (count) => {
    byId("suche_angebot").textContent = count ? sentence(count === 1 ? "offer" : "offers", { count }) : "";
  },
});
void ask();
