"""How good are the authority data? Everything counted, nothing claimed: identifiers, sources, certainty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from edition import urls, words
from edition.graph import mentioned
from edition.interface import N_, _
from edition.kinds import KINDS
from edition.model import Edition, Entity, Page
from edition.pages.facts import Piece, Place, Sourced
from edition.pages.frame import Frame, frame
from edition.pages.sources import uses

TITLE = N_("Stand der Normdaten")
SCHEMES = ("GND", "Wikidata", "VIAF", "GeoNames")
GENERAL = "source:general-knowledge"
FIRST = 15  # sources named
BARE = 300  # persons without identifiers that are listed
PERSON = "person"


class Table(Struct, frozen=True):
    """Figures under headings; the last row is the sum where there is one."""

    id: str
    title: str
    says: str
    head: tuple[str, ...]
    rows: tuple[tuple[Piece, tuple[str, ...]], ...]
    total: tuple[str, ...] = ()


class Figures(Struct, frozen=True):
    """The page's values."""

    frame: Frame
    extent: str
    tables: tuple[Table, ...]
    bare: tuple[Piece, ...]
    rest: int  # persons that are not listed
    said_of_bare: str
    said_of_first: str


def pages(edition: Edition) -> Iterator[Page]:
    """The page; none where there are no lists."""
    if not edition.entities:
        return
    place = Place(edition, urls.AUTHORITY_DATA, {})
    entities = list(edition.entities.values())
    persons = [one for one in entities if one.kind == PERSON]
    bare = [one for one in persons if not one.identifiers]
    tables = (
        _identifiers(place, entities),
        _sourced(edition, entities),
        _certainty(edition, entities),
        _mentions(place, edition, entities),
        _relations(edition),
        _sources(place, edition),
    )
    context = Figures(
        frame=frame(
            edition,
            urls.AUTHORITY_DATA,
            _(TITLE),
            description=_(
                "Wie viele Einträge Kennungen der GND, Wikidata, VIAF und GeoNames haben und worauf die Angaben "
                "der Register beruhen."
            ),
            data=tuple(dict.fromkeys(one.path for one in entities if one.path)),
        ),
        extent=words.count(len(entities), "Eintrag", "Einträge"),
        tables=tuple(table for table in tables if table.rows),
        bare=tuple(
            place.piece(one.pointer) for one in sorted(bare, key=lambda one: words.sort_key(one.name))[:BARE]
        ),
        rest=len(bare) - BARE if len(bare) > BARE else 0,
        said_of_bare=_("{some} von {all}").format(
            some=len(bare), all=words.count(len(persons), "Person", "Personen")
        ),
        said_of_first=_said_of_first(edition, persons),
    )
    yield Page(urls.AUTHORITY_DATA, "figures.html", context)


def _schemes(entity: Entity) -> set[str]:
    return {one.scheme for one in entity.identifiers}


def _identifiers(place: Place, entities: Sequence[Entity]) -> Table:
    rows = []
    for kind in KINDS:
        own = [one for one in entities if one.kind == kind.slug]
        if own:
            href = urls.relative(urls.index(kind.slug), place.path)
            rows.append((Piece(_(kind.title), href), _with_identifiers(own)))
    return Table(
        "kennungen",
        _("Kennungen in Normdateien"),
        _(
            "Verzeichnet ist nur, was an der genannten Quelle nachgesehen werden kann; eine Kennung, die nur wahrscheinlich ist, fehlt."
        ),
        (_("Art"), _("Einträge"), *SCHEMES, _("andere"), _("ohne")),
        tuple(rows),
        _with_identifiers(entities),
    )


def _with_identifiers(own: Sequence[Entity]) -> tuple[str, ...]:
    each = [_schemes(one) for one in own]
    found = [sum(1 for schemes in each if scheme in schemes) for scheme in SCHEMES]
    others = sum(1 for schemes in each if schemes - set(SCHEMES))
    return tuple(str(one) for one in (len(own), *found, others, sum(1 for schemes in each if not schemes)))


def _sourced(edition: Edition, entities: Sequence[Entity]) -> Table:
    stated: tuple[tuple[str, list[Sourced]], ...] = (
        (_("weitere Namen"), [one for entity in entities for one in entity.other_names]),
        (_("Angaben"), [one for entity in entities for one in entity.facts]),
        (_("Kennungen"), [one for entity in entities for one in entity.identifiers]),
        (_("Anmerkungen der Register"), [one for entity in entities for one in entity.remarks]),
        (_("Beziehungen"), list(edition.relations)),
    )
    every = [one for _label, several in stated for one in several]
    return Table(
        "belege",
        _("Belege"),
        _(
            "Allgemeines Wissen ist als Quelle genannt, wo keine andere vorlag; solche Angaben gelten als unsicher."
        ),
        (_("Aussage"), _("Anzahl"), _("mit Beleg"), _("ohne Beleg"), _("nach allgemeinem Wissen")),
        tuple((Piece(label), _rest(several)) for label, several in stated if several),
        _rest(every),
    )


def _rest(several: Iterable[Sourced]) -> tuple[str, ...]:
    """How many statements there are, rest on a source, on none, on general knowledge."""
    each = [one.sources for one in several]
    with_source = sum(1 for sources in each if sources)
    general = sum(1 for sources in each if GENERAL in sources)
    return tuple(str(one) for one in (len(each), with_source, len(each) - with_source, general))


def _certainty(edition: Edition, entities: Sequence[Entity]) -> Table:
    counted = Counter(fact.certainty for entity in entities for fact in entity.facts)
    counted.update(relation.certainty for relation in edition.relations)
    labels = {None: _("ohne Einschränkung")} | {value: words.confidence(value) for value in counted if value}
    ranked = [(value, counted[value]) for value in (None, *words.degrees()) if counted[value]]
    return Table(
        "sicherheit",
        _("Sicherheit der Angaben und Beziehungen"),
        "",
        (_("Sicherheit"), _("Anzahl")),
        tuple((Piece(labels[value]), (str(number),)) for value, number in ranked),
        (str(sum(counted.values())),) if counted else (),
    )


def _mentions(place: Place, edition: Edition, entities: Sequence[Entity]) -> Table:
    rows: list[tuple[Piece, tuple[str, ...]]] = []
    sums: Counter[bool] = Counter()
    for kind in KINDS:
        counted = Counter(
            found.direct
            for one in entities
            if one.kind == kind.slug
            for found in mentioned(edition, one.pointer)
        )
        if counted:
            sums.update(counted)
            href = urls.relative(urls.index(kind.slug), place.path)
            rows.append((Piece(_(kind.title), href), _directness(counted)))
    return Table(
        "stellen",
        _("Stellen im Text"),
        _(
            "Unmittelbar ist eine Nennung mit Namen, mittelbar eine Umschreibung oder eine Zeitangabe, die für ein Ereignis steht."
        ),
        (_("Art"), _("Stellen"), _("unmittelbar"), _("mittelbar")),
        tuple(rows),
        _directness(sums),
    )


def _directness(counted: Counter[bool]) -> tuple[str, ...]:
    return tuple(str(one) for one in (counted.total(), counted[True], counted[False]))


def _relations(edition: Edition) -> Table:
    counted = Counter(words.relation(one.name, True) for one in edition.relations)
    ranked = sorted(counted.items(), key=lambda one: (-one[1], words.sort_key(one[0])))
    return Table(
        "beziehungen",
        _("Beziehungen"),
        "",
        (words.capital(_("Beziehung")), _("Anzahl")),
        tuple((Piece(label), (str(number),)) for label, number in ranked),
        (str(counted.total()),),
    )


def _sources(place: Place, edition: Edition) -> Table:
    ranked = sorted(uses(edition).items(), key=lambda one: (-one[1], one[0]))
    rows = []
    for pointer, number in ranked[:FIRST]:
        reference = edition.references.get(pointer)
        if reference:
            href = urls.relative(urls.reference(pointer), place.path)
            rows.append((Piece(reference.title, href, place.tag), (str(number),)))
    head = (words.capital(_("Quelle")), _("Angaben"))
    return Table("quellen", _("Die meistgenutzten Quellen"), "", head, tuple(rows))


def _said_of_first(edition: Edition, persons: Sequence[Entity]) -> str:
    """What identifiers the person has whom the texts name most."""
    ranked = sorted(persons, key=lambda one: (-len(mentioned(edition, one.pointer)), one.id))
    if not ranked or not mentioned(edition, ranked[0].pointer):
        return ""
    first, has = ranked[0], _schemes(ranked[0])
    lacking = [scheme for scheme in SCHEMES[:3] if scheme not in has]
    if not lacking:
        return ""
    name = " ".join(reversed(first.name.split(", ", 1)))
    said = _("Für {name}, im Text am häufigsten genannt, ist keine Kennung in {schemes} gesichert.")
    if has:
        said = _(
            "Für {name}, im Text am häufigsten genannt, ist keine Kennung in {schemes} gesichert; gesichert ist nur die "
            "bei {others}."
        )
    return said.format(name=name, schemes=_listed(lacking), others=_listed(sorted(has)) if has else "")


def _listed(parts: Sequence[str]) -> str:
    return _(" und ").join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
