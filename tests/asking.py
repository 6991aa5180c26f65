"""Queries answered by the site's own scripts in Node.js, from the files of a built site."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.test_scripts import FOLDER, node

_CODE = """
import { readFileSync } from "node:fs";
const { site, scripts, queries } = JSON.parse(readFileSync(0));
const from = (name) => import(scripts + name);
const { answer } = await from("search-match.js");
const { parseQuery } = await from("search-query.js");
const { SearchIndex } = await from("search-index.js");
const { tokens } = await from("search-words.js");
const SHOWN = 20; // results of which the page shows the words at first
async function one(text) {
  const loaded = [];
  const index = new SearchIndex(async (name) => {
    const path = `search/${name}.js`;
    loaded.push(path);
    let value;
    new Function("editionData", readFileSync(`${site}/${path}`, "utf8"))((_, one) => { value = one; });
    return value;
  });
  try {
    const tree = parseQuery(text);
    if (!tree) return { error: "empty", found: [], loaded };
    const found = [];
    let needed = loaded;
    for (const [number, places] of await answer(index, tree)) {
      if (found.length === SHOWN) needed = [...loaded];
      const [address, zone, , , said] = await index.unit(number);
      const words = tokens(said);
      const spans = places.map(({ first, count }) => [words[first].start, words[first + count - 1].end]);
      found.push({ number, address, zone, text: said, spans });
    }
    return { error: "", found, loaded: needed };
  } catch (error) {
    if (!error.reason) throw error;
    return { error: error.reason, found: [], loaded };
  }
}
const answers = [];
for (const query of queries) answers.push(await one(query));
console.log(JSON.stringify(answers));
"""


@dataclass(frozen=True)
class Found:
    """A unit that answers a query, and where its words stand in the unit's text."""

    address: str
    zone: str
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Answer:
    """What a query finds, or why it cannot be read; and the files that its first results need."""

    error: str
    found: tuple[Found, ...]
    loaded: tuple[str, ...]


def answers(site: Path, queries: Sequence[str]) -> list[Answer]:
    """The answers to queries, each with an index that has loaded nothing yet; results in the order of the edition."""
    given = {"site": str(site), "scripts": f"{FOLDER.as_uri()}/", "queries": list(queries)}
    said = json.loads(node("--input-type=module", "-e", _CODE, given=json.dumps(given)))
    return [Answer(one["error"], tuple(map(_found, one["found"])), tuple(one["loaded"])) for one in said]


def _found(row: dict[str, Any]) -> Found:
    spans = tuple((start, end) for start, end in row["spans"])
    return Found(row["address"], row["zone"], row["text"], spans)
