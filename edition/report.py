"""What a build did, for those who asked for it."""

from __future__ import annotations

from msgspec import Struct

from edition.model import Bilingual, Finding, Listing


class Report(Struct, frozen=True):
    """Findings that did not stop a build, how many files the site has, what to know of them, the formats; how many files
    are those of the former site."""

    findings: tuple[Finding, ...]
    files: int
    remarks: tuple[Bilingual, ...] = ()
    formats: tuple[Listing, ...] = ()
    taken: int = 0
    same: bool = False  # nothing had changed, and nothing was done
