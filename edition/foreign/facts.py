"""Dates and identifiers as any TEI may write them: more freely than our own schema allows, but not wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from edition import datings, identifiers
from edition.checks.subject import Subject
from edition.corpus import every
from edition.grammar import dates as lexical
from edition.model import Finding
from edition.transcript import flatten, local

_DATED = "//t:*[@when or @notBefore or @notAfter or ((@from or @to) and not({}))]"
# @from and @to are dates only on elements of att.datable.w3c: here they are pages, lines or pointers.
_NOT_DATES = frozenset("biblScope citedRange locus app span arc rt".split())
_XPATH = _DATED.format(" or ".join(f"self::t:{name}" for name in sorted(_NOT_DATES)))
_KINDS = ("date", "gYear", "gYearMonth", "gMonth", "gDay", "gMonthDay", "time", "dateTime")
_ADDRESS = re.compile(r"https?://(?:www\.)?")
_ISIL = re.compile(r"\(DE-588\)")  # the GND as library catalogues write it


def dates(subject: Subject) -> Iterator[Finding]:
    """D011 a value that is no date, D012 a range that ends before it begins."""
    for node in every(subject.source.tree.getroot(), _XPATH):
        bad = next((value for value in _values(node) if not _is_date(value.strip())), None)
        if bad is not None:
            yield subject.find(node, "D011", value=bad, element=local(node))
        elif _reversed(node):
            yield subject.find(node, "D012", element=local(node))


def _values(node: Any) -> list[str]:
    ranged = local(node) not in _NOT_DATES
    names = ("when", "notBefore", "notAfter", *(("from", "to") if ranged else ()))
    return [node.get(name) for name in names if node.get(name) is not None]


def _is_date(value: str) -> bool:
    """W3C: a year, a month, a day, a time, or what recurs each year or month."""
    return any(lexical.TYPES[kind][1](value) is not None for kind in _KINDS)


def _reversed(node: Any) -> bool:
    for names in (("from", "to"), ("notBefore", "notAfter")):
        begin, end = (datings.interval((node.get(name) or "")[:10]) for name in names)
        if begin and end and begin[0] > end[1]:
            return True
    return False


def numbers(subject: Subject) -> Iterator[Finding]:
    """I001 no identifier of its kind, I002 wrong check digit; a bare value is as good as an address."""
    for node in every(subject.source.tree.getroot(), "//t:idno[@subtype or @type]"):
        scheme = next((name for name in (node.get("subtype"), node.get("type")) if _known(name)), None)
        value = flatten(node).text.strip()
        if scheme is None or not value:
            continue
        known = _SCHEMES[scheme.lower()]
        bare = _bare(known, value)
        wrong = identifiers.problem(known.name, known.address.format(bare) or bare) if bare else ""
        if wrong in ("shape", "digit"):
            code = {"shape": "I001", "digit": "I002"}[wrong]
            yield subject.find(node, code, value=value, scheme=known.name, address=known.address)


_SCHEMES = {one.name.lower(): one for one in identifiers.SCHEMES}


def _known(name: str | None) -> bool:
    return bool(name) and str(name).lower() in _SCHEMES


def _bare(scheme: identifiers.Scheme, value: str) -> str:
    """The identifier without its address; '' where it stands in an address that is not known here."""
    if "://" in value:
        known = _ADDRESS.sub("", scheme.address).partition("{}")[0]
        rest = _ADDRESS.sub("", value)
        return rest[len(known) :].rstrip("/") if known and rest.startswith(known) else ""
    stripped = _ISIL.sub("", value)
    return re.sub(r"[\s‐‑–]", "", stripped).upper() if scheme.name in ("ISBN", "ISSN", "ISNI") else stripped
