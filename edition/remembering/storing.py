"""How a memory is written down: what stands there is read again only if it is whole and from this very program.

A file begins with a line: what it is, the digest of the program, the digest of what follows, which is pickled. To unpickle
is to run what stands there, so only what this user has written is read: beside a site in a folder for all (/tmp) anybody
can lay a memory.
"""

from __future__ import annotations

import gc
import os
import pickle
import stat
from pathlib import Path
from typing import Any

from edition import stored
from edition.remembering.digests import digest

_WHAT = b"edition-memory-1"


class DamagedError(Exception):
    """A file is not what was written."""


def write(path: Path, program: str, value: Any) -> None:
    """Write a value.

    Raises:
        OSError: it cannot be written.
    """
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    head = b" ".join((_WHAT, program.encode(), digest(content).encode()))
    path.write_bytes(head + b"\n" + content)


def ours(path: Path) -> bool:
    """Whether this user has written a file, and nobody else may."""
    found = path.stat()
    return found.st_uid == os.geteuid() and not found.st_mode & stat.S_IWOTH


def read(path: Path, program: str) -> Any:
    """The value, or None if there is none from this program and this user.

    Raises:
        DamagedError: there is something else.
    """
    try:
        if not all(ours(one) for one in (path.parent, path)):
            return None
        head, mark, content = stored.read(path).partition(b"\n")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DamagedError(str(error)) from None
    parts = head.split(b" ")
    if not mark or len(parts) != 3 or parts[0] != _WHAT:
        raise DamagedError
    if parts[1] != program.encode():
        return None
    if parts[2] != digest(content).encode():
        raise DamagedError
    was = gc.isenabled()
    gc.disable()  # of many small objects the collector would look at each again and again
    try:
        return pickle.loads(content)
    except Exception as error:  # noqa: BLE001  # whole, but of a class that is not here
        raise DamagedError(str(error)) from None
    finally:
        if was:
            gc.enable()
