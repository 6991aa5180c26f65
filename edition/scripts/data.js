/**
 * Data as scripts that call `editionData(name, value)`, loaded by script elements: from disk a browser loads nothing else.
 * `edition/joining.py` writes them.
 */

/** @typedef {(name: string) => Promise<any>} Loader */

/** A file that cannot be had. */
export class LoadError extends Error {}

/** @type {WeakMap<Element, (value: any) => void>} */
const awaited = new WeakMap();

/**
 * Loads the files of a folder.
 *
 * @param {string} folder its address, with the slash
 * @returns {Loader}
 */
export function scriptLoader(folder) {
  Object.assign(globalThis, { editionData: receive });
  return (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const ended = () => {
        script.remove();
        reject(new LoadError(`${folder}${name}.js`)); // of no effect where the file has called
      };
      awaited.set(script, resolve);
      script.addEventListener("error", ended);
      script.addEventListener("load", ended);
      script.src = `${folder}${name}.js`;
      document.head.append(script);
    });
}

/**
 * Hand a value to whoever asked for the script that runs.
 *
 * @param {string} _name
 * @param {any} value
 */
function receive(_name, value) {
  const script = document.currentScript;
  if (script) {
    awaited.get(script)?.(value);
  }
}
