"""Folders of TEI as others write it, opened and read."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edition import validation, workspace
from edition.model import Edition, Finding
from tests.conftest import TESTS

OTHERS = TESTS / "others"
PIECES = OTHERS / "pieces"


@dataclass(frozen=True, slots=True)
class Read:
    """What a folder of others' TEI says."""

    edition: Edition
    findings: tuple[Finding, ...]

    @property
    def kinds(self) -> dict[str, int]:
        """How many entities of each kind there are."""
        return dict(Counter(one.kind for one in self.edition.entities.values()))

    @property
    def mentions(self) -> dict[str, int]:
        """How often each entity is named."""
        return {pointer: len(found) for pointer, found in self.edition.mentions.items() if found}

    def codes(self) -> Counter[str]:
        """How often each code was found."""
        return Counter(one.code for one in self.findings)


def read(folder: Path) -> Read:
    """The facts of a folder."""
    with workspace.opened(folder) as house:
        examined = validation.of_workspace(house)
    return Read(examined.edition, examined.findings)


def expected(name: str) -> dict[str, Any]:
    """What a folder of `tests/others` should say."""
    found: dict[str, Any] = json.loads((OTHERS / name / "expected.json").read_text(encoding="utf-8"))
    return found


def copied(names: Iterable[str], folder: Path) -> Path:
    """Some of the pieces in a folder of their own."""
    folder.mkdir(exist_ok=True)
    for name in names:
        shutil.copy(PIECES / name, folder / name)
    return folder
