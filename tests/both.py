"""The exports of both editions, made once: the toy's and the edition's own, with the facts they are made of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from edition import settings, validation
from edition.exports import EXPORTS
from edition.model import Config, Edition
from tests.conftest import ROOT, TOY

BOTH = pytest.mark.parametrize("root", [TOY, ROOT], ids=["toy", "real"])


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
def facts(root: Path) -> tuple[Config, Edition]:
    config = settings.load(root)
    return config, validation.examine(root, config).edition


@cache
def exported(slug: str, root: Path) -> Exported:
    """The files of a format, by its slug in EXPORTS."""
    config, edition = facts(root)
    row = next(one for one in EXPORTS if one.slug == slug)
    return Exported(
        config, edition, {file.path: file.content for file in row.function(root, config, edition)}
    )
