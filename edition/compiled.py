"""Where compiled templates are kept: beside the compiled modules of this package, as Python itself keeps those.

What may not be written there, or is not wanted (PYTHONDONTWRITEBYTECODE), is compiled anew by every process.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_PACKAGE = Path(__file__).parent
_DAMAGED = (EOFError, TypeError, ValueError, UnpicklingError)


class Compiled(BytecodeCache):
    """Compiled templates by what they are compiled from: a template, the version of Jinja, and `settings`."""

    def __init__(self, settings: str) -> None:
        self._with = f"{version('jinja2')}\n{settings}\n"

    def get_source_checksum(self, source: str) -> str:
        """Jinja asks for it: what a template must have been compiled from to be used."""
        return super().get_source_checksum(self._with + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Jinja calls it: fill the bucket if there is anything for it; whether that still fits is Jinja's to see."""
        with suppress(OSError, *_DAMAGED), open(_place(bucket), "rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Jinja calls it: keep what was compiled, whole or not at all, for others may read it meanwhile."""
        if sys.dont_write_bytecode:
            return
        place = _place(bucket)
        with suppress(OSError):
            os.makedirs(os.path.dirname(place), exist_ok=True)
            number, beside = tempfile.mkstemp(dir=os.path.dirname(place))
            try:
                with open(number, "wb") as file:
                    bucket.write_bytecode(file)
                os.replace(beside, place)
            finally:
                with suppress(FileNotFoundError):
                    os.unlink(beside)


def _place(bucket: Bucket) -> str:
    return cache_from_source(os.fspath(_PACKAGE / f"template-{bucket.key}.html"))
