/**
 * Pieces of the pictures shown or hidden: the key is the switch (`data-piece` names a class), and a slider leaves out what
 * is counted less often (`data-count`). Both stand in the address: `#hide=family,near&least=3`.
 */

import { wording } from "./aids.js";
import { layersIn, withLayers } from "./layer-names.js";
import { make } from "./making.js";
import { currentView, setInView } from "./state.js";

const HIDDEN = "hide";
const LEAST = "least";

/**
 * Make the keys of the page its switches.
 *
 * @param {SVGSVGElement[]} drawings
 * @param {import("./aids.js").Aids} aids
 */
export function letPiecesBeHidden(drawings, aids) {
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".key [data-piece]")]);
  const boxes = new Map(rows.map((row) => [row.dataset["piece"] ?? "", boxIn(row)]));
  const slider = sliderFor(drawings, aids);

  function show() {
    const { settings } = currentView();
    const hidden = layersIn(settings.get(HIDDEN) ?? "");
    const least = Math.max(slider?.lowest ?? 0, Number(settings.get(LEAST)) || 0);
    boxes.forEach((box, name) => (box.checked = !hidden.includes(name)));
    slider?.say(least);
    for (const drawing of drawings) {
      for (const [name] of boxes) {
        drawing.querySelectorAll(`.${name}`).forEach((piece) => off(piece, "piece", hidden.includes(name)));
      }
      for (const piece of /** @type {NodeListOf<SVGElement>} */ (drawing.querySelectorAll("[data-count]"))) {
        off(piece, "count", Number(piece.dataset["count"]) < least);
      }
      dimLonely(drawing);
    }
  }

  boxes.forEach((box, name) =>
    box.addEventListener("change", () => {
      const before = layersIn(currentView().settings.get(HIDDEN) ?? "");
      setInView(HIDDEN, withLayers(before, [name], box.checked).join(","));
      show();
    }),
  );
  slider?.field.addEventListener("input", () => {
    const least = Number(slider.field.value);
    setInView(LEAST, least > slider.lowest ? String(least) : "");
    show();
  });
  addEventListener("hashchange", show);
  show();
}

/**
 * Hide a piece for one of two reasons; it is there again when neither holds.
 *
 * @param {Element} piece
 * @param {string} reason
 * @param {boolean} hide
 */
function off(piece, reason, hide) {
  piece.classList.toggle(`off-${reason}`, hide);
}

/**
 * Let the marks of a network step back that have no line left.
 *
 * @param {SVGSVGElement} drawing
 */
function dimLonely(drawing) {
  const lines = /** @type {SVGElement[]} */ ([...drawing.querySelectorAll("[data-ends]:not(.off-piece, .off-count)")]);
  const joined = new Set(lines.flatMap((line) => (line.dataset["ends"] ?? "").split(" ")));
  for (const mark of /** @type {NodeListOf<SVGElement>} */ (drawing.querySelectorAll("[data-id]"))) {
    mark.classList.toggle("alone", !joined.has(mark.dataset["id"] ?? ""));
  }
}

/**
 * A row of a key as a box to tick; its sign and its words are the label.
 *
 * @param {HTMLElement} row
 * @returns {HTMLInputElement}
 */
function boxIn(row) {
  const box = make("input", { type: "checkbox", checked: "" });
  row.replaceChildren(make("label", {}, box, " ", ...row.childNodes));
  return box;
}

/**
 * @typedef {object} Slider
 * @property {HTMLInputElement} field
 * @property {number} lowest
 * @property {(least: number) => void} say
 */

/**
 * A slider behind the first key, if anything in the pictures is counted differently often.
 *
 * @param {SVGSVGElement[]} drawings
 * @param {import("./aids.js").Aids} aids
 * @returns {Slider | null}
 */
function sliderFor(drawings, aids) {
  const pieces = drawings.flatMap((one) => /** @type {SVGElement[]} */ ([...one.querySelectorAll("[data-count]")]));
  const counts = pieces.map((one) => Number(one.dataset["count"]));
  const [lowest, highest] = [Math.min(...counts), Math.max(...counts)];
  const key = document.querySelector(".key");
  if (!key || !(highest > lowest)) {
    return null;
  }
  const field = make("input", { type: "range", min: `${lowest}`, max: `${highest}` });
  const said = make("output");
  key.after(make("p", { class: "picture-least" }, make("label", {}, wording(aids, "least"), " ", field), " ", said));
  return {
    field,
    lowest,
    say: (least) => {
      field.value = String(least);
      said.value = wording(aids, "counted", { count: least });
    },
  };
}
