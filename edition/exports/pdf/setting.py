"""How the book is set: typst with its own fonts, no clock, no network; what it warns of is an error."""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import Any

from edition import resources
from edition.errors import ExportError
from edition.exports.pdf.closing import closed
from edition.exports.shared.libraries import library
from edition.model import Bilingual

STANDARDS = ["ua-1", "a-2a"]
EXTRA = "pdf"
_NOT_SET = Bilingual("typst could not set the book: {why}.", "typst konnte das Buch nicht setzen: {why}.")
_HINT = Bilingual(
    "If it names a character: typst brings fonts for Latin, Greek, Cyrillic and Hebrew only.",
    "Wenn ein Zeichen genannt ist: typst bringt nur Schriften für Lateinisch, Griechisch, Kyrillisch und Hebräisch mit.",
)


def begun(book: Mapping[str, Any]) -> Future[bytes]:
    """The book that `pdf` makes of these values, in a thread: typst takes the longest of all and needs no Python."""
    thread = ThreadPoolExecutor(1, "typst")
    made = thread.submit(pdf, book)
    thread.shutdown(wait=False)
    return made


def pdf(book: Mapping[str, Any]) -> bytes:
    """The book as PDF/UA-1 and PDF/A-2a; the same values give the same bytes.

    Raises:
        ExportError: typst is not installed, failed, or warned, as it does of a character that no font has.
    """
    typst = library("typst", EXTRA)
    folder = resources.typesetting()
    stamp = datetime.combine(date(*book["date"]), datetime.min.time(), UTC)
    try:
        made, warnings = typst.compile_with_warnings(
            str(folder / "book.typ"),
            root=str(folder),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"book": json.dumps(book, ensure_ascii=False)},
            pdf_standards=STANDARDS,
            timestamp=stamp,
        )
    except typst.TypstError as error:
        raise _failed(error) from error
    if warnings:
        raise _failed(warnings[0])
    return closed(bytes(made))


def _failed(error: Any) -> ExportError:
    why = " ".join(str(error.message).split()).rstrip(".")
    return ExportError(_NOT_SET.filled({"why": why}), _HINT)
