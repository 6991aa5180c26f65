"""What a table is: described columns, rows, a key, and where its columns point."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from edition import datings
from edition.model import Bilingual, Dating

Value = str | int | bool | None | tuple[str, ...]
Row = tuple[Value, ...]
T = TypeVar("T")


class Column(Struct, frozen=True):
    """A column; `type` as Table Schema names it, or `list` for several words in one cell.

    `links` names the table whose key the words of a list are.
    """

    name: str
    about: Bilingual
    type: str = "string"
    required: bool = False
    links: str = ""


class Link(Struct, frozen=True):
    """Columns whose values are a key of another table."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


class Table(Struct, frozen=True):
    """A table of the edition."""

    name: str
    about: Bilingual
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: tuple[str, ...]
    links: tuple[Link, ...] = ()
    unique: tuple[str, ...] = ()  # columns that are a second key

    def place(self, column: str) -> int:
        """Where in a row a column stands."""
        return next(number for number, one in enumerate(self.columns) if one.name == column)


Field = tuple[Column, Callable[[T], Value]]


def filled(
    name: str,
    about: Bilingual,
    fields: Iterable[Field[T]],
    things: Iterable[T],
    key: tuple[str, ...],
    links: tuple[Link, ...] = (),
    unique: tuple[str, ...] = (),
) -> Table:
    """A table with a row for each thing; every column comes with the function that fills it."""
    columns, makers = zip(*fields, strict=True)
    rows = tuple(tuple(make(thing) for make in makers) for thing in things)
    keyed = tuple(replace(one, required=True) if one.name in key else one for one in columns)
    return Table(name, about, keyed, rows, key, links, unique)


def number(name: str, english: str, german: str) -> Column:
    """A column of whole numbers."""
    return Column(name, Bilingual(english, german), "integer")


def words(name: str, english: str, german: str) -> Column:
    """A column of words."""
    return Column(name, Bilingual(english, german))


def several(name: str, english: str, german: str, links: str = "") -> Column:
    """A column of lists."""
    return Column(name, Bilingual(english, german), "list", links=links)


def to_entity(column: str) -> Link:
    """A link to the entries of the lists."""
    return Link((column,), "entities", ("id",))


_W3C = (
    ("date_when", "when", "date, as TEI states it (W3C)", "Datum, wie die TEI es nennt (W3C)"),
    ("date_from", "begin", "begin of a span", "Beginn einer Spanne"),
    ("date_to", "end", "end of a span", "Ende einer Spanne"),
    ("date_not_before", "not_before", "not before", "nicht vor"),
    ("date_not_after", "not_after", "not after", "nicht nach"),
)


def dated(dating: Callable[[Any], Dating]) -> tuple[Field[Any], ...]:
    """The columns of a date: as stated, and the first and last day that it can mean."""
    stated = tuple(
        (words(name, english, german), _stated(dating, attribute))
        for name, attribute, english, german in _W3C
    )
    first = words("earliest", "first day that is meant", "erster Tag, der gemeint sein kann")
    last = words("latest", "last day that is meant", "letzter Tag, der gemeint sein kann")
    return (
        *stated,
        (first, lambda thing: _day(dating(thing), 0)),
        (last, lambda thing: _day(dating(thing), 1)),
    )


def _stated(dating: Callable[[Any], Dating], attribute: str) -> Callable[[Any], Value]:
    return lambda thing: getattr(dating(thing), attribute) or None


def _day(dating: Dating, side: int) -> str | None:
    days = datings.span(dating)
    open_end = days is None or days[side].year in (1, 9999)  # of a span with one end
    return None if days is None or open_end else days[side].isoformat()
