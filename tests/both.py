"""The exports of both editions, made once: the toy's and the edition's own, with the facts they are made of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from edition import exporting, settings, validation
from edition.exports import EXPORTS
from edition.model import Config, Edition
from tests.conftest import ROOT, TOY

ROOTS = (TOY, ROOT)
BOTH = pytest.mark.parametrize("root", ROOTS, ids=["toy", "real"])


@dataclass(frozen=True)
class Exported:
    """What one format yields for one edition."""

    config: Config
    edition: Edition
    files: dict[str, bytes]

    def text(self, path: str) -> str:
        return self.files[path].decode("utf-8")

    def json(self, path: str) -> Any:
        return json.loads(self.files[path])

    def ending(self, end: str) -> list[str]:
        """The paths that end so."""
        return [path for path in self.files if path.endswith(end)]


@cache
def edition_of(root: Path) -> Edition:
    """The facts of an edition."""
    return validation.examine(root, settings.load(root)).edition


@cache
def exported(slug: str, root: Path) -> Exported:
    """The files of a format, by its slug in EXPORTS."""
    edition = edition_of(root)
    row = next(one for one in EXPORTS if one.slug == slug)
    made = exporting.alone(row, root, edition.config, edition, exporting.Outcome())
    return Exported(edition.config, edition, {file.path: file.content for file in made})


def below(slug: str, root: Path) -> dict[str, bytes]:
    """The files of a format by their path below its folder."""
    return {path.removeprefix(f"data/{slug}/"): data for path, data in exported(slug, root).files.items()}


def rights(root: Path) -> tuple[str, ...]:
    """What every export must name: both licences, version and title."""
    config = edition_of(root).config
    return config.licence_text, config.licence_edition, config.version, config.title
