"""How a text is cited: the units that its header declares, found in it."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any

from msgspec import Struct

from edition import resources
from edition.dts.catalogue import Unit
from edition.errors import ExportError
from edition.model import Bilingual
from edition.saxon import Stylesheet

_TWICE = Bilingual(
    "In {name}, {identifier} is the number of more than one citable unit.",
    "In {name} ist {identifier} die Nummer von mehr als einer Zitiereinheit.",
)
_APART = Bilingual(
    'Number them apart in refsDecl: by use="@xml:id", or inside the unit around them.',
    'In refsDecl unterscheidbar zählen: mit use="@xml:id" oder innerhalb der Einheit um sie herum.',
)


class Citations(Struct, frozen=True):
    """Whether a header declares units, their structure, and the units."""

    declared: bool
    structure: tuple[Any, ...]
    units: tuple[Unit, ...]


def read(data: bytes, name: str) -> Citations:
    """The units of a TEI document; `name` is what errors call it.

    Raises:
        StylesheetError: a path of the declaration cannot be used.
        ExportError: two units have one number.
    """
    found = json.loads(_stylesheet()(data, name=name))
    units = tuple(Unit(**one) for one in found["units"])
    for identifier, times in Counter(unit.identifier for unit in units).items():
        if times > 1:
            raise ExportError(_TWICE.filled({"name": name, "identifier": identifier}), _APART)
    return Citations(found["declared"], tuple(found["structure"]), units)


@cache
def _stylesheet() -> Stylesheet:
    return Stylesheet(resources.stylesheet("citations.xsl"))
