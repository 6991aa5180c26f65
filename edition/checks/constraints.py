"""Does a document keep the rules that the ODD states in Schematron?

The rules become one stylesheet, which reports each hit with the number of its element; lines and columns are
those of that element in the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from edition import events, resources
from edition.codes import Code
from edition.errors import SchemaError, StylesheetError
from edition.model import SILENT, Bilingual, Finding, Source
from edition.saxon import Stylesheet

_ID = re.compile(r"ed-(?P<code>[A-Z][0-9]{3})-[a-z0-9-]+")


class Constraints:
    """Compiled rules: `check` as many documents as you like."""

    def __init__(self, sch: bytes, name: str = "edition.sch") -> None:
        compiler = Stylesheet(resources.stylesheet("schema/schematron.xsl"))
        try:
            self._rules = Stylesheet.from_text(compiler(sch, name=name), name)
        except StylesheetError as error:
            raise SchemaError(f"The rules in {name} cannot be used: {error.message}", error.hint) from error

    def check(self, source: Source) -> tuple[Finding, ...]:
        """The findings of all rules in one document, in the order of the document."""
        # Not source.data: that may be in any encoding, and Saxon is handed text.
        hits = json.loads(self._rules(etree.tostring(source.tree, encoding="unicode"), name=source.path))
        if not hits:
            return ()
        positions = events.positions(source.events)
        hits.sort(key=lambda hit: (hit["element"], hit["id"]))
        return tuple(_finding(hit, positions[hit["element"] - 1], source.path) for hit in hits)


def _finding(hit: dict[str, Any], position: events.Position, path: str) -> Finding:
    identity = _ID.fullmatch(hit["id"])
    if not identity:
        raise SchemaError(
            f"The rule {hit['id']!r} has no code.", "An id of a rule is like ed-T012-no-empty-p."
        )
    message, _, hint = hit["message"].partition("Hint: ")
    return Finding(
        identity["code"], hit["role"], path, position.line, position.column,
        Bilingual(message.strip(), message.strip()), Bilingual(hint.strip(), hint.strip()),
    )  # fmt: skip


def described(sch: bytes) -> Mapping[str, Code]:
    """Title, reason and severity of each code, as far as the rules give them."""
    found: dict[str, Code] = {}
    for test in etree.fromstring(sch).iterfind("{*}pattern/{*}rule/*[@test]"):
        if identity := _ID.fullmatch(test.get("id", "")):
            found[identity["code"]] = Code(test.get("role", "error"), SILENT, SILENT)
    return found
