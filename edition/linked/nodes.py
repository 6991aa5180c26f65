"""All nodes of an edition: the edition, its texts and their parts, the lists, and what each statement rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edition.linked import addresses, dates, entities, facts, sources, texts
from edition.linked.claims import Claim, Node, filled, ref, said
from edition.linked.texts import Paragraph
from edition.model import Config, Edition

STATEMENT = ["rdf:Statement", "prov:Entity"]


def graph(config: Config, edition: Edition) -> list[Node]:
    """Every node, in the order of the edition; nodes of the same name belong together."""
    return [
        texts.whole(config, edition),
        texts.publisher(config),
        *_texts(config, edition),
        *_entities(config, edition),
        *(sources.node(config, one) for one in edition.references.values()),
    ]


def _texts(config: Config, edition: Edition) -> Iterator[Node]:
    for article in edition.articles:
        yield texts.article(config, edition, article)
        yield texts.source(config, edition, article)
        for block in article.blocks:
            yield texts.paragraph(config, edition, Paragraph(article, block))
    edited = {article.id for article in edition.articles}
    for one in edition.quotations:
        if one.article_id in edited and texts.quotes(one):
            yield texts.quotation(config, edition, one)
            yield from statements(config, texts.quoted(config, one), texts.attributed(config, edition, one))


def _entities(config: Config, edition: Edition) -> Iterator[Node]:
    for entity in edition.entities.values():
        yield entities.node(config, edition, entity)
        yield from facts.nodes(config, entity)
        yield entities.page(config, entity)
        about = addresses.thing(config, entity.pointer)
        yield from statements(config, about, entities.claims(config, edition, entity))


def statements(config: Config, about: str, claims: Iterable[Claim]) -> Iterator[Node]:
    """The statements of which there is more to say: their sources, their certainty, when they held.

    A statement that is named is not thereby made (RDF Schema 1.1, 5.3): what is uncertain is named only.
    """
    done = set()
    for claim in claims:
        content = (claim.predicate, claim.value, claim.valid, claim.sources, claim.certainty, claim.note)
        address = addresses.beside(about, claim.predicate.rpartition(":")[2], *content)
        if claim.described and address not in done:
            done.add(address)
            yield _statement(config, address, about, claim)


def _statement(config: Config, address: str, about: str, claim: Claim) -> Node:
    language = config.languages[0] if config.languages else None
    predicate = claim.predicate if ":" in claim.predicate else f"schema:{claim.predicate}"
    return filled(
        **{
            "@id": address,
            "@type": STATEMENT,
            "rdf:subject": ref(about),
            "rdf:predicate": ref(predicate),
            "rdf:object": claim.value,
            "dcterms:type": ref(addresses.term(config, claim.type)) if claim.type else None,
            "dcterms:valid": dates.literal(claim.valid),
            "ed:certainty": ref(addresses.term(config, f"certainty-{claim.certainty}"))
            if claim.certainty
            else None,
            "ed:pages": claim.pages,
            "skos:note": said(claim.note, language) if claim.note else None,
            "prov:wasDerivedFrom": [ref(sources.named(config, one)) for one in claim.sources],
        }
    )
