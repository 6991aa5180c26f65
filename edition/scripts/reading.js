/** What the page of a text can do besides being read. */

import { offerCitations } from "./citing.js";
import { blockOrder } from "./citing-data.js";
import { markFromAddress } from "./marking.js";
import { letNamesBeSelected } from "./selecting.js";
import { followAnchor } from "./state.js";

/** Do what the address says. */
function obey() {
  followAnchor();
  markFromAddress(blockOrder());
}

obey();
offerCitations();
letNamesBeSelected();
addEventListener("hashchange", obey);
