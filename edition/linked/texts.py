"""The edition, its texts, their paragraphs and quotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from edition import citation, rights, shown, urls
from edition.grouped import named_in
from edition.linked import addresses, dates
from edition.linked.claims import Claim, Node, Value, filled, joined, ref, said
from edition.model import Article, Block, Config, Edition, Quotation

WHOLE = ("CreativeWork", "Collection", "Dataset")  # classes of schema.org
TEXT = ("CreativeWork", "Article")
# What the marks enclose is somebody's words; terms, titles and names in quotation marks quote nobody.
QUOTING = frozenset({"source", "speech", "epigraph"})


class Paragraph(Struct, frozen=True):
    """A block of a text: a paragraph, a heading, an entry of the bibliography."""

    article: Article
    block: Block


def whole(config: Config, edition: Edition) -> Node:
    """The edition."""
    own = addresses.at(config, addresses.PUBLISHER)
    return filled(
        **{"@id": addresses.edition(config), "@type": list(WHOLE)},
        name=config.title,
        alternativeHeadline=config.subtitle,
        description=said(config.subtitle or config.title, _language(config)),
        url=ref(addresses.at(config, urls.HOME)),
        inLanguage=list(config.languages),
        publisher=ref(own),
        version=config.version,
        dateModified={"@value": config.date, "@type": "xsd:date"},
        license=ref(config.licence_edition),
        **_rights(config),
        **{"dcterms:bibliographicCitation": citation.edition(config, urls.HOME).text},
        hasPart=[ref(text(config, article)) for article in edition.articles],
    )


def publisher(config: Config) -> Node:
    """Who publishes the edition."""
    return {
        "@id": addresses.at(config, addresses.PUBLISHER),
        "@type": "Organization",
        "name": config.publisher or config.title,
    }


def text(config: Config, article: Article) -> str:
    """A text is named by its reading page, for this page is the text."""
    return addresses.at(config, urls.article(article.id))


def article(config: Config, edition: Edition, one: Article, *, parts: bool = True) -> Node:
    """A text as the edition gives it; `isBasedOn` is what was printed. The licence is that of its words.

    Args:
        parts: with the paragraphs of the text and what it names.
    """
    return filled(
        **{"@id": text(config, one), "@type": list(TEXT)},
        name=one.title,
        headline=one.title,
        author=_authors(config, edition, one),
        inLanguage=one.language,
        isPartOf=ref(addresses.edition(config)),
        publisher=ref(addresses.at(config, addresses.PUBLISHER)),
        version=config.version,
        dateModified={"@value": config.date, "@type": "xsd:date"},
        license=ref(config.licence_text),
        sdLicense=ref(config.licence_edition),
        **_rights(config),
        **{
            "dcterms:bibliographicCitation": citation.text(config, one, urls.article(one.id)).text,
        },
        **_formats(config, one),
        isBasedOn=ref(printed(config, edition, one)),
        hasPart=[ref(_block(config, one, block)) for block in one.blocks] if parts else [],
        mentions=_mentions(config, edition, one) if parts else [],
    )


def _formats(config: Config, one: Article) -> dict[str, Any]:
    """The page of the text as printed, where there is one."""
    there = shown.DIPLOMATIC in shown.layers(config, one)
    return {"dcterms:hasFormat": ref(addresses.at(config, urls.diplomatic(one.id)))} if there else {}


def printed(config: Config, edition: Edition, one: Article) -> str:
    """What was printed: a work of the lists, or a thing that only this text knows."""
    if one.work in edition.entities:
        return addresses.thing(config, one.work)
    return addresses.beside(text(config, one), "printed")


def source(config: Config, edition: Edition, one: Article) -> Node:
    """What is known of the printed text from the text itself."""
    known = filled(
        **{
            "@id": printed(config, edition, one),
            "@type": ["CreativeWork", "Article"],
            "license": ref(config.licence_text),
            "dcterms:bibliographicCitation": one.source_citation,
        }
    )
    if one.work in edition.entities:
        return known
    return known | filled(
        name=one.title, author=_authors(config, edition, one), datePublished=dates.literal(one.published)
    )


def paragraph(config: Config, edition: Edition, one: Paragraph) -> Node:
    """A part of a text with its words, its place, and what it names."""
    found, block = one.article, one.block
    place = found.blocks.index(block) + 1
    return filled(
        **{"@id": _block(config, found, block), "@type": "CreativeWork"},
        name=f"{found.title}, Absatz {block.number}" if block.number else None,
        isPartOf=ref(text(config, found)),
        position=place,
        identifier=block.number,
        text=said(block.text, found.language),
        license=ref(config.licence_text),
        mentions=_mentions(config, edition, found, block.id),
    )


def quotes(one: Quotation) -> bool:
    """Whether words in quotation marks are somebody's: by their kind, or because a speaker or source is named."""
    return one.kind in QUOTING or bool(one.speaker or one.source)


def quotation(config: Config, edition: Edition, one: Quotation) -> Node:
    """Words of somebody within a text; the parts of an interrupted quotation are joined by »[…]«."""
    head = filled(
        **{"@id": quoted(config, one), "@type": ["CreativeWork", "Quotation"]},
        text=said(
            " […] ".join(words for _, words in one.parts), None if one.language == "und" else one.language
        ),
        isPartOf=ref(addresses.at(config, f"{urls.article(one.article_id)}#{one.block}")),
        license=ref(config.licence_text),
        **{"dcterms:type": ref(addresses.term(config, f"quotation-{one.kind}")) if one.kind else None},
    )
    return joined(head, attributed(config, edition, one))


def quoted(config: Config, one: Quotation) -> str:
    """The address of a quotation in the reading page."""
    return addresses.at(config, f"{urls.article(one.article_id)}#{one.id}")


def attributed(config: Config, edition: Edition, one: Quotation) -> Iterator[Claim]:
    """Whose words they are, and from which work, with how certain that is."""
    if one.speaker in edition.entities:
        yield Claim("spokenByCharacter", ref(addresses.thing(config, one.speaker or "")))
    if one.source in edition.entities:
        yield Claim(
            "citation",
            ref(addresses.thing(config, one.source or "")),
            certainty=one.certainty,
            pages=one.pages or "",
        )


def _rights(config: Config) -> Node:
    said = "; ".join(f"{one.covers}: {one.terms} ({one.uri})" for one in rights.layers(config))
    return {"dcterms:rights": {"@value": said, "@language": "de"}}


def _language(config: Config) -> str | None:
    return config.languages[0] if config.languages else None


def _block(config: Config, one: Article, block: Block) -> str:
    return addresses.at(config, f"{urls.article(one.id)}#{block.id}")


def _authors(config: Config, edition: Edition, one: Article) -> list[Value]:
    """Entries of the lists where the printed text has such authors, else names as they stand."""
    work = edition.entities.get(one.work)
    known = [fact.target for fact in work.facts if fact.slug == "author"] if work else []
    found = [
        ref(addresses.thing(config, pointer)) for pointer in known if pointer and pointer in edition.entities
    ]
    return found or list(one.authors)


def _mentions(config: Config, edition: Edition, one: Article, block: str = "") -> list[Node]:
    """What a text or one block of it names, in the order in which the edition does."""
    return [
        ref(addresses.thing(config, pointer))
        for pointer, blocks in named_in(edition).get(one.id, {}).items()
        if not block or block in blocks
    ]
