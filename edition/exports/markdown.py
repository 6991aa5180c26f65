"""Markdown: CommonMark with two extensions that Pandoc knows, a metadata block and footnotes.

Backslash escapes: CommonMark 0.31, section 2.4; any ASCII punctuation may be escaped.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from edition import urls, words
from edition.exports.format import Export
from edition.exports.shared import notice
from edition.model import Article, Bilingual, Block, Config, Edition, File, Note

SLUG = "markdown"
LOSSES = Bilingual(
    "Emphasis, identified names, dates and quotations are not marked; of a note only where its words end.",
    "Hervorhebungen, bestimmte Namen, Daten und Zitate sind nicht ausgezeichnet, von einer Anmerkung nur, wo ihre "
    "Worte enden.",
)
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#&|~^$])")
_OPENING = re.compile(r"^([-+=(:]|\d+(?=[.)]))")  # begins a list, a heading, a link's address or a definition
_SHAPES = {"item": "- ", "bibl": "- ", "epigraph": "> "}
Marks = Mapping[int, tuple[str, ...]]  # where in a block which footnotes stand


def files(_root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """Each text in both layers; notes are footnotes of the reading layer."""
    for article in edition.articles:
        notes = tuple(note for note in edition.notes if note.article_id == article.id and note.passages)
        marks = _marks(notes)
        read = (
            _block(one, one.text, one is article.blocks[0], marks.get(one.id, {})) for one in article.blocks
        )
        printed = (_block(one, one.printed, one is article.blocks[0], {}) for one in article.blocks)
        below = (_footnote(note, edition) for note in notes)
        path = urls.diplomatic(article.id)
        yield _file(article.id, [_head(config, article), *read, *below])
        yield _file(f"{article.id}.diplomatic", [_head(config, article, "diplomatisch", path), *printed])


def _file(name: str, parts: list[str]) -> File:
    text = "\n\n".join(part for part in parts if part) + "\n"
    return File(urls.exported(SLUG, f"{name}.md"), text.encode("utf-8"))


def _head(config: Config, article: Article, layer: str = "", path: str = "") -> str:
    """The metadata block: YAML, of which JSON strings are a part (YAML 1.2, section 1.3)."""
    known = notice.facts(config)
    values = {
        "title": article.title,
        "subtitle": layer,
        "author": list(article.authors),
        "lang": article.language,
        "version": config.version,
        "date": config.date,
        "source": article.source_citation,
        "citation": notice.of_text(config, article, path),
        "rights": [f"{known[key]} {known[f'{key}_uri']}" for key in ("rights_text", "rights_edition")],
        "losses": LOSSES.de,
    }
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value)
    return "\n".join(("---", *lines, "---"))


def _marks(notes: tuple[Note, ...]) -> Mapping[str, Marks]:
    """The footnotes of each block, by the place where the words they belong to end."""
    found: dict[str, dict[int, tuple[str, ...]]] = defaultdict(dict)
    for note in notes:
        for passage in note.passages:
            here = found[passage.block]
            here[passage.end] = (*here.get(passage.end, ()), note.id)
    return found


def _block(block: Block, text: str, first: bool, marks: Marks) -> str:
    """A block in its shape; a numbered paragraph begins with its number."""
    if not text:
        return ""
    inner, done = "", 0
    for end in sorted(marks):
        inner += escaped(text[done:end]) + "".join(f"[^{name}]" for name in marks[end])
        done = end
    inner += escaped(text[done:])
    if block.element == "head":
        return f"{'#' if first else '##'} {inner}"
    number = f"**\\[{escaped(block.number)}\\]** " if block.number else ""
    return f"{_SHAPES.get(block.element, '')}{number}{inner}"


def escaped(text: str) -> str:
    """Words that mean nothing in Markdown, wherever they stand in a line."""
    plain = _SPECIAL.sub(r"\\\1", text)
    return _OPENING.sub(lambda found: _guarded(found[1]), plain)


def _guarded(sign: str) -> str:
    """A number at the beginning takes its escape behind it: a digit cannot be escaped."""
    return f"{sign}\\" if sign.isdecimal() else f"\\{sign}"


def _footnote(note: Note, edition: Edition) -> str:
    """The words of a note, what it rests on, and how certain it is."""
    named = (_named(pointer, edition) for pointer in note.sources)
    sources = "; ".join(escaped(name) for name in named)
    certainty = words.certainty(note.certainty)
    parts = (
        escaped(note.text),
        f"Grundlage: {sources}." if sources else "",
        f"Sicherheit: {escaped(certainty)}." if certainty else "",
    )
    return f"[^{note.id}]: " + " ".join(part for part in parts if part)


def _named(pointer: str, edition: Edition) -> str:
    """A source or a work, as its list calls it."""
    if pointer in edition.references:
        return edition.references[pointer].title
    return edition.entities[pointer].name if pointer in edition.entities else pointer


EXPORT = Export(
    SLUG,
    "text",
    Bilingual("Markdown", "Markdown"),
    Bilingual(
        "The texts with paragraph numbers and notes, for writing on, and for Pandoc.",
        "Die Texte mit Absatznummern und Anmerkungen, zum Weiterschreiben und für Pandoc.",
    ),
    "text/markdown",
    files,
    LOSSES,
)
