"""Addresses on the web of what the TEI names by pointers, for formats that leave the edition."""

from __future__ import annotations

from edition import citation, rights, urls
from edition.exports.shared import notice
from edition.model import Article, Bilingual, Config, Edition

# Where an entry has several identifiers, the first of these stands for it.
_PREFERRED = ("GND", "GeoNames", "Wikidata", "VIAF")


def pages(config: Config, edition: Edition) -> dict[str, str]:
    """Each pointer with the page of the site that it leads to."""
    found = {pointer: urls.entity(pointer) for pointer in edition.entities}
    found |= {pointer: urls.reference(pointer) for pointer in edition.references}
    found |= {f"page:{name}": path for name, path in urls.named().items()}
    found |= {f"page:{text.id}": urls.page(text.id) for text in edition.pages}
    found |= {f"page:{text.id}": urls.article(text.id) for text in edition.articles}
    return {pointer: citation.address(config, path) for pointer, path in found.items()}


def authorities(edition: Edition) -> dict[str, str]:
    """The entries that an authority file identifies, each with its address there."""
    found = {}
    for pointer, entity in edition.entities.items():
        known = {one.scheme: one.uri for one in entity.identifiers if one.uri}
        named = next((known[scheme] for scheme in _PREFERRED if scheme in known), None)
        if named or known:
            found[pointer] = named or next(iter(known.values()))
    return found


def published(config: Config, article: Article) -> str:
    """The address of the TEI file that a format is made from."""
    return citation.address(config, urls.data(article.path))


def made(config: Config, article: Article, losses: Bilingual) -> str:
    """What a file made from the TEI of a text says of itself."""
    return (
        f"Abgeleitet aus Version {config.version} der Edition ({published(config, article)}); dort stehen auch die "
        f"Grundsätze der Edition. {losses.de} Rechte: {rights.terms(config)}. "
        f"Zu zitieren: {notice.of_text(config, article)}"
    )
