"""The files of the index: each calls one function with a name and a value, for from disk a browser loads scripts only.

| file | holds |
|---|---|
| `index.js` | how many units there are, where each zone begins, and with which form each of the other shards begins |
| `u<n>.js` | a few units: address, zone, document, label, text, quoted words with their speakers |
| `v<n>.js` | words in alphabetical order: form, as written, count, other forms, compounds |
| `e<n>.js` | the same forms by their endings, for a query that begins with `*` |
| `p<n>.js` | where words stand (`postings`) |
| `k<n>.js` | where entities and speakers stand |
| `n<n>.js` | words of names: whose they are (`names`) |
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from edition import joining, urls
from edition.model import Edition, File
from edition.searching.families import Vocabulary, Word
from edition.searching.folding import Words
from edition.searching.names import names
from edition.searching.postings import Postings, words_of
from edition.searching.units import Unit, units

FOLDER = "search"
UNITS = 8  # in a shard: a result needs one of them for its words
MARKED = [
    path.partition("/")[0] + "/" for path in (urls.article(""), urls.page(""))
]  # have the script that marks words
SIZE = 24_000  # characters in every other shard, about; a single longer row has a shard of its own


def files(edition: Edition) -> Iterator[File]:
    """The index of an edition."""
    postings, vocabulary = Postings(), Vocabulary()
    zones: dict[str, int] = {}  # with which unit each begins
    shown: list[list[Any]] = []
    number = -1
    for number, unit in enumerate(units(edition)):
        found = Words(unit.text)
        postings.add(number, unit, found)
        vocabulary.add(found, unit.language)
        zones.setdefault(unit.zone, number)
        shown.append(_unit(unit, found))
        if len(shown) == UNITS:
            yield _file(f"u{number // UNITS}", shown)
            shown = []
    if shown:
        yield _file(f"u{number // UNITS}", shown)
    begins: dict[str, list[str]] = {}
    for letter, rows in _tables(edition, postings, vocabulary.words()).items():
        shards = list(_shards(rows))
        begins[letter] = [shard[0][0] for shard in shards]
        yield from (_file(f"{letter}{place}", shard) for place, shard in enumerate(shards))
    about = {"units": number + 1, "each": UNITS, "zones": list(zones.items()), "marked": MARKED}
    yield _file("index", about | begins)


def _tables(edition: Edition, postings: Postings, words: Sequence[Word]) -> Mapping[str, Iterable[list[Any]]]:
    return {
        "v": (_word(word) for word in words),
        "e": sorted([word.form[::-1]] for word in words),
        "p": postings.words.rows(),
        "k": postings.keys.rows(),
        "n": names(edition.entities, postings.keys),
    }


def _word(word: Word) -> list[Any]:
    """A row without what it has not, at its end."""
    row: list[Any] = [word.form, word.written, word.count, " ".join(word.family), " ".join(word.compounds)]
    while not row[-1]:
        row.pop()
    return row


def _unit(unit: Unit, found: Words) -> list[Any]:
    row: list[Any] = [unit.address, unit.zone, unit.document, unit.label, unit.text]
    quoted = [
        [*words, span.pointer or ""] for span in unit.quoted if (words := words_of(found, span)) is not None
    ]
    return [*row, quoted] if quoted else row


def _shards(rows: Iterable[list[Any]]) -> Iterator[list[list[Any]]]:
    """Rows together until they are long enough."""
    shard: list[list[Any]] = []
    size = 0
    for row in rows:
        length = len(json.dumps(row, ensure_ascii=False))
        if shard and size + length > SIZE:
            yield shard
            shard, size = [], 0
        shard.append(row)
        size += length
    if shard:
        yield shard


def _file(name: str, value: Any) -> File:
    return File(f"{FOLDER}/{name}.js", joining.handed(name, value).encode("utf-8"))
