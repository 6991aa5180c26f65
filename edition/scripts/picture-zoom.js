/**
 * A picture that grows within its frame. Marks and words of maps and networks grow half as fast, so that crowded places
 * come apart; everything stays a link.
 */

import { wording } from "./aids.js";
import { make, makeButton } from "./making.js";

const SCALES = [1, 1.5, 2, 3, 4, 6];
const KEPT = ".map, .net"; // pictures whose marks stand at points
const DRAWN = 4; // pixels after which a pressed pointer draws the picture along and no longer clicks

/**
 * Give a picture its buttons, and let it grow with the wheel while the control key is held.
 *
 * @param {SVGSVGElement} drawing
 * @param {import("./aids.js").Aids} aids
 */
export function letGrow(drawing, aids) {
  const stage = stageOf(drawing);
  let step = 0;
  let natural = 0; // pixels, of the whole picture

  /**
   * @param {number} next
   * @param {{x: number, y: number}} [at] where the picture stays as it is, in the window
   */
  function grow(next, at = middleOf(stage)) {
    const before = drawing.getBoundingClientRect();
    const [left, top] = [(at.x - before.left) / before.width, (at.y - before.top) / before.height];
    natural = step ? natural : before.width;
    step = Math.max(0, Math.min(SCALES.length - 1, next));
    const scale = SCALES[step] ?? 1;
    stage.classList.toggle("grown", step > 0);
    reachable(stage, step > 0);
    drawing.style.width = step ? `${scale * natural}px` : "";
    drawing.style.maxWidth = step ? "none" : "";
    drawing.style.minWidth = step ? "0" : "";
    keepMarks(drawing, scale);
    const after = drawing.getBoundingClientRect();
    stage.scrollLeft += after.left + left * after.width - at.x;
    stage.scrollTop += after.top + top * after.height - at.y;
    larger.disabled = step === SCALES.length - 1;
    smaller.disabled = whole.disabled = step === 0;
  }

  const larger = makeButton(wording(aids, "larger"), () => grow(step + 1));
  const smaller = makeButton(wording(aids, "smaller"), () => grow(step - 1), { disabled: "" });
  const whole = makeButton(wording(aids, "whole"), () => grow(0), { disabled: "" });
  const name = drawing.getAttribute("aria-label") ?? "";
  const form = ["for-wide", "for-narrow"].find((one) => stage.classList.contains(one)) ?? "";
  const tools = make("p", { class: `picture-tools ${form}`.trim(), role: "group", "aria-label": name }, larger, smaller, whole);
  stage.parentElement?.querySelector(".skip-picture, .stage")?.before(tools); // who passes the picture has passed it
  stage.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        grow(step + (event.deltaY < 0 ? 1 : -1), { x: event.clientX, y: event.clientY });
      }
    },
    { passive: false },
  );
  letBeDrawn(stage);
}

/**
 * The frame a picture scrolls in.
 *
 * @param {SVGSVGElement} drawing
 * @returns {HTMLElement}
 */
function stageOf(drawing) {
  const parent = drawing.parentElement;
  let stage = parent?.matches(".sheet, .net") ? parent : null;
  if (!stage) {
    stage = make("div", { class: `for-${["narrow", "wide"].find((one) => drawing.classList.contains(one))}` });
    drawing.before(stage);
    stage.append(drawing);
  }
  stage.classList.add("stage");
  return stage;
}

/**
 * A frame that scrolls is reached by the keyboard, whose arrows then scroll it.
 *
 * @param {HTMLElement} stage
 * @param {boolean} scrolls
 */
function reachable(stage, scrolls) {
  if (stage.matches(".net")) {
    return; // always is
  }
  for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", nameOf(stage)]]) {
    scrolls ? stage.setAttribute(name ?? "", value ?? "") : stage.removeAttribute(name ?? "");
  }
}

/**
 * @param {Element} stage
 * @returns {string}
 */
function nameOf(stage) {
  return stage.querySelector("svg")?.getAttribute("aria-label") ?? "";
}

/**
 * @param {HTMLElement} stage
 * @returns {{x: number, y: number}}
 */
function middleOf(stage) {
  const { left, top, width, height } = stage.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/**
 * Let marks and their words grow with the root of the scale only, each around its point.
 *
 * @param {SVGSVGElement} drawing
 * @param {number} scale
 */
function keepMarks(drawing, scale) {
  if (!drawing.closest(KEPT)) {
    return;
  }
  for (const mark of /** @type {SVGGraphicsElement[]} */ (/** @type {unknown[]} */ ([...drawing.querySelectorAll("a")]))) {
    const shape = /** @type {SVGGraphicsElement | null} */ (mark.querySelector("circle, rect"));
    if (shape) {
      const { x, y, width, height } = shape.getBBox();
      mark.style.transformOrigin = `${x + width / 2}px ${y + height / 2}px`;
      mark.style.transform = scale > 1 ? `scale(${1 / Math.sqrt(scale)})` : "";
    }
  }
}

/**
 * Let a grown picture be drawn along with the mouse; a finger scrolls it as it does any frame.
 *
 * @param {HTMLElement} stage
 */
function letBeDrawn(stage) {
  /** @type {{x: number, y: number} | null} */
  let from = null;
  let moved = false;
  stage.addEventListener("pointerdown", (event) => {
    from = event.pointerType === "mouse" && event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
    moved = false;
  });
  stage.addEventListener("pointermove", (event) => {
    if (!from || !stage.classList.contains("grown") || event.buttons !== 1) {
      return;
    }
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (moved || Math.hypot(x, y) > DRAWN) {
      moved = true;
      stage.scrollBy(-x, -y);
      from = { x: event.clientX, y: event.clientY };
    }
  });
  stage.addEventListener("dragstart", (event) => event.preventDefault()); // a link would be taken along
  stage.addEventListener(
    "click",
    (event) => {
      if (moved) {
        event.preventDefault();
        event.stopPropagation();
      }
      moved = false;
    },
    { capture: true },
  );
}
