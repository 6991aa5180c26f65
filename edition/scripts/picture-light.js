/** Whoever is pointed at in a network, and everyone they are joined with, stands out; the rest steps back. */

/**
 * @param {SVGSVGElement} drawing whose marks have `data-id`, its lines `data-ends` ("person:a person:b")
 */
export function lightNeighbours(drawing) {
  const lines = /** @type {SVGElement[]} */ ([...drawing.querySelectorAll("[data-ends]")]);
  const marks = /** @type {SVGElement[]} */ ([...drawing.querySelectorAll("[data-id]")]);
  if (!lines.length) {
    return;
  }

  /** @param {string} one */
  function light(one) {
    const near = new Set([one]);
    for (const line of lines) {
      const ends = (line.dataset["ends"] ?? "").split(" ");
      const mine = ends.includes(one) && !line.matches(".off-piece, .off-count");
      line.classList.toggle("lit", mine);
      ends.filter(() => mine).forEach((end) => near.add(end));
    }
    marks.forEach((mark) => mark.classList.toggle("lit", near.has(mark.dataset["id"] ?? "")));
    drawing.classList.toggle("lighting", Boolean(one));
  }

  for (const mark of marks) {
    const on = () => light(mark.dataset["id"] ?? "");
    const out = () => light("");
    mark.addEventListener("pointerenter", on);
    mark.addEventListener("pointerleave", out);
    mark.addEventListener("focus", on);
    mark.addEventListener("blur", out);
  }
}
