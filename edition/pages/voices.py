"""Whose words is a text made of? A bar along the text, the shares in a table, and every paragraph by itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from edition import urls, words
from edition.interface import N_, _
from edition.model import Article, Block, Edition, Page
from edition.pages import navigation, quoted
from edition.pages.facts import Piece, Place
from edition.pages.frame import Frame, frame
from edition.pages.quoted import Stretch
from edition.pages.spots import Spot, Spots, seen_from

TITLE = N_("Stimmen")
UNNAMED = N_("nicht genannt")
HEAVY = 220_000  # bytes that all texts make up, about
SCORE, ROW, STRETCH = 3_000, 250, 900  # bytes of a text, of each of its blocks, of each quoted stretch
LIMIT = N_("Gezeigt sind {shown} von {all} Texten, die mit den meisten Zitaten.")
HUES = 6  # colours of the style sheet: classes voice-1 to voice-6
# Hatchings of a tile of eight units, so that voices differ without colour; the first is a plain ground.
HATCHINGS = (
    "", "M-2 2L2-2M0 8L8 0M6 10L10 6", "M2 0V8M6 0V8", "M0 2H8M0 6H8", "M-2 6L2 10M0 0L8 8M6-2L10 2",
    "M0 4H8M4 0V8",
)  # fmt: skip


class Voice(Struct, frozen=True):
    """One speaker: how it is drawn, and how much of the text it has."""

    id: str
    hue: str
    hatching: str
    name: Piece
    words: int
    share: str
    quotations: int


class Segment(Struct, frozen=True):
    """One stretch of the bar in hundredths of its length; `title` says whose words, and which."""

    x: str
    width: str
    voice: str
    title: str
    href: str


class Row(Struct, frozen=True):
    """One block of the text: its bar, and the voices in it with their places."""

    spot: Spot
    width: str
    segments: tuple[Segment, ...]
    names: tuple[Piece, ...]


class Score(Struct, frozen=True):
    """One text."""

    suffix: str  # to the ids on the page, where there are several texts
    title: str
    language: str
    summary: str
    narration: Voice
    voices: tuple[Voice, ...]
    total: int
    quotations: int
    segments: tuple[Segment, ...]
    rows: tuple[Row, ...]


class Voices(Struct, frozen=True):
    """The page's values."""

    frame: Frame
    several: bool
    limit: str  # which texts are shown, where these are not all
    scores: tuple[Score, ...]


class Run(Struct, frozen=True):
    """Signs one after the other that are the same person's; `stretch` is none where the author speaks."""

    begin: int
    end: int
    stretch: Stretch | None


def pages(edition: Edition) -> Iterator[Page]:
    """The page; none where nobody is quoted."""
    if not navigation.offers(edition, urls.VOICES):
        return
    found = tuple(one for one in quoted.quotations(edition) if one.kind in quoted.CITED)
    place = Place(edition, urls.VOICES, {})
    by_text: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in quoted.stretches(found):
        by_text[stretch.article_id].append(stretch)
    shown = _chosen(edition, by_text)
    spots = seen_from(edition, urls.VOICES)
    several = len(edition.articles) > 1
    scores = tuple(
        _score(place, spots, text, tuple(by_text[text.id]), f"_{number}" if several else "")
        for number, text in enumerate(edition.articles, 1)
        if text.id in shown
    )
    limit = _(LIMIT).format(shown=len(shown), all=len(edition.articles))
    furniture = frame(
        edition,
        urls.VOICES,
        _(TITLE),
        description=_(
            "Wie viel des Textes in wessen Worten spricht: ein Balken entlang des Textes und eine Tabelle."
        ),
        data=tuple(text.path for text in edition.articles),
    )
    yield Page(
        urls.VOICES,
        "voices.html",
        Voices(furniture, several, "" if len(shown) == len(edition.articles) else limit, scores),
    )


def runs(block: Block, stretches: Sequence[Stretch]) -> tuple[Run, ...]:
    """A block from its first sign to its last: of nested speech the innermost counts."""
    owners: list[Stretch | None] = [None] * len(block.text)
    for one in sorted(stretches, key=lambda one: one.quotation.level):
        if one.block == block.id:
            owners[one.begin : one.end] = [one] * (one.end - one.begin)
    found, begin = [], 0
    for owner, signs in groupby(owners):
        end = begin + len(list(signs))
        found.append(Run(begin, end, owner))
        begin = end
    return tuple(found)


def tally(text: Article, stretches: Sequence[Stretch]) -> Mapping[str | None, int]:
    """How many words each speaker has, by pointer; the empty one is a speaker not named, None the author."""
    found: Counter[str | None] = Counter()
    for block in text.blocks:
        starts = words.starts(block.text)
        for run in runs(block, stretches):
            found[_speaker(run)] += sum(1 for start in starts if run.begin <= start < run.end)
    return found


def _speaker(run: Run) -> str | None:
    return (run.stretch.quotation.speaker or "") if run.stretch else None


def _chosen(edition: Edition, quoted_in: Mapping[str, Sequence[Stretch]]) -> frozenset[str]:
    """The texts that are shown, by id: all, or as many of those with the most quotations as there is room for."""
    weights = {
        text.id: SCORE + ROW * len(text.blocks) + STRETCH * len(quoted_in.get(text.id, ()))
        for text in edition.articles
    }
    if sum(weights.values()) <= HEAVY:
        return frozenset(weights)
    left, shown = HEAVY, set()
    for one in sorted((one for one in weights if quoted_in.get(one)), key=lambda one: -len(quoted_in[one])):
        if weights[one] <= left:
            left -= weights[one]
            shown.add(one)
    return frozenset(shown)


def _score(place: Place, spots: Spots, text: Article, stretches: tuple[Stretch, ...], suffix: str) -> Score:
    counted = tally(text, stretches)
    total = sum(counted.values())
    quotations = {one.quotation.id: one.quotation.speaker or "" for one in stretches}
    each = Counter(quotations.values())
    ranked = sorted(each, key=lambda one: (-counted[one], words.sort_key(_name(place, one).words)))
    voices = {
        one: _voice(number, suffix, _name(place, one), counted[one], total, each[one])
        for number, one in enumerate(ranked)
    }
    authors = _(" und ").join(text.authors)
    told = _("{authors} (Erzählung)").format(authors=authors) if authors else words.capital(_("Erzählung"))
    narration = Voice("", "narration", "", Piece(told), counted[None], words.share(counted[None], total), 0)
    return Score(
        suffix=suffix,
        title=text.title,
        language=text.language,
        summary=_summary(narration, tuple(voices.values()), total),
        narration=narration,
        voices=tuple(voices.values()),
        total=total,
        quotations=len(quotations),
        segments=tuple(_segments(spots, text, stretches, voices)),
        rows=tuple(_rows(spots, text, stretches, voices)),
    )


def _name(place: Place, pointer: str) -> Piece:
    return place.piece(pointer) if pointer else Piece(_(UNNAMED))


def _voice(number: int, suffix: str, name: Piece, own: int, total: int, quotations: int) -> Voice:
    hue, turn = number % HUES, number // HUES
    return Voice(
        id=f"stimme_{number + 1}{suffix}",
        hue=f"voice-{hue + 1}",
        hatching=HATCHINGS[(hue + turn) % len(HATCHINGS)],
        name=name,
        words=own,
        share=words.share(own, total),
        quotations=quotations,
    )


def _summary(narration: Voice, voices: tuple[Voice, ...], total: int) -> str:
    quoted_words = total - narration.words
    first = voices[0] if voices else None
    told = _("Von {total} Wörtern sind {quoted} ({share}) Worte anderer")
    said = told.format(total=total, quoted=quoted_words, share=words.share(quoted_words, total))
    most = _("am meisten hat {name} mit {number}")
    return (
        f"{said}; {most.format(name=_spoken(first.name.words), number=first.words)}." if first else f"{said}."
    )


def _spoken(name: str) -> str:
    """A name as one says it: »Victor Serge«."""
    return " ".join(reversed(name.split(", ", 1)))


def _surname(name: str) -> str:
    return name.partition(",")[0]


def _segments(
    spots: Spots, text: Article, stretches: tuple[Stretch, ...], voices: Mapping[str, Voice]
) -> Iterator[Segment]:
    """The quoted stretches along the whole text."""
    whole, before = sum(len(block.text) for block in text.blocks), 0
    for block in text.blocks:
        for run in runs(block, stretches):
            if run.stretch:
                yield _segment(spots, run, run.stretch, voices, before, whole)
        before += len(block.text)


def _segment(
    spots: Spots, run: Run, stretch: Stretch, voices: Mapping[str, Voice], before: int, whole: int
) -> Segment:
    voice = voices[stretch.quotation.speaker or ""]
    spot = spots.at(stretch.article_id, stretch.block, stretch.anchor)
    words_of = next(text for anchor, text in stretch.quotation.parts if anchor == stretch.anchor)
    return Segment(
        x=_hundredths(before + run.begin, whole),
        width=_hundredths(run.end - run.begin, whole),
        voice=voice.id,
        title=f"{voice.name.words}, {spot.label}: {words.gist(words_of, 40, 20)}",
        href=spot.href,
    )


def _rows(
    spots: Spots, text: Article, stretches: tuple[Stretch, ...], voices: Mapping[str, Voice]
) -> Iterator[Row]:
    """Block for block, each as wide as it is long beside the longest; those without a number that quote nobody,
    headings and entries of the bibliography, are left out."""
    longest = max(len(block.text) for block in text.blocks)
    for block in text.blocks:
        told = [(run, run.stretch) for run in runs(block, stretches) if run.stretch]
        if not told and not block.number:
            continue
        segments = tuple(_segment(spots, run, stretch, voices, 0, longest) for run, stretch in told)
        names = {segment.voice: segment for segment in reversed(segments)}
        yield Row(
            spot=spots.at(text.id, block.id, block.id),
            width=_hundredths(len(block.text), longest),
            segments=segments,
            names=tuple(
                Piece(_surname(voice.name.words), names[voice.id].href)
                for voice in _in_order(segments, voices)
            ),
        )


def _in_order(segments: tuple[Segment, ...], voices: Mapping[str, Voice]) -> list[Voice]:
    """The voices of a block, in the order in which they begin to speak."""
    by_id = {voice.id: voice for voice in voices.values()}
    return [by_id[one] for one in dict.fromkeys(segment.voice for segment in segments)]


def _hundredths(part: int, whole: int) -> str:
    return f"{100 * part / whole:.3f}%"
