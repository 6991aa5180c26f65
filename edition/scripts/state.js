/**
 * The state of a view in the address, after the anchor: `#p-12&hide=dates,places`.
 *
 * Links made without a script carry the anchor alone; a browser that finds no element of the whole fragment is led to
 * the anchor here. The only module that reads or writes the fragment.
 */

/**
 * @typedef {object} View
 * @property {string} anchor id of the element the address leads to, or ""
 * @property {Map<string, string>} settings what follows it
 */

/**
 * What a fragment says.
 *
 * @param {string} fragment as `location.hash`, with or without its sign
 * @returns {View}
 */
export function parseView(fragment) {
  const [first = "", ...rest] = fragment.replace(/^#/, "").split("&");
  const named = first.includes("=") ? [first, ...rest] : rest;
  const anchor = first.includes("=") ? "" : decode(first);
  return { anchor, settings: new Map(named.filter(Boolean).map(pair)) };
}

/**
 * The fragment of a view, "" for one that says nothing. Settings without a value are left out.
 *
 * @param {View} view
 * @returns {string}
 */
export function writeView({ anchor, settings }) {
  const said = [...settings].filter(([, value]) => value !== "");
  const parts = said.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
  const all = anchor ? [encodeURIComponent(anchor), ...parts] : parts;
  return all.length ? `#${all.join("&")}` : "";
}

/**
 * The present view.
 *
 * @returns {View}
 */
export function currentView() {
  return parseView(location.hash);
}

/**
 * Put a setting into the address without a new entry of the history; "" takes it out.
 *
 * @param {string} name
 * @param {string} value
 */
export function setInView(name, value) {
  const view = currentView();
  view.settings.set(name, value);
  history.replaceState(history.state, "", writeView(view) || location.pathname + location.search);
}

/**
 * Lead to the anchor when a setting follows it: the browser knows no such element.
 */
export function followAnchor() {
  const view = currentView();
  const { anchor, settings } = view;
  if (settings.size && document.getElementById(anchor) && document.querySelector(":target")?.id !== anchor) {
    lead(view);
  }
}

/**
 * Lead to an element as a link would, without a new entry of the history. Settings stay, but for the marked words of
 * another passage.
 *
 * @param {string} anchor
 */
export function leadTo(anchor) {
  lead(viewOf(anchor));
}

/**
 * Lead to an element as a link does, with an entry of the history unless one is there already. Settings stay, but for
 * marked words.
 *
 * @param {string} anchor
 */
export function goTo(anchor) {
  const fragment = writeView(viewOf(anchor));
  if (location.hash === fragment) {
    document.getElementById(anchor)?.scrollIntoView();
    return;
  }
  location.hash = encodeURIComponent(anchor);
  history.replaceState(history.state, "", fragment);
}

/**
 * The present view, at another place and without the marked words.
 *
 * @param {string} anchor
 * @returns {View}
 */
function viewOf(anchor) {
  const { settings } = currentView();
  settings.delete("mark");
  settings.delete("to");
  return { anchor, settings };
}

/**
 * Let the browser follow the anchor alone, so that it shows and marks the element, then put the whole view back.
 *
 * @param {View} view
 */
function lead(view) {
  location.replace(`#${encodeURIComponent(view.anchor)}`);
  history.replaceState(history.state, "", writeView(view));
}

/**
 * @param {string} text
 * @returns {[string, string]}
 */
function pair(text) {
  const [name = "", ...value] = text.split("=");
  return [decode(name), decode(value.join("="))];
}

/**
 * @param {string} text
 * @returns {string}
 */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign: an address typed by hand
  }
}
