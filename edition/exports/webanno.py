"""Names, dates, quotations and notes as W3C Web Annotations (»Web Annotation Data Model«, Rec. 2017, JSON-LD).

One collection for each article and each of the four. Every annotation points twice: with a FragmentSelector into
the reading page, and with TextQuoteSelector and TextPositionSelector into the published plain text
(`exports.plain`). The words with their `prefix` and `suffix` stand in that text exactly once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from edition import citation, urls
from edition.exports.format import Export
from edition.exports.shared import plain
from edition.exports.shared.notice import about
from edition.exports.shared.selectors import Selectors
from edition.exports.shared.written import as_json, filled
from edition.graph import when
from edition.model import Article, Bilingual, Config, Edition, File, Mention

SLUG = "annotations"
LOSSES = Bilingual(
    "Certainty, corrections and the diplomatic text are left out; dates that depend on another one have their "
    "result only. An interrupted quotation has one target for each of its parts, and a note on a join the words on "
    "both sides of it.",
    "Grade der Gewissheit, Korrekturen und der diplomatische Text fehlen; von Daten, die von einem anderen abhängen, "
    "steht nur das Ergebnis da. Ein unterbrochenes Zitat hat für jeden Teil ein eigenes Ziel, eine Anmerkung zu einer "
    "Fügung die Wörter zu beiden Seiten.",
)
# Terms that the W3C's context does not have.
CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "sameAs": {"@id": "https://schema.org/sameAs", "@type": "@id"},
        "roleName": "https://schema.org/roleName",
        "version": "https://schema.org/version",
        "comment": "http://www.w3.org/2000/01/rdf-schema#comment",
    },
]
Body = dict[str, Any]
Spot = tuple[str, str, int, int]  # anchor, block, where it begins there, how many characters
Entry = tuple[str, str, list[Spot], list[Body]]  # id, motivation, where, what


def files(root: Path, config: Config, edition: Edition) -> Iterator[File]:
    """Four collections for each article; one without annotations is left out."""
    for article in edition.articles:
        selectors = Selectors(article)
        for name, (label, entries) in COLLECTIONS.items():
            found = list(entries(edition, article))
            if found:
                title = f"{article.title}: {label}"
                yield File(
                    path(article.id, name), _collection(config, article, name, title, selectors, found)
                )


def path(slug: str, name: str) -> str:
    """Where a collection is published."""
    return urls.exported(SLUG, f"{slug}.{name}.jsonld")


def _collection(
    config: Config, article: Article, name: str, label: str, selectors: Selectors, entries: list[Entry]
) -> bytes:
    address = citation.address(config, path(article.id, name))
    items = [_annotation(config, article, address, selectors, entry) for entry in entries]
    collection = {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": label,
        "creator": {"type": "Organization", "name": config.publisher or config.title},
        "modified": f"{config.date}T00:00:00Z",
        "version": config.version,
        "rights": config.licence_edition,
        "comment": about(config, LOSSES),
        "total": len(items),
        "first": {
            "id": f"{address}#page",
            "type": "AnnotationPage",
            "partOf": address,
            "startIndex": 0,
            "items": items,
        },
    }
    return as_json(collection)


def _annotation(
    config: Config, article: Article, address: str, selectors: Selectors, entry: Entry
) -> dict[str, Any]:
    name, motivation, spots, bodies = entry
    page, text = urls.article(article.id), plain.path(article.id)
    targets = [
        {"type": "SpecificResource", "source": citation.address(config, source), "selector": selector}
        for anchor, block, start, length in spots
        for source, selector in (
            (page, selectors.fragment(anchor)),
            (text, selectors.words(block, start, length)),
        )
    ]
    body = [_absolute(config, one) for one in bodies]
    return filled(id=f"{address}#{name}", type="Annotation", motivation=motivation, body=body, target=targets)


def _absolute(config: Config, body: Body) -> Body:
    return body | {"id": citation.address(config, body["id"])} if "id" in body else body


_TYPES = {"person": "Person", "org": "Organization"}  # what the W3C's context knows of our kinds


def _entity(edition: Edition, pointer: str, role: str = "") -> Body:
    """An entry of the lists as a body: its page, its name, and the same in authority files."""
    entity = edition.entities[pointer]
    return filled(
        id=urls.entity(pointer),
        type=_TYPES.get(entity.kind),
        name=entity.name,
        roleName=role,
        sameAs=[one.uri for one in entity.identifiers if one.uri],
    )


def _mentions(edition: Edition, article: Article) -> Iterator[Entry]:
    """One annotation for each element that names something, in the order of the text."""
    order = {block.id: place for place, block in enumerate(article.blocks)}
    here = [one for found in edition.mentions.values() for one in found if one.article_id == article.id]

    def place(one: Mention) -> tuple[int, int, int, str]:
        return order[one.block], one.start, -len(one.form), one.anchor

    for (*_, anchor), group in groupby(sorted(here, key=place), key=place):
        several = list(group)
        first = several[0]
        spot = (anchor, first.block, first.start, len(first.form))
        yield anchor, "identifying", [spot], [_entity(edition, one.pointer) for one in several]


def _dates(edition: Edition, article: Article) -> Iterator[Entry]:
    """The date in ISO 8601, or its duration; and the event that is told with it."""
    for one in _of(article, edition.dates):
        value = when(one.dating) or one.duration or ""
        bodies = [_words(value, "describing")] if value else []
        bodies += (
            [_entity(edition, one.event, "event")] if one.event in edition.entities and one.event else []
        )
        yield (
            one.anchor,
            "describing",
            [(one.anchor, one.block, one.start, len(one.form))],
            bodies,
        )


def _quotations(edition: Edition, article: Article) -> Iterator[Entry]:
    """Who speaks, and what is quoted from."""
    for one in _of(article, edition.quotations):
        named = (("speaker", one.speaker), ("source", one.source))
        bodies = [_words(one.kind, "classifying")] if one.kind else []
        bodies += [
            _entity(edition, pointer, role)
            for role, pointer in named
            if pointer and pointer in edition.entities
        ]
        spots = [
            (anchor, block, start, len(words))
            for (anchor, words), (block, start) in zip(one.parts, one.places, strict=True)
        ]
        yield one.id, "classifying", spots, bodies


def _notes(edition: Edition, article: Article) -> Iterator[Entry]:
    """The words of the note."""
    lengths = {block.id: len(block.text) for block in article.blocks}
    for one in _of(article, edition.notes):
        spots = [
            (
                passage.anchor,
                passage.block,
                passage.start,
                lengths[passage.block] if passage.anchor == passage.block else len(passage.words),
            )
            for passage in one.passages
        ]
        body = _words(one.text, "commenting") | {"language": "de"}
        yield one.id, "commenting", spots, [body, _words(one.type, "classifying")]


def _of(article: Article, values: Iterable[Any]) -> Iterator[Any]:
    return (one for one in values if one.article_id == article.id)


def _words(value: str, purpose: str) -> Body:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


COLLECTIONS: Mapping[str, tuple[str, Callable[[Edition, Article], Iterator[Entry]]]] = {
    "mentions": ("Nennungen", _mentions),
    "dates": ("Zeitangaben", _dates),
    "quotations": ("Zitate", _quotations),
    "notes": ("Anmerkungen", _notes),
}


EXPORT = Export(
    SLUG,
    "annotation",
    Bilingual("W3C Web Annotations (JSON-LD)", "W3C Web Annotations (JSON-LD)"),
    Bilingual(
        "Names, dates, quotations and notes as annotations of the page and of the plain text.",
        "Namen, Zeitangaben, Zitate und Anmerkungen als Annotationen der Seite und des reinen Textes.",
    ),
    "application/ld+json",
    files,
    LOSSES,
)
