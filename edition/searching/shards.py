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

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from edition import joining, urls
from edition.model import Edition, File
from edition.searching.families import Vocabulary, Word
from edition.searching.names import names
from edition.searching.parts import Part
from edition.searching.postings import Lists

FOLDER = "search"
UNITS = 8  # in a shard: a result needs one of them for its words
MARKED = [
    path.partition("/")[0] + "/" for path in (urls.article(""), urls.page(""))
]  # have the script that marks words
SIZE = 24_000  # characters in every other shard, about; a single longer row has a shard of its own


def files(edition: Edition, parts: Sequence[Part]) -> Iterator[File]:
    """The index of an edition, put together from its parts."""
    words, keys, vocabulary = Lists(), Lists(), Vocabulary()
    zones: dict[str, int] = {}  # with which unit each begins
    count = 0
    rows: list[str] = []  # that are in no file yet
    for part in parts:
        words.add(count, part.words)
        keys.add(count, part.keys)
        vocabulary.add(part.written)
        zones.setdefault(part.zone, count)
        count += len(part.rows)
        rows += part.rows
        while len(rows) > UNITS:
            yield _joined(f"u{(count - len(rows)) // UNITS}", rows[:UNITS])
            del rows[:UNITS]
    if rows:
        yield _joined(f"u{(count - len(rows)) // UNITS}", rows)
    found = vocabulary.words()
    tables: dict[str, Iterable[list[Any]]] = {
        "v": (_word(word) for word in found),
        "e": sorted([word.form[::-1]] for word in found),
        "p": words.rows(),
        "k": keys.rows(),
        "n": names(edition.entities, keys),
    }
    begins: dict[str, list[str]] = {letter: [] for letter in tables}
    for letter, table in tables.items():
        for first, shard in _shards(table):
            yield _joined(f"{letter}{len(begins[letter])}", shard)
            begins[letter].append(first)
    about = {"units": count, "each": UNITS, "zones": list(zones.items()), "marked": MARKED}
    yield _file("index", joining.written(about | begins))


def _word(word: Word) -> list[Any]:
    """A row without what it has not, at its end."""
    row: list[Any] = [word.form, word.written, word.count, " ".join(word.family), " ".join(word.compounds)]
    while not row[-1]:
        row.pop()
    return row


def _shards(rows: Iterable[list[Any]]) -> Iterator[tuple[str, list[str]]]:
    """Rows together until they are long enough, as JSON; with the first key of each shard."""
    shard: list[str] = []
    first, size = "", 0
    for row in rows:
        said = joining.written(row)
        if shard and size + len(said) > SIZE:
            yield first, shard
            shard, size = [], 0
        first = first if shard else row[0]
        shard.append(said)
        size += len(said)
    if shard:
        yield first, shard


def _joined(name: str, rows: Iterable[str]) -> File:
    return _file(name, f"[{','.join(rows)}]")


def _file(name: str, value: str) -> File:
    return File(f"{FOLDER}/{name}.js", joining.handing(name, value).encode("utf-8"))
