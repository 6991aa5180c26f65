"""Where a piece of work finds the files that it reads, and leaves those that it writes.

On this machine both are folders. Work that is done elsewhere gets what it reads sent, and what it writes is brought back
and written here: it knows no folders.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from edition import corpus
from edition.errors import BuildError
from edition.model import Bilingual, File


class Desk(Protocol):
    """What a piece of work reads and writes. Paths are below a folder that it need not know."""

    def read(self, path: str) -> bytes:
        """The bytes of a file, or a sentence on why they cannot be had."""

    def write(self, file: File) -> None:
        """Put a file in its place."""


class Folders(Struct, frozen=True):
    """Folders of this machine: one that is read, one that is written; and the one that will be replaced, if any.

    A file that stands there with the very same bytes is taken over, so that only what has changed has a new date.
    """

    source: Path
    target: Path
    former: Path | None = None

    def read(self, path: str) -> bytes:
        """The bytes of a file below `source`."""
        return corpus.read(self.source / path)

    def write(self, file: File) -> None:
        """Write a file below `target`."""
        if self.former is None or not _same(file, self.former):
            write(file, self.target)
        else:
            take(os.fspath(self.former / file.path), os.fspath(self.target / file.path))


def write(file: File, folder: Path) -> None:
    """Write one file below `folder`, which is ours: there is no link in it.

    Raises:
        BuildError: it would lie outside, or its name is too long.
    """
    path = folder / file.path
    if file.path.startswith("/") or ".." in path.parts:
        raise BuildError(
            Bilingual(f"{file.path} lies outside the site.", f"{file.path} liegt außerhalb der Website."),
            Bilingual(
                "Correct the id it was made from.", "Die Kennung berichtigen, aus der das entstanden ist."
            ),
        )
    try:
        _put(path, file.content)
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            error.filename = error.filename or os.fspath(
                path
            )  # where there is no space, the system names no file
            raise
        raise BuildError(
            Bilingual(
                f"{file.path} is too long a name for a file.",
                f"{file.path} ist als Name einer Datei zu lang.",
            ),
            Bilingual("Shorten the id it was made from.", "Die Kennung kürzen, aus der das entstanden ist."),
        ) from None


@cache
def mode() -> int:
    """The rights that a new file has."""
    mask = os.umask(0)  # it cannot be asked for otherwise
    os.umask(mask)
    return 0o666 & ~mask


def take(source: str, target: str) -> bool:
    """The same file in another place: a link to it, or a copy where the file system has no links; whether it is a link.

    Raises:
        FileNotFoundError: there is no such file.
    """
    try:
        return _linked(source, target)
    except FileNotFoundError:
        folder = os.path.dirname(target)
        if os.path.isdir(folder):
            raise
        os.makedirs(folder, exist_ok=True)
        return _linked(source, target)


def _linked(source: str, target: str) -> bool:
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        with suppress(FileNotFoundError):
            os.unlink(target)  # else the copy would be written into whatever stands there
        shutil.copy2(source, target)
        return False
    return True


def _same(file: File, folder: Path) -> bool:
    """Whether a file with these bytes, which whoever may read a new one may read, stands in a folder."""
    path = folder / file.path
    try:
        found = os.stat(path, follow_symlinks=False)
        return (
            found.st_mode == stat.S_IFREG | mode()
            and found.st_size == len(file.content)
            and path.read_bytes() == file.content
        )
    except OSError:
        return False


def _put(path: Path, content: bytes) -> None:
    """Write a new file: into one that is there, which may be a link to the former site, nothing is ever written."""
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileNotFoundError:  # the first file of its folder
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except FileExistsError:
        path.unlink()
        path.write_bytes(content)
