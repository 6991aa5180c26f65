"""The language in which pages are made: messages by gettext, and the folder where the pages of a language stand.

The words of the edition are written in German where they are used, as `_("Suche")`, in a `Messages`, or in a template; they
are the identifiers of their messages. `edition/locale/` holds a catalogue for every other language; `tools/messages.py`
keeps it. Outside of `speaking`, as in the exports, everything is German and stands at the root of the site.
"""

from __future__ import annotations

import gettext as catalogues
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

__all__ = [
    "HOUSE",
    "N_",
    "Messages",
    "_",
    "folder",
    "foreign",
    "gettext",
    "language",
    "languages",
    "ngettext",
    "speaking",
]

HOUSE = "de"  # in which messages are written
DOMAIN = "edition"
_LOCALE = Path(__file__).parent / "locale"
Said = TypeVar("Said")  # a message, or a tuple of such


class _Spoken(Struct, frozen=True):
    language: str
    folder: str
    catalogue: catalogues.NullTranslations


_WRITTEN = _Spoken(HOUSE, "", catalogues.NullTranslations())  # messages as they stand in the program
_SPOKEN = ContextVar("spoken", default=_WRITTEN)


def languages() -> tuple[str, ...]:
    """The languages that pages can be made in, that of the house first."""
    return (HOUSE, *sorted(path.parent.parent.name for path in _LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")))


@contextmanager
def speaking(language: str, folder: str = "") -> Iterator[None]:
    """Make pages in this language, one of `languages()`; they stand in `folder` ("" or "en/") of the site."""
    before = _SPOKEN.set(_Spoken(language, folder, _catalogue(language)))
    try:
        yield
    finally:
        _SPOKEN.reset(before)


@cache
def _catalogue(language: str) -> catalogues.NullTranslations:
    if language == HOUSE:
        return _WRITTEN.catalogue
    return catalogues.translation(DOMAIN, str(_LOCALE), [language])


def language() -> str:
    """The language of the pages being made."""
    return _SPOKEN.get().language


def folder() -> str:
    """Where the pages being made stand: "" or "en/"."""
    return _SPOKEN.get().folder


def foreign(tag: str) -> str:
    """A language tag where it is another than that of the pages being made, for `lang`; else empty."""
    return "" if tag == _SPOKEN.get().language else tag


def gettext(message: str) -> str:
    """A message in the language of the pages being made; nothing stays nothing (gettext would give its head).

    A message that is counted elsewhere is kept with its plural, and is looked up there too.
    """
    if not message or _SPOKEN.get().language == HOUSE:
        return message
    said = _SPOKEN.get().catalogue.gettext(message)
    return said if said != message else ngettext(message, message, 1)


_ = gettext


def ngettext(one: str, many: str, number: int) -> str:
    """The message for this number of things."""
    return _SPOKEN.get().catalogue.ngettext(one, many, number)


def N_(message: str) -> str:  # noqa: N802 (the name that gettext's tools know)
    """The message itself: marks it for the catalogues where a table is written that `_` reads later."""
    return message


class Messages(Mapping[str, Said]):
    """Messages, or tuples of them, by key; what is taken from it is in the language of the pages being made."""

    def __init__(self, written: Mapping[str, Said]) -> None:
        self.written = dict(written)  # in German

    def __getitem__(self, key: str) -> Said:
        return _said(self.written[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self.written)

    def __len__(self) -> int:
        return len(self.written)


def _said(written: Said) -> Said:
    if isinstance(written, tuple):
        return tuple(_said(one) for one in written)  # type: ignore[return-value]
    return _(written) if isinstance(written, str) else written  # type: ignore[return-value]
