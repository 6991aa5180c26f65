/** What the page of a text can do besides being read. */

import { markFromAddress } from "./marking.js";
import { followAnchor } from "./state.js";

/** Do what the address says. */
function obey() {
  followAnchor();
  markFromAddress();
}

obey();
addEventListener("hashchange", obey);
