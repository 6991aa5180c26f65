"""What was compiled, kept beside the compiled modules of this package, as Python itself keeps those.

What may not be written there, or is not wanted (PYTHONDONTWRITEBYTECODE), is compiled anew by every process.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path

_PACKAGE = Path(__file__).parent
_SIZE = 16  # bytes of a digest


def text(name: str, source: bytes, make: Callable[[], str]) -> str:
    """What is made of something by a slow way, or was kept of it under a name.

    Args:
        source: all that it depends on.
    """
    held = read(name)
    mark, kept = held[:_SIZE], held[_SIZE:]
    if mark == _mark(source, kept):
        return kept.decode("utf-8")
    made = make()
    content = made.encode("utf-8")
    keep(name, _mark(source, content) + content)
    return made


def _mark(source: bytes, content: bytes) -> bytes:
    return blake2b(b"%d:%b%b" % (len(source), source, content), digest_size=_SIZE).digest()


def read(name: str) -> bytes:
    """What was kept under a name, or nothing."""
    with suppress(OSError), open(_place(name), "rb") as file:
        return file.read()
    return b""


def keep(name: str, content: bytes) -> None:
    """Keep something, whole or not at all, for others may read it meanwhile."""
    if sys.dont_write_bytecode:
        return
    place = _place(name)
    with suppress(OSError):
        os.makedirs(os.path.dirname(place), exist_ok=True)
        number, beside = tempfile.mkstemp(dir=os.path.dirname(place))
        try:
            with open(number, "wb") as file:
                file.write(content)
            os.replace(beside, place)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(beside)


def _place(name: str) -> str:
    return cache_from_source(os.fspath(_PACKAGE / name))
