"""Which program this is: what is the same in all of this makes the same bytes."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from edition import __version__, desk, resources
from edition.remembering import digest

LIBRARIES = (
    "lxml",
    "saxonche",
    "jinja2",
    "markupsafe",
    "msgspec",
    "PyStemmer",
    "babel",
)  # that pages are made with
TYPESETTER = "typst"  # of one format: a worker of a cluster does without
CODE = "code"


@cache
def known() -> Mapping[str, str]:
    """The versions of all that pages depend on, by name; for the program also a digest of its files."""
    return {
        "edition": __version__,
        CODE: _digest(),
        "Python": f"{sys.version_info.major}.{sys.version_info.minor}",
        **{name: installed(name) for name in LIBRARIES},
    }


def program() -> str:
    """The digest of all of it, of what formats are made with besides, and of the rights that files get."""
    return digest(list(known().items()), installed(TYPESETTER), list(_shared()), desk.mode())


def _shared() -> Iterator[tuple[str, int, int]]:
    """The files of libraries of other languages, as far as it must be known whether they are the same."""
    for path in (one for folder in resources.shares() for one in sorted(folder.rglob("*"))):
        with suppress(OSError):
            found = path.stat()
            yield os.fspath(path), found.st_size, found.st_mtime_ns


def installed(library: str) -> str:
    """The version of a library, or nothing."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _digest() -> str:
    found = hashlib.sha256()
    for name, path in resources.own():
        with open(path, "rb", buffering=0) as file:
            content = file.read()
        found.update(f"{name}\n{len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()
