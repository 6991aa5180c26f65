/** The panel with the citations of one passage: small, beside what it cites, closed by Escape. */

import { citationOf, fillSentence, placeOf } from "./citing-text.js";

/** @typedef {import("./citing-text.js").Passage} Passage */

const SPACE = 8; // pixels between the panel and what it cites, and the edges of the window

/** @type {HTMLElement | null} */
let citingPanel = null;
/** @type {(() => void) | null} */
let afterwards = null;
let chosenForm = "text"; // the form that was shown last

/**
 * Show the citations of a passage.
 *
 * @param {Passage} passage
 * @param {import("./citing-data.js").CitingData} data
 * @param {DOMRect} beside where the passage is in the window
 * @param {() => void} whenClosed gives the focus back
 */
export function openPanel(passage, data, beside, whenClosed) {
  closePanel(false);
  const { sentences } = data;
  const output = createElement("textarea", { readOnly: true, rows: 7, spellcheck: false });
  output.setAttribute("aria-label", sentences.citation ?? "");
  const status = createElement("span", { role: "status" });
  const show = () => {
    const format = data.formats.find(({ slug }) => slug === chosenForm);
    output.value = format ? citationOf(format, passage, data) : "";
    output.dataset.form = chosenForm;
    output.scrollTop = 0;
    status.textContent = "";
  };
  const copy = createElement("button", { type: "button", textContent: sentences.copy ?? "" });
  copy.addEventListener("click", () => copyFrom(output, status, sentences));
  const link = createElement("a", { href: `#${passage.fragment}`, textContent: sentences.link ?? "" });
  link.addEventListener("click", () => closePanel(false));
  const act = createElement("p", { className: "act" });
  act.append(copy, link, status);
  citingPanel = emptyPanel(data);
  citingPanel.append(createElement("p", { textContent: extentOf(passage, data) }), formChoice(data, show), output, act);
  document.querySelector("main")?.append(citingPanel);
  afterwards = whenClosed;
  show();
  placePanel(citingPanel, beside);
  /** @type {HTMLElement | null} */ (citingPanel.querySelector("input:checked"))?.focus();
}

/**
 * @param {boolean} back whether the focus goes back to where it was
 */
export function closePanel(back) {
  citingPanel?.remove();
  citingPanel = null;
  if (back) {
    afterwards?.();
  }
  afterwards = null;
}

/**
 * @returns {HTMLElement | null} the panel, if it is open
 */
export function openedPanel() {
  return citingPanel;
}

/**
 * An element with its properties.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} properties
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function createElement(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/**
 * The panel with its heading and the button that closes it.
 *
 * @param {import("./citing-data.js").CitingData} data
 * @returns {HTMLElement}
 */
function emptyPanel({ language, sentences }) {
  const made = createElement("div", { className: "citing", role: "dialog", lang: language });
  made.setAttribute("aria-labelledby", "seite_stelle");
  const head = createElement("p", { className: "head" });
  const close = createElement("button", { type: "button", className: "close", textContent: "×" });
  close.setAttribute("aria-label", sentences.close ?? "");
  close.addEventListener("click", () => closePanel(true));
  head.append(createElement("strong", { id: "seite_stelle", textContent: sentences.cite ?? "" }), close);
  made.append(head);
  made.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation(); // other things that Escape closes stay open
      closePanel(true);
    }
  });
  return made;
}

/**
 * What is cited: »Absatz 12, 3 Wörter«.
 *
 * @param {Passage} passage
 * @param {import("./citing-data.js").CitingData} data
 * @returns {string}
 */
function extentOf({ spans, text }, data) {
  const { place } = placeOf(data, spans[0]?.block ?? "", spans.at(-1)?.block ?? "");
  if (!text) {
    return place;
  }
  const count = spans.reduce((sum, span) => sum + span.count, 0);
  const { word = "", words = "" } = data.sentences;
  return `${place}, ${count === 1 ? word : fillSentence(words, { count: String(count) })}`;
}

/**
 * The choice of the form.
 *
 * @param {import("./citing-data.js").CitingData} data
 * @param {() => void} show
 * @returns {HTMLElement}
 */
function formChoice({ formats, sentences }, show) {
  const group = createElement("fieldset", {});
  group.append(createElement("legend", { className: "visually-hidden", textContent: sentences.format ?? "" }));
  for (const { slug, label } of formats) {
    const radio = createElement("input", { type: "radio", name: "stelle_form", value: slug, checked: slug === chosenForm });
    radio.addEventListener("change", () => {
      chosenForm = slug;
      show();
    });
    const named = createElement("label", {});
    named.append(radio, label);
    group.append(named);
  }
  return group;
}

/**
 * Copy what is shown, and say so. From disk, and where the clipboard is refused, the older way; at worst the words are
 * left selected.
 *
 * @param {HTMLTextAreaElement} output
 * @param {HTMLElement} status
 * @param {Record<string, string>} sentences
 */
async function copyFrom(output, status, sentences) {
  status.textContent = "";
  const done = await navigator.clipboard?.writeText(output.value).then(() => true, () => false);
  if (!done) {
    output.select();
  }
  const copied = done || document.execCommand("copy");
  status.textContent = (copied ? sentences.copied : sentences.selected) ?? "";
}

/**
 * Put the panel below what it cites, or above, or where it fits; narrow windows have it at their foot (citing.css).
 *
 * @param {HTMLElement} shown
 * @param {DOMRect} beside
 */
function placePanel(shown, beside) {
  const { width, height } = shown.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const [lowest, rightmost] = [clientHeight - height - SPACE, clientWidth - width - SPACE];
  const above = beside.top - SPACE - height;
  const top = beside.bottom + SPACE > lowest && above >= SPACE ? above : beside.bottom + SPACE;
  shown.style.setProperty("--left", `${Math.max(SPACE, Math.min(beside.left, rightmost))}px`);
  shown.style.setProperty("--top", `${Math.max(SPACE, Math.min(top, lowest))}px`);
}
