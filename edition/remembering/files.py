"""Files and folders that a memory looks at: whether they can have been changed; whatever is in the way goes."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from struct import Struct

from edition.remembering.digests import digest

# Of a file: its number in the file system, size, time of change in nanoseconds, rights; as bytes, for there are many.
State = bytes
_STATE = Struct("<QQqI")


def state(path: str) -> State:
    """The state of a file, or of the link that stands there."""
    found = os.stat(path, follow_symlinks=False)
    return _packed(found)


def _packed(found: os.stat_result) -> State:
    return _STATE.pack(found.st_ino, found.st_size, found.st_mtime_ns, found.st_mode)


def states(folder: Path) -> str:
    """The digest of all files of a folder, as far as they can have been changed."""
    found = []
    stack = [os.fspath(folder)]
    while stack:
        try:
            with os.scandir(stack.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        stack.append(entry.path)
                    else:
                        path = entry.path[len(os.fspath(folder)) :]
                        found.append((path, _packed(entry.stat(follow_symlinks=False))))
        except FileNotFoundError:
            return ""
    return digest(*sorted(found))


def remove(path: Path) -> None:
    """Remove a folder or whatever stands in its place, as far as that may be done; where a link leads is nobody's business."""
    try:
        shutil.rmtree(path)
    except NotADirectoryError:
        with suppress(OSError):
            path.unlink()
    except OSError:
        if path.is_symlink():
            with suppress(OSError):
                path.unlink()
