"""Where the tool's own files are: stylesheets, schema, assets; in a checkout or in an installed package."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ODD = "edition.odd"
SHARE = "EDITION_SHARE"
_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent
_INSTALLED = _PACKAGE / "shipped"  # the wheel puts xslt/ and tei/schema/ there
_APART = f"edition/{_INSTALLED.name}"


def command(*, elsewhere: bool = False) -> str:
    """What the user types to call this program: `python build.py` in a checkout, else `edition`.

    Args:
        elsewhere: as it is typed in another folder.
    """
    called = Path(sys.argv[0])
    if called.name != "build.py":
        return "edition"
    return f"python {shlex.quote(str(called.resolve() if elsewhere else called))}"


def stylesheet(name: str) -> Path:
    """A stylesheet, by its path below xslt/: "reading.xsl"."""
    return _first(Path("xslt", name))


def schema(name: str, root: Path) -> Path:
    """A schema file of the edition in `root`, or the tool's own when the edition has no ODD."""
    own = root / "tei" / "schema"
    return own / name if (own / ODD).is_file() else shipped_schema(name)


def shipped_schema(name: str) -> Path:
    """A schema file that comes with the tool."""
    return _first(Path("tei", "schema", name))


def typesetting() -> Path:
    """The folder of the templates for typst."""
    return _PACKAGE / "typst"


def skeleton() -> Iterator[tuple[str, str]]:
    """The files of a new edition: path in it, and text with $placeholders."""
    folder = _PACKAGE / "skeleton"
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")


def shapes() -> str:
    """The SHACL shapes of the linked data, with `{shapes}` and `{terms}` where addresses go."""
    return (_PACKAGE / "exports" / "linked_data" / "shapes.ttl").read_text(encoding="utf-8")


def serving(name: str) -> bytes:
    """What the server of `serve` adds to pages: "style.css", "reload.js"."""
    return (_PACKAGE / "serving" / name).read_bytes()


def sources_of_the_site() -> tuple[Path, ...]:
    """The tool's own folders that a site is made with: stylesheets, templates, assets."""
    own = tuple(_PACKAGE / name for name in ("templates", "assets", "scripts"))
    return (stylesheet("reading.xsl").parent, *own, typesetting())


def assets() -> tuple[Path, ...]:
    """The files the site needs beside its pages, in a fixed order."""
    return tuple(sorted(path for path in (_PACKAGE / "assets").iterdir() if path.is_file()))


def scripts() -> Path:
    """The folder of the site's scripts."""
    return _PACKAGE / "scripts"


def shares() -> tuple[Path, ...]:
    """Where libraries of other languages are looked for: a folder for each, first found first served.

    EDITION_SHARE names a folder; else `share/edition` beside the Python that runs, or in the checkout's environment.
    """
    named = [Path(os.environ[SHARE])] if os.environ.get(SHARE) else []
    return (*named, Path(sys.prefix, "share", "edition"), _CHECKOUT / ".venv" / "share" / "edition")


def shared(library: str, names: Iterable[str]) -> Path | None:
    """The folder of a library that holds all files of these names, if there is one."""
    wanted = tuple(names)
    folders = (place / library for place in shares())
    return next((one for one in folders if all((one / name).is_file() for name in wanted)), None)


def own() -> Iterator[tuple[str, str]]:
    """All files of the program: a name, the same in a checkout and in an installed package, and a path; in a fixed order."""
    folders = {
        "edition": _PACKAGE,
        "xslt": stylesheet("reading.xsl").parent,
        "tei/schema": shipped_schema(ODD).parent,
    }
    for name, folder in folders.items():
        yield from _below(os.fspath(folder), name)


def _below(folder: str, name: str) -> Iterator[tuple[str, str]]:
    """With `os.scandir`, for every build asks: `Path.rglob` takes twenty times as long."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda one: one.name)
    for one in entries:
        called = f"{name}/{one.name}"
        if one.name.startswith(".") or one.name == "__pycache__" or called == _APART:
            continue
        if one.is_dir():
            yield from _below(one.path, called)
        elif one.is_file():
            yield called, one.path


def _first(path: Path) -> Path:
    installed = _INSTALLED / path
    return installed if installed.is_file() else _CHECKOUT / path
