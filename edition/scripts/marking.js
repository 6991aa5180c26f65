/**
 * Words of a passage marked, as a search or a citation leads to them: `#p-12&mark=34.2,40.1` marks two words from the
 * 35th on and the 41st. Words are counted in the text of the passage, as the index of the search counts them.
 */

import { passageSpans } from "./passage.js";
import { tokens } from "./search-words.js";
import { currentView } from "./state.js";

// What stands in a passage and is no word of its text.
const APART =
  ".number, .sign, .printed, .as-printed, .join, .note-mark, .also, .report, .visually-hidden, [role=img], " +
  ".note > summary, .note-sources, .back, .generated";

/**
 * Mark what the address names, and nothing else; show the first of it.
 *
 * @param {string[]} order ids of the blocks in their order, for passages of several
 */
export function markFromAddress(order) {
  unmark();
  for (const { block, first, count } of passageSpans(currentView(), order)) {
    const passage = document.getElementById(block);
    if (passage) {
      mark(passage, first, count);
    }
  }
  const first = document.querySelector("mark.found");
  first?.closest("details")?.setAttribute("open", "");
  first?.scrollIntoView({ block: "center" });
}

/**
 * Mark words of a passage, as far as it has them.
 *
 * @param {HTMLElement} passage
 * @param {number} first
 * @param {number} count
 */
export function mark(passage, first, count) {
  const nodes = textNodes(passage);
  const words = tokens(nodes.map(({ data }) => data).join(""));
  const start = words[first]?.start;
  const end = words[Math.min(first + count, words.length) - 1]?.end;
  if (start !== undefined && end !== undefined) {
    wrap(nodes, start, end);
  }
}

/**
 * The words of a passage that a selection covers: number of the first, how many, and what stands there; null where it
 * covers none. Half a word counts as a word.
 *
 * @param {HTMLElement} passage
 * @param {Range} range
 * @returns {{first: number, count: number, text: string} | null}
 */
export function selectedWords(passage, range) {
  const nodes = textNodes(passage);
  const text = nodes.map(({ data }) => data).join("");
  const covered = coveredBy(nodes, range);
  const words = tokens(text);
  const inside = words.flatMap(({ start, end }, place) =>
    covered.some(([from, to]) => start < to && end > from) ? [place] : [],
  );
  const [first] = inside;
  const last = inside.at(-1);
  if (first === undefined || last === undefined) {
    return null;
  }
  const start = Math.min(covered[0]?.[0] ?? 0, words[first]?.start ?? 0);
  const end = Math.max(covered.at(-1)?.[1] ?? 0, words[last]?.end ?? 0);
  return { first, count: last - first + 1, text: trimmedWords(text.slice(start, end)) };
}

/**
 * Where in the joined text of nodes a range has characters.
 *
 * @param {Text[]} nodes
 * @param {Range} range
 * @returns {[from: number, to: number][]}
 */
function coveredBy(nodes, range) {
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
  return covered.filter(([from, to]) => from < to);
}

/**
 * Words without the white space of the file, and without signs at the ends that belong to what stands beside them.
 *
 * @param {string} text
 * @returns {string}
 */
function trimmedWords(text) {
  const plain = text.replace(/\s+/g, " ");
  return plain.replace(/^[\s,;:.!?)\]«‹–]+/u, "").replace(/[\s,;:([»›–]+$/u, "");
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
