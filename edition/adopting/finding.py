"""Which files of a folder belong to an edition that nobody has described."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

# Folders of programs and of what they make: no texts are there.
_APART = frozenset(
    """node_modules schema schemas odd xslt xsl html site out build dist public target venv __pycache__ templates docs
    test tests""".split()
)
ENDINGS = (".xml", ".tei")


def found_in(root: Path, patterns: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    """Path below `root` and role of each file, in the order of the paths; '' where its content must tell the role.

    Without patterns every .xml below the folder is looked at, but not what hides, nor the folders of programs. A link
    that leads out of the folder is not followed.
    """
    if any(patterns.values()):
        found = {
            path.relative_to(root).as_posix(): role
            for role in reversed(tuple(patterns))
            for pattern in patterns[role]
            for path in root.glob(pattern)
            if _inside(path, root)
        }
        return tuple(sorted(found.items()))
    return tuple((path, "") for path in sorted(_walk(root)))


def _walk(root: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(root, followlinks=False):
        folders[:] = [one for one in folders if not one.startswith(".") and one.lower() not in _APART]
        for name in files:
            path = Path(folder, name)
            if (
                name.lower().endswith(ENDINGS)
                and not name.startswith(".")
                and _inside(path, root, path.is_symlink())
            ):
                yield PurePosixPath(path.relative_to(root)).as_posix()


def _inside(path: Path, root: Path, linked: bool = True) -> bool:
    """Whether a file lies in a folder; `linked` says whether there may be links on the way to it."""
    try:
        if not path.is_file():
            return False
        return not linked or path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False
