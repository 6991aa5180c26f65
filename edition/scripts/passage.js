/**
 * A passage in the address: words of one block, or from one block into another.
 *
 * `#p-12&mark=34.2` are two words of a block from the 35th on; `#p-12&mark=34.50&to=p-14.7` are fifty of p-12, all of the
 * blocks between, and the first seven of p-14. Who does not know `to` still finds the beginning.
 */

/** @typedef {{block: string, first: number, count: number}} Span words of a block: the number of the first, how many */

/**
 * The view that shows a passage.
 *
 * @param {Span[]} spans of each block in its order; those between the first and the last are whole
 * @returns {import("./state.js").View}
 */
export function passageView(spans) {
  const [first, ...rest] = spans;
  const last = rest.at(-1);
  /** @type {Map<string, string>} */
  const settings = new Map();
  if (first) {
    settings.set("mark", `${first.first}.${first.count}`);
  }
  if (last) {
    settings.set("to", `${last.block}.${last.count}`);
  }
  return { anchor: first?.block ?? "", settings };
}

/**
 * The words that a view marks.
 *
 * @param {import("./state.js").View} view
 * @param {string[]} order ids of the blocks in their order; without it a passage ends with its first block
 * @returns {Span[]}
 */
export function passageSpans({ anchor, settings }, order) {
  const wanted = settings.get("mark");
  if (!anchor || !wanted) {
    return [];
  }
  const spans = wanted.split(",").map((one) => {
    const [first = 0, count = 1] = one.split(".").map(Number);
    return { block: anchor, first, count };
  });
  const [, last = "", count = ""] = settings.get("to")?.match(/^(.+)\.(\d+)$/) ?? [];
  const [start, end] = [order.indexOf(anchor), order.indexOf(last)];
  if (start >= 0 && end > start) {
    const between = order.slice(start + 1, end).map((block) => ({ block, first: 0, count: Infinity }));
    spans.push(...between, { block: last, first: 0, count: Number(count) });
  }
  return spans;
}
