"""What the answers are made of: texts with their units. Stored as JSON beside the files, so that a server can read it.

Paths are from the root of the site.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

import msgspec
from msgspec import Struct

Metadata = Mapping[str, Any]  # Dublin Core Terms by their names


class Unit(Struct, frozen=True):
    """A citable unit: what is known by `identifier` in its text."""

    identifier: str
    type: str  # @unit of its citeStructure
    level: int  # 1 outermost
    parent: str | None
    element: int  # number of its element in the file, in document order, the root being 0
    id: str  # its xml:id, or nothing
    terms: Mapping[str, str]  # what citeData says of it, by terms of Dublin Core


class Text(Struct, frozen=True):
    """A text: a Resource of DTS. `units` stand in document order, each before those inside it."""

    id: str
    title: str
    language: str
    metadata: Metadata
    page: str  # reading page
    document: str  # TEI as published
    digest: str  # SHA-256 of that file: numbers of elements hold for no other
    downloads: tuple[str, ...]
    declared: bool  # whether the header declares how the text is cited
    structure: tuple[Any, ...]
    units: tuple[Unit, ...]


class Catalogue(Struct, frozen=True):
    """The edition as DTS shows it."""

    title: str
    language: str
    metadata: Metadata
    site: str  # published address of the site, with a slash at its end
    texts: tuple[Text, ...]

    def stored(self) -> dict[str, Any]:
        """What `restored` takes."""
        return msgspec.to_builtins(self)  # type: ignore[no-any-return]

    @classmethod
    def restored(cls, stored: Mapping[str, Any]) -> Self:
        """The catalogue that `stored` made this of.

        Raises:
            msgspec.ValidationError: it is not one of this version.
        """
        return msgspec.convert(stored, cls)
