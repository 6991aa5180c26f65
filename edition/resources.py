"""Where the tool's own files are: stylesheets, schema, assets; in a checkout or in an installed package."""

from __future__ import annotations

from pathlib import Path

ODD = "edition.odd"
_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent
_INSTALLED = _PACKAGE / "shipped"  # the wheel puts xslt/ and tei/schema/ there


def stylesheet(name: str) -> Path:
    """A stylesheet, by its path below xslt/: "reading.xsl"."""
    return _first(Path("xslt", name))


def schema(name: str, root: Path) -> Path:
    """A schema file of the edition in `root`, or the tool's own when the edition has no ODD."""
    own = root / "tei" / "schema"
    return own / name if (own / ODD).is_file() else _first(Path("tei", "schema", name))


def assets() -> tuple[Path, ...]:
    """The files the site needs beside its pages, in a fixed order."""
    return tuple(sorted(path for path in (_PACKAGE / "assets").iterdir() if path.is_file()))


def _first(path: Path) -> Path:
    installed = _INSTALLED / path
    return installed if installed.is_file() else _CHECKOUT / path
