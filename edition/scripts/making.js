/** Elements made by scripts. */

/**
 * An element with attributes and content; words are never read as markup.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...content);
  return made;
}

/**
 * A button.
 *
 * @param {string} label
 * @param {() => void} action
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLButtonElement}
 */
export function makeButton(label, action, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", action);
  return made;
}
