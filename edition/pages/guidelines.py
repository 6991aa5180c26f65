"""The encoding guidelines, as the schema's source documents them."""

from __future__ import annotations

from msgspec import Struct

from edition import urls
from edition.interface import N_, _
from edition.model import Edition, Page
from edition.pages.frame import Frame, Html, frame

TITLE = N_("Richtlinien der Kodierung")
_SCHEMA = ("tei/schema/edition.odd", "tei/schema/edition.rng", "tei/schema/edition.sch")


class Guidelines(Struct, frozen=True):
    """The page's values."""

    frame: Frame
    html: Html


def guidelines_page(edition: Edition, html: Html) -> Page:
    """The page of the guidelines around their finished HTML."""
    says = _(
        "Richtlinien der Kodierung: welche Elemente und Attribute die Ausgabe verwendet, wozu und nach welchen Regeln."
    )
    furniture = frame(edition, urls.GUIDELINES, _(TITLE), description=says, data=_SCHEMA)
    return Page(urls.GUIDELINES, "guidelines.html", Guidelines(furniture, html))
