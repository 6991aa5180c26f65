"""EXPORTS: one format, one module, one row. Every export is made by the build and by `build.py export`.

A module of a format ends with its `EXPORT`; what several formats need is in `shared`, rows and columns in `tables`.
"""

from __future__ import annotations

from edition.exports import (
    beacon,
    bibtex,
    cff,
    csl,
    csv,
    datacite,
    deposit,
    edgelist,
    geojson,
    gexf,
    graphml,
    json,
    linked_places,
    markdown,
    ris,
    sqlite,
    tei,
    text,
    webanno,
)
from edition.exports.format import GROUPS, Export, Made

EXPORTS: tuple[Export, ...] = (
    tei.EXPORT,
    text.EXPORT,
    markdown.EXPORT,
    csv.EXPORT,
    json.EXPORT,
    sqlite.EXPORT,
    csl.EXPORT,
    bibtex.EXPORT,
    ris.EXPORT,
    cff.EXPORT,
    datacite.EXPORT,
    beacon.EXPORT,
    geojson.EXPORT,
    linked_places.EXPORT,
    gexf.EXPORT,
    graphml.EXPORT,
    edgelist.EXPORT,
    webanno.EXPORT,
    deposit.EXPORT,
)

__all__ = ["EXPORTS", "GROUPS", "Export", "Made"]
