/**
 * The card of an entry, opened by a plain click, tap or Enter on a name: beside the word, or on a narrow screen at the
 * lower edge of the window (the style sheet decides). A click with another button or key follows the link as ever.
 *
 * It is a dialog that is not modal. It takes the focus, so that a screen reader says it and Tab reaches its buttons;
 * Escape and »close« give the focus back to the name; Tab leaves it to where the name stands in the text, and then it
 * closes. It stays until somebody closes it.
 */

import { languageOfWords } from "./aids.js";
import { cardPlace, nextOf } from "./card-place.js";
import { cardContent, mentionedAt } from "./card.js";
import { scriptLoader } from "./data.js";
import { make } from "./making.js";
import { leadTo } from "./state.js";

/** @typedef {Record<string, import("./card.js").CardRow>} CardRows */

/**
 * Let names open cards.
 *
 * @param {import("./aids.js").Aids} aids
 */
export function startCards(aids) {
  const reading = document.querySelector(".reading");
  const load = scriptLoader(aids.cards);
  /** @type {Promise<CardRows> | undefined} */
  let rows;
  const card = new Card(aids);
  reading?.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || !isPlain(/** @type {MouseEvent} */ (event)) || !namesEntry(link)) {
      return;
    }
    event.preventDefault();
    if (card.opener === link) {
      card.close(true);
      return;
    }
    const href = link.getAttribute("href") ?? "";
    rows ??= load(aids.text);
    rows.then(
      (all) => (all[href] ? card.open(link, href, all[href]) : location.assign(link.href)),
      () => {
        rows = undefined;
        location.assign(link.href);
      },
    );
  });
}

/**
 * @param {MouseEvent} event
 * @returns {boolean}
 */
function isPlain(event) {
  const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey && !defaultPrevented;
}

/**
 * @param {Element} link
 * @returns {boolean} whether it names an entry
 */
function namesEntry(link) {
  return link.matches(".mention:is(a), .mention a:not(.note-mark)");
}

/** The one card of a page. */
class Card {
  /** @param {import("./aids.js").Aids} aids */
  constructor(aids) {
    this.aids = aids;
    /** @type {HTMLElement | null} */
    this.opener = null; // the link it stands at
    /** @type {string[]} */
    this.anchors = [];
    this.at = -1;
    /** @type {HTMLElement | null} */
    this.kept = null; // has the focus while the browser wants to give it to a mention we led to
    this.box = make("div", { class: "entry-card", role: "dialog", tabindex: "-1", lang: languageOfWords(), "aria-labelledby": "karte_name", hidden: "" });
    document.querySelector("main")?.append(this.box);
    this.listen();
  }

  listen() {
    let inside = false;
    document.addEventListener("pointerdown", (event) => {
      this.kept = null;
      inside = this.holds(event.target);
    });
    // A finger that scrolls ends in pointercancel and closes nothing.
    document.addEventListener("pointerup", (event) => {
      if (!inside && !this.holds(event.target)) {
        this.close(false);
      }
    });
    document.addEventListener("keydown", (event) => {
      this.kept = null;
      if (event.key === "Escape" && !(event.target instanceof Element && event.target.closest("dialog"))) {
        this.close(true);
      }
    });
    document.addEventListener("focusin", (event) => {
      if (this.kept) {
        this.kept.focus({ preventScroll: true });
      } else if (!this.holds(event.target)) {
        this.close(false);
      }
    });
    // The browser may give the focus to a mention one is led to, or to nothing; it belongs to the button.
    this.box.addEventListener("focusout", () => setTimeout(() => this.kept?.focus({ preventScroll: true })));
    this.box.addEventListener("keydown", (event) => this.leave(event));
    const article = document.querySelector(".reading");
    if (article) {
      new ResizeObserver(() => this.put()).observe(article);
    }
    addEventListener("resize", () => this.put());
  }

  /**
   * @param {EventTarget | null} target
   * @returns {boolean} whether it is in the card or in the link that opened it
   */
  holds(target) {
    return target instanceof Node && (this.box.contains(target) || Boolean(this.opener?.contains(target)));
  }

  /**
   * @param {HTMLElement} link
   * @param {string} href
   * @param {import("./card.js").CardRow} row
   */
  open(link, href, row) {
    this.opener = link;
    this.anchors = row[5].filter((anchor) => document.getElementById(anchor));
    this.at = this.anchors.indexOf(link.closest(".mention[id]")?.id ?? "");
    const kind = link.matches(".also a") ? link.classList[0] : link.closest(".mention")?.classList[1];
    this.box.className = `entry-card ${kind ?? ""}`;
    const actions = { close: () => this.close(true), step: (/** @type {1 | -1} */ way) => this.step(way) };
    this.box.replaceChildren(...cardContent(this.aids, row, href, actions));
    this.box.toggleAttribute("aria-describedby", false);
    if (row[3]) {
      this.box.setAttribute("aria-describedby", "karte_text");
    }
    this.box.hidden = false;
    this.say();
    this.put(true);
    this.box.focus({ preventScroll: true });
  }

  /** @param {boolean} back whether the name gets the focus */
  close(back) {
    const link = this.opener;
    if (link) {
      this.opener = null;
      this.kept = null;
      this.box.hidden = true;
      if (back) {
        link.focus({ preventScroll: true });
      }
    }
  }

  /** @param {1 | -1} direction */
  step(direction) {
    const before = this.anchors.filter((anchor) => this.follows(anchor)).length;
    this.at = nextOf(this.anchors.length, this.at, before, direction);
    const anchor = this.anchors[this.at] ?? "";
    const mention = document.getElementById(anchor);
    const focused = document.activeElement;
    this.kept = focused instanceof HTMLElement ? focused : null;
    leadTo(anchor);
    this.opener = mention && ownLink(mention);
    this.say();
    this.put(true);
  }

  /**
   * @param {string} anchor
   * @returns {boolean} whether the link that opened the card follows the mention
   */
  follows(anchor) {
    const mention = document.getElementById(anchor);
    const order = mention && this.opener ? mention.compareDocumentPosition(this.opener) : 0;
    return Boolean(order & Node.DOCUMENT_POSITION_FOLLOWING);
  }

  say() {
    const place = this.box.querySelector(".mentioned");
    if (place) {
      place.textContent = mentionedAt(this.aids, this.at, this.anchors.length);
    }
  }

  /**
   * Put it beside its word, or at the edge of the window.
   *
   * @param {boolean} [reveal] whether the word is brought out from behind it
   */
  put(reveal = false) {
    const lines = [...(this.opener?.getClientRects() ?? [])].filter(({ width }) => width > 1);
    const last = lines.at(-1);
    if (!lines[0] || !last) {
      return;
    }
    const { style } = this.box;
    style.maxHeight = "";
    if (getComputedStyle(this.box).position === "fixed") {
      style.left = style.top = "";
      const covered = last.bottom + 8 - this.box.getBoundingClientRect().top;
      if (covered > 0 && reveal) {
        scrollBy({ top: covered, behavior: "instant" });
      }
      return;
    }
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    const size = { width: this.box.offsetWidth, height: this.box.offsetHeight };
    const line = lines.filter(({ bottom }) => bottom > last.top + 1); // the boxes of its last line
    const word = { left: Math.min(...line.map((one) => one.left)), top: lines[0].top, bottom: last.bottom };
    const { left, top, room } = cardPlace(word, size, view);
    style.left = `${left + scrollX}px`;
    style.top = `${top + scrollY}px`;
    style.maxHeight = `${room}px`;
  }

  /**
   * Tab beyond the last or before the first button goes on in the text, from the name.
   *
   * @param {KeyboardEvent} event
   */
  leave(event) {
    const stops = [...this.box.querySelectorAll("button, a[href]")];
    const edge = event.shiftKey ? [this.box, stops[0]] : [stops.at(-1)];
    if (event.key === "Tab" && edge.includes(document.activeElement ?? undefined)) {
      if (event.shiftKey) {
        event.preventDefault();
      }
      this.close(true);
    }
  }
}

/**
 * The link of a mention itself, not of one within it.
 *
 * @param {HTMLElement} mention
 * @returns {HTMLElement}
 */
export function ownLink(mention) {
  const links = /** @type {NodeListOf<HTMLElement>} */ (mention.querySelectorAll("a[href]:not(.note-mark, .also a)"));
  return [...links].find((link) => link.closest(".mention") === mention) ?? mention;
}
