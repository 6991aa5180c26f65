"""Are the dates dates, in order, and does the arithmetic of relative ones come out?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from edition import datings
from edition.checks.subject import Subject
from edition.corpus import XML_ID, every
from edition.model import Bilingual, Dating, Finding
from edition.transcript import flatten, local

_TO = Bilingual("{begin} to {end}", "{begin} bis {end}")
_YEAR_ZERO = re.compile(r"-?0000(?!\d)")
_NO_DATE = Bilingual("no date", "kein Datum")
_DATED = "//*[@when or @from or @to or @notBefore or @notAfter]"
_ISO = ("when-iso", "from-iso", "to-iso", "notBefore-iso", "notAfter-iso")
_ISO_DATED = "//*[{}]".format(" or ".join(f"@{name}" for name in _ISO))
# Where @from and @to are numbers of pages or pointers (TEI: att.citing, app, arc, locus, rt, span).
_NOT_RANGED = frozenset("app arc biblScope citedRange locus rt span".split())


def in_file(subject: Subject) -> Iterator[Finding]:
    """D011 no date, D012 a range that ends before it begins, D013 arithmetic, D014 anchor, D015 point as range."""
    yield from values(subject)
    yield from _relative(subject, subject.source.tree.getroot())


def values(subject: Subject) -> Iterator[Finding]:
    """D011, D012 and D015: each element by itself, in any TEI."""
    root = subject.source.tree.getroot()
    for node in every(root, _DATED):
        yield from _of_node(subject, node)
    for node in every(root, _ISO_DATED):
        bad = next((value for name in _ISO if (value := node.get(name)) and not datings.is_iso(value)), None)
        if bad:
            yield subject.find(node, "D011", variant="iso", value=bad, element=local(node))


def _of_node(subject: Subject, node: Any) -> Iterator[Finding]:
    bad = next((value for value in _values(node) if not datings.is_w3c(value)), None)
    if bad:
        variant = "zero" if _YEAR_ZERO.match(bad) else ""
        yield subject.find(node, "D011", variant=variant, value=bad, element=local(node))
    elif local(node) in _NOT_RANGED:
        return
    elif _reversed(node):
        yield subject.find(node, "D012", element=local(node))
    elif (value := node.get("from")) and value == node.get("to"):
        yield subject.find(node, "D015", value=value, element=local(node))


def _values(node: Any) -> list[str]:
    ranged = local(node) not in _NOT_RANGED
    names = (name for name in datings.ATTRIBUTES.values() if ranged or name not in ("from", "to"))
    found = (node.get(name) for name in names)
    return [value.strip() for value in found if value]  # XML Schema collapses white space first


def _reversed(node: Any) -> bool:
    for first, last in (("from", "to"), ("notBefore", "notAfter")):
        one, other = node.get(first), node.get(last)
        if one and other:
            begin, end = datings.interval(one), datings.interval(other)
            if begin and end and begin[0] > end[1]:
                return True
    return False


def _relative(subject: Subject, root: Any) -> Iterator[Finding]:
    ids = {node.get(XML_ID): node for node in every(root, "//*[@xml:id]")}
    for node in every(root, "//t:date[@datingPoint]"):
        anchor = ids.get((node.get("datingPoint") or "").lstrip("#"))
        if anchor is not None and _circular(node, ids):
            anchor = None
        dating = datings.of_element(anchor) if anchor is not None else Dating()
        if dating and datings.span(dating) is None:
            continue  # the anchor's own date is no date: that is said there
        days = datings.span(dating)
        words = flatten(node).text.strip()
        if days is None:
            yield subject.find(node, "D014", words=words, anchor=node.get("datingPoint"))
            continue
        yield from _arithmetic(subject, node, days, words)


def _circular(node: Any, ids: dict[str, Any]) -> bool:
    """Whether a chain of dates that count from each other leads back to where it began."""
    seen = {node}
    while node is not None and node.get("datingPoint"):
        node = ids.get(node.get("datingPoint").lstrip("#"))
        if node in seen:
            return True
        seen.add(node)
    return False


def _arithmetic(subject: Subject, node: Any, days: datings.Interval, words: str) -> Iterator[Finding]:
    offsets = every(node, ".//t:offset/@type")
    moved = datings.shift(days, node.get("dur", ""), str(offsets[0]) if offsets else "")
    claimed = datings.span(datings.of_element(node))
    if moved is None or claimed is None or not datings.overlap(moved, claimed):
        yield subject.find(
            node, "D013", words=words, begin=days[0], end=days[1], duration=node.get("dur"),
            result=_TO.filled({"begin": moved[0], "end": moved[1]}) if moved else _NO_DATE,
        )  # fmt: skip
