/**
 * What this browser remembers of a reader's choices; it never leaves the device. Where a browser keeps nothing, nothing
 * is remembered. The imprint tells readers what is kept.
 */

const PREFIX = "edition:";
/** @type {Map<string, string>} */
const kept = new Map(); // on this page

/**
 * A choice made earlier, or "".
 *
 * @param {string} name
 * @returns {string}
 */
export function remembered(name) {
  try {
    return kept.get(name) ?? localStorage.getItem(PREFIX + name) ?? "";
  } catch {
    return ""; // refused: a setting of the browser
  }
}

/**
 * Keep a choice; "" forgets it.
 *
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  kept.set(name, value);
  try {
    if (value) {
      localStorage.setItem(PREFIX + name, value);
    } else {
      localStorage.removeItem(PREFIX + name);
    }
  } catch {
    // refused: the choice holds for this page
  }
}
