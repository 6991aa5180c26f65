"""Fetches CETEIcean, which the export of that name needs, from the registry that npm is configured for.

python tools/ceteicean.py [FOLDER]: into FOLDER, or beside the Python that runs this, where the edition looks for it.
docs/decisions/014-a-library-from-npm.md says why it is done so.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "CETEIcean@1.9.5"
# What is taken from the package, under which name, and the SHA-256 of what was looked at.
FILES = {
    "package/dist/CETEI.js": (
        "CETEI.js",
        "d0302b30107aaa57ec47342e490113f8529a1fc69b3231dfee2df048bceac525",
    ),
    "package/LICENSE.md": (
        "LICENSE.md",
        "d10845e3fb318c4e60a6e5d9dcb81ccf797b419d547b57a82ff9f3b81ca1a3d0",
    ),
}


def fetch(folder: Path) -> None:
    """Put the library and its licence into `folder`, unless they are there.

    Raises:
        SystemExit: it cannot be had; says what is missing.
    """
    if all(_is(folder / name, digest) for name, digest in FILES.values()):
        return
    npm = shutil.which("npm")
    if not npm:
        raise SystemExit(
            f"{PACKAGE} is missing, and without npm it cannot be fetched: install npm (Node.js)."
        )
    with tempfile.TemporaryDirectory() as place:
        said = subprocess.run(
            [npm, "pack", PACKAGE, "--loglevel=error"], cwd=place, capture_output=True, text=True, check=False
        )
        archives = list(Path(place).glob("*.tgz"))
        if said.returncode or len(archives) != 1:
            raise SystemExit(f"{PACKAGE} could not be fetched with npm; is there a network?\n{said.stderr}")
        found = dict(_taken(archives[0]))
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in found.items():
        (folder / name).write_bytes(content)


def _taken(archive: Path) -> list[tuple[str, bytes]]:
    """The files, by the name they get."""
    found = []
    with tarfile.open(archive) as package:
        for member, (name, digest) in FILES.items():
            file = package.extractfile(member)
            content = file.read() if file else b""
            if hashlib.sha256(content).hexdigest() != digest:
                raise SystemExit(f"{PACKAGE}: {member} is not the file that was looked at; nothing was kept.")
            found.append((name, content))
    return found


def _is(path: Path, digest: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest


if __name__ == "__main__":
    fetch(Path(sys.argv[1]) if sys.argv[1:] else Path(sys.prefix, "share", "edition", "ceteicean"))
