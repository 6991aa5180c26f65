"""The documents of an edition by the days they are dated to: the years with how many, and each year by months."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from edition import urls, words
from edition.interface import N_, _, foreign
from edition.kept import for_edition
from edition.model import Article, Dating, Edition, Page
from edition.pages import documents, navigation, order
from edition.pages.documents import Entry, entry
from edition.pages.frame import Frame, Link, frame, path_of
from edition.pages.parts import HEAVY, MANY
from edition.words.dates import MONTHS

TITLE = N_("Kalender")
DAYS = (
    (N_("Mo"), N_("Montag")), (N_("Di"), N_("Dienstag")), (N_("Mi"), N_("Mittwoch")), (N_("Do"), N_("Donnerstag")),
    (N_("Fr"), N_("Freitag")), (N_("Sa"), N_("Samstag")), (N_("So"), N_("Sonntag")),
)  # fmt: skip
WEEK = len(DAYS)
STRIPS = 200  # years that have a picture of their months
HEIGHT = 12  # of that picture
LISTED = HEAVY // 2  # bytes that the lists of a year may take: its tables take as many


class Cell(Struct, frozen=True):
    """A day in the table of a month; nothing before the first and behind the last."""

    day: str
    href: str = ""  # of the text of this day, or of the list of several
    title: str = ""
    language: str = ""
    several: int = 0


class Day(Struct, frozen=True):
    """A day with several texts."""

    id: str
    label: str
    entries: tuple[Entry, ...]


class Month(Struct, frozen=True):
    """A month as a table of weeks, and its days with several texts."""

    id: str
    label: str
    counted: str
    weeks: tuple[tuple[Cell, ...], ...]
    days: tuple[Day, ...]


class Year(Struct, frozen=True):
    """The values of the page of a year."""

    frame: Frame
    extent: str
    former: Link | None
    following: Link | None
    years: str  # where all years are
    heads: tuple[tuple[str, str], ...]  # of the columns: short and in full
    months: tuple[Month, ...]
    beside: tuple[Entry, ...]  # texts that are not dated to a day
    elsewhere: Link | None  # where these are, if they are too many


class Row(Struct, frozen=True):
    """A year in the list of years; `strip` is a path, a column a month."""

    link: Link
    counted: str
    figure: int
    strip: str


class Calendar(Struct, frozen=True):
    """The values of the list of years."""

    frame: Frame
    extent: str
    rows: tuple[Row, ...]
    height: int
    undated: tuple[Entry, ...]
    without: str  # how many have no date
    elsewhere: Link | None  # where these are, if they are too many


class _Held(Struct, frozen=True):
    """The texts of a year: those of a day by the day, and the others."""

    days: Mapping[date, Sequence[Article]]
    beside: Sequence[Article]

    @property
    def number(self) -> int:
        return sum(map(len, self.days.values())) + len(self.beside)


def exists(edition: Edition) -> bool:
    """Whether an edition has a calendar."""
    return navigation.offers(edition, urls.CALENDAR)


def pages(edition: Edition) -> Iterator[Page]:
    """The list of years, and a page for each."""
    if exists(edition):
        yield Page(urls.CALENDAR, "calendar.html", _calendar(edition))
        years = held(edition)
        for number in years:
            yield Page(path_of_year(number), "calendar-year.html", _year(edition, years, number))


@for_edition
def held(edition: Edition) -> Mapping[int, _Held]:
    """The years in their order, each with its texts; a span of years counts as its first."""
    days: dict[int, dict[date, list[Article]]] = defaultdict(lambda: defaultdict(list))
    beside: dict[int, list[Article]] = defaultdict(list)
    for text in order.by_date(edition):
        whole, first = order.whole_day(text.dated), order.first_day(text.dated)
        if whole:
            days[whole.year][whole].append(text)
        elif first:
            beside[first.year].append(text)
    return {year: _Held(days[year], beside[year]) for year in sorted({*days, *beside})}


def path_of_year(year: int) -> str:
    """Where the calendar of a year stands."""
    return urls.year(f"{year:04}")


def _extent(number: int) -> str:
    return words.count(number, "Dokument", "Dokumente")


def _calendar(edition: Edition) -> Calendar:
    years = held(edition)
    undated = [text for text in order.by_date(edition) if not order.first_day(text.dated)]
    heavy = _too_heavy(undated)
    most = max(max(_of_months(one), default=0) for one in years.values())
    return Calendar(
        frame=frame(edition, urls.CALENDAR, _(TITLE), sheet=urls.DOCUMENTS, section=urls.CALENDAR),
        extent=f"{_extent(sum(one.number for one in years.values()))}, {words.count(len(years), 'Jahr', 'Jahre')}",
        rows=tuple(
            Row(
                Link(str(year), urls.relative(path_of_year(year), urls.CALENDAR)),
                _extent(one.number),
                one.number,
                _strip(_of_months(one), most) if len(years) <= STRIPS else "",
            )
            for year, one in years.items()
        ),
        height=HEIGHT,
        undated=() if heavy else tuple(entry(text, urls.CALENDAR) for text in undated),
        without=_extent(len(undated)) if undated else "",
        elsewhere=_in_list(edition, undated[0], urls.CALENDAR) if heavy else None,
    )


def _of_months(one: _Held) -> list[int]:
    """How many texts of a day each month has."""
    found: Counter[int] = Counter()
    for day, texts in one.days.items():
        found[day.month] += len(texts)
    return [found[month] for month in range(1, 13)]


def _strip(numbers: Sequence[int], most: int) -> str:
    """A column for each month that has texts, as one path; the highest is as high as the picture."""
    columns = ((place, max(1, round(HEIGHT * one / most))) for place, one in enumerate(numbers) if one)
    return "".join(f"M{10 * place + 1} {HEIGHT}v-{high}h8v{high}z" for place, high in columns)


def _too_heavy(texts: Sequence[Article]) -> bool:
    return len(texts) > MANY or sum(map(documents.weight, texts)) > LISTED


def _in_list(edition: Edition, text: Article, path: str) -> Link:
    """Where the list of all texts by date has this one and those that follow."""
    return Link(_("in der Liste nach Daten"), urls.relative(documents.where_dated(edition)[text.id], path))


def _year(edition: Edition, years: Mapping[int, _Held], number: int) -> Year:
    path, one = path_of_year(number), years[number]
    known = list(years)
    place = known.index(number)
    heavy = _too_heavy(one.beside)
    listed = [text for texts in one.days.values() if len(texts) > 1 for text in texts]
    return Year(
        frame=frame(edition, path, f"{_(TITLE)} {number}", sheet=urls.DOCUMENTS, section=urls.CALENDAR),
        extent=_extent(one.number),
        former=_link(known[place - 1], path) if place else None,
        following=_link(known[place + 1], path) if place + 1 < len(known) else None,
        years=urls.relative(urls.CALENDAR, path),
        heads=tuple((_(short), _(full)) for short, full in DAYS),
        months=tuple(
            _month(edition, one, number, month, lists=not _too_heavy(listed)) for month in range(1, 13)
        ),
        beside=() if heavy else tuple(entry(text, path) for text in one.beside),
        elsewhere=_in_list(edition, one.beside[0], path) if heavy else None,
    )


def _link(year: int, path: str) -> Link:
    return Link(str(year), urls.relative(path_of_year(year), path))


def _month(edition: Edition, one: _Held, year: int, month: int, *, lists: bool) -> Month:
    """A month; where the lists of the year are too heavy, its days with several texts lead to the list of all."""
    path = path_of_year(year)
    first, last = date(year, month, 1).weekday(), monthrange(year, month)[1]
    days = [date(year, month, day) for day in range(1, last + 1)]
    cells = [Cell("")] * first + [
        _cell(edition, one.days.get(day, ()), day, path, lists=lists) for day in days
    ]
    cells += [Cell("")] * (-len(cells) % WEEK)
    number = sum(len(one.days.get(day, ())) for day in days)
    return Month(
        id=f"monat-{month}",
        label=_(MONTHS[month - 1]),
        counted=_extent(number) if number else "",
        weeks=tuple(tuple(cells[start : start + WEEK]) for start in range(0, len(cells), WEEK)),
        days=tuple(
            Day(_anchor(day), _said(day), tuple(entry(text, path, _said(day)) for text in one.days[day]))
            for day in days
            if lists and len(one.days.get(day, ())) > 1
        ),
    )


def _cell(edition: Edition, texts: Sequence[Article], day: date, path: str, *, lists: bool) -> Cell:
    if not texts:
        return Cell(str(day.day))
    if len(texts) == 1:
        text = texts[0]
        return Cell(str(day.day), urls.relative(path_of(text), path), text.title, foreign(text.language))
    href = f"#{_anchor(day)}" if lists else _in_list(edition, texts[0], path).href
    return Cell(str(day.day), href, f"{_said(day)}: {_extent(len(texts))}", several=len(texts))


def _anchor(day: date) -> str:
    return f"tag-{day:%m-%d}"


def _said(day: date) -> str:
    return words.dating(Dating(when=day.isoformat()))
