"""The values in which the package is described: a file, a folder, everything."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from edition.model import Bilingual
from edition.rights import Licence


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the payload: what it is called, what it is for, and the licences of the layers it holds."""

    path: str  # in the payload
    content: bytes = field(repr=False)
    name: str
    about: Bilingual
    media_type: str
    licences: tuple[Licence, ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """Files that belong together; `path` ends with a slash."""

    path: str
    name: Bilingual
    about: Bilingual
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """The files that describe the whole, and the folders."""

    above: tuple[Part, ...]
    folders: tuple[Folder, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every file."""
        return (*self.above, *(part for folder in self.folders for part in folder.parts))

    def with_file(self, part: Part) -> Package:
        """With one more file that describes the whole."""
        return replace(self, above=(*self.above, part))
