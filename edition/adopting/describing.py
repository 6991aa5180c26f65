"""What an edition of others is called, and what else its settings leave open: from the headers of its files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from edition import datings
from edition.adopting.scanning import Scan
from edition.interface import HOUSE
from edition.model import Config

_VERSION = "0.1.0"
_NOWHERE = "https://example.org/"  # RFC 2606: a name that nobody can have
_NOT_EVALUATED = "https://rightsstatements.org/vocab/CNE/1.0/"
_DAY = len("2026-01-01")


def completed(given: Config, root: Path, scans: Sequence[Scan]) -> Config:
    """The settings, with what they leave open from the first file that says it, or else plain."""

    def first(name: str) -> str:
        return next((getattr(one, name) for one in scans if getattr(one, name)), "")

    title = given.title or (scans[0].title if len(scans) == 1 else "") or root.resolve().name or "Edition"
    days = sorted(one.dated for one in scans if len(one.dated) == _DAY and datings.interval(one.dated))
    return replace(
        given,
        title=title,
        publisher=given.publisher or first("publisher") or title,
        version=given.version or _VERSION,
        date=given.date or (days[-1] if days else _changed(root, scans)),
        languages=given.languages or (first("language") or HOUSE,),
        base_url=given.base_url if given.base_url != "/" else _NOWHERE,
        licence_text=given.licence_text or first("licence") or _NOT_EVALUATED,
        licence_edition=given.licence_edition or first("licence") or _NOT_EVALUATED,
    )


def _changed(root: Path, scans: Sequence[Scan]) -> str:
    """The day on which a file was last changed, for an edition that names no day."""
    newest = max((root / one.path).stat().st_mtime for one in scans)
    return datetime.fromtimestamp(newest, UTC).date().isoformat()
