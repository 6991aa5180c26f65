"""What a build left to be shown: whether the site is new, what to say of it, and the findings with their pages."""

from __future__ import annotations

from msgspec import Struct

from edition.model import SILENT, Bilingual, Finding


class Spot(Struct, frozen=True):
    """A finding, the pages it may be shown on, and the ids of what encloses it, the outermost first."""

    finding: Finding
    pages: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


class Outcome(Struct, frozen=True):
    """The end of a build; `mark` differs from that of every other build, of another run of the server too."""

    mark: str
    built: bool
    sentence: Bilingual
    hint: Bilingual = SILENT
    spots: tuple[Spot, ...] = ()
    waiting: bool = False  # for the first build: nothing is wrong yet

    @property
    def failed(self) -> bool:
        """Whether there is no newer site because something is wrong."""
        return not (self.built or self.waiting)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings by themselves."""
        return tuple(spot.finding for spot in self.spots)
