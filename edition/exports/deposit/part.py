"""The values in which the package is described: a file, a folder, everything."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from edition.model import Bilingual
from edition.rights import Licence


class Part(Struct, frozen=True):
    """A file of the payload: what it is called, what it is for, and the licences of the layers it holds."""

    path: str  # in the payload
    content: bytes
    name: str
    about: Bilingual
    media_type: str
    licences: tuple[Licence, ...]


class Folder(Struct, frozen=True):
    """Files that belong together; `path` ends with a slash."""

    path: str
    name: Bilingual
    about: Bilingual
    parts: tuple[Part, ...]


class Package(Struct, frozen=True):
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
