"""A tagged PDF as a screen reader meets it: elements in logical order, with their words and the pages they stand on."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_CHARS = re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES = re.compile(r"beginbfrange(.*?)endbfrange", re.DOTALL)
_CHAR = re.compile(r"<(\w+)>\s*<(\w+)>")
_RANGE = re.compile(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>")
HYPHEN = "\N{SOFT HYPHEN}"


@dataclass
class Element:
    """An element of the structure; `parts` are elements, or words with the number of their page."""

    kind: str
    parts: list[Element | tuple[str, int]] = field(default_factory=list)

    def all(self, *kinds: str) -> Iterator[Element]:
        """Every element of some kinds below, in order."""
        for part in self.parts:
            if isinstance(part, Element):
                if part.kind in kinds:
                    yield part
                yield from part.all(*kinds)

    def words(self, without: tuple[str, ...] = ()) -> list[tuple[str, int]]:
        """Words with their pages, those of some kinds of elements left out; hyphens at line ends are no words."""
        found: list[tuple[str, int]] = []
        for part in self.parts:
            if not isinstance(part, Element):
                found.append((part[0].replace(HYPHEN, "").replace("\xa0", " "), part[1]))
            elif part.kind not in without:
                found += part.words(without)
        return found

    def text(self, *without: str) -> str:
        """All words."""
        return " ".join("".join(said for said, _ in self.words(without)).split())


class Tagged:
    """A PDF by its structure."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.fonts: dict[Any, dict[int, str]] = {}
        self.languages: set[str] = set()  # in which words are marked
        self.numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages, 1)}
        self.content = {page.objgen: self._content(page) for page in self.pdf.pages}
        self.root = Element("root")
        self._walk(self.pdf.Root.StructTreeRoot.K, self.root, None)

    def _walk(self, node: Any, above: Element, page: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for one in node:
                self._walk(one, above, page)
        elif not isinstance(node, pikepdf.Dictionary):
            self._add(above, page, int(node))
        elif node.get("/Type") == "/MCR":
            self._add(above, node.get("/Pg", page), int(node.MCID))
        elif node.get("/Type") != "/OBJR":
            element = Element(str(node.S)[1:])
            above.parts.append(element)
            if "/K" in node:
                self._walk(node.K, element, node.get("/Pg", page))

    def _add(self, above: Element, page: Any, number: int) -> None:
        above.parts.append((self.content[page.objgen].get(number, ""), self.numbers[page.objgen]))

    def _content(self, page: Any) -> dict[int, str]:
        """What each marked piece of a page says."""
        said: dict[int, str] = {}
        marks: list[tuple[int | None, str | None]] = []
        font: dict[int, str] = {}
        for operands, operator in pikepdf.parse_content_stream(page):
            here = next((number for number, _ in reversed(marks) if number is not None), None)
            match str(operator):
                case "BDC" | "BMC":
                    facts = operands[1] if len(operands) > 1 else {}
                    number, actual = facts.get("/MCID"), facts.get("/ActualText")
                    self.languages |= {str(facts.get("/Lang"))} if "/Lang" in facts else set()
                    marks.append((None if number is None else int(number), actual and str(actual)))
                    inner = int(number) if number is not None else here
                    if actual is not None and inner is not None:
                        said[inner] = said.get(inner, "") + str(actual)
                case "EMC":
                    marks.pop()
                case "Tf":
                    font = self._font(page.Resources.Font[operands[0]])
                case "Tj" | "TJ" if here is not None and not any(actual for _, actual in marks):
                    strings = operands if str(operator) == "Tj" else operands[0]
                    codes = b"".join(bytes(one) for one in strings if isinstance(one, pikepdf.String))
                    letters = (font[int.from_bytes(codes[at : at + 2])] for at in range(0, len(codes), 2))
                    said[here] = said.get(here, "") + "".join(letters)
        return said

    def _font(self, font: Any) -> dict[int, str]:
        """The letters of a font by their codes."""
        if font.objgen not in self.fonts:
            table = font.ToUnicode.read_bytes().decode("latin-1")
            found = {}
            for block in _CHARS.findall(table):
                found |= {int(code, 16): _letters(said) for code, said in _CHAR.findall(block)}
            for block in _RANGES.findall(table):
                for first, last, said in _RANGE.findall(block):
                    for step in range(int(last, 16) - int(first, 16) + 1):
                        found[int(first, 16) + step] = chr(ord(_letters(said)) + step)
            self.fonts[font.objgen] = found
        return self.fonts[font.objgen]


def _letters(code: str) -> str:
    return bytes.fromhex(code).decode("utf-16-be")
