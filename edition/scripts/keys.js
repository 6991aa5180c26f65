/**
 * Keys of a reading page, and the panel that lists them. Single letters can be switched off (WCAG 2.1.4), which the
 * browser remembers; they are never taken from a field one writes in, nor together with Ctrl, Alt or Meta.
 */

import { languageOfWords, wording } from "./aids.js";
import { make, makeButton } from "./making.js";
import { remember, remembered } from "./memory.js";
import { addTool } from "./tools.js";

const OFF = "keys";

/** @typedef {import("./aids.js").Aids["keys"]} KeyRows */
/** @typedef {Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">} Stroke */

/**
 * What a stroke means, if anything: an action, forwards or with the shift key backwards.
 *
 * @param {KeyRows} rows
 * @param {Stroke} stroke
 * @returns {[action: string, direction: 1 | -1] | null}
 */
export function actionOf(rows, { key, shiftKey, ctrlKey, altKey, metaKey }) {
  const row = ctrlKey || altKey || metaKey ? undefined : rows.find(([, written]) => written === key.toLowerCase());
  return row?.[0] ? [row[0], shiftKey && /^\p{L}$/u.test(key) ? -1 : 1] : null;
}

/**
 * The key of an action, "" if there is none or keys are switched off.
 *
 * @param {import("./aids.js").Aids | null} aids
 * @param {string} action
 * @returns {string}
 */
export function keyOf(aids, action) {
  const [, key = ""] = aids?.keys.find(([name]) => name === action) ?? [];
  return remembered(OFF) ? "" : key;
}

/**
 * Obey the keys.
 *
 * @param {import("./aids.js").Aids} aids
 * @param {Record<string, (direction: 1 | -1) => void>} actions
 */
export function startKeys(aids, actions) {
  const panel = keyPanel(aids);
  /** @type {Record<string, (direction: 1 | -1) => void>} */
  const does = { ...actions, keys: () => panel.showModal() };
  document.addEventListener("keydown", (event) => {
    if (remembered(OFF) || panel.open || event.isComposing || event.defaultPrevented || isWriting(event.target)) {
      return;
    }
    const [action = "", direction = 1] = actionOf(aids.keys, event) ?? [];
    const act = does[action];
    if (act) {
      event.preventDefault();
      act(direction);
    }
  });
  addTool(wording(aids, "keys"), () => panel.showModal(), { "aria-haspopup": "dialog" });
}

/**
 * @param {EventTarget | null} target
 * @returns {boolean}
 */
function isWriting(target) {
  const fields = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]";
  return target instanceof Element && Boolean(target.closest(fields));
}

/**
 * @param {import("./aids.js").Aids} aids
 * @returns {HTMLDialogElement}
 */
function keyPanel(aids) {
  const on = make("input", { type: "checkbox" });
  on.checked = !remembered(OFF);
  on.addEventListener("change", () => remember(OFF, on.checked ? "" : "off"));
  const list = make("dl");
  for (const [, key, label] of aids.keys) {
    list.append(make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, label)));
  }
  const panel = make(
    "dialog",
    { class: "keys", lang: languageOfWords(), "aria-labelledby": "tasten_titel" },
    makeButton(wording(aids, "close"), () => panel.close(), { class: "close" }),
    make("h2", { id: "tasten_titel" }, wording(aids, "keys")),
    list,
    make("p", {}, wording(aids, "backwards")),
    make("p", {}, make("label", {}, on, " ", wording(aids, "keys-on")), " ", make("span", { class: "remark" }, wording(aids, "keys-remark"))),
  );
  document.querySelector("main")?.append(panel);
  return panel;
}
