"""Media types by the ending of a file; the tables of the system differ from machine to machine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

TEI = "application/tei+xml"
_BY_ENDING = {
    ".bib": "application/x-bibtex",
    ".cff": "application/yaml",
    ".css": "text/css",
    ".csv": "text/csv",
    ".epub": "application/epub+zip",
    ".geojson": "application/geo+json",
    ".html": "text/html",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".nt": "application/n-triples",
    ".nq": "application/n-quads",
    ".odd": TEI,
    ".pdf": "application/pdf",
    ".rdf": "application/rdf+xml",
    ".rng": "application/xml",
    ".sch": "application/xml",
    ".sqlite": "application/vnd.sqlite3",
    ".svg": "image/svg+xml",
    ".toml": "application/toml",
    ".trig": "application/trig",
    ".tsv": "text/tab-separated-values",
    ".ttl": "text/turtle",
    ".txt": "text/plain",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


def known(path: str) -> bool:
    """Whether the ending says what the file is."""
    return PurePosixPath(path).suffix in _BY_ENDING


def of_file(path: str, otherwise: str = "application/octet-stream") -> str:
    """The media type of a file by its ending."""
    return _BY_ENDING.get(PurePosixPath(path).suffix, otherwise)


def endings(paths: Iterable[str]) -> frozenset[str]:
    """The endings of the files of a format."""
    return frozenset(PurePosixPath(path).suffix for path in paths)


def of_format(path: str, found: frozenset[str], declared: str) -> str:
    """What a format declares holds where its files have one ending; else the ending tells."""
    return declared if found == {PurePosixPath(path).suffix} else of_file(path, declared)
