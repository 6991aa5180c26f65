/** The files of the index, loaded as a query asks for them. What each holds says `edition/searching/shards.py`. */

/**
 * @typedef {object} Directory
 * @property {number} units
 * @property {number} each units in a file
 * @property {[string, number][]} zones where the units of each zone begin
 * @property {string[]} v
 * @property {string[]} e
 * @property {string[]} p
 * @property {string[]} k
 * @property {string[]} n
 * @property {string[]} marked folders of pages that can mark words
 */

/** @typedef {[form: string, written: string, count: number, family?: string, compounds?: string]} WordRow */
/** @typedef {[address: string, zone: string, document: string, label: string, text: string,
 *   quoted?: [first: number, count: number, speaker: string][]]} UnitRow */

export class SearchIndex {
  /** @param {import("./data.js").Loader} load what brings the value of a file */
  constructor(load) {
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map();
    this.load = load;
  }

  /**
   * The value of a file; asked for once.
   *
   * @param {string} name
   * @returns {Promise<any>}
   */
  file(name) {
    let value = this.kept.get(name);
    if (!value) {
      value = this.load(name);
      value.catch(() => this.kept.delete(name)); // a later query may try again
      this.kept.set(name, value);
    }
    return value;
  }

  /** @returns {Promise<Directory>} */
  directory() {
    return this.file("index");
  }

  /**
   * The rows of a table that begin with some letters.
   *
   * @param {"v" | "e" | "p" | "k" | "n"} table
   * @param {string} start
   * @returns {Promise<any[][]>}
   */
  async beginning(table, start) {
    const starts = (await this.directory())[table];
    const last = after(starts, `${start}\uffff`);
    const first = Math.max(0, after(starts, start) - 1);
    const names = starts.slice(first, Math.max(last, first + 1)).map((_, at) => `${table}${first + at}`);
    const shards = starts.length ? await Promise.all(names.map((name) => this.file(name))) : [];
    return shards.flat().filter(([key]) => key.startsWith(start));
  }

  /**
   * The row of exactly this key.
   *
   * @param {"v" | "p" | "k" | "n"} table
   * @param {string} key
   * @returns {Promise<any[] | undefined>}
   */
  async row(table, key) {
    const starts = (await this.directory())[table];
    const at = after(starts, key) - 1;
    return at < 0 ? undefined : (await this.file(`${table}${at}`)).find((/** @type {any[]} */ row) => row[0] === key);
  }

  /**
   * What is said in a unit.
   *
   * @param {number} number
   * @returns {Promise<UnitRow>}
   */
  async unit(number) {
    const { each } = await this.directory();
    return (await this.file(`u${Math.floor(number / each)}`))[number % each];
  }

  /**
   * The zone of a unit: "text", "note", "entry", "page".
   *
   * @param {number} number
   * @returns {Promise<string>}
   */
  async zone(number) {
    const { zones } = await this.directory();
    return zones.findLast(([, first]) => first <= number)?.[0] ?? "";
  }
}

/**
 * How many of sorted strings are not greater than a key; compared by code units, as the build sorts them.
 *
 * @param {string[]} sorted
 * @param {string} key
 * @returns {number}
 */
function after(sorted, key) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {string} */ (sorted[middle]) <= key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
