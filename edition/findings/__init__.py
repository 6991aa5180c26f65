"""What was found, written down: for people in a terminal, for programs, for code hosting, as a page.

`FORMATS` are those that are text by themselves; the page is made of `page.Report` by a template.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from edition.findings import plain, sarif, terminal
from edition.findings.excerpt import harmless
from edition.findings.summary import counted, remarks, sentence
from edition.findings.terminal import brief
from edition.findings.verdict import Style, Verdict

__all__ = ["FORMATS", "Style", "Verdict", "brief", "counted", "harmless", "remarks", "sentence"]

FORMATS: Mapping[str, Callable[[Verdict, Style], str]] = {
    "text": terminal.write,
    "json": plain.write,
    "sarif": sarif.write,
}
