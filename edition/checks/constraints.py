"""Does a document keep the rules that the ODD states in Schematron?

The rules become one stylesheet, which reports each hit with the number of its element; lines and columns are
those of that element in the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from lxml import etree

from edition import compiled, events, resources
from edition.codes import Code
from edition.errors import SchemaError, StylesheetError
from edition.model import LANGUAGES, Bilingual, Finding, Source
from edition.saxon import Stylesheet

_ID = re.compile(r"ed-(?P<code>[A-Z][0-9]{3})-[a-z0-9-]+")


class Constraints:
    """Compiled rules: `check` as many documents as you like."""

    def __init__(self, sch: bytes, name: str = "edition.sch") -> None:
        compiler = resources.stylesheet("schema/schematron.xsl")
        source = b"\n".join((sch, name.encode(), compiler.read_bytes(), version("saxonche").encode()))
        try:
            rules = compiled.text(f"rules-{name}", source, lambda: Stylesheet(compiler)(sch, name=name))
            self._rules = Stylesheet.from_text(rules, name)
        except StylesheetError as error:
            raise SchemaError(
                Bilingual(
                    f"The rules in {name} cannot be used: {error.message.en}",
                    f"Die Regeln in {name} sind nicht verwendbar: {error.message.de}",
                ),
                error.hint,
            ) from error

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
            Bilingual(f"The rule {hit['id']!r} has no code.", f"Die Regel »{hit['id']}« hat keinen Code."),
            Bilingual(
                "An id of a rule is like ed-T012-no-empty-p.",
                "Die Kennung einer Regel ist wie ed-T012-no-empty-p gebaut.",
            ),
        )
    english = _parted(hit["message"], "Hint: ")
    german = hit["translations"].get("de")
    message, hint = zip(english, _parted(german, "Hinweis: ") if german else english, strict=True)
    return Finding(
        identity["code"], hit["role"], path, position.line, position.column,
        Bilingual(*message), Bilingual(*hint),
    )  # fmt: skip


def _parted(text: str, mark: str) -> tuple[str, str]:
    """What happened, and what to do."""
    message, _, hint = text.partition(mark)
    return message.strip(), hint.strip()


def described(sch: bytes) -> Mapping[str, Code]:
    """Title, reason and severity of each code, as the ODD gives them; silent where a schema says nothing of it."""
    found: dict[str, Code] = {}
    for pattern in etree.fromstring(sch).iterfind("{*}pattern"):
        texts = {
            kind: Bilingual(*(pattern.findtext(f"{{*}}p[@class='{kind} {one}']", "") for one in LANGUAGES))
            for kind in ("title", "reason")
        }
        for test in pattern.iterfind("{*}rule/*[@test]"):
            if identity := _ID.fullmatch(test.get("id", "")):
                found[identity["code"]] = Code(test.get("role", "error"), texts["title"], texts["reason"])
    return found
