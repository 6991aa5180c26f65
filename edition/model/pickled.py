"""How values are sent between processes and kept for the next build: with less held twice."""

from __future__ import annotations

from operator import attrgetter
from sys import intern
from typing import Any, TypeVar

from msgspec import Struct

Value = TypeVar("Value", bound=Struct)
# What these fields say, other values say as well; of what each text has sent by itself, the words are held once.
REPEATED = frozenset({"pointer", "article_id", "block", "form", "id", "number", "named"})


def pickled(made: type[Value]) -> type[Value]:
    """The same class of values; read again, they hold once what others say as well."""
    places = tuple(place for place, name in enumerate(made.__struct_fields__) if name in REPEATED)
    if places:
        get = attrgetter(*made.__struct_fields__)
        several = len(made.__struct_fields__) > 1  # of a single name, an attrgetter gives no tuple

        def reduced(value: Value) -> tuple[Any, ...]:
            return _restored, (made, places, get(value) if several else (get(value),))

        made.__reduce__ = reduced  # type: ignore[method-assign, assignment]
    return made


def _restored(made: type[Value], places: tuple[int, ...], fields: tuple[Any, ...]) -> Value:
    held = list(fields)
    for place in places:
        held[place] = _once(held[place])
    return made(*held)


def _once(one: Any) -> Any:
    if type(one) is str:
        return intern(one)
    if type(one) is tuple and one and type(one[0]) is str:
        return tuple([intern(word) if type(word) is str else word for word in one])
    return one
