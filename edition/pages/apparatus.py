"""The apparatus: every place where the edition changes the printed text, and what it left standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from edition import urls, words
from edition.interface import N_, _
from edition.model import Correction, Edition, Join, Note, Page
from edition.pages import facts, navigation, noted
from edition.pages.facts import Mark, Place
from edition.pages.frame import Frame, Link, frame
from edition.pages.noted import Remark
from edition.pages.parts import Limit, Part, nav, parts
from edition.pages.spots import Spot, Spots, seen_from, told_apart

TITLE = N_("Apparat")
HEAVY, ENTRY = 150_000, 320  # bytes of a page that corrections make up, and of one besides its words
WITHOUT_REASON = N_("ohne Begründung")


class Emendation(Struct, frozen=True):
    """One correction: what is printed, how it is to be read, why, and who answers for it."""

    spot: Spot
    printed: str
    corrected: str
    remarks: tuple[Remark, ...]
    reason: str  # what is said where there is no note
    answer: str


class Joined(Struct, frozen=True):
    """One joined paragraph, with the words on both sides."""

    spot: Spot
    before: str
    after: str
    remarks: tuple[Remark, ...]
    reason: str


class Stand(Struct, frozen=True):
    """Words left standing, or any other place a note of the apparatus belongs to."""

    spots: tuple[Spot, ...]
    lemmas: tuple[str, ...]
    remark: Remark


class Apparatus(Struct, frozen=True):
    """The page's values."""

    frame: Frame
    extent: str
    parts: tuple[Link, ...]
    language: str
    corrections: tuple[Emendation, ...]
    joins: tuple[Joined, ...]
    stands: tuple[Stand, ...]
    others: tuple[Stand, ...]  # notes on interventions that are marked otherwise
    sources: tuple[Mark, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The page; none where nothing was changed or left with a note."""
    if not navigation.offers(edition, urls.APPARATUS):
        return
    found = noted.notes(edition, *urls.APPARATUS_NOTES)
    texts = {text.id for text in edition.articles}
    corrections = [one for one in edition.corrections if one.article_id in texts]
    weight = sum(map(_weight, corrections))
    heavy = weight if found else HEAVY  # a note has an address on this page, which is a promise
    several = parts(corrections, urls.APPARATUS, _weight, (), Limit(heavy, max(1, len(corrections))))
    for part in several or (Part("", 0, urls.APPARATUS, ()),):
        yield _page(edition, part, several, found, len(corrections))


def _weight(one: Correction) -> int:
    """How many bytes a correction takes, about."""
    return ENTRY + len(one.printed.encode()) + len(one.corrected.encode()) + 2 * len(one.article_id)


def _page(
    edition: Edition,
    part: Part[Correction],
    several: Sequence[Part[Correction]],
    found: Sequence[Note],
    number: int,
) -> Page:
    """A page of corrections; the first has all that is no correction besides."""
    path = part.path
    place = Place(edition, path, facts.marks(edition, path, noted.sources(found)))
    spots = seen_from(edition, path)
    joins, stands = tuple(_joins(place, spots, found)), [note for note in found if note.type == "textual"]
    first = path == urls.APPARATUS
    furniture = frame(
        edition,
        path,
        f"{_(TITLE)}: {part.said}" if part.said else _(TITLE),
        section=urls.APPARATUS,
        description=_("Alle Eingriffe der Edition in den Text mit Grund, Sicherheit und Verantwortung."),
        data=tuple(text.path for text in edition.articles),
    )
    context = Apparatus(
        frame=furniture,
        extent=_extent(number, len(joins), len(stands)),
        parts=nav(several, path),
        language=edition.articles[0].language,
        corrections=tuple(_corrections(place, spots, found, part.items)),
        joins=joins if first else (),
        stands=tuple(_stand(place, spots, note) for note in stands) if first else (),
        others=tuple(_stand(place, spots, note) for note in _unplaced(edition, found)) if first else (),
        sources=tuple(place.marks.values()),
    )
    return Page(path, "apparatus.html", context)


def _extent(corrections: int, joins: int, stands: int) -> str:
    counted = (
        (corrections, words.count(corrections, "Verbesserung", "Verbesserungen")),
        (joins, words.count(joins, "zusammengefügter Absatz", "zusammengefügte Absätze")),
        (
            stands,
            words.count(
                stands, "Anmerkung zu stehen gebliebenen Formen", "Anmerkungen zu stehen gebliebenen Formen"
            ),
        ),
    )
    return ", ".join(said for number, said in counted if number)


def _corrections(
    place: Place, spots: Spots, found: Sequence[Note], these: Iterable[Correction]
) -> Iterator[Emendation]:
    notes = _remarks(place, found, "emendation", place.edition.corrections)
    for one in these:
        if one.article_id in spots:
            remarks = notes.on(one)
            who = words.responsible(one.responsibility)
            yield Emendation(
                spot=spots.at(one.article_id, one.block, one.anchor),
                printed=one.printed,
                corrected=one.corrected,
                remarks=remarks,
                reason="" if remarks else _(WITHOUT_REASON),
                answer="; ".join(
                    part
                    for part in (
                        words.confidence(one.certainty),
                        who and _("verantwortet: {who}").format(who=who),
                    )
                    if part
                ),
            )


def _joins(place: Place, spots: Spots, found: Sequence[Note]) -> Iterator[Joined]:
    notes = _remarks(place, found, "join", place.edition.joins)
    for one in place.edition.joins:
        if one.article_id in spots:
            remarks = notes.on(one)
            yield Joined(
                spot=spots.at(one.article_id, one.block, one.anchor),
                before=words.before(one.before, len(one.before) - 1).strip(),
                after=words.after(one.after, len(one.after) - 1).strip(),
                remarks=remarks,
                reason="" if remarks else _(WITHOUT_REASON),
            )


class _Remarks(Struct, frozen=True):
    """The notes on interventions of one kind, by their places."""

    place: Place
    placed: Mapping[noted.Anchor, tuple[Note, ...]]
    first: Mapping[Note, noted.Anchor]  # where a note is shown with its id, if several interventions share it

    def on(self, one: Correction | Join) -> tuple[Remark, ...]:
        """The notes on an intervention."""
        here = _at(one)
        return tuple(
            noted.remark(
                note,
                self.place.marks,
                _anchor(note) if self.first[note] == here else "",
                self.place.edition.config.content,
            )
            for note in self.placed.get(here, ())
        )


def _remarks(place: Place, found: Sequence[Note], kind: str, all_: Sequence[Correction | Join]) -> _Remarks:
    placed = noted.by_anchor(note for note in found if note.type == kind)
    first = {note: _at(one) for one in reversed(all_) for note in placed.get(_at(one), ())}
    return _Remarks(place, placed, first)


def _at(one: Correction | Join) -> noted.Anchor:
    return one.article_id, one.anchor


def _anchor(note: Note) -> str:
    return urls.note(note.article_id, note.id, note.type).partition("#")[2]


def _unplaced(edition: Edition, found: Sequence[Note]) -> Iterator[Note]:
    """Notes on corrections and joins whose passage is neither."""
    marked = {(one.article_id, one.anchor) for one in edition.corrections}
    marked |= {(one.article_id, one.anchor) for one in edition.joins}
    for note in found:
        places = {
            (note.article_id, anchor)
            for passage in note.passages
            for anchor in (passage.anchor, *passage.inside)
        }
        if note.type != "textual" and not places & marked:
            yield note


def _stand(place: Place, spots: Spots, note: Note) -> Stand:
    return Stand(
        spots=tuple(told_apart(spots.at(note.article_id, one.block, one.anchor) for one in note.passages)),
        lemmas=tuple(dict.fromkeys(one.words for one in note.passages if one.words)),
        remark=noted.remark(note, place.marks, _anchor(note), place.edition.config.content),
    )
