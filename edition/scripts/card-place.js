/** Where a card stands beside its word: wholly in the window, and not over the word. */

const GAP = 6; // pixels between word and card
const EDGE = 8; // pixels left free at the edge of the window

/** @typedef {{ left: number, top: number, bottom: number }} WordBox */
/** @typedef {{ width: number, height: number }} Size */

/**
 * The place of a card in the window, and the height there is for it: below the word where it fits, else on the side
 * with more room.
 *
 * @param {WordBox} word
 * @param {Size} card as high as its content
 * @param {Size} view
 * @returns {{ left: number, top: number, room: number }}
 */
export function cardPlace(word, card, view) {
  const below = view.height - word.bottom - GAP - EDGE;
  const above = word.top - GAP - EDGE;
  const under = card.height <= below || below >= above;
  const room = Math.max(under ? below : above, 0);
  const height = Math.min(card.height, room);
  return {
    left: Math.max(EDGE, Math.min(word.left, view.width - card.width - EDGE)),
    top: under ? word.bottom + GAP : word.top - GAP - height,
    room,
  };
}

/**
 * Which of some places comes next, round and round; from outside the places, the next or previous one in the text.
 *
 * @param {number} count
 * @param {number} at the present place, or -1
 * @param {number} before how many places stand before what is outside
 * @param {1 | -1} direction
 * @returns {number}
 */
export function nextOf(count, at, before, direction) {
  const from = at >= 0 ? at : direction > 0 ? before - 1 : before;
  return (from + direction + count) % count;
}
