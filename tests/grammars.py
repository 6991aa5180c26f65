"""The small grammars of tests/grammar: a grammar and documents that keep to it or do not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

FOLDER = Path(__file__).parent / "grammar"
_RNG = "{http://relaxng.org/ns/structure/1.0}grammar"


@dataclass(frozen=True, slots=True)
class Cases:
    """A grammar and its documents. `invalid`: document and the findings there must be ("G001 1:9 …")."""

    name: str
    grammar: bytes
    valid: tuple[bytes, ...]
    invalid: tuple[tuple[bytes, str], ...]

    @property
    def documents(self) -> tuple[bytes, ...]:
        """All documents."""
        return (*self.valid, *(document for document, _ in self.invalid))


def cases(path: Path) -> Cases:
    """The cases of one file."""
    root = etree.parse(path).getroot()
    grammar = root.find(_RNG)
    assert grammar is not None, path
    return Cases(
        path.stem,
        etree.tostring(grammar, with_tail=False),
        tuple((node.text or "").encode() for node in root.findall("valid")),
        tuple(((node.text or "").encode(), node.get("expect", "")) for node in root.findall("invalid")),
    )


ALL = tuple(cases(path) for path in sorted(FOLDER.glob("*.xml")))
