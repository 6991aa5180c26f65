/** Buttons beside the links to the versions of a text. */

import { makeButton, make } from "./making.js";

/**
 * Add a button to the row above the text.
 *
 * @param {string} label
 * @param {() => void} action
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLButtonElement | null} nothing where the page has no such row
 */
export function addTool(label, action, attributes = {}) {
  const row = document.querySelector("nav.layers");
  if (!row) {
    return null;
  }
  const list = row.querySelector("ul.tools") ?? row.appendChild(make("ul", { class: "tools" }));
  const button = makeButton(label, action, attributes);
  list.append(make("li", {}, button));
  return button;
}
