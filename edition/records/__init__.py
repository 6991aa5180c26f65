"""What is to be cited (`cited.Item`) written as one record of a format; the exports put such records into files.

FORMATS also says how words are written that are put into a record later, as the pages do for passages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from edition.cited import Item
from edition.records import bibtex, csl, ris


class Format(Struct, frozen=True):
    """A format: how a record is written, and how signs are that mean something in it."""

    slug: str
    label: str
    write: Callable[[Item], str]
    words: Callable[[str], str]  # how it writes any words of an item
    signs: Mapping[str, str] = field(default_factory=dict)
    verbatim: frozenset[str] = frozenset()  # fields of an item that are written as they stand


FORMATS = (
    Format("bibtex", "BibTeX", bibtex.entry, bibtex.written, bibtex.SIGNS, frozenset({"id", "url"})),
    Format("ris", "RIS", ris.record, ris.written),
    Format("csl", "CSL-JSON", csl.record, csl.written, csl.SIGNS),
)

__all__ = ["FORMATS", "Format", "bibtex", "csl", "ris"]
