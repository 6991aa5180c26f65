/** Names of what is hidden, as the address holds them. */

/**
 * The names a setting holds: known by their form only, for another page may have others.
 *
 * @param {string} setting
 * @returns {string[]}
 */
export function layersIn(setting) {
  return [...new Set(setting.split(",").filter((name) => /^[a-z]+$/.test(name)))].sort();
}

/**
 * What is hidden when some names are shown or hidden.
 *
 * @param {string[]} hidden
 * @param {string[]} layers
 * @param {boolean} shown
 * @returns {string[]}
 */
export function withLayers(hidden, layers, shown) {
  const others = hidden.filter((name) => !layers.includes(name));
  return shown ? others : [...others, ...layers].sort();
}
