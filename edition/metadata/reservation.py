"""Text and data mining: which pages and files hold a text whose rights are reserved (docs/decisions/018).

TDM Reservation Protocol (W3C Community Group, 10 May 2024): `tdm-reservation` is 1 where the rights are reserved, 0 where
they are not; a missing value counts as 0, so silence would be an answer too. In HTML it is a `meta`; for all other
files `/.well-known/tdmrep.json` at the root of the host, an array of rules of which the first that matches counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from edition import rights, urls
from edition.metadata.offered import Files
from edition.metadata.subject import Subject
from edition.model import Config, Edition, File

RESERVED, FREE = "1", "0"
# Pages that print passages of the texts; entries do, where a text names them.
_PASSAGES = {urls.HOME, urls.QUOTATIONS, urls.VOICES, urls.CHRONOLOGY, urls.APPARATUS}
# Formats without the words of a text: lists, places, networks, what is to be cited. All others may hold them.
_WITHOUT = {
    "beacon", "bibtex", "csl", "datacite", "geojson", "gexf", "graphml", "linked-places", "network", "ris",
}  # fmt: skip


def of_page(edition: Edition, subject: Subject) -> str:
    """Whether the rights in what the page holds are reserved."""
    if rights.free(edition.config.licence_text):
        return FREE
    named = subject.entry is not None and bool(edition.mentions.get(subject.entry.pointer))
    return RESERVED if subject.text or named or subject.path in _PASSAGES else FREE


def rules(edition: Edition, subjects: tuple[Subject, ...], files: Files) -> Iterator[File]:
    """The rules for all files of the site, if any are reserved: what is free first, then what is not."""
    config = edition.config
    if rights.free(config.licence_text):
        return
    free = [f"{urls.data(slug)}/" for slug in sorted(_WITHOUT) if any(_below(path, slug) for path in files)]
    own = {one.path for one in edition.entities.values()} | {one.path for one in edition.pages}
    free += [urls.data(path) for path in sorted(own) if path]
    reserved = [urls.data("")]
    reserved += [one.path for one in subjects if of_page(edition, one) == RESERVED]
    listed = [_rule(config, path, 0) for path in free] + [_rule(config, path, 1) for path in reserved]
    text = json.dumps([*listed, _rule(config, "", 0)], ensure_ascii=False, indent=1)
    yield File(urls.RESERVATION, f"{text}\n".encode())


def _below(path: str, slug: str) -> bool:
    return path.startswith(f"{urls.data(slug)}/")


def _rule(config: Config, path: str, value: int) -> dict[str, object]:
    """A folder matches all that begins so; a file ends with `$`."""
    end = "" if path.endswith("/") or not path else "$"
    return {"location": f"{urlsplit(config.base_url).path}{path}{end}", "tdm-reservation": value}
