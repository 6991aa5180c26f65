"""What was mended, in numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edition.fixes.planning import Mending
from edition.model import Bilingual

_SUMMARY = Bilingual("{repairs} in {files}", "{repairs} in {files}")
_ONE_REPAIR = Bilingual("1 repair", "1 Verbesserung")
_REPAIRS = Bilingual("{count} repairs", "{count} Verbesserungen")
_ONE_FILE = Bilingual("1 file", "1 Datei")
_FILES = Bilingual("{count} files", "{count} Dateien")


def summary(mendings: Iterable[Mending]) -> Bilingual:
    """How many repairs in how many files: "3 repairs in 2 files"."""
    listed = tuple(mendings)
    repairs = sum(len(one.mended) for one in listed)
    files = len({one.path for one in listed})
    parts: Mapping[str, Bilingual] = {
        "repairs": _ONE_REPAIR if repairs == 1 else _REPAIRS.filled({"count": repairs}),
        "files": _ONE_FILE if files == 1 else _FILES.filled({"count": files}),
    }
    return _SUMMARY.filled(parts)
