"""The page of the pictures of time: the order of telling against that of history, and lives with events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from edition import urls
from edition.interface import N_, _
from edition.model import Edition, Page
from edition.pages import lived, narrated, navigation, seeing
from edition.pages.facts import Place
from edition.pages.frame import Frame, frame
from edition.pages.lived import Lives
from edition.pages.narrated import Telling
from edition.pages.spots import seen_from

TITLE = N_("Zeit")
DESCRIPTION = N_(
    "Wie der Text durch die Zeit geht, und die Leben der Personen, die er nennt: zwei Bilder mit ihren Daten."
)


class Time(Struct, frozen=True):
    """The page's values."""

    frame: Frame
    several: bool
    chronology: str
    limit: str  # which dates are shown, where these are not all
    tellings: tuple[Telling, ...]
    lives: Lives | None
    aids: Mapping[str, Any]


def pages(edition: Edition) -> Iterator[Page]:
    """The page; none where no text has a date."""
    if not navigation.offers(edition, urls.TIME):
        return
    place, spots = Place(edition, urls.TIME, {}), seen_from(edition, urls.TIME)
    furniture = frame(
        edition,
        urls.TIME,
        _(TITLE),
        description=_(DESCRIPTION),
        data=tuple(text.path for text in edition.articles),
        script="pictures",
    )
    context = Time(
        frame=furniture,
        several=len(edition.articles) > 1,
        chronology=urls.relative(urls.CHRONOLOGY, urls.TIME),
        limit=narrated.limit(edition),
        tellings=tuple(narrated.tellings(place, spots)),
        lives=lived.shown(place, spots),
        aids=seeing.aids(),
    )
    yield Page(urls.TIME, "time.html", context)
