/** Where somebody reads, kept while the page changes around it. */

const BLOCKS = ".reading :is(h1, h2, h3, h4, p, figure, li)[id]:not(.note *)";

/**
 * The block one reads: the first that reaches below the upper fifth of the window.
 *
 * @returns {HTMLElement | undefined}
 */
export function blockInView() {
  const blocks = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(BLOCKS));
  return [...blocks].find((block) => block.getBoundingClientRect().bottom > innerHeight / 5 + 1);
}

/**
 * Make a change after which an element stands where it stood in the window.
 *
 * @param {Element | null | undefined} fixed
 * @param {() => void} change
 */
export function keepingPlace(fixed, change) {
  const before = fixed?.getBoundingClientRect().top ?? 0;
  change();
  const after = fixed?.getBoundingClientRect().top ?? 0;
  scrollBy({ top: after - before, behavior: "instant" });
}
