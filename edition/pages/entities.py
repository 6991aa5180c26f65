"""The page of each entity: an entry as in a lexicon, then every place that names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from edition import interface, urls, words
from edition.graph import PERSON, Edge
from edition.grouped import texts_of_works
from edition.interface import _
from edition.kept import for_edition
from edition.kinds import BY_SLUG, Kind
from edition.model import Edition, Entity, Fact, Page, Remark
from edition.pages import circle, facts, letters, nearby, portions, quoted, related
from edition.pages.circle import Circle
from edition.pages.concordance import Concordance, Portion, Text, concordance, texts
from edition.pages.concordance import portions as divided
from edition.pages.facts import Mark, Piece, Place, Row, Statement
from edition.pages.frame import Frame, Link, frame
from edition.pages.nearby import Near
from edition.pages.quotations import entry_id, where
from edition.pages.related import Around
from edition.pages.spots import Spot, seen_from
from edition.pages.texts import layers

QUOTED = 300  # quotations that the page of a work lists; the register has all
GIST = 64, 44  # first and last characters shown of a quotation


class Quoted(Struct, frozen=True):
    """A quotation from a work: where it stands, and its entry in the register."""

    spot: Spot
    words: str
    language: str
    href: str


class Known(Struct, frozen=True):
    """What all entries need, made once: the texts, the stated relations of each entity, who is named beside whom."""

    texts: Mapping[str, Text]
    stated: Mapping[str, Sequence[Edge]]
    near: Near
    around: Mapping[str, Around]


class Entry(Struct, frozen=True):
    """An entity page's values."""

    frame: Frame
    kind: str
    kicker: str
    name: str
    named: str  # the language of the name, where it is not the page's
    opening: tuple[Statement, ...]
    description: str
    grounds: tuple[Mark, ...]
    rows: tuple[Row, ...]
    relations: tuple[Row, ...]
    identifiers: tuple[Statement, ...]
    texts: tuple[Piece, ...]  # the texts of the edition that this work is
    letters: Link | None  # those from and to this correspondent
    concordance: Concordance | None
    portions: tuple[Link, ...]  # the pages of its places, if there are several
    circle: Circle | None
    neighbours: tuple[Row, ...]
    quoted: tuple[Quoted, ...]
    sources: tuple[Mark, ...]


def pages(edition: Edition, pointer: str) -> Iterator[Page]:
    """The page of one entity, and further ones where very many places name it."""
    known, entity = of_all(edition), edition.entities[pointer]
    several = divided(edition, entity, known.texts)
    yield _page(edition, entity, known.around.get(pointer, Around()), known, several)
    yield from portions.pages(edition, entity, several, known.texts)


@for_edition
def of_all(edition: Edition) -> Known:
    """What the pages of all entities need."""
    return Known(texts(edition), circle.stated(edition), nearby.near(edition), related.around(edition))


def _page(edition: Edition, entity: Entity, around: Around, known: Known, several: Sequence[Portion]) -> Page:
    path, kind = urls.entity(entity.pointer), BY_SLUG[entity.kind]
    place = Place(edition, path, facts.marks(edition, path, _sources(entity, around)))
    tag = interface.foreign(edition.config.content)
    singular = words.capital(_(kind.singular))
    about = _("{kind} in »{title}«.").format(kind=singular, title=edition.config.title)
    description = entity.description or about
    context = Entry(
        frame=frame(
            edition,
            path,
            entity.name,
            section=urls.index(entity.kind),
            description=f"{entity.name}: {description}",
            titled="" if entity.kind == PERSON else tag,
            described=tag if entity.description else "",
            data=(entity.path,) if entity.path else (),
            thing=entity,
        ),
        kind=entity.kind,
        kicker=", ".join(part for part in (singular, words.type_of(entity.type)) if part),
        name=entity.name,
        named="" if entity.kind == PERSON else tag,
        opening=tuple(facts.opening(place, entity)),
        description=entity.description,
        grounds=place.cited(entity.grounds),
        rows=(*_names(place, entity), *_facts(place, entity, kind), *_remarks(place, entity)),
        relations=tuple(related.rows(place, entity, around)),
        identifiers=tuple(facts.identifier(place, one) for one in entity.identifiers),
        texts=tuple(_texts(edition, entity, path)),
        letters=letters.of(edition, entity.pointer, path),
        concordance=concordance(edition, entity, path, known.texts, several),
        portions=portions.links(several, known.texts, entity.pointer, path),
        circle=_circle(edition, entity, known),
        neighbours=tuple(nearby.neighbours(place, entity.pointer, known.near)),
        quoted=tuple(_quoted(edition, entity, path)),
        sources=tuple(place.marks.values()),
    )
    return Page(path, "entity.html", context)


def _circle(edition: Edition, entity: Entity, known: Known) -> Circle | None:
    return circle.circle(edition, entity.pointer, known.stated, known.near) if entity.kind == PERSON else None


def _texts(edition: Edition, entity: Entity, path: str) -> Iterator[Piece]:
    """Both layers of the texts whose header calls this work their source."""
    for text in texts_of_works(edition).get(entity.pointer, ()):
        yield from (Piece(link.label, link.href) for link in layers(edition, text, path))


def _quoted(edition: Edition, entity: Entity, path: str) -> Iterator[Quoted]:
    found = quoted.by_work(edition).get(entity.pointer, ())
    if found:
        spots = seen_from(edition, path)
        for one in found[:QUOTED]:
            href = urls.relative(where(edition)[entry_id(edition, one)], path)
            spot = spots.at(one.article_id, one.block, one.parts[0][0])
            yield Quoted(
                spot, words.gist(" … ".join(text for _anchor, text in one.parts), *GIST), one.language, href
            )


def _opening(entity: Entity) -> tuple[Fact, ...]:
    return tuple(fact for fact in entity.facts if fact.slug in facts.OPENING)


def _listed(entity: Entity) -> tuple[Fact, ...]:
    return tuple(fact for fact in entity.facts if fact.slug not in facts.OPENING)


def _sources(entity: Entity, around: Around) -> Iterator[str]:
    """Every source of the page in the order of reading."""
    others = (fact for _other, fact in around.facts)
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
        grouped[words.name_type(name.type)].append(facts.name(place, name, entity.kind))
    yield from facts.rows(grouped)


def _facts(place: Place, entity: Entity, kind: Kind) -> Iterator[Row]:
    labels = {rule.slug: rule.label for rule in kind.facts}
    grouped: dict[str, list[Statement]] = defaultdict(list)
    for fact in _listed(entity):
        grouped[_(labels.get(fact.slug, fact.slug))].append(facts.fact(place, fact))
    yield from facts.rows(grouped)


def _remarks(place: Place, entity: Entity) -> Iterator[Row]:
    noted = tuple(
        Statement((Piece(one.text, language=place.tag),), place.cited(one.sources)) for one in entity.remarks
    )
    if noted:
        yield Row(_("Anmerkung") if len(noted) == 1 else _("Anmerkungen"), noted)
