/** Where words stand: lists as `edition/searching/postings.py` writes them, and what can be made of two of them. */

/**
 * Words of a unit that answer a query: the first, how many, and whether they are quoted.
 *
 * @typedef {{first: number, count: number, quoted: boolean}} Place
 */
/** @typedef {Map<number, Place[]>} Places by unit */

/**
 * @param {string} list
 * @returns {Places}
 */
export function readPlaces(list) {
  /** @type {Places} */
  const found = new Map();
  let unit = 0;
  for (const entry of list ? list.split(";") : []) {
    const [step = "0", positions = ""] = entry.split(":");
    unit += parseInt(step, 36);
    let last = 0;
    found.set(
      unit,
      positions.split(",").map((position) => {
        const [first = "0", count] = position.split("+");
        last += parseInt(first, 36);
        return { first: last >> 1, count: count ? parseInt(count, 36) : 1, quoted: (last & 1) === 1 };
      }),
    );
  }
  return found;
}

/**
 * All places of several lists, in the order of the text.
 *
 * @param {Places[]} lists
 * @returns {Places}
 */
export function either(lists) {
  /** @type {Places} */
  const found = new Map();
  for (const [unit, places] of lists.flatMap((list) => [...list])) {
    found.set(unit, [...(found.get(unit) ?? []), ...places]);
  }
  return new Map([...found].map(([unit, places]) => [unit, sorted(places)]));
}

/**
 * The units that all lists have, with the places of all.
 *
 * @param {Places[]} lists
 * @returns {Places}
 */
export function both(lists) {
  const [first = new Map(), ...others] = [...lists].sort((one, two) => one.size - two.size);
  const units = [...first.keys()].filter((unit) => others.every((list) => list.has(unit)));
  return new Map(units.map((unit) => [unit, sorted(lists.flatMap((list) => list.get(unit) ?? []))]));
}

/**
 * The places where words of the lists stand one after the other.
 *
 * @param {Places[]} lists
 * @returns {Places}
 */
export function following(lists) {
  const [first, ...others] = lists;
  /** @type {Places} */
  const found = new Map();
  for (const [unit, places] of first ?? []) {
    const next = others.map((list) => new Set((list.get(unit) ?? []).map((place) => place.first)));
    const kept = places.filter((place) => next.every((set, at) => set.has(place.first + at + 1)));
    if (kept.length) {
      found.set(unit, kept.map((place) => ({ ...place, count: lists.length })));
    }
  }
  return found;
}

/**
 * The places of two lists between which there are at most so many words.
 *
 * @param {Places} left
 * @param {Places} right
 * @param {number} distance
 * @returns {Places}
 */
export function near(left, right, distance) {
  const close = (/** @type {Place} */ one, /** @type {Place} */ two) =>
    (two.first - one.first - one.count <= distance && two.first >= one.first + one.count) ||
    (one.first - two.first - two.count <= distance && one.first >= two.first + two.count);
  /** @type {Places} */
  const found = new Map();
  for (const [unit, places] of left) {
    const others = right.get(unit) ?? [];
    const kept = [
      ...places.filter((place) => others.some((other) => close(place, other))),
      ...others.filter((other) => places.some((place) => close(place, other))),
    ];
    if (kept.length) {
      found.set(unit, sorted(kept));
    }
  }
  return found;
}

/**
 * What is left of a list when places are taken away; a unit without places is taken away whole.
 *
 * @param {Places} list
 * @param {Places} inside
 * @returns {Places}
 */
export function outside(list, inside) {
  /** @type {Places} */
  const found = new Map();
  for (const [unit, places] of list) {
    const taken = new Set((inside.get(unit) ?? []).map(({ first, count }) => `${first}+${count}`));
    const kept = places.filter(({ first, count }) => !taken.has(`${first}+${count}`));
    if (kept.length || !inside.has(unit)) {
      found.set(unit, kept);
    }
  }
  return found;
}

/**
 * Places in their order, each once.
 *
 * @param {Place[]} places
 * @returns {Place[]}
 */
function sorted(places) {
  const once = new Map(places.map((place) => [`${place.first}+${place.count}`, place]));
  return [...once.values()].sort((one, two) => one.first - two.first || two.count - one.count);
}
