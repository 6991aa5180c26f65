"""Identifiers of authority files: what they look like, their canonical address, their check digit.

The rules and where they are from stand in `schemes` and `digits`. Names of schemes are compared without
regard to case, so that `GND`, `gnd` and, for persons, `PND` are the same.
"""

from __future__ import annotations

import re

from edition.identifiers.schemes import ALIASES, SCHEMES, Scheme

__all__ = ["SCHEMES", "Scheme", "canonical", "problem", "recognise", "scheme_of", "split"]

_BY_NAME = {scheme.name.lower(): scheme for scheme in SCHEMES}
_BY_NAME |= {alias: _BY_NAME[name.lower()] for alias, name in ALIASES.items()}
# Where each address may stand, and what may follow the value: a page, a format, a fragment.
_ELSEWHERE = [(re.compile(f"https?://(?:www\\.)?{one.elsewhere}"), one) for one in SCHEMES if one.elsewhere]
_TAIL = re.compile(
    r"(?:/(?:about(?:/[a-z]+|\.rdf)?|marc21|[\w%.-]+\.html)?|\.(?:json|rdf|ttl|html))?(?:#.*)?$"
)


def scheme_of(name: str) -> Scheme | None:
    """The scheme with this name, however its letters are written."""
    return _BY_NAME.get(name.strip().lower())


def split(scheme: str, text: str) -> tuple[str, str | None]:
    """Value and address of an identifier as it stands in the TEI; unknown schemes keep their words."""
    known = scheme_of(scheme)
    if known is None or not known.address:
        return text, text if text.startswith(("http://", "https://")) else None
    before, _, after = known.address.partition("{}")
    if text.startswith(before) and text.endswith(after):
        return text[len(before) : len(text) - len(after)], text
    return text, None


def recognise(address: str) -> str:
    """The name of the scheme an address on the web belongs to, or ''."""
    found = next((one for start, one in _ELSEWHERE if start.match(address)), None)
    return found.name if found and _value(found, address) else ""


def canonical(scheme: str, text: str) -> str | None:
    """The identifier in the form other editions can find; None if it is not certain which one is meant."""
    known = scheme_of(scheme)
    value = _value(known, text) if known else ""
    if known is None or not value or not known.check(value):
        return None
    return known.address.format(value) if known.address else value


def _value(known: Scheme, text: str) -> str:
    """The value in one of the ways to write it, or ''; its check digit may be wrong."""
    rest = text.strip()
    if known.elsewhere:
        rest = re.sub(f"^(?:https?://)?(?:www\\.)?{known.elsewhere}", "", rest)
    if known.name != "URN":  # there the name is a part of the value
        rest = re.sub(rf"^(?:{known.name}|\(DE-588\))[:\s]*", "", rest, flags=re.IGNORECASE)
    for candidate in (rest, _TAIL.sub("", rest, count=1) if known.address else rest):
        tidied = known.tidy(candidate)
        if re.fullmatch(known.shape, tidied):
            return tidied
    return ""


def problem(scheme: str, text: str, bare: bool = False) -> str:
    """What is wrong with an identifier: "address" (not canonical), "shape", "digit" (check digit), or nothing.

    `bare` lets pass every way to write it that can mean one thing only. Schemes we do not know pass.
    """
    known = scheme_of(scheme)
    if known is None:
        return ""
    value, address = split(scheme, text)
    if re.fullmatch(known.shape, value) and (address or bare or not known.address):
        return "" if known.check(value) else "digit"
    meant = _value(known, text)
    if meant:
        wrong_form = "" if bare else "address"
        return wrong_form if known.check(meant) else "digit"
    return "address" if known.address and address is None and "/" in text else "shape"
