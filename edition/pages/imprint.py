"""The imprint and what happens to readers' data: from the edition's settings, and from how the site is made."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from edition import urls, words
from edition.interface import N_, _
from edition.model import Config, Edition, Page
from edition.pages.frame import Frame, frame

TITLE = N_("Impressum und Datenschutz")
REQUIRED = ("responsible", "address", "email")


class Line(Struct, frozen=True):
    """One statement of the imprint; an e-mail address is a link."""

    label: str
    lines: tuple[str, ...]
    href: str


class Imprint(Struct, frozen=True):
    """The page's values; `missing` names what must be added before anybody publishes this."""

    frame: Frame
    lines: tuple[Line, ...]
    missing: str
    privacy: tuple[str, ...]


def missing(config: Config) -> tuple[str, ...]:
    """The keys below [imprint] that the settings do not give, of those every publication needs."""
    return tuple(key for key in REQUIRED if not config.imprint.get(key, "").strip())


def pages(edition: Edition) -> Iterator[Page]:
    """The page of every edition: one that has no imprint says so."""
    given = {key: text for key, text in edition.config.imprint.items() if text.strip()}
    furniture = frame(
        edition,
        urls.IMPRINT,
        _(TITLE),
        description=_("Wer diese Edition verantwortet und was beim Lesen mit Daten geschieht."),
    )
    lines = tuple(_line(key, label, given[key]) for key, label in words.IMPRINT.items() if key in given)
    context = Imprint(
        frame=furniture,
        lines=lines,
        missing=_said(missing(edition.config), bool(lines)),
        privacy=tuple(part.strip() for part in given.get("privacy", "").split("\n\n") if part.strip()),
    )
    yield Page(urls.IMPRINT, "imprint.html", context)


def _line(key: str, label: str, text: str) -> Line:
    lines = tuple(part.strip() for part in text.splitlines() if part.strip())
    return Line(label, lines, f"mailto:{text.strip()}" if key == "email" else "")


def _said(keys: tuple[str, ...], some: bool) -> str:
    if not keys:
        return ""
    if not some:
        return _("Diese Edition hat noch kein Impressum und darf so nicht veröffentlicht werden.")
    named = ", ".join(words.IMPRINT[key] for key in keys)
    said = _("Das Impressum ist unvollständig ({keys}); die Edition darf so nicht veröffentlicht werden.")
    return said.format(keys=named)
