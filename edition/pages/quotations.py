"""The register of quotations: all words in quotation marks, as they follow, by speaker and by work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from edition import urls, words
from edition.interface import N_, _, foreign, ngettext
from edition.kept import for_edition
from edition.model import Edition, Note, Page, Quotation
from edition.pages import facts, navigation, noted, quoted
from edition.pages import parts as divided
from edition.pages.facts import Mark, Piece, Place
from edition.pages.frame import Frame, Link, frame
from edition.pages.noted import Remark
from edition.pages.spots import Spot, Spots, seen_from

TITLE = N_("Zitate")
BEGIN, END, FIRST = 64, 44, 30  # characters shown of a long quotation
HEAVY, ENTRY = 170_000, 1_300  # bytes of a page that quotations make up, and of one besides its words
NOBODY, NO_WORK = N_("Ohne Sprecher"), N_("Ohne Werk")
Notes = Mapping[noted.Anchor, tuple[Note, ...]]


class Part(Struct, frozen=True):
    """One part of a quotation: the words between one pair of marks."""

    label: str
    href: str
    words: str


class Entry(Struct, frozen=True):
    """One quotation of the register; `whole` is empty where the gist says it all."""

    id: str
    spot: Spot
    kind: str
    gist: str
    language: str
    whole: tuple[Part, ...]
    parts: tuple[Part, ...]  # where there is more than one
    length: str
    said_in: str
    level: str
    inside: Piece | None
    speaker: Piece | None
    source: Piece | None
    certainty: str
    pages: str
    remarks: tuple[Remark, ...]
    see: tuple[Piece, ...]  # entries whose remark holds for this one too
    unchecked: bool


class Group(Struct, frozen=True):
    """The quotations of one speaker or from one work."""

    name: Piece
    counted: str
    entries: tuple[Entry, ...]


class Count(Struct, frozen=True):
    """How many entries and pairs of marks there are of one class."""

    label: str
    entries: int
    pairs: int
    words: int


class Register(Struct, frozen=True):
    """The page's values."""

    frame: Frame
    extent: str
    parts: tuple[Link, ...]
    pages: str
    checked: str
    counts: tuple[Count, ...]
    total: Count
    entries: tuple[Entry, ...]
    speakers: tuple[Group, ...]
    works: tuple[Group, ...]
    sources: tuple[Mark, ...]


class Said(Struct, frozen=True):
    """What every page of the register says."""

    extent: str
    pages: str
    checked: str
    counts: tuple[Count, ...]


def entry_id(edition: Edition, quotation: Quotation) -> str:
    """The id of a quotation in the register; it names the text only where there are several."""
    text = f"{quotation.article_id}." if len(edition.articles) > 1 else ""
    return f"{text}{quotation.id}"


def pages(edition: Edition) -> Iterator[Page]:
    """The register, of very many quotations on several pages, each with the orders of its own; none where nothing is
    quoted."""
    if not navigation.offers(edition, urls.QUOTATIONS):
        return
    found = quoted.quotations(edition)
    notes = noted.by_anchor(noted.notes(edition, "quotation"))
    said = Said(
        extent=_("{entries}, {pairs} von Anführungszeichen").format(
            entries=words.count(len(found), "Eintrag", "Einträge"),
            pairs=words.count(sum(len(one.parts) for one in found), "Paar", "Paare"),
        ),
        pages=_said_of_pages(found),
        checked=_said_of_checks(found, notes),
        counts=tuple(_counts(found)),
    )
    for part in _parts(edition):
        yield _page(edition, part, notes, said)


@for_edition
def _parts(edition: Edition) -> tuple[divided.Part[Quotation], ...]:
    found = quoted.quotations(edition)
    return divided.parts(found, urls.QUOTATIONS, _weight, (), divided.Limit(HEAVY, len(found)))


def _weight(one: Quotation) -> int:
    """How many bytes a quotation takes, about, in all three orders."""
    return ENTRY + sum(len(text.encode()) + 2 * len(anchor) for anchor, text in one.parts)


@for_edition
def where(edition: Edition) -> Mapping[str, str]:
    """Where the register has each quotation, by its id there."""
    return {
        entry_id(edition, one): f"{part.path}#{entry_id(edition, one)}"
        for part in _parts(edition)
        for one in part.items
    }


def _page(edition: Edition, part: divided.Part[Quotation], notes: Notes, said: Said) -> Page:
    path, found = part.path, part.items
    used = (note for one in found for note in noted.at(notes, _anchors(one)))
    place = Place(edition, path, facts.marks(edition, path, noted.sources(used)))
    entries = tuple(zip(found, _entries(place, found, notes), strict=True))
    furniture = frame(
        edition,
        path,
        f"{_(TITLE)}: {part.said}" if part.said else _(TITLE),
        section=urls.QUOTATIONS,
        description=_("Alle Zitate des Textes: in der Folge des Textes, nach Sprechern und nach Werken."),
        data=tuple(text.path for text in edition.articles),
    )
    context = Register(
        frame=furniture,
        extent=said.extent,
        parts=divided.nav(_parts(edition), path),
        pages=said.pages,
        checked=said.checked,
        counts=said.counts[:-1],
        total=said.counts[-1],
        entries=tuple(entry for _, entry in entries),
        speakers=_grouped(place, entries, "speaker", _(NOBODY)),
        works=_grouped(place, entries, "source", _(NO_WORK)),
        sources=tuple(place.marks.values()),
    )
    return Page(path, "quotations.html", context)


def _anchors(quotation: Quotation) -> list[noted.Anchor]:
    return [(quotation.article_id, anchor) for anchor, _ in quotation.parts]


def _entries(place: Place, found: tuple[Quotation, ...], notes: Notes) -> Iterator[Entry]:
    spots, parts = seen_from(place.edition, place.path), quoted.by_block(place.edition)
    told: dict[str, Quotation] = {}
    for one in found:
        here = noted.at(notes, _anchors(one))
        (first, *_further) = quoted.stretches([one])
        outer = quoted.around(first, parts[first.article_id, first.block])
        entry = _entry(place, spots, one, outer.quotation if outer else None)
        yield replace(
            entry,
            remarks=tuple(noted.remark(note, place.marks) for note in here if note.id not in told),
            see=tuple(_link(place, told[note.id]) for note in here if note.id in told),
            unchecked=entry.unchecked and not here,
        )
        told |= {note.id: one for note in here if note.id not in told}


def _link(place: Place, quotation: Quotation) -> Piece:
    """A quotation by its first words, as a link to its entry."""
    return Piece(
        words.after(quotation.parts[0][1], FIRST),
        urls.relative(where(place.edition)[entry_id(place.edition, quotation)], place.path),
        foreign(quotation.language),
    )


def _entry(place: Place, spots: Spots, one: Quotation, outer: Quotation | None) -> Entry:
    spot = spots.at(one.article_id, one.block, one.parts[0][0])
    parts = tuple(
        Part(_("Teil {number}").format(number=number), spots.at(one.article_id, place[0], anchor).href, text)
        for number, ((anchor, text), place) in enumerate(zip(one.parts, one.places, strict=True), 1)
    )
    text = " … ".join(part.words for part in parts)
    gist = words.gist(text, BEGIN, END)
    return Entry(
        id=entry_id(place.edition, one),
        spot=spot,
        kind=words.capital(words.quotation(one.kind)),
        gist=gist,
        language=one.language,
        whole=parts if gist != text else (),
        parts=parts if len(parts) > 1 else (),
        length=words.count(sum(words.length(part.words) for part in parts), "Wort", "Wörter"),
        said_in=words.language(one.language),
        level=_("{number}. Ebene").format(number=one.level) if one.level > 1 else "",
        inside=_link(place, outer) if outer else None,
        speaker=place.piece(one.speaker) if one.speaker else None,
        source=place.piece(one.source) if one.source else None,
        certainty=words.confidence(one.certainty) if one.source else "",
        pages=one.pages or "",
        remarks=(),
        see=(),
        unchecked=one.kind in quoted.CITED,
    )


def _counts(found: tuple[Quotation, ...]) -> Iterator[Count]:
    """The classes that occur, in the order of their frequency, and the sum."""
    kinds: dict[str, list[Quotation]] = defaultdict(list)
    for one in found:
        kinds[one.kind].append(one)
    ranked = sorted(kinds.items(), key=lambda row: (-len(row[1]), words.quotation(row[0])))
    for kind, several in ranked:
        yield _count(words.capital(words.quotation(kind)), several)
    yield _count(_("Zusammen"), list(found))


def _count(label: str, several: list[Quotation]) -> Count:
    texts = [text for one in several for _, text in one.parts]
    return Count(label, len(several), len(texts), sum(words.length(text) for text in texts))


def _grouped(
    place: Place, entries: tuple[tuple[Quotation, Entry], ...], by: str, nobody: str
) -> tuple[Group, ...]:
    """The entries of each speaker or work, by name; what has none stands last."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for one, entry in entries:
        found[getattr(one, by) or ""].append(entry)
    groups = [
        Group(
            place.piece(pointer) if pointer else Piece(nobody),
            words.count(len(several), "Eintrag", "Einträge"),
            tuple(several),
        )
        for pointer, several in found.items()
    ]
    return tuple(sorted(groups, key=lambda one: (not one.name.href, words.sort_key(one.name.words))))


def _said_of_pages(found: tuple[Quotation, ...]) -> str:
    with_page = sum(1 for one in found if one.pages)
    if not with_page:
        return _("Zu keinem Zitat gibt der Text eine Seite an.")
    told = _("Zu {number} von {all} Zitaten gibt der Text eine Seite an.")
    return told.format(number=with_page, all=len(found))


def _said_of_checks(found: tuple[Quotation, ...], notes: Notes) -> str:
    cited = [one for one in found if one.kind in quoted.CITED]
    noticed = sum(1 for one in cited if noted.at(notes, _anchors(one)))
    if not cited:
        return ""
    if not noticed:
        return _("Der Wortlaut ist bei keinem geprüft.")
    rest = len(cited) - noticed
    told = _(
        "Bei {number} von {all} Zitaten im engeren Sinn sagt eine Anmerkung, ob und woran der Wortlaut geprüft werden konnte"
    ).format(number=noticed, all=len(cited))
    unread = ngettext("das übrige ist nicht geprüft", "die übrigen {rest} sind nicht geprüft", rest)
    return f"{told}; {unread.format(rest=rest)}." if rest else f"{told}."
