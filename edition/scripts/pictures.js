/** What pictures can do besides being seen: grow, leave out what one does not ask for, show what belongs together. */

import { pageAids } from "./aids.js";
import { letPiecesBeHidden } from "./picture-filter.js";
import { lightNeighbours } from "./picture-light.js";
import { letGrow } from "./picture-zoom.js";
import { followAnchor } from "./state.js";

/** @type {NodeListOf<SVGSVGElement>} */
const drawings = document.querySelectorAll("figure svg[role='group']");
const pictureAids = pageAids();
if (pictureAids) {
  drawings.forEach((drawing) => letGrow(drawing, pictureAids));
  letPiecesBeHidden([...drawings], pictureAids);
  drawings.forEach(lightNeighbours);
}
followAnchor();
addEventListener("hashchange", followAnchor);
