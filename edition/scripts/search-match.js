/** What answers a query. */

import { formsOf } from "./search-forms.js";
import { entitiesCalled, SPEAKER } from "./search-names.js";
import { both, either, following, near, outside, readPlaces } from "./search-places.js";

/** @typedef {import("./search-index.js").SearchIndex} SearchIndex */
/** @typedef {import("./search-places.js").Places} Places */
/** @typedef {import("./search-query.js").Query} Query */

/**
 * The units that answer a query, in the order of the edition, with the places of its words.
 *
 * @param {SearchIndex} index
 * @param {Query} query
 * @returns {Promise<Places>}
 */
export async function answer(index, query) {
  const found = await places(index, query);
  return new Map([...found].sort(([one], [two]) => one - two));
}

/**
 * @param {SearchIndex} index
 * @param {Query} query
 * @returns {Promise<Places>}
 */
async function places(index, query) {
  switch (query.type) {
    case "phrase":
      return phrase(index, query.words, query.exact);
    case "near":
      return near(await places(index, query.left), await places(index, query.right), query.distance);
    case "or":
      return either(await Promise.all(query.of.map((one) => places(index, one))));
    case "not":
      return without(await everything(index), await places(index, query.of));
    case "and":
      return conjunction(index, query.of);
    case "field":
      return isFilter(query) ? filtered(index, await everything(index), query) : named(index, query.name, query.value);
  }
}

/** @param {Query} query */
function isFilter(query) {
  return query.type === "field" && (query.name === SPEAKER || query.name === "in");
}

/**
 * Words and entities first, then what they must lie in, then what must not be there.
 *
 * @param {SearchIndex} index
 * @param {Query[]} parts
 * @returns {Promise<Places>}
 */
async function conjunction(index, parts) {
  const asked = parts.filter((one) => one.type !== "not" && !isFilter(one));
  const lists = await Promise.all(asked.map((one) => places(index, one)));
  let found = lists.length ? lists : [await everything(index)];
  for (const filter of parts.filter(isFilter)) {
    found = await Promise.all(found.map((list) => filtered(index, list, filter)));
  }
  let result = both(found);
  for (const one of parts) {
    if (one.type === "not") {
      result = isFilter(one.of)
        ? outside(result, await filtered(index, result, one.of))
        : without(result, await places(index, one.of));
    }
  }
  return result;
}

/**
 * @param {SearchIndex} index
 * @param {string[]} words
 * @param {boolean} exact
 * @returns {Promise<Places>}
 */
async function phrase(index, words, exact) {
  const lists = await Promise.all(
    words.map(async (word) => {
      const forms = await formsOf(index, word, exact);
      const rows = await Promise.all(forms.map((form) => index.row("p", form)));
      return either(rows.map((row) => readPlaces(row?.[1] ?? "")));
    }),
  );
  return lists.length > 1 ? following(lists) : (lists[0] ?? new Map());
}

/**
 * Where the entities of a kind are named, or what they say.
 *
 * @param {SearchIndex} index
 * @param {string} kind
 * @param {string} value
 * @returns {Promise<Places>}
 */
async function named(index, kind, value) {
  const found = await entitiesCalled(index, kind, value);
  const keys = found.map(([pointer]) => (kind === SPEAKER ? `${SPEAKER}:${pointer}` : pointer));
  const rows = await Promise.all(keys.map((key) => index.row("k", key)));
  return either(rows.map((row) => readPlaces(row?.[1] ?? "")));
}

/**
 * The places that lie in a part of the edition, or in what somebody says.
 *
 * @param {SearchIndex} index
 * @param {Places} list
 * @param {Query} filter
 * @returns {Promise<Places>}
 */
async function filtered(index, list, filter) {
  if (filter.type !== "field") {
    return list;
  }
  return filter.name === SPEAKER ? spoken(index, list, filter.value) : zoned(index, list, filter.value);
}

/**
 * @param {SearchIndex} index
 * @param {Places} list
 * @param {string} zone
 * @returns {Promise<Places>}
 */
async function zoned(index, list, zone) {
  const quoted = zone === "quotation";
  const inText = quoted || zone === "narration";
  const quotations = quoted ? readPlaces((await index.row("k", "in:quotation"))?.[1] ?? "") : new Map();
  /** @type {Places} */
  const found = new Map();
  for (const [unit, all] of list) {
    const kept = inText && all.length ? all.filter((place) => place.quoted === quoted) : all;
    const whole = all.length ? kept : (quotations.get(unit) ?? []);
    if ((await index.zone(unit)) === (inText ? "text" : zone) && (whole.length || (!all.length && !quoted))) {
      found.set(unit, whole);
    }
  }
  return found;
}

/**
 * @param {SearchIndex} index
 * @param {Places} list
 * @param {string} who
 * @returns {Promise<Places>}
 */
async function spoken(index, list, who) {
  const speeches = await named(index, SPEAKER, who);
  /** @type {Places} */
  const found = new Map();
  for (const [unit, spans] of speeches) {
    const all = list.get(unit);
    const inside = all?.filter((place) =>
      spans.some((span) => place.first >= span.first && place.first + place.count <= span.first + span.count),
    );
    if (inside?.length || all?.length === 0) {
      found.set(unit, all?.length ? (inside ?? []) : spans);
    }
  }
  return found;
}

/**
 * @param {Places} list
 * @param {Places} excluded
 * @returns {Places}
 */
function without(list, excluded) {
  return new Map([...list].filter(([unit]) => !excluded.has(unit)));
}

/**
 * Every unit, without places: what exclusions and filters alone are taken from.
 *
 * @param {SearchIndex} index
 * @returns {Promise<Places>}
 */
async function everything(index) {
  const { units } = await index.directory();
  return new Map(Array.from({ length: units }, (_, unit) => [unit, []]));
}
