/** Names are links, and browsers drag or follow a link instead of selecting its words: here they can be selected. */

const STILL = 4; // pixels that a hand moves while it clicks
const NAME = ".reading a.mention, .reading .mention a";

/**
 * Let a mouse that is pressed on a name and moved select words; a click still follows the link.
 */
export function letNamesBeSelected() {
  let [x, y, drawn] = [0, 0, false];
  /** @type {[node: Node, offset: number] | null} */
  let start = null;
  document.addEventListener("pointerdown", (event) => {
    const mouse = event.pointerType === "mouse" && !event.button && !event.shiftKey;
    const name = /** @type {Element} */ (event.target).closest(NAME);
    [x, y, drawn] = [event.clientX, event.clientY, false];
    start = mouse && name ? caretAt(x, y) : null;
  });
  document.addEventListener("pointermove", (event) => {
    const end = start && event.buttons === 1 ? caretAt(event.clientX, event.clientY) : null;
    drawn ||= Boolean(end) && Math.hypot(event.clientX - x, event.clientY - y) > STILL;
    if (drawn && start && end) {
      getSelection()?.setBaseAndExtent(...start, ...end);
    }
  });
  document.addEventListener("dragstart", (event) => start && event.preventDefault());
  const unlessDrawn = (/** @type {Event} */ event) => {
    if (drawn && /** @type {Element} */ (event.target).closest(NAME)) {
      event.preventDefault();
      event.stopPropagation();
    }
    drawn = false;
  };
  document.addEventListener("click", unlessDrawn, true);
}

/**
 * The place between two letters at a point of the window.
 *
 * @param {number} x
 * @param {number} y
 * @returns {[node: Node, offset: number] | null}
 */
function caretAt(x, y) {
  const position = document.caretPositionFromPoint?.(x, y);
  if (position) {
    return [position.offsetNode, position.offset];
  }
  const range = document.caretRangeFromPoint?.(x, y); // not every browser has the other
  return range ? [range.startContainer, range.startOffset] : null;
}
