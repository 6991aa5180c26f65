"""The page of each entity: an entry as in a lexicon, then every place that names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edition import urls, words
from edition.kinds import BY_SLUG, Kind
from edition.model import Edition, Entity, Fact, Page, Relation, Remark
from edition.pages import dated, facts, quoted
from edition.pages.concordance import Concordance, Text, concordance, texts
from edition.pages.facts import Mark, Piece, Place, Row, Statement
from edition.pages.frame import Frame, frame
from edition.pages.quotations import entry_id
from edition.pages.spots import Spot, seen_from

NAMED = "Genannt bei"

EVENT = "event"
GIST = 64, 44  # first and last characters shown of a quotation


@dataclass(frozen=True, slots=True)
class Around:
    """What other entries say of one: relations, facts that name it, descriptions that name it (pointers)."""

    relations: tuple[Relation, ...] = ()
    facts: tuple[tuple[str, Fact], ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation from a work: where it stands, and its entry in the register."""

    spot: Spot
    words: str
    language: str
    href: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entity page's values."""

    frame: Frame
    kind: str
    kicker: str
    name: str
    opening: tuple[Statement, ...]
    description: str
    grounds: tuple[Mark, ...]
    rows: tuple[Row, ...]
    relations: tuple[Row, ...]
    identifiers: tuple[Statement, ...]
    concordance: Concordance | None
    quoted: tuple[Quoted, ...]
    sources: tuple[Mark, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each entity, in the order of the lists."""
    around, known = _around(edition), texts(edition)
    for pointer, entity in edition.entities.items():
        yield _page(edition, entity, around.get(pointer, Around()), known)


def _around(edition: Edition) -> Mapping[str, Around]:
    """For each entity the relations it takes part in, and where facts and descriptions of others name it."""
    relations: dict[str, list[Relation]] = defaultdict(list)
    told: dict[str, list[tuple[str, Fact]]] = defaultdict(list)
    named: dict[str, list[str]] = defaultdict(list)
    for relation in edition.relations:
        for pointer in dict.fromkeys((*relation.active, *relation.passive)):
            relations[pointer].append(relation)
    for pointer, entity in edition.entities.items():
        for fact in entity.facts:
            if fact.target and words.reverse(fact.slug):
                told[fact.target].append((pointer, fact))
        for target in _further(entity):
            named[target].append(pointer)
    return {
        one: Around(tuple(relations[one]), tuple(told[one]), tuple(named[one]))
        for one in {*relations, *told, *named}
    }


def _further(entity: Entity) -> tuple[str, ...]:
    """What the description of an event names and its facts do not: of others the relations say it."""
    stated = {fact.target for fact in entity.facts}
    return tuple(one for one in entity.named if one not in stated) if entity.kind == EVENT else ()


def _page(edition: Edition, entity: Entity, around: Around, known: Mapping[str, Text]) -> Page:
    path, kind = urls.entity(entity.pointer), BY_SLUG[entity.kind]
    place = Place(edition, path, facts.marks(edition, path, _sources(entity, around)))
    description = entity.description or f"{kind.singular} in »{edition.config.title}«."
    context = Entry(
        frame=frame(
            edition,
            path,
            entity.name,
            section=urls.index(entity.kind),
            description=f"{entity.name}: {description}",
            data=(entity.path,) if entity.path else (),
        ),
        kind=entity.kind,
        kicker=", ".join(part for part in (kind.singular, words.type_of(entity.type)) if part),
        name=entity.name,
        opening=tuple(facts.opening(place, entity)),
        description=entity.description,
        grounds=place.cited(entity.grounds),
        rows=(*_names(place, entity), *_facts(place, entity, kind), *_remarks(place, entity)),
        relations=tuple(_relations(place, entity, around)),
        identifiers=tuple(facts.identifier(place, one) for one in entity.identifiers),
        concordance=concordance(edition, entity, path, known),
        quoted=tuple(_quoted(edition, entity, path)),
        sources=tuple(place.marks.values()),
    )
    return Page(path, "entity.html", context)


def _quoted(edition: Edition, entity: Entity, path: str) -> Iterator[Quoted]:
    found = [one for one in quoted.quotations(edition) if one.source == entity.pointer]
    if found:
        spots = seen_from(edition, path)
        for one in found:
            href = urls.relative(f"{urls.QUOTATIONS}#{entry_id(edition, one)}", path)
            spot = spots.at(one.article_id, one.block, one.parts[0][0])
            yield Quoted(
                spot, words.gist(" … ".join(text for _, text in one.parts), *GIST), one.language, href
            )


def _opening(entity: Entity) -> tuple[Fact, ...]:
    return tuple(fact for fact in entity.facts if fact.slug in facts.OPENING)


def _listed(entity: Entity) -> tuple[Fact, ...]:
    return tuple(fact for fact in entity.facts if fact.slug not in facts.OPENING)


def _sources(entity: Entity, around: Around) -> Iterator[str]:
    """Every source of the page in the order of reading."""
    others = (fact for _, fact in around.facts)
    described = (Remark(entity.description, entity.grounds),)
    read: tuple[Iterable[facts.Sourced], ...] = (
        *(_opening(entity), described, entity.other_names, _listed(entity), entity.remarks),
        *(around.relations, others, entity.identifiers),
    )
    for stated in read:
        yield from (pointer for one in stated for pointer in one.sources)


def _names(place: Place, entity: Entity) -> Iterator[Row]:
    grouped: dict[str, list[Statement]] = defaultdict(list)
    for name in entity.other_names:
        grouped[words.name_type(name.type)].append(facts.name(place, name))
    yield from _rows(grouped)


def _facts(place: Place, entity: Entity, kind: Kind) -> Iterator[Row]:
    labels = {rule.slug: rule.label for rule in kind.facts}
    grouped: dict[str, list[Statement]] = defaultdict(list)
    for fact in _listed(entity):
        grouped[labels.get(fact.slug, fact.slug)].append(facts.fact(place, fact))
    yield from _rows(grouped)


def _remarks(place: Place, entity: Entity) -> Iterator[Row]:
    noted = tuple(Statement((Piece(one.text),), place.cited(one.sources)) for one in entity.remarks)
    if noted:
        yield Row("Anmerkung" if len(noted) == 1 else "Anmerkungen", noted)


def _relations(place: Place, entity: Entity, around: Around) -> Iterator[Row]:
    """Relations from this side, then what other entries say of this one, then what an event's description names."""
    grouped: dict[str, list[Statement]] = defaultdict(list)
    for relation in around.relations:
        active = entity.pointer in relation.active
        side = relation.active if relation.mutual or not active else relation.passive
        label = words.relation(relation.name, active)
        grouped[label] += [facts.related(place, one, relation) for one in side if one != entity.pointer]
    for pointer, fact in around.facts:
        statement = Statement(
            (place.piece(pointer),), place.cited(fact.sources), words.certainty(fact.certainty)
        )
        grouped[words.reverse(fact.slug)].append(statement)
    for pointer in _further(entity):
        grouped[BY_SLUG[pointer.partition(":")[0]].title].append(Statement((place.piece(pointer),)))
    for pointer in around.named:
        event = place.edition.entities[pointer]
        grouped[NAMED].append(Statement((place.piece(pointer),), note=words.dating(dated.of_event(event))))
    yield from _rows(grouped)


def _rows(grouped: Mapping[str, list[Statement]]) -> Iterator[Row]:
    for label, statements in grouped.items():
        yield Row(words.capital(label), tuple(statements))
