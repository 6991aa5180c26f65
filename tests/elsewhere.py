"""A single file as an edition from elsewhere, built to see what is found in it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from edition import site
from edition.model import Finding

COMPANION = "zweites.xml"  # a text beside it, for an edition of none is none


def found(path: Path, code: str) -> Iterator[Finding]:
    """The findings with this code that building an edition of one file brings."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source")
        source.mkdir()
        shutil.copy(path, source / path.name)
        beside = path.with_name("good.xml")
        if beside != path and code == "Y007":
            shutil.copy(beside, source / COMPANION)
        report = site.build(source, Path(folder, "site"), exports=False, jobs=1)
    yield from (one for one in report.findings if one.code == code)
