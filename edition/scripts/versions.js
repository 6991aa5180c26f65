/** The other version of a text, opened where one reads and with what is shown and hidden. */

import { blockInView } from "./reading-place.js";
import { currentView, writeView } from "./state.js";

/** Give the links to the versions the view as soon as somebody turns to them. */
export function startVersions() {
  const row = document.querySelector("nav.layers");
  for (const event of ["pointerdown", "focusin", "click"]) {
    row?.addEventListener(event, carryView, { capture: true });
  }
}

/** Go to the other version. */
export function otherVersion() {
  carryView();
  const link = document.querySelector("nav.layers a:not([aria-current])");
  if (link instanceof HTMLAnchorElement) {
    location.assign(link.href);
  }
}

/** The view with the place one reads at, once one has left the beginning. */
function carryView() {
  const view = currentView();
  const block = scrollY > innerHeight / 2 ? blockInView() : undefined;
  if (block && !document.getElementById(view.anchor)?.closest(`#${CSS.escape(block.id)}`)) {
    view.anchor = block.id;
    view.settings.delete("mark");
    view.settings.delete("to");
  }
  for (const link of document.querySelectorAll("nav.layers a")) {
    if (link instanceof HTMLAnchorElement) {
      link.hash = writeView(view);
    }
  }
}
