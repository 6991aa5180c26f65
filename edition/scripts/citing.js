/**
 * Citing a passage: select words, and a button offers their citation; the number of a paragraph offers that of the
 * paragraph. What is written where stands in `citing-text.js`, the panel in `citing-panel.js`.
 */

import { pageAids } from "./aids.js";
import { citingData } from "./citing-data.js";
import { closePanel, createElement, openPanel, openedPanel } from "./citing-panel.js";
import { keyOf } from "./keys.js";
import { selectedWords } from "./marking.js";
import { passageView } from "./passage.js";
import { currentView, goTo, parseView, writeView } from "./state.js";

/** @typedef {import("./citing-text.js").Passage} Passage */

const SETTLED = 150; // milliseconds without a change of the selection
const OFFER_EDGE = 8; // pixels that the button keeps from the edges of the window

/** @type {HTMLButtonElement | null} */
let offer = null;
let pressed = false; // while a selection is drawn, nothing comes in its way

/**
 * Make passages of this page citable, if it has what that needs.
 */
export function offerCitations() {
  if (!citingData()) {
    return;
  }
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(showOffer, SETTLED);
  };
  document.addEventListener("selectionchange", later);
  document.addEventListener("pointerdown", (event) => {
    pressed = true;
    if (!openedPanel()?.contains(/** @type {Node} */ (event.target))) {
      closePanel(false);
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => {
      pressed = false;
      later();
    });
  }
  listenToNumbers();
}

/** Cite the selected words, or else the passage that the address names, if there is any. */
export function citeHere() {
  if (openedPanel()) {
    return;
  }
  const range = selectedRange() ?? markedRange();
  const passage = range && selectedPassage(range);
  if (range && passage) {
    openPassage(passage, lastBox(range), selectedRange());
    return;
  }
  const { anchor } = currentView();
  const named = citingData()?.blocks.some(([id]) => id === anchor) ? document.getElementById(anchor) : null;
  if (named) {
    openPassage(wholeBlock(anchor), named.getBoundingClientRect(), null);
  }
}

/**
 * @returns {Range | null} the words that the address has marked
 */
function markedRange() {
  const marks = document.querySelectorAll("mark.found");
  const [first] = marks;
  const last = marks[marks.length - 1];
  if (!first || !last) {
    return null;
  }
  const range = new Range();
  range.setStartBefore(first);
  range.setEndAfter(last);
  return range;
}

/**
 * @param {string} block
 * @returns {Passage}
 */
function wholeBlock(block) {
  return { spans: [{ block, first: 0, count: 0 }], text: "", fragment: block };
}

/**
 * The words that a range covers, in whichever blocks they stand.
 *
 * @param {Range} range
 * @returns {Passage | null}
 */
function selectedPassage(range) {
  const data = citingData();
  const spans = [];
  const words = [];
  for (const [block] of data?.blocks ?? []) {
    const element = document.getElementById(block);
    const found = element && range.intersectsNode(element) ? selectedWords(element, range) : null;
    if (found) {
      spans.push({ block, first: found.first, count: found.count });
      words.push(found.text);
    }
  }
  const text = words.join(data?.places.break ?? " ");
  return spans.length ? { spans, text, fragment: writeView(passageView(spans)).slice(1) } : null;
}

/**
 * @returns {Range | null} what is selected in the text
 */
function selectedRange() {
  const selection = getSelection();
  const range = selection && !selection.isCollapsed && selection.rangeCount ? selection.getRangeAt(0) : null;
  return range && !openedPanel()?.contains(range.startContainer) ? range : null;
}

/** Show the button at the end of the selected words, or take it away. */
function showOffer() {
  if (pressed || openedPanel()) {
    return;
  }
  const range = selectedRange();
  if (!range || !selectedPassage(range)) {
    offer?.remove();
    return;
  }
  offer ??= madeOffer();
  offer.setAttribute("aria-keyshortcuts", keyOf(pageAids(), "cite"));
  document.querySelector("main")?.append(offer);
  const box = lastBox(range);
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth, offsetHeight } = offer;
  const left = Math.max(OFFER_EDGE, Math.min(box.right, clientWidth - offsetWidth - OFFER_EDGE));
  const top = Math.max(OFFER_EDGE, Math.min(box.bottom + OFFER_EDGE, clientHeight - offsetHeight - OFFER_EDGE));
  offer.style.left = `${left + scrollX}px`;
  offer.style.top = `${top + scrollY}px`;
}

/**
 * @returns {HTMLButtonElement}
 */
function madeOffer() {
  const label = citingData()?.sentences.cite ?? "";
  const button = createElement("button", { type: "button", className: "cite-offer", textContent: label });
  button.setAttribute("aria-haspopup", "dialog");
  button.lang = citingData()?.language ?? "";
  button.addEventListener("pointerdown", (event) => event.stopPropagation());
  button.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
  button.addEventListener("click", citeHere);
  return button;
}

/**
 * @param {Range} range
 * @returns {DOMRect} where the last of it is in the window
 */
function lastBox(range) {
  return [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
}

/**
 * Open the panel; when it closes, focus and selection are what they were.
 *
 * @param {Passage} passage
 * @param {DOMRect} beside
 * @param {Range | null} range
 */
function openPassage(passage, beside, range) {
  const data = citingData();
  const before = document.activeElement;
  if (!data) {
    return;
  }
  offer?.remove();
  openPanel(passage, data, beside, () => {
    if (range) {
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      showOffer();
    }
    const back = before?.isConnected && before !== document.body ? before : range ? offer : null;
    /** @type {HTMLElement | null} */ (back)?.focus({ preventScroll: true });
  });
}

/** The number of a paragraph leads to it and offers its citation. */
function listenToNumbers() {
  for (const link of document.querySelectorAll("a.number")) {
    link.setAttribute("aria-haspopup", "dialog");
  }
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a.number");
    const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link instanceof HTMLAnchorElement && plain && !event.defaultPrevented) {
      event.preventDefault(); // following the link takes the focus away, some time later: lead there now
      const block = parseView(link.hash).anchor;
      goTo(block);
      link.focus({ preventScroll: true });
      openPassage(wholeBlock(block), link.getBoundingClientRect(), null);
    }
  });
}
