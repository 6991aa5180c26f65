"""Text and data mining: which pages and files hold a text whose rights are reserved (docs/decisions/018).

TDM Reservation Protocol (W3C Community Group, 10 May 2024): `tdm-reservation` is 1 where the rights are reserved, 0 where
they are not; a missing value counts as 0, so silence would be an answer too. In HTML it is a `meta`; for all other
files `/.well-known/tdmrep.json` at the root of the host: rules, of which the first counts that matches the beginning of
a path, or with `$` the whole.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from posixpath import dirname, join
from urllib.parse import urlsplit

from edition import rights, urls
from edition.kinds import KINDS
from edition.metadata.offered import Files
from edition.metadata.subject import Subject
from edition.model import Edition, File

RESERVED, FREE = "1", "0"
# Pages that print passages of the texts: the guidelines as examples, and entries, where a text names them.
_PASSAGES = {
    urls.HOME, urls.QUOTATIONS, urls.VOICES, urls.CHRONOLOGY, urls.TIME, urls.APPARATUS, urls.GUIDELINES,
}  # fmt: skip
_ENTRIES = frozenset(kind.plural for kind in KINDS)
# Formats without passages of a text: lists, places, networks, what is to be cited. All others may hold them.
_WITHOUT = {
    "beacon", "bibtex", "cmif", "csl", "datacite", "geojson", "gexf", "graphml", "linked-places", "network", "ris",
}  # fmt: skip
_TABLES = ("csv", "json")  # formats with a file for each list, beside those with the words of the texts
MANY = 100  # pages of a folder that are named one by one
_SOURCES = "sources.xml"  # stands beside the lists it serves


def of_page(edition: Edition, subject: Subject) -> str:
    """Whether the rights in what the page holds are reserved."""
    if rights.free(edition.config.licence_text):
        return FREE
    named = subject.entry is not None and bool(edition.mentions.get(subject.entry.pointer))
    return RESERVED if subject.text or named or _of_passages(subject.path) else FREE


def _of_passages(path: str) -> bool:
    """Whether a page prints passages, as those also do on which a long one goes on: `chronology/1901.html`,
    `persons/serge-victor/2.html`."""
    folder = path.rpartition("/")[0]
    of_entry = folder.count("/") == 1 and folder.partition("/")[0] in _ENTRIES
    return path in _PASSAGES or f"{folder}.html" in _PASSAGES or of_entry


def rules(edition: Edition, subjects: Iterable[Subject], files: Files) -> Iterator[File]:
    """The rules for all files of the site, if any are reserved: what is free first, then the rest, which is not."""
    config = edition.config
    if rights.free(config.licence_text):
        return
    free = [f"{urls.data(slug)}/" for slug in sorted(_WITHOUT) if any(_below(path, slug) for path in files)]
    whole = [*_own(edition, files), *_free(edition, tuple(subjects)), urls.SITEMAP, urls.ROBOTS, urls.LINKSET]
    free += [path if path.endswith("/") else f"{path}$" for path in whole]
    base = urlsplit(config.base_url).path
    listed = [(path, FREE) for path in free] + [("", RESERVED)]
    lines = (
        json.dumps({"location": f"{base}{path}", "tdm-reservation": int(value)}, ensure_ascii=False)
        for path, value in listed
    )
    yield File(urls.RESERVATION, ("[\n" + ",\n".join(lines) + "\n]\n").encode())


def _free(edition: Edition, subjects: Sequence[Subject]) -> Iterator[str]:
    """The pages that are free, in their order; of many in a folder that has no others, the folder."""
    paths: dict[str, list[str]] = {FREE: [], RESERVED: []}
    for one in subjects:
        paths[of_page(edition, one)].append(one.published)
    reserved = {folder for path in paths[RESERVED] for folder in _folders(path)}
    counted = Counter(folder for path in paths[FREE] for folder in _folders(path))
    told: set[str] = set()
    for path in paths[FREE]:
        above = next((one for one in _folders(path) if one not in reserved and counted[one] > MANY), "")
        if above not in told or not above:
            yield above or path
        told.add(above)


def _folders(path: str) -> Iterator[str]:
    """The folders that a page stands in, the outermost first."""
    parts = path.split("/")[:-1]
    return ("/".join(parts[: number + 1]) + "/" for number in range(len(parts)))


def _own(edition: Edition, files: Files) -> Iterator[str]:
    """Files that the edition itself has written: its lists, in TEI and as tables, and its pages in TEI."""
    lists = dict.fromkeys(one.path for one in edition.entities.values() if one.path)
    sources = dict.fromkeys(join(dirname(path), _SOURCES) for path in lists)
    written = [urls.data(path) for path in (*lists, *sources, *(page.path for page in edition.pages))]
    names = (*(kind.plural for kind in KINDS), _SOURCES.partition(".")[0])
    written += [urls.exported(form, f"{name}.{form}") for form in _TABLES for name in names]
    return (path for path in written if path in files)


def _below(path: str, slug: str) -> bool:
    return path.startswith(f"{urls.data(slug)}/")
