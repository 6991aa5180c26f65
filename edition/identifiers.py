"""Identifiers of authority files: what they look like, their canonical address, their check digit.

Rules: GND, VIAF, Wikidata and GeoNames as their providers publish them; the check digit of the GND as
described for its two historical forms (with a hyphen before the check digit, and without); ISBN and ISSN
by ISO 2108 and ISO 3297; ISNI and ORCID by ISO 7064 mod 11-2.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """A kind of identifier: `address` holds `{}` where the value goes, or is empty for bare values."""

    name: str
    address: str
    shape: str
    check: Callable[[str], bool]


def _gnd(value: str) -> bool:
    digits = value.replace("-", "")
    total = sum(int(sign) * weight for sign, weight in zip(digits[-2::-1], range(2, 40), strict=False))
    expected = total % 11 if "-" in value else (11 - total % 11) % 11
    return digits[-1] == ("X" if expected == 10 else str(expected))


def _isbn(value: str) -> bool:
    digits = value.replace("-", "")
    if len(digits) == 13:
        return sum(int(sign) * (1, 3)[place % 2] for place, sign in enumerate(digits)) % 10 == 0
    return (
        sum((10 if sign == "X" else int(sign)) * (10 - place) for place, sign in enumerate(digits)) % 11 == 0
    )


def _issn(value: str) -> bool:
    digits = value.replace("-", "")
    return (
        sum((10 if sign == "X" else int(sign)) * (8 - place) for place, sign in enumerate(digits)) % 11 == 0
    )


def _mod_11_2(value: str) -> bool:
    total = 0
    digits = re.sub(r"[- ]", "", value)
    for sign in digits[:-1]:
        total = (total + int(sign)) * 2
    return digits[-1] == "0123456789X"[(12 - total % 11) % 11]


def _any(_: str) -> bool:
    """Identifiers without a check digit."""
    return True


SCHEMES: tuple[Scheme, ...] = (
    Scheme("GND", "https://d-nb.info/gnd/{}", r"[0-9]{1,9}-?[0-9X]|1[0-9]{8,9}[0-9X]", _gnd),
    Scheme("Wikidata", "http://www.wikidata.org/entity/{}", r"Q[1-9][0-9]*", _any),
    Scheme("VIAF", "https://viaf.org/viaf/{}", r"[1-9][0-9]{1,21}", _any),
    Scheme("GeoNames", "https://sws.geonames.org/{}/", r"[1-9][0-9]*", _any),
    Scheme("ISNI", "https://isni.org/isni/{}", r"[0-9]{15}[0-9X]", _mod_11_2),
    Scheme("ORCID", "https://orcid.org/{}", r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]", _mod_11_2),
    Scheme("ULAN", "http://vocab.getty.edu/ulan/{}", r"5[0-9]{8}", _any),
    Scheme("SNAC", "https://snaccooperative.org/{}", r"ark:/99166/[a-z0-9]+", _any),
    Scheme("ISBN", "", r"97[89]-?([0-9]-?){9}[0-9]|([0-9]-?){9}[0-9X]", _isbn),
    Scheme("ISSN", "", r"[0-9]{4}-[0-9]{3}[0-9X]", _issn),
)  # fmt: skip
BY_NAME = {scheme.name: scheme for scheme in SCHEMES}


def split(scheme: str, text: str) -> tuple[str, str | None]:
    """Value and address of an identifier as it stands in the TEI; unknown schemes keep their words."""
    known = BY_NAME.get(scheme)
    if known is None or not known.address:
        return text, text if text.startswith(("http://", "https://")) else None
    before, _, after = known.address.partition("{}")
    if text.startswith(before) and text.endswith(after):
        return text[len(before) : len(text) - len(after)], text
    return text, None


def problem(scheme: str, text: str) -> str:
    """What is wrong with an identifier: "address" (not canonical), "shape", "digit" (check digit), or nothing.

    Schemes we do not know pass.
    """
    known = BY_NAME.get(scheme)
    if known is None:
        return ""
    value, address = split(scheme, text)
    if known.address and address is None:
        return "address"
    if not re.fullmatch(known.shape, value):
        return "shape"
    return "" if known.check(value) else "digit"
