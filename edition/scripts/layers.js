/**
 * Layers of a text shown or hidden: the legend is the switch. What is hidden stands in the address
 * (`#p-12&hide=dates,places`), which wins over what the browser remembers, and as classes on the root element.
 */

import { wording } from "./aids.js";
import { layersIn, withLayers } from "./layer-names.js";
import { make, makeButton } from "./making.js";
import { remember, remembered } from "./memory.js";
import { blockInView, keepingPlace } from "./reading-place.js";
import { currentView, setInView } from "./state.js";
import { addTool } from "./tools.js";

const HIDE = "hide";

/**
 * Make the legend the switch.
 *
 * @param {import("./aids.js").Aids} aids
 * @returns {(() => void) | undefined} what opens and closes the legend, wherever one reads
 */
export function startLayers(aids) {
  const legend = /** @type {HTMLElement | null} */ (document.querySelector("aside.legend"));
  if (!legend) {
    return undefined;
  }
  /** @type {Map<string, HTMLInputElement>} */
  const switches = new Map();
  /** @type {Map<string, string>} */
  const layerOf = new Map(); // by the kind of a name
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (legend.querySelectorAll("[data-layer]"))) {
    const layer = row.dataset["layer"] ?? "";
    layerOf.set(row.querySelector(".mention")?.classList[1] ?? "", layer);
    const box = switchOf(row);
    box.addEventListener("change", () => choose([layer], box.checked));
    switches.set(layer, box);
  }
  let hidden = layersIn(currentView().settings.get(HIDE) ?? remembered(HIDE));

  /** @param {string[]} layers @param {boolean} shown */
  function choose(layers, shown) {
    hidden = withLayers(hidden, layers, shown);
    remember(HIDE, hidden.join(","));
    const inLegend = !legend?.classList.contains("open") && legend?.contains(document.activeElement);
    keepingPlace(inLegend ? document.activeElement : blockInView(), show);
  }

  function show() {
    const setting = hidden.join(",");
    if (setting !== (currentView().settings.get(HIDE) ?? "")) {
      setInView(HIDE, setting);
    }
    const root = document.documentElement.classList;
    root.remove(...[...root].filter((name) => name.startsWith("hide-")));
    root.add(...hidden.map((layer) => `hide-${layer}`));
    switches.forEach((box, layer) => (box.checked = !hidden.includes(layer)));
    switchLinks((kind) => hidden.includes(layerOf.get(kind) ?? ""));
  }

  addEventListener("hashchange", () => {
    hidden = layersIn(currentView().settings.get(HIDE) ?? hidden.join(","));
    show();
  });
  const every = [...switches.keys()];
  legend.classList.add("switches");
  legend.querySelector("h2")?.after(
    make(
      "p",
      { class: "every" },
      `${wording(aids, "show")} `,
      makeButton(wording(aids, "all"), () => choose(every, true)),
      " ",
      makeButton(wording(aids, "none"), () => choose(every, false)),
    ),
  );
  keepingPlace(document.querySelector(":target"), show);
  return openable(legend, aids);
}

/**
 * A row of the legend as a box to tick; its sign is the label and no link any more.
 *
 * @param {HTMLElement} row
 * @returns {HTMLInputElement}
 */
function switchOf(row) {
  const box = make("input", { type: "checkbox" });
  for (const link of row.querySelectorAll("a")) {
    link.replaceWith(make("span", { class: link.className }, ...link.childNodes));
  }
  row.replaceChildren(make("label", {}, box, " ", make("span", {}, ...row.childNodes)));
  return box;
}

/**
 * A name of a hidden layer is no link: neither for the eye nor for the keyboard nor for who listens.
 *
 * @param {(kind: string) => boolean} off
 */
function switchLinks(off) {
  const links = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".mention:is(a), .mention a"));
  for (const link of links) {
    const kind = link.closest(".mention")?.classList[1] ?? ""; // "mention person indirect"
    const hide = off(kind) && !link.matches(".note-mark, .also a");
    const [from, to] = hide ? ["href", "data-href"] : ["data-href", "href"];
    const address = link.getAttribute(from);
    if (address !== null) {
      link.setAttribute(to, address);
      link.removeAttribute(from);
    }
  }
}

/**
 * Let the legend be opened where one reads: on a narrow screen it stands after the text, on a wide one at its beginning.
 *
 * @param {HTMLElement} legend
 * @param {import("./aids.js").Aids} aids
 * @returns {() => void}
 */
function openable(legend, aids) {
  /** @type {Element | null} */
  let from = null;
  const close = makeButton(wording(aids, "close"), toggle, { class: "close" });
  legend.prepend(close);
  const tool = addTool(wording(aids, "layers"), toggle, { class: "for-legend", "aria-expanded": "false" });

  function toggle() {
    const open = legend.classList.toggle("open");
    tool?.setAttribute("aria-expanded", String(open));
    if (open) {
      from = document.activeElement;
      legend.querySelector("input")?.focus();
    } else if (from instanceof HTMLElement) {
      from.focus({ preventScroll: true });
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && legend.classList.contains("open")) {
      toggle();
    }
  });
  return toggle;
}
