"""Have the sources changed? Asked by looking: modification times and sizes, twice a second.

The library `watchfiles` would be told by the system instead; a few hundred files are looked at in milliseconds,
and looking works on every file system, shared folders included, without another dependency.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

Snapshot = dict[str, tuple[int, int]]  # path → modification time in nanoseconds, size
INTERVAL = 0.25
_PATIENCE = 20  # looks; a file that is written without end does not put off a build for ever


def snapshot(folders: Iterable[Path], apart: Path | None = None) -> Snapshot:
    """What is in the folders now, without hidden files, the safety copies of editors, and the folder `apart`."""
    found: Snapshot = {}
    for folder in folders:
        for place, inside, names in os.walk(folder):
            inside[:] = [name for name in inside if not _passing(name) and Path(place, name) != apart]
            for name in names:
                if not _passing(name):
                    _note(os.path.join(place, name), found)
    return found


def changes(
    folders: tuple[Path, ...], interval: float = INTERVAL, apart: Path | None = None
) -> Iterator[None]:
    """Yields at once, and then each time something has changed and come to rest, but for the folder `apart`; never
    ends."""
    while True:
        known = snapshot(folders, apart)  # before the build: what changes while it runs is seen afterwards
        yield
        now = known
        while now == known:
            time.sleep(interval)
            now = snapshot(folders, apart)
        for _ in range(_PATIENCE):
            time.sleep(interval)
            before, now = now, snapshot(folders, apart)
            if before == now:
                break


def _passing(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp", ".pyc"))


def _note(path: str, found: Snapshot) -> None:
    try:
        state = os.stat(path)
    except OSError:
        return  # gone since the folder was listed
    found[path] = (state.st_mtime_ns, state.st_size)
