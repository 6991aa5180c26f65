"""EXPORTS: one format, one module, one row. Every export is made by the build and by `build.py export`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from edition.exports import tei
from edition.model import Config, Edition, File


@dataclass(frozen=True, slots=True)
class Export:
    """A format: `function` yields its files, with paths as the site publishes them."""

    slug: str
    title: str
    function: Callable[[Path, Config, Edition], Iterator[File]]


EXPORTS: tuple[Export, ...] = (
    Export(
        "tei",
        "TEI as published: the files of the edition with their figures",
        tei.files,
    ),
)
