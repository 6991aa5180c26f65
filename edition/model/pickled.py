"""How values are sent between processes and kept for the next build: quicker than dataclasses do it, with less held twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from sys import intern
from typing import Any, TypeVar

Value = TypeVar("Value")
# What these fields say, other values say as well; of what each text has sent by itself, the words are held once.
REPEATED = frozenset({"pointer", "article_id", "block", "form", "id", "number", "named"})


def pickled(made: type[Value]) -> type[Value]:
    """The same class of values with slots, pickled field by field in their order."""
    names = [field.name for field in fields(made)]  # type: ignore[arg-type]
    for method, function in (("__getstate__", _getter(names)), ("__setstate__", _setter(made, names))):
        setattr(made, method, function)
    return made


def _getter(names: list[str]) -> Callable[[Any], Any]:
    get = attrgetter(*names)
    if len(names) == 1:
        return lambda value: (get(value),)
    return lambda value: get(value)  # an attrgetter would not become a method


def _setter(made: type[Any], names: list[str]) -> Callable[[Any, tuple[Any, ...]], None]:
    setters = [_held_once(made, name) if name in REPEATED else getattr(made, name).__set__ for name in names]

    def set_all(value: Any, state: tuple[Any, ...]) -> None:
        for put, one in zip(setters, state, strict=True):
            put(value, one)

    return set_all


def _held_once(made: type[Any], name: str) -> Callable[[Any, Any], None]:
    put = getattr(made, name).__set__

    def put_once(value: Any, one: Any) -> None:
        put(value, _once(one))

    return put_once


def _once(one: Any) -> Any:
    if type(one) is str:
        return intern(one)
    if type(one) is tuple and one and type(one[0]) is str:
        return tuple([intern(word) if type(word) is str else word for word in one])
    return one
