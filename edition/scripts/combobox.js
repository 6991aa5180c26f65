/**
 * A field with a list of suggestions, as the ARIA Authoring Practices describe the editable combobox with list
 * autocompletion: focus stays in the field, arrows choose, Enter takes, Escape closes.
 */

/**
 * @template T
 * @typedef {object} Offer
 * @property {(text: string) => Promise<T[]>} find what fits the text before the cursor
 * @property {(one: T) => Node[]} show what an option says
 * @property {(one: T) => string} text what the text before the cursor becomes
 * @property {(count: number) => void} tell says how many there are
 */

/**
 * @template T
 * @param {HTMLInputElement} field with `role="combobox"` and `aria-controls`
 * @param {HTMLElement} listbox
 * @param {Offer<T>} offer
 */
export function combobox(field, listbox, offer) {
  /** @type {T[]} */
  let offered = [];
  let active = -1;
  let asked = 0;

  /** @param {T[]} found */
  function open(found) {
    offered = found;
    listbox.replaceChildren(...found.map((one, at) => option(at, offer.show(one))));
    listbox.hidden = !found.length;
    field.setAttribute("aria-expanded", String(found.length > 0));
    choose(-1);
  }

  function close() {
    asked += 1; // what is still under way comes too late
    open([]);
  }

  /** @param {number} at */
  function choose(at) {
    active = at;
    for (const [place, one] of [...listbox.children].entries()) {
      one.setAttribute("aria-selected", String(place === at));
    }
    const chosen = listbox.children[at];
    if (chosen) {
      field.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      field.removeAttribute("aria-activedescendant");
    }
  }

  /** @param {number} at */
  function take(at) {
    const chosen = offered[at];
    if (chosen !== undefined) {
      const after = field.value.slice(field.selectionStart ?? field.value.length);
      const before = offer.text(chosen);
      field.value = before + after.trimStart();
      field.setSelectionRange(before.length, before.length);
    }
    close();
  }

  /**
   * @param {number} at
   * @param {Node[]} says
   */
  function option(at, says) {
    const made = document.createElement("li");
    made.id = `${listbox.id}_${at}`;
    made.setAttribute("role", "option");
    made.append(...says);
    made.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    made.addEventListener("click", () => take(at));
    return made;
  }

  async function ask() {
    const number = ++asked;
    const found = await offer.find(field.value.slice(0, field.selectionStart ?? undefined)).catch(() => []);
    if (number === asked) {
      open(found);
      offer.tell(found.length);
    }
  }

  /** @type {Record<string, () => boolean>} whether the key did something here */
  const keys = {
    ArrowDown: () => moved(1),
    ArrowUp: () => moved(-1),
    Enter: () => active >= 0 && (take(active), true),
    Escape: () => !listbox.hidden && (close(), true),
  };

  /** @param {number} by */
  function moved(by) {
    const count = offered.length;
    if (!count) {
      return false;
    }
    // One place more than options: that of the field itself.
    choose(((active + 1 + by + count + 1) % (count + 1)) - 1);
    return true;
  }

  field.addEventListener("input", () => void ask());
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (!event.isComposing && keys[event.key]?.()) {
      event.preventDefault();
    }
  });
  field.form?.addEventListener("submit", close);
}
