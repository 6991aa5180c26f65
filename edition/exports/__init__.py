"""EXPORTS: one format, one module, one row. Every export is made by the build and by `build.py export`.

A module of a format ends with its `EXPORT`; what several formats need is in `shared`, rows and columns in `tables`.
"""

from __future__ import annotations

from edition.exports import (
    beacon,
    bibtex,
    ceteicean,
    cff,
    cmif,
    csl,
    csv,
    datacite,
    deposit,
    dse_static,
    dtabf,
    dts,
    edgelist,
    epub,
    geojson,
    gexf,
    graphml,
    json,
    linked_places,
    markdown,
    pdf,
    ris,
    sqlite,
    tei,
    tei_paragraphs,
    tei_reading,
    tei_standalone,
    text,
    webanno,
)
from edition.exports.format import GROUPS, Begin, Begun, Export, Made
from edition.exports.linked_data import json_ld, turtle

EXPORTS: tuple[Export, ...] = (
    tei.EXPORT,
    tei_standalone.EXPORT,
    tei_reading.EXPORT,
    tei_paragraphs.EXPORT,
    dtabf.EXPORT,
    dse_static.EXPORT,
    text.EXPORT,
    markdown.EXPORT,
    epub.EXPORT,
    pdf.EXPORT,
    ceteicean.EXPORT,
    csv.EXPORT,
    json.EXPORT,
    sqlite.EXPORT,
    csl.EXPORT,
    bibtex.EXPORT,
    ris.EXPORT,
    cff.EXPORT,
    datacite.EXPORT,
    beacon.EXPORT,
    cmif.EXPORT,
    geojson.EXPORT,
    linked_places.EXPORT,
    json_ld.EXPORT,
    turtle.EXPORT,
    gexf.EXPORT,
    graphml.EXPORT,
    edgelist.EXPORT,
    webanno.EXPORT,
    dts.EXPORT,
    deposit.EXPORT,
)

__all__ = ["EXPORTS", "GROUPS", "Begin", "Begun", "Export", "Made"]
