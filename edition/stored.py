"""The bytes of a file that has an end."""

from __future__ import annotations

import errno
import stat
from pathlib import Path


def read(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        OSError: it cannot be read; or it is none: a device may never end, and a pipe keeps its reader waiting.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # of a folder the system says so itself
        raise OSError(errno.EINVAL, "it is a device or a pipe, not a file", str(path))
    return path.read_bytes()
