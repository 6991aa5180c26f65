"""The edition's own vocabulary: what no other has, each term with a label, published beside the graph."""

from __future__ import annotations

from collections.abc import Iterator

from edition import words
from edition.linked import addresses, relations
from edition.linked.claims import Node, filled, ref
from edition.linked.texts import quotes
from edition.model import Config, Edition

# Properties: label and definition, German and English.
_PROPERTIES = {
    "certainty": (
        "Gewissheit",
        "certainty",
        "Wie sicher eine Aussage ist.",
        "How certain a statement is.",
    ),
    "pages": (
        "Seitenangabe",
        "pages",
        "Seiten, die der Text selbst für ein Zitat nennt.",
        "The pages that the text itself gives for a quotation.",
    ),
    "publicationPlace": (
        "Erscheinungsort",
        "place of publication",
        "Ort, an dem ein Werk erschienen ist.",
        "The place where a work was published.",
    ),
    "endLocation": (
        "Ort des Endes",
        "place of the end",
        "Ort, an dem eine Organisation endete.",
        "The place where an organisation ended.",
    ),
}
_CERTAINTY = {"high": "sicher", "medium": "wahrscheinlich", "low": "unsicher", "unknown": "ungeklärt"}


def vocabulary(config: Config, edition: Edition) -> list[Node]:
    """Every term of the edition's own that its graph may use."""
    return [*_properties(config), *_relations(config, edition), *_concepts(config, edition)]


def _labelled(label: str, english: str = "") -> list[Node]:
    both = (("de", label), ("en", english))
    return [{"@value": value, "@language": language} for language, value in both if value]


def _properties(config: Config) -> Iterator[Node]:
    for name, (label, english, meaning, meant) in _PROPERTIES.items():
        yield {
            "@id": addresses.term(config, name),
            "@type": "rdf:Property",
            "rdfs:label": _labelled(label, english),
            "rdfs:comment": _labelled(meaning, meant),
        }


def _relations(config: Config, edition: Edition) -> Iterator[Node]:
    """A property for each relation that no other vocabulary has; mutual ones are symmetric."""
    for name, (relation, used) in relations.own_terms(edition).items():
        english = relation.name if relation.mutual else f"{relation.name} of"
        symmetric = ["owl:SymmetricProperty"] if relation.mutual else []
        yield filled(
            **{
                "@id": addresses.term(config, name.removeprefix("ed:")),
                "@type": ["rdf:Property", *symmetric],
                "rdfs:label": _labelled(words.relation(relation.name, True), english),
                "rdfs:subPropertyOf": ref(f"schema:{used.wider}") if used.wider else None,
            }
        )


def _concepts(config: Config, edition: Edition) -> Iterator[Node]:
    """The closed values that the graph names: types of entries, names and quotations; degrees of certainty."""
    every = edition.entities.values()
    groups = (
        ("certainty", "Gewissheit", _CERTAINTY),
        ("type", "Arten von Einträgen", {one.type: words.type_of(one.type) for one in every if one.type}),
        (
            "name",
            "Arten von Namen",
            {name.type: words.name_type(name.type) for one in every for name in one.other_names if name.type},
        ),
        (
            "quotation",
            "Arten von Zitaten",
            {one.kind: words.quotation(one.kind) for one in edition.quotations if one.kind and quotes(one)},
        ),
    )
    for name, label, values in groups:
        scheme = addresses.term(config, f"{name}-scheme")
        if values:
            yield {"@id": scheme, "@type": "skos:ConceptScheme", "skos:prefLabel": _labelled(label)}
        for value, meaning in sorted(values.items()):
            yield {
                "@id": addresses.term(config, f"{name}-{value}"),
                "@type": "skos:Concept",
                "skos:prefLabel": _labelled(meaning),
                "skos:notation": value,
                "skos:inScheme": ref(scheme),
            }
