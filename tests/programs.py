"""A copy of the program, whose files may be edited."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import ROOT


def copied(folder: Path) -> Path:
    """The folder, with the program in it, and with what is compiled of it: that fits files of the same time."""
    for name in ("edition", "xslt", "tei/schema"):
        shutil.copytree(ROOT / name, folder / name, ignore=_unfinished)
    return folder


def _unfinished(folder: str, names: list[str]) -> set[str]:
    """What another process is writing beside what is compiled: it may be gone before it is copied."""
    return {name for name in names if Path(folder).name == "__pycache__" and not name.endswith(".pyc")}
