/**
 * Words of a passage marked, as a search or a citation leads to them: `#p-12&mark=34.2,40.1` marks two words from the
 * 35th on and the 41st. Words are counted in the text of the passage, as the index of the search counts them.
 */

import { currentView } from "./state.js";
import { tokens } from "./search-words.js";

// What stands in a passage and is no word of its text.
const APART =
  ".number, .sign, .printed, .as-printed, .join, .note-mark, .also, .visually-hidden, [role=img], .note > summary, .note-sources, .back";

/**
 * Mark what the address names, and nothing else.
 */
export function markFromAddress() {
  unmark();
  const { anchor, settings } = currentView();
  const passage = anchor ? document.getElementById(anchor) : null;
  const wanted = settings.get("mark");
  if (passage && wanted) {
    const ranges = wanted.split(",").map((one) => one.split(".").map(Number));
    mark(passage, ranges.map(([first = 0, count = 1]) => [first, count]));
  }
}

/**
 * Mark words of a passage and show the first of them.
 *
 * @param {HTMLElement} passage
 * @param {[first: number, count: number][]} ranges
 */
export function mark(passage, ranges) {
  const nodes = textNodes(passage);
  const text = nodes.map(({ data }) => data).join("");
  const words = tokens(text);
  for (const [first, count] of ranges) {
    const start = words[first]?.start;
    const end = words[first + count - 1]?.end;
    if (start !== undefined && end !== undefined) {
      wrap(nodes, start, end);
    }
  }
  const first = passage.querySelector("mark.found");
  first?.closest("details")?.setAttribute("open", "");
  first?.scrollIntoView({ block: "center" });
}

/**
 * The words of a passage that a selection covers, and how many; nothing where it covers none.
 *
 * @param {HTMLElement} passage
 * @param {Range} range
 * @returns {[first: number, count: number] | null}
 */
export function selectedWords(passage, range) {
  const nodes = textNodes(passage);
  const words = tokens(nodes.map(({ data }) => data).join(""));
  /** @type {[number, number][]} */
  const covered = [];
  let at = 0;
  for (const node of nodes) {
    if (range.intersectsNode(node)) {
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.length;
      covered.push([at + start, at + end]);
    }
    at += node.length;
  }
  const inside = words.flatMap(({ start, end }, place) =>
    covered.some(([from, to]) => start < to && end > from) ? [place] : [],
  );
  const [first] = inside;
  return first === undefined ? null : [first, inside.length];
}

/**
 * The text nodes whose words are those of the passage.
 *
 * @param {HTMLElement} passage
 * @returns {Text[]}
 */
function textNodes(passage) {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (!node.parentElement?.closest(APART)) {
      found.push(node);
    }
  }
  return found;
}

/**
 * Put characters of a passage into elements `mark`, one for each text node they stand in.
 *
 * @param {Text[]} nodes replaced in place as they are split
 * @param {number} start
 * @param {number} end
 */
function wrap(nodes, start, end) {
  let at = 0;
  for (const node of [...nodes]) {
    const length = node.length;
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, length);
    at += length;
    if (from < to) {
      const inside = node.splitText(from);
      const rest = inside.splitText(to - from);
      const found = document.createElement("mark");
      found.className = "found";
      inside.replaceWith(found);
      found.append(inside);
      nodes.splice(nodes.indexOf(node), 1, node, inside, rest);
    }
  }
}

/** Take all marks away. */
function unmark() {
  for (const found of document.querySelectorAll("mark.found")) {
    const parent = found.parentNode;
    found.replaceWith(...found.childNodes);
    parent?.normalize();
  }
}
