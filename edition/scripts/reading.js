/** What the page of a text can do besides being read. */

import { pageAids } from "./aids.js";
import { startCards } from "./cards.js";
import { citeHere, offerCitations } from "./citing.js";
import { blockOrder } from "./citing-data.js";
import { startKeys } from "./keys.js";
import { startLayers } from "./layers.js";
import { markFromAddress } from "./marking.js";
import { letNamesBeSelected } from "./selecting.js";
import { followAnchor } from "./state.js";
import { stepTo } from "./steps.js";
import { otherVersion, startVersions } from "./versions.js";

/** Do what the address says. */
function obey() {
  followAnchor();
  markFromAddress(blockOrder());
}

const aids = pageAids();
if (aids) {
  const legend = startLayers(aids);
  startVersions();
  startCards(aids);
  startKeys(aids, {
    mention: (direction) => stepTo("mention", direction),
    note: (direction) => stepTo("note", direction),
    quotation: (direction) => stepTo("quotation", direction),
    paragraph: (direction) => stepTo("paragraph", direction),
    cite: citeHere,
    layers: () => legend?.(),
    version: otherVersion,
    search: () => location.assign(aids.search),
  });
}
obey();
offerCitations();
letNamesBeSelected();
addEventListener("hashchange", obey);
