"""The texts as they are set: blocks with their notes and marks, from the TEI by `xslt/stream.xsl`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from edition import citation, corpus, resources, urls, words
from edition.exports.pdf import runs
from edition.exports.pdf.places import name
from edition.exports.pdf.sources import Sources
from edition.model import Article, Edition, Note
from edition.saxon import Stylesheet

LEMMA = 30, 22  # first and last characters kept of the words that a note belongs to
SIGN = "°"  # behind words that the edition has changed or joined


class Stream(Struct, frozen=True):
    """What the stylesheet says of one text."""

    article: Article
    text: list[runs.Event]
    notes: dict[str, list[runs.Event]]


def streams(root: Path, edition: Edition) -> tuple[Stream, ...]:
    """Every text of the edition, in order."""
    return tuple(_stream(root, article) for article in edition.articles)


def _stream(root: Path, article: Article) -> Stream:
    said = json.loads(_stylesheet()(corpus.read(root / article.path), name=article.path))
    return Stream(article, said["text"], said["notes"])


@cache
def _stylesheet() -> Stylesheet:
    return Stylesheet(resources.stylesheet("stream.xsl"))


def names(several: Iterable[Stream]) -> Iterator[str]:
    """The names of all places that the texts hold."""
    for stream in several:
        for event in stream.text:
            if event.get("at") or event.get("id"):
                yield name(stream.article.id, event.get("at") or event["id"])


def text(stream: Stream, edition: Edition, sources: Sources, wanted: frozenset[str]) -> dict[str, Any]:
    """A text with its notes; of the places those that something refers to (`wanted`)."""
    article = stream.article
    marked = {one.anchor for one in edition.corrections if one.article_id == article.id}
    marked |= {one.anchor for one in edition.joins if one.article_id == article.id}
    seen: set[str] = set()

    def point(event: runs.Event) -> Iterator[runs.Run]:
        if "note" in event:
            yield {
                "note": event["note"],
                "label": name(article.id, event["note"]),
                "first": event["note"] not in seen,
            }
            seen.add(event["note"])
        elif "mark" in event and event["mark"] in marked:
            yield {"mark": apparatus_name(article.id, event["mark"]), "sign": SIGN}
        elif "at" in event and name(article.id, event["at"]) in wanted:
            yield {"at": name(article.id, event["at"])}

    blocks = list(runs.folded(stream.text, point))
    titles = [one for one in blocks if one["kind"] == "title"]
    return {
        "language": runs.language(article.language),
        "title": titles[0]["runs"] if titles else [runs.run(article.title)],
        "blocks": [one for one in blocks if one not in titles],
        "notes": _notes(stream, edition, sources, seen),
        "cited": _ending(edition, article),
    }


def apparatus_name(article: str, anchor: str) -> str:
    """The name of the entry of the apparatus for a place."""
    return name(article, f"{anchor}.apparatus")


def _ending(edition: Edition, article: Article) -> list[str]:
    cited = citation.text(edition.config, article, urls.article(article.id)).text
    printed = f"Vorlage: {article.source_citation}" if article.source_citation else ""
    return [line for line in (printed, f"Zitieren: {cited}") if line]


def _notes(stream: Stream, edition: Edition, sources: Sources, used: set[str]) -> dict[str, Any]:
    known = {note.id: note for note in edition.notes if note.article_id == stream.article.id}
    return {
        one: {"lemma": _lemma(known.get(one)), **note(stream, known.get(one), one, sources)}
        for one in stream.notes
        if one in used
    }


def note(stream: Stream, known: Note | None, identifier: str, sources: Sources) -> dict[str, Any]:
    """A note: its words, how certain it is where it is not, what it rests on."""
    return {
        "runs": runs.phrase(stream.notes[identifier]),
        "certainty": words.certainty(known.certainty) if known else "",
        "sources": sources.cited(known.sources) if known else [],
    }


def _lemma(known: Note | None) -> str:
    return words.gist(known.passages[0].words, *LEMMA) if known and known.passages else ""
