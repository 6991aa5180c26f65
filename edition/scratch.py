"""A folder for what a program makes on its way. It vanishes with the block; if the program is killed, with the next one.

In each such folder lies a file that its owner, and whoever works for it, holds locked: the system gives up the lock with
the last of them. A folder whose file nobody holds may go. The file gets its name when it is locked, so that there is no
moment at which the folder of a living program looks like one that was left.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "edition-"
_OWNER = ".edition-owner"
_FILES = "files"


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder of its own, among the temporary files of this machine; first those that were left there go."""
    _clear(Path(tempfile.gettempdir()))
    with (
        tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name,
        _owned(Path(name)),
    ):
        files = Path(name) / _FILES
        files.mkdir()
        try:
            yield files
        finally:
            shutil.rmtree(files, ignore_errors=True)  # while it is known whose they are


@contextmanager
def _owned(place: Path) -> Iterator[None]:
    """Holds the lock of a folder; where files cannot be locked there is none, and nobody will take the folder away."""
    handle, name = tempfile.mkstemp(dir=place)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.rename(name, place / _OWNER)
        yield
    finally:
        os.close(handle)


def _clear(temporary: Path) -> None:
    """Remove the folders of this user whose owners have ended."""
    for place in temporary.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if not place.is_symlink() and place.stat().st_uid == os.geteuid():
                _remove(place)


def _remove(place: Path) -> None:
    """Remove a folder if nobody holds its lock.

    Raises:
        OSError: somebody does, or it is no such folder.
    """
    handle = os.open(place / _OWNER, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(place / _FILES, ignore_errors=True)
        shutil.rmtree(place, ignore_errors=True)
    finally:
        os.close(handle)
