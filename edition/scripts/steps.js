/** From one mention, note, quotation or paragraph to the next, by keyboard: it gets the focus. */

import { ownLink } from "./cards.js";

/** @type {Record<string, () => HTMLElement[]>} */
const STOPS = {
  mention: () => all(".reading .mention[id]").map(ownLink).filter((link) => link.hasAttribute("href")),
  note: () => all(".reading a.note-mark"),
  quotation: () => all(".reading .quotation.level-1"),
  paragraph: () => all(".reading .paragraph > .number"),
};
const LINE = 0.2; // of the height of the window: where what one comes to stands, and where one is thought to read
const LOW = 0.7; // below this, or above the window, it is brought there

/**
 * Which of some places comes next; from none of them, by where one reads.
 *
 * @param {number[]} tops of the places, in the order of the text
 * @param {number} at the present place, or -1
 * @param {number} line where one reads
 * @param {1 | -1} direction
 * @returns {number} the place, or -1
 */
export function nextStop(tops, at, line, direction) {
  if (at >= 0) {
    return at + direction < tops.length ? at + direction : -1;
  }
  return direction > 0 ? tops.findIndex((top) => top > line + 1) : tops.findLastIndex((top) => top < line - 1);
}

/**
 * Go to the next or previous one.
 *
 * @param {string} what
 * @param {1 | -1} direction
 */
export function stepTo(what, direction) {
  const stops = (STOPS[what]?.() ?? []).filter((stop) => stop.getClientRects().length);
  const tops = stops.map((stop) => stop.getBoundingClientRect().top);
  const focused = stops.findIndex((stop) => stop === document.activeElement);
  const seen = (tops[focused] ?? -1) >= 0 && (tops[focused] ?? 0) < innerHeight;
  const next = stops[nextStop(tops, seen ? focused : -1, innerHeight * LINE, direction)];
  if (next) {
    arrive(next, what === "paragraph");
  }
}

/**
 * @param {HTMLElement} stop
 * @param {boolean} always whether it is brought to the line even if it can be seen
 */
function arrive(stop, always) {
  if (!stop.matches("a[href]")) {
    stop.tabIndex = -1;
    stop.addEventListener("blur", () => stop.removeAttribute("tabindex"), { once: true });
  }
  stop.focus({ preventScroll: true });
  const { top } = stop.getBoundingClientRect();
  if (always || top < 0 || top > innerHeight * LOW) {
    scrollBy({ top: top - innerHeight * LINE, behavior: "instant" });
  }
}

/**
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
function all(selector) {
  return [...document.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
}
