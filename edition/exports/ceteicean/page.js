// Gives the TEI that the page holds to CETEIcean, and says what its elements do: names lead to their entries, notes
// stand at the end with a mark at their passages, of a correction one layer is seen. What is added to a text (numbers,
// marks) comes from the style sheet, so that the words of the page are the words of the file.
"use strict";

// The library would keep in the browser how far one has read; the imprint promises that nothing is kept.
window.removeEventListener("beforeunload", CETEI.savePosition);

(() => {
  const page = document;
  const { links, certainty } = JSON.parse(page.getElementById("_links").textContent);
  const tokens = (value) => (value ?? "").split(/\s+/).filter(Boolean);
  const NAMES = ["persName", "placeName", "orgName", "objectName", "title", "rs", "date"];
  const INSIDE = "tei-p, tei-head, tei-byline, tei-item, tei-div, tei-epigraph, tei-argument, tei-listbibl > tei-bibl";

  const linkTo = (pointer) => {
    const link = page.createElement("a");
    if (!(pointer in links)) return Object.assign(link, { href: pointer });
    link.href = links[pointer].href;
    link.title = links[pointer].name;
    link.dataset.kind = pointer.split(":")[0];
    return link;
  };

  // A link begins and ends with a word: the space around it stays outside.
  const trimmed = (link) => {
    const [first, last] = [link.firstChild, link.lastChild];
    const ends = { before: [first, /^\s+/], after: [last, /\s+$/] };
    for (const [side, [node, space]] of Object.entries(ends)) {
      const found = node?.nodeType === Node.TEXT_NODE ? node.data.match(space)?.[0] : "";
      if (found) {
        node.data = node.data.replace(space, "");
        link[side](found);
      }
    }
  };

  // Every run of children without a name of their own becomes a link, for a link must not stand in another.
  const wrap = (element, pointer) => {
    let [link, made] = [null, false];
    for (const node of [...element.childNodes]) {
      const holds = node.nodeType === Node.ELEMENT_NODE &&
        (node.matches("a, [ref], [target]") || node.querySelector("a, [ref], [target]"));
      if (holds) {
        link = null;
        if (!node.matches("a, [ref], [target]") && wrap(node, pointer)) made = true;
      } else if (link || node.textContent.trim()) {
        if (!link) {
          link = linkTo(pointer);
          element.insertBefore(link, node);
          made = true;
        }
        link.append(node);
      }
    }
    element.querySelectorAll(":scope > a").forEach(trimmed);
    return made;
  };

  const name = (element) => {
    const known = tokens(element.getAttribute("ref")).filter((one) => one in links);
    if (!known.length) return;
    // A letter for each further entry, and for the first where other names leave no word to it.
    const rest = wrap(element, known[0]) ? known.slice(1) : known;
    rest.forEach((pointer) => {
      const also = linkTo(pointer);
      also.className = "also";
      also.dataset.letter = String.fromCharCode(97 + known.indexOf(pointer));
      also.setAttribute("aria-label", `auch: ${links[pointer].name}`);
      element.append(also);
    });
  };

  const reference = (element) => wrap(element, tokens(element.getAttribute("target"))[0] ?? "");

  const role = (value, level) => (element) => {
    element.setAttribute("role", value);
    if (level) element.setAttribute("aria-level", level(element));
  };

  const closed = (element) => {
    for (const node of [...element.childNodes]) {
      if (node.nodeType === Node.TEXT_NODE && !node.data.trim()) node.remove();
    }
  };

  const behaviors = {
    ...Object.fromEntries(NAMES.map((one) => [one, [["[ref]", name]]])),
    ref: [["[target]", reference]],
    choice: closed,
    head: role("heading", (element) => (element.closest("tei-front") ? 1 : 2)),
    listBibl: role("list"),
    list: role("list"),
    item: role("listitem"),
    bibl: [["tei-listbibl > tei-bibl", role("listitem")]],
  };

  // A behavior that returns nothing changes its element in place.
  const applied = (rule) => (element) => {
    if (typeof rule === "function") rule(element);
    else rule.filter(([selector]) => element.matches(selector)).forEach(([, act]) => act(element));
  };

  // A mark stands after its passage, or in a block at its end, and after the marks that stand there already.
  const mark = (target, note, further) => {
    const link = page.createElement("a");
    link.className = "note-mark";
    link.id = `_mark-${note}${further ? `-${further}` : ""}`;
    link.href = `#_note-${note}`;
    let place = target.parentElement?.matches("tei-choice") ? target.parentElement : target;
    if (place.matches(INSIDE)) {
      place.append(link);
    } else {
      while (place.nextSibling?.className === "note-mark") place = place.nextSibling;
      place.after(link);
    }
    return link;
  };

  const grounds = (note) => {
    const words = page.createElement("span");
    words.className = "grounds";
    tokens(note.getAttribute("source")).filter((one) => one in links).forEach((one, place) => {
      const link = linkTo(one);
      link.textContent = links[one].name;
      words.append(place ? "; " : "", link);
    });
    const sure = certainty[note.getAttribute("cert")];
    if (sure) words.append(words.childNodes.length ? ", " : "", sure);
    return words;
  };

  const listed = (annotation) => {
    const item = page.createElement("li");
    item.id = `_note-${annotation.id}`;
    for (const note of annotation.querySelectorAll("tei-note")) item.append(note, " ", grounds(note), " ");
    const back = page.createElement("a");
    back.href = `#_mark-${annotation.id}`;
    back.className = "back";
    back.textContent = "zurück";
    item.append(back);
    return item;
  };

  // Marks at the passages, the notes in a list in the order of their first marks.
  const notes = (text, dom, list) => {
    const passages = new Map([...text.querySelectorAll("[id]")].map((one) => [one.id, one]));
    const marks = new Map();
    for (const annotation of dom.querySelectorAll("tei-annotation")) {
      tokens(annotation.getAttribute("target")).map((one) => passages.get(one.slice(1))).filter(Boolean)
        .forEach((target, further) => marks.set(mark(target, annotation.id, further), annotation));
    }
    const order = [...new Set([...text.querySelectorAll(".note-mark")].map((one) => marks.get(one)))];
    const numbers = new Map(order.map((annotation, place) => [annotation, place + 1]));
    for (const [link, annotation] of marks) {
      link.dataset.number = numbers.get(annotation);
      link.setAttribute("aria-label", `Anmerkung ${numbers.get(annotation)}`);
    }
    list.append(...order.map(listed));
    return order.length;
  };

  const cetei = new CETEI({ omitDefaultBehaviors: true, ignoreFragmentId: true });
  cetei.addBehaviors({
    namespaces: { tei: "http://www.tei-c.org/ns/1.0" },
    tei: Object.fromEntries(Object.entries(behaviors).map(([element, rule]) => [element, applied(rule)])),
  });
  const dom = cetei.makeHTML5(page.getElementById("_tei").textContent);
  // The page has landmarks of its own.
  for (const one of dom.querySelectorAll("[role]")) {
    one.removeAttribute("role");
    one.removeAttribute("aria-label");
  }
  for (const one of dom.querySelectorAll("tei-teiheader, tei-standoff")) one.hidden = true;

  const section = page.getElementById("_notes");
  const text = dom.querySelector("tei-text");
  section.hidden = !notes(text, dom, section.querySelector("ol"));
  const article = page.getElementById("_text");
  article.dataset.layer = "reading";
  article.append(dom);
  page.getElementById("_without").remove();

  const layers = page.getElementById("_layers");
  layers.hidden = !text.querySelector("tei-choice");
  layers.addEventListener("change", (event) => { article.dataset.layer = event.target.value; });
  if (location.hash) page.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
})();
