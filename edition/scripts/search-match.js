/** What answers a query. */

import { both, either, following, near, readPlaces } from "./search-places.js";
import { fold, tokens } from "./search-words.js";

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
  return query.type === "field" && (query.name === "speaker" || query.name === "in");
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
      result = without(result, await places(index, one.of));
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
 * The forms that a word of a query stands for.
 *
 * @param {SearchIndex} index
 * @param {string} word
 * @param {boolean} exact
 * @returns {Promise<string[]>}
 */
export async function formsOf(index, word, exact) {
  if (/[*?]/.test(word)) {
    return matching(index, word);
  }
  if (exact) {
    return [word];
  }
  const [, , , family = "", compounds = ""] = (await index.row("v", word)) ?? [];
  return [word, ...`${family} ${compounds}`.split(" ").filter(Boolean)];
}

/**
 * The forms that fit a word with `*` or `?`; one that begins with them is looked up by its ending.
 *
 * @param {SearchIndex} index
 * @param {string} word
 * @returns {Promise<string[]>}
 */
async function matching(index, word) {
  const pattern = new RegExp(`^${word.replaceAll("*", ".*").replaceAll("?", ".")}$`, "u");
  const [start = ""] = word.split(/[*?]/);
  const end = word.split(/[*?]/).at(-1) ?? "";
  const backwards = (/** @type {string} */ text) => [...text].reverse().join("");
  const forms = start
    ? (await index.beginning("v", start)).map(([form]) => form)
    : (await index.beginning("e", backwards(end))).map(([form]) => backwards(form));
  return forms.filter((form) => pattern.test(form));
}

/**
 * Where an entity is named: every entity of the kind whose name has all these words, or whose id is this.
 *
 * @param {SearchIndex} index
 * @param {string} kind
 * @param {string} value
 * @returns {Promise<Places>}
 */
async function named(index, kind, value) {
  return either((await entities(index, `${kind}:`, value)).map(([, , list]) => readPlaces(list)));
}

/**
 * @param {SearchIndex} index
 * @param {string} start
 * @param {string} value
 * @returns {Promise<import("./search-index.js").KeyRow[]>}
 */
async function entities(index, start, value) {
  const asked = tokens(value).map(({ form }) => form);
  const rows = /** @type {import("./search-index.js").KeyRow[]} */ (await index.beginning("k", start));
  const same = rows.filter(([key]) => key.split(":").at(-1) === value);
  const fits = (/** @type {string} */ name) => {
    const words = tokens(name).map(({ form }) => form);
    return asked.length > 0 && asked.every((word) => words.some((one) => one.startsWith(word)));
  };
  return same.length ? same : rows.filter(([, name]) => fits(name));
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
  return filter.name === "speaker" ? spoken(index, list, filter.value) : zoned(index, list, filter.value);
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
  const quotations = quoted ? readPlaces((await index.row("k", "in:quotation"))?.[2] ?? "") : new Map();
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
  const speeches = either((await entities(index, "speaker:", who)).map(([, , places]) => readPlaces(places)));
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

/**
 * Words of the edition that begin so, for suggestions: the most frequent first.
 *
 * @param {SearchIndex} index
 * @param {string} start
 * @param {number} most
 * @returns {Promise<string[]>}
 */
export async function vocabulary(index, start, most) {
  const rows = await index.beginning("v", fold(start));
  return rows.sort((one, two) => two[2] - one[2]).slice(0, most).map(([, written]) => written);
}
