"""An edition spoiled on purpose: the edits that a case of tests/checks lists, and applying them."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any


def edits(table: Path) -> list[dict[str, Any]]:
    """The rows of a TOML file: file, find, replace; file, write; file, copy; or file, remove."""
    return list(tomllib.loads(table.read_text(encoding="utf-8"))["edit"])


def spoil(folder: Path, table: Path) -> Path:
    """The folder of an edition, with the edits of a table made in it."""
    for edit in edits(table):
        path = folder / edit["file"]
        if edit.get("remove"):
            path.unlink()
        elif "copy" in edit:
            shutil.copy(folder / edit["copy"], path)
        elif "write" in edit:
            path.write_text(edit["write"], encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            assert edit["find"] in text, f"{table}: {edit['find']!r} is not in {edit['file']}"
            path.write_text(text.replace(edit["find"], edit["replace"], 1), encoding="utf-8")
    return folder
