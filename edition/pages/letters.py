"""All letters in the order of their dates, and those from and to each correspondent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from edition import urls, words
from edition.interface import N_, _, foreign
from edition.kept import for_edition
from edition.model import RECEIVED, SENT, Article, Edition, Named, Page
from edition.pages import documents, order
from edition.pages.called import spoken
from edition.pages.facts import PERSON, Piece
from edition.pages.frame import Frame, Link, frame, path_of
from edition.pages.parts import Part, chunks, nav, parts

TITLE = N_("Briefe")
UNDATED = N_("Ohne Datum")
MOST = 60  # correspondents that the list of letters names; of more, those with the most letters
AROUND = 330  # bytes of a row besides its words


class Row(Struct, frozen=True):
    """A letter in a table."""

    dated: str
    href: str
    title: str
    language: str
    senders: tuple[Piece, ...]
    receivers: tuple[Piece, ...]
    places: tuple[Piece, ...]


class Correspondent(Struct, frozen=True):
    """Somebody with the letters from and to them."""

    name: str
    href: str
    sent: int
    received: int


class Letters(Struct, frozen=True):
    """The values of a page."""

    frame: Frame
    extent: str
    entry: Link | None  # the page of the correspondent's entry
    parts: tuple[Link, ...]
    correspondents: tuple[Correspondent, ...]
    more: str  # how many correspondents are not listed
    rows: tuple[Row, ...]


def exists(edition: Edition) -> bool:
    """Whether an edition has letters."""
    return bool(letters(edition))


@for_edition
def letters(edition: Edition) -> tuple[Article, ...]:
    """The letters in the order of their dates."""
    return tuple(text for text in order.by_date(edition) if text.letter)


@for_edition
def by_correspondent(edition: Edition) -> Mapping[str, tuple[Article, ...]]:
    """The letters from and to each entry that the headers point to, by its pointer."""
    found: dict[str, list[Article]] = defaultdict(list)
    for text in letters(edition):
        for pointer in pointers(edition, text):
            found[pointer].append(text)
    return {pointer: tuple(texts) for pointer, texts in found.items()}


def pointers(edition: Edition, text: Article) -> tuple[str, ...]:
    """The entries of those who sent and received a letter."""
    named = text.letter.correspondents if text.letter else ()
    return tuple(dict.fromkeys(one.pointer for one in named if one.pointer in edition.entities))


def pages(edition: Edition) -> Iterator[Page]:
    """The list of all letters, and a list for each correspondent."""
    found = parts(letters(edition), urls.LETTERS, _weight, (_decade, _year)) if exists(edition) else ()
    for one in found:
        yield Page(one.path, "letters.html", _all(edition, found, one))
    for pointer, texts in by_correspondent(edition).items():
        yield from _of(edition, pointer, texts)


def _weight(text: Article) -> int:
    named = text.letter.correspondents if text.letter else ()
    return documents.weight(text) + AROUND + sum(60 + 2 * len(one.words.encode()) for one in named)


def _year(text: Article) -> str:
    day = order.first_day(text.dated)
    return str(day.year) if day else UNDATED


def _decade(text: Article) -> str:
    day = order.first_day(text.dated)
    return f"{day.year // 10 * 10}–{day.year // 10 * 10 + 9}" if day else UNDATED


def _all(edition: Edition, found: Sequence[Part[Article]], one: Part[Article]) -> Letters:
    title = _(TITLE)
    people = _correspondents(edition) if one is found[0] else ()
    return Letters(
        frame=frame(
            edition,
            one.path,
            f"{title}: {one.said}" if one.said else title,
            sheet=urls.DOCUMENTS,
            section=urls.LETTERS,
        ),
        extent=words.count(len(letters(edition)), "Brief", "Briefe"),
        entry=None,
        parts=nav(found, one.path),
        correspondents=people[:MOST],
        more=words.count(len(people) - MOST, "weiterer Korrespondent", "weitere Korrespondenten")
        if len(people) > MOST
        else "",
        rows=tuple(row(edition, text, one.path) for text in one.items),
    )


def _of(edition: Edition, pointer: str, texts: tuple[Article, ...]) -> Iterator[Page]:
    """The pages of a correspondent: one, unless the letters are too many."""
    name = spoken_name(edition, Named("", pointer, pointer.partition(":")[0]))
    several = list(chunks(texts, _weight))
    found = [
        Part("", number if len(several) > 1 else 0, urls.letters(pointer, number), tuple(chunk))
        for number, chunk in enumerate(several, 1)
    ]
    sent, received = _counts(texts)[pointer]
    for one in found:
        title = _("Briefe von und an {name}").format(name=name)
        context = Letters(
            frame=frame(
                edition, one.path, f"{title} {one.said}".strip(), sheet=urls.DOCUMENTS, section=urls.LETTERS
            ),
            extent=_("{sent} von, {received} an").format(sent=sent, received=received),
            entry=Link(name, urls.relative(urls.entity(pointer), one.path)),
            parts=nav(found, one.path),
            correspondents=(),
            more="",
            rows=tuple(row(edition, text, one.path) for text in one.items),
        )
        yield Page(one.path, "letters.html", context)


def of(edition: Edition, pointer: str, path: str) -> Link | None:
    """Where the letters from and to somebody are, as seen from a page; nothing for who is no correspondent."""
    texts = by_correspondent(edition).get(pointer, ())
    label = words.count(len(texts), "Brief", "Briefe")
    return Link(label, urls.relative(urls.letters(pointer), path)) if texts else None


def _counts(texts: Sequence[Article]) -> Mapping[str, tuple[int, int]]:
    """How many of these letters are from and to whom, by pointer."""
    sent: Counter[str] = Counter()
    received: Counter[str] = Counter()
    for text in texts:
        if text.letter:
            sent.update({one.pointer for one in text.letter.action(SENT).agents})
            received.update({one.pointer for one in text.letter.action(RECEIVED).agents})
    return {pointer: (sent[pointer], received[pointer]) for pointer in {*sent, *received}}


def _correspondents(edition: Edition) -> tuple[Correspondent, ...]:
    """Those with the most letters; in the order of their names, if all can be listed."""
    counts, known = _counts(letters(edition)), by_correspondent(edition)
    order_ = sorted(known, key=lambda one: words.sort_key(edition.entities[one].name))
    if len(order_) > MOST:
        order_.sort(key=lambda one: -len(known[one]))
    return tuple(
        Correspondent(
            edition.entities[one].name, urls.relative(urls.letters(one), urls.LETTERS), *counts[one]
        )
        for one in order_
    )


def row(edition: Edition, text: Article, path: str) -> Row:
    """A letter in a table, as seen from a page."""
    assert text.letter is not None
    sent, received = text.letter.action(SENT), text.letter.action(RECEIVED)
    return Row(
        dated=words.dating(text.dated) or sent.dated,
        href=urls.relative(path_of(text), path),
        title=text.title,
        language=foreign(text.language),
        senders=tuple(piece(edition, one, path) for one in sent.agents),
        receivers=tuple(piece(edition, one, path) for one in received.agents),
        places=tuple(piece(edition, one, path) for one in sent.places),
    )


def spoken_name(edition: Edition, named: Named) -> str:
    """A correspondent or place as one says it: »Victor Serge«."""
    name = edition.entities[named.pointer].name if named.pointer in edition.entities else named.words
    return spoken(name) if named.kind == PERSON else name


def piece(edition: Edition, named: Named, path: str) -> Piece:
    """A name, linked to the letters of a correspondent or the page of a place; not to the page it stands on."""
    name = spoken_name(edition, named)
    target = _target(edition, named.pointer)
    return Piece(name, urls.relative(target, path) if target and target != path else "")


def _target(edition: Edition, pointer: str) -> str:
    if pointer in by_correspondent(edition):
        return urls.letters(pointer)
    return urls.entity(pointer) if pointer in edition.entities else ""
