"""The registers: an entry says what the lists say, on what it rests and where the texts name it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from edition import words
from edition.exports.pdf import runs
from edition.exports.pdf.places import Places
from edition.exports.pdf.sources import Sources
from edition.graph import mentioned
from edition.kinds import BY_SLUG, KINDS
from edition.model import Edition, Entity, Fact, Name, Relation

Line = dict[str, Any]
WHOLE = 350  # an entry with fewer characters, about a third of a column, is not divided between columns
# Facts that open an entry: beginning and end with the words for one that stands alone, and when and where of an event.
_SPANS = (("birth", "death", "geboren", "gestorben"), ("founding", "end", "gegründet", "Ende:"))
_ONCE = ("dating", "where")
_OPENING = frozenset(slug for span in _SPANS for slug in span[:2]) | frozenset(_ONCE)


def registers(edition: Edition, places: Places, sources: Sources) -> list[dict[str, Any]]:
    """A register for each kind that has entries, in the order of the alphabet."""
    related = _related(edition)
    return [
        {"title": kind.title, "entries": [_entry(edition, one, places, sources, related) for one in found]}
        for kind in KINDS
        for found in (_sorted(one for one in edition.entities.values() if one.kind == kind.slug),)
        if found
    ]


def _sorted(entities: Iterable[Entity]) -> list[Entity]:
    return sorted(entities, key=lambda one: words.sort_key(one.name))


def _related(edition: Edition) -> Mapping[str, list[Relation]]:
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in edition.relations:
        for pointer in dict.fromkeys((*relation.active, *relation.passive)):
            found[pointer].append(relation)
    return found


def _entry(
    edition: Edition, entity: Entity, places: Places, sources: Sources, related: Mapping[str, list[Relation]]
) -> dict[str, Any]:
    spots = ((one.article_id, one.block, one.anchor) for one in mentioned(edition, entity.pointer))
    relations = related.get(entity.pointer, [])
    lines = [line for line in _lines(edition, entity, relations) if line["pieces"]]
    return {
        "name": entity.name,
        "time": _opening(edition, entity),
        "lines": lines,
        "whole": sum(len(piece["text"]) for line in lines for piece in line["pieces"]) < WHOLE,
        "identifiers": [
            {"scheme": one.scheme, "value": one.value, "address": one.uri or ""} for one in entity.identifiers
        ],
        "sources": sources.cited(_grounds(entity, relations)),
        "texts": places.told(spots),
    }


def _grounds(entity: Entity, relations: list[Relation]) -> Iterator[str]:
    stated = (entity.other_names, entity.facts, entity.identifiers, entity.remarks, relations)
    yield from entity.grounds
    yield from (pointer for several in stated for one in several for pointer in one.sources)


def _lines(edition: Edition, entity: Entity, relations: list[Relation]) -> Iterator[Line]:
    yield _line("", [_type(entity), entity.description], separator="")
    grouped: dict[str, list[runs.Run]] = defaultdict(list)
    for name in entity.other_names:
        grouped[words.name_type(name.type)].append(_name(name))
    labels = {rule.slug: rule.label for rule in BY_SLUG[entity.kind].facts}
    for fact in entity.facts:
        if fact.slug not in _OPENING:
            grouped[labels.get(fact.slug, fact.slug)].append(runs.run(_fact(edition, fact)))
    for relation in relations:
        grouped[words.relation(relation.name, entity.pointer in relation.active)] += _others(
            edition, entity, relation
        )
    yield from (_line(label, several) for label, several in grouped.items())
    yield _line("Anmerkung", [one.text for one in entity.remarks], separator=" ")


def _type(entity: Entity) -> str:
    """What it is, where neither name nor description says so."""
    kind = words.type_of(entity.type)
    said = f"{entity.name} {entity.description}".casefold()
    return f"{words.capital(kind)}. " if kind and kind.casefold() not in said else ""


def _line(label: str, said: Iterable[str | runs.Run], separator: str = "; ") -> Line:
    pieces: list[runs.Run] = []
    for one in said:
        if one:
            pieces += [runs.run(separator)] if pieces and separator else []
            pieces.append(runs.run(one) if isinstance(one, str) else one)
    return {"label": f"{words.capital(label)}:" if label else "", "pieces": pieces}


def _name(name: Name) -> runs.Run:
    dated = words.dating(name.dating)
    return runs.run(f"{name.text} ({dated})" if dated else name.text, name.language or "")


def _others(edition: Edition, entity: Entity, relation: Relation) -> Iterator[runs.Run]:
    """The other side of a relation."""
    active = entity.pointer in relation.active
    side = relation.active if relation.mutual or not active else relation.passive
    for pointer in side:
        if pointer != entity.pointer:
            other = edition.entities.get(pointer)
            yield runs.run(_doubted(other.name if other else pointer, relation.certainty))


def _doubted(text: str, certainty: str | None, note: str = "") -> str:
    """A statement with how certain it is, where it is not, and with what is said about it."""
    aside = ". ".join(part for part in (words.certainty(certainty), note.rstrip(".")) if part)
    return f"{text} ({aside})" if aside else text


def _fact(edition: Edition, fact: Fact) -> str:
    """A fact as date and words; words that only repeat the date are dropped."""
    target = edition.entities.get(fact.target or "")
    text = fact.text or (target.name if target else "")
    text = words.coordinates(text) if fact.slug == "coordinates" else text
    dated = words.dating(fact.dating)
    shown = [dated] if dated and text in dated else [text] if dated in text else [dated, text]
    return _doubted(", ".join(part for part in shown if part), fact.certainty, fact.note)


def _opening(edition: Edition, entity: Entity) -> str:
    """When and where it began and ended, or took place; sources that contradict each other are both told."""
    told = {
        slug: " oder ".join(_fact(edition, one) for one in entity.facts if one.slug == slug)
        for slug in _OPENING
    }
    for begin, end, begun, ended in _SPANS:
        if told[begin] and told[end]:
            return f"{told[begin]} – {told[end]}"
        if told[begin] or told[end]:
            return f"{begun} {told[begin]}" if told[begin] else f"{ended} {told[end]}"
    return ", ".join(told[slug] for slug in _ONCE if told[slug])
