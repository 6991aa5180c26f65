"""Which program this is: what has the same digest makes the same bytes."""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from edition import __version__, resources
from edition.remembering import digest

LIBRARIES = ("lxml", "saxonche", "jinja2", "markupsafe", "snowballstemmer", "babel")


@cache
def program() -> str:
    """The digest of the program: its files, Python, the libraries that pages are made with."""
    files = [(name, digest(path.read_bytes())) for name, path in resources.own()]
    libraries = [(name, _version(name)) for name in LIBRARIES]
    return digest(__version__, sys.version_info[:3], libraries, files, os.environ.get(resources.SHARE))


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
