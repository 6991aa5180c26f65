"""Does a file keep the rules of a Schematron of its own? Rules are run as they are; their words are theirs."""

from __future__ import annotations

import json

from lxml import etree

from edition import events, resources
from edition.model import Bilingual, Finding, Source
from edition.saxon import Stylesheet

CODE = "X023"
_WARNINGS = frozenset({"warning", "warn", "info", "information", "nonfatal", "non-fatal"})


class Schematron:
    """Compiled rules; StylesheetError where they use what is not supported here."""

    def __init__(self, sch: bytes, name: str) -> None:
        compiler = Stylesheet(resources.stylesheet("schema/schematron.xsl"))
        self._rules = Stylesheet.from_text(compiler(sch, name=name), name)

    def check(self, source: Source) -> tuple[Finding, ...]:
        """What the rules find in a document, in the order of the document."""
        hits = json.loads(self._rules(etree.tostring(source.tree, encoding="unicode"), name=source.path))
        places = events.positions(source.events)
        hits.sort(key=lambda hit: (hit["element"], hit["id"]))
        found = []
        for hit in hits:
            place = places[hit["element"] - 1]
            severity = "warning" if hit["role"].lower() in _WARNINGS else "error"
            words = hit["message"].strip()
            german = hit.get("translations", {}).get("de", words).strip()
            found.append(
                Finding(CODE, severity, source.path, place.line, place.column, Bilingual(words, german))
            )
        return tuple(found)
