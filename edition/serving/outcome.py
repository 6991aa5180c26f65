"""What a build left to be shown: whether the site is new, what to say of it, and the findings with their pages."""

from __future__ import annotations

from dataclasses import dataclass

from edition.model import SILENT, Bilingual, Finding


@dataclass(frozen=True, slots=True)
class Spot:
    """A finding, the pages it may be shown on, and the ids of what encloses it, the outermost first."""

    finding: Finding
    pages: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a build; `mark` differs from that of every other build, of another run of the server too."""

    mark: str
    built: bool
    sentence: Bilingual
    hint: Bilingual = SILENT
    spots: tuple[Spot, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings by themselves."""
        return tuple(spot.finding for spot in self.spots)
