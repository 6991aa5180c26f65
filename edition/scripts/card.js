/** What the card of an entry shows, as elements. */

import { wording } from "./aids.js";
import { make, makeButton } from "./making.js";

/** @typedef {[name: string, kind: string, dated: string, description: string,
 *   identifiers: [scheme: string, value: string, address: string][], anchors: string[]]} CardRow */

/**
 * What can be done in a card.
 *
 * @typedef {object} CardActions
 * @property {() => void} close
 * @property {(direction: 1 | -1) => void} step
 */

/**
 * The elements of a card; the place among the mentions is filled in later (`.mentioned`).
 *
 * @param {import("./aids.js").Aids} aids
 * @param {CardRow} row
 * @param {string} href
 * @param {CardActions} actions
 * @returns {HTMLElement[]}
 */
export function cardContent(aids, [name, kind, dated, description, identifiers, anchors], href, { close, step }) {
  /** @type {Record<string, string>} */
  const listed = aids.content ? { lang: aids.content } : {}; // what the lists say
  /** @type {HTMLElement[]} */
  const parts = [
    makeButton(wording(aids, "close"), close, { class: "close" }),
    make("p", { class: "kicker" }, kind),
    make("h2", { id: "karte_name", ...listed }, name),
  ];
  if (dated) {
    parts.push(make("p", { class: "dated" }, dated));
  }
  if (description) {
    parts.push(make("p", { id: "karte_text", ...listed }, description));
  }
  if (identifiers.length) {
    parts.push(make("ul", { class: "identifiers", "aria-label": wording(aids, "identifiers") }, ...identifiers.map(identified)));
  }
  const foot = make("p", { class: "foot" }, make("span", { class: "mentioned", role: "status" }));
  if (anchors.length > 1) {
    foot.append(" ", stepper(aids, "previous", () => step(-1)), " ", stepper(aids, "next", () => step(1)));
  }
  foot.append(" ", make("a", { href }, wording(aids, "entry")));
  return [...parts, foot];
}

/**
 * Which mention the card stands at, in words.
 *
 * @param {import("./aids.js").Aids} aids
 * @param {number} at the mention, or -1 for a link outside the text
 * @param {number} count
 * @returns {string}
 */
export function mentionedAt(aids, at, count) {
  if (count === 1) {
    return wording(aids, "only-mention");
  }
  return at < 0 ? wording(aids, "mentions", { count }) : wording(aids, "mention", { number: at + 1, count });
}

/**
 * @param {[scheme: string, value: string, address: string]} identifier
 * @returns {HTMLElement}
 */
function identified([scheme, value, address]) {
  return make("li", {}, `${scheme} `, address ? make("a", { href: address }, value) : value);
}

/**
 * @param {import("./aids.js").Aids} aids
 * @param {"previous" | "next"} name
 * @param {() => void} action
 * @returns {HTMLButtonElement}
 */
function stepper(aids, name, action) {
  return makeButton(wording(aids, name), action, { "aria-label": wording(aids, `${name}-mention`) });
}
