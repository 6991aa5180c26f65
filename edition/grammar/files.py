"""The files of a grammar: where a reference to another file leads. Nothing outside its folder, nothing remote."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from edition import stored

Beside = Callable[[str], bytes]  # the bytes of a file by its path relative to the folder of the grammar


def in_folder(folder: Path) -> Beside:
    """Reads files of a folder and of the folders in it; OSError for any other, links out of it included."""
    home = folder.resolve()

    def read(name: str) -> bytes:
        path = (home / name).resolve()
        if not path.is_relative_to(home):
            raise PermissionError(f"{name} lies outside of {folder}")
        return stored.read(path)

    return read


def among(files: Mapping[str, bytes]) -> Beside:
    """Gives files that are in memory; OSError for any other."""

    def read(name: str) -> bytes:
        if name not in files:
            raise FileNotFoundError(name)
        return files[name]

    return read


def relative(href: str, origin: str) -> tuple[str, str]:
    """The path to which `href` in the file `origin` leads, both relative to the folder of the grammar.

    With it comes the key of a complaint, if the path must not be followed.
    """
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return href, "outside"
    if parts.scheme or parts.netloc:
        return href, "remote"
    path = unquote(parts.path)
    name = posixpath.normpath(posixpath.join(posixpath.dirname(origin), path))
    if not path or parts.fragment or path.startswith("/") or "\\" in path or "\0" in path:
        return href, "outside"
    return name, "outside" if name.startswith("../") or name in (".", "..") else ""
