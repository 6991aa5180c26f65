"""SCHEMES: each kind of identifier in one row; its address, its shape, its check digit, other ways to write it.

What the rows rest on: GND, the addresses of the Deutsche Nationalbibliothek (d-nb.info/gnd/…); Wikidata, its
concept addresses (http, /entity/); VIAF, GeoNames (sws.geonames.org, »GeoNames Ontology«), ISNI and ORCID
(»Structure of the ORCID Identifier«: four groups of four, https), ULAN and the Library of Congress as they
publish their addresses; DOI, »DOI Handbook« and Crossref's guidelines for display: https://doi.org/ and the
name; SNAC and the Bibliothèque nationale de France, the form of their ARKs; URN, RFC 8141; ISBN, ISO 2108:
groups divided by hyphens or spaces; ISSN, ISO 3297: two groups of four with a hyphen, X a capital.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from edition.identifiers import digits

_ISBN = re.compile(r"(?:ISBN(?:-1[03])?:?\s*)?([0-9][0-9 -]+[0-9Xx])", re.IGNORECASE)
_ISSN = re.compile(r"(?:e?ISSN:?\s*)?([0-9]{4})[ -]?([0-9]{3}[0-9Xx])", re.IGNORECASE)


def _upper(value: str) -> str:
    return value.upper()


def _same(value: str) -> str:
    return value


def _grouped(value: str) -> str:
    """Sixteen digits as ORCID writes them, in groups of four."""
    plain = _plain(value)
    return "-".join(plain[place : place + 4] for place in range(0, len(plain), 4))


def _plain(value: str) -> str:
    return re.sub(r"[- ]|%20", "", value).upper()


def _isbn(value: str) -> str:
    found = _ISBN.fullmatch(value)
    return _plain(found[1]) if found else value


def _issn(value: str) -> str:
    found = _ISSN.fullmatch(value)
    return f"{found[1]}-{found[2].upper()}" if found else value


class Scheme(Struct, frozen=True):
    """A kind of identifier: `address` holds `{}` where the value goes, or is empty for bare values.

    `elsewhere` is what stands before the value in other addresses of the same thing (a pattern, without the
    protocol); `tidy` writes a value the way the scheme wants it.
    """

    name: str
    address: str
    shape: str
    check: Callable[[str], bool] = digits.none
    elsewhere: str = ""
    tidy: Callable[[str], str] = _same


_SIXTEEN = r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]"

SCHEMES: tuple[Scheme, ...] = (
    Scheme(
        "GND", "https://d-nb.info/gnd/{}", r"[0-9]{1,9}-?[0-9X]|1[0-9]{8,9}[0-9X]", digits.gnd,
        r"d-nb\.info/gnd/", _upper,
    ),
    Scheme(
        "Wikidata", "http://www.wikidata.org/entity/{}", r"Q[1-9][0-9]*",
        elsewhere=r"(?:m\.)?wikidata\.org/(?:entity/|wiki/(?:Special:EntityData/)?)", tidy=_upper,
    ),
    Scheme("VIAF", "https://viaf.org/viaf/{}", r"[1-9][0-9]{1,21}", elsewhere=r"viaf\.org/viaf/"),
    Scheme(
        "GeoNames", "https://sws.geonames.org/{}/", r"[1-9][0-9]*", elsewhere=r"(?:sws\.)?geonames\.org/"
    ),
    Scheme(
        "ISNI", "https://isni.org/isni/{}", r"[0-9]{15}[0-9X]", digits.mod_11_2, r"isni\.org/(?:isni/)?",
        _plain,
    ),
    Scheme("ORCID", "https://orcid.org/{}", _SIXTEEN, digits.mod_11_2, r"orcid\.org/", _grouped),
    Scheme(
        "ULAN", "http://vocab.getty.edu/ulan/{}", r"5[0-9]{8}",
        elsewhere=r"vocab\.getty\.edu/(?:page/)?ulan/",
    ),
    Scheme(
        "SNAC", "https://snaccooperative.org/{}", r"ark:/99166/[a-z0-9]+", elsewhere=r"snaccooperative\.org/"
    ),
    Scheme(
        "LCCN", "http://id.loc.gov/authorities/names/{}", r"n[a-z]{0,2}(?:[0-9]{8}|[0-9]{10})",
        elsewhere=r"id\.loc\.gov/authorities/(?:names/)?", tidy=str.lower,
    ),
    Scheme(
        "BnF", "", r"(?:https?://(?:data|catalogue)\.bnf\.fr/)?ark:/12148/cb[0-9]{8}[0-9b-z](?:#about)?"
    ),
    Scheme(
        "DOI", "https://doi.org/{}", r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+", elsewhere=r"(?:dx\.)?doi\.org/"
    ),
    Scheme(
        "URN", "", r"[uU][rR][nN]:[A-Za-z0-9][A-Za-z0-9-]{0,31}:\S+", digits.urn,
        r"(?:nbn-resolving\.(?:org|de|com)|urn\.fi|resolver\.obvsg\.at)/",
    ),
    Scheme(
        "ISBN", "", r"97[89][- ]?(?:[0-9][- ]?){9}[0-9]|(?:[0-9][- ]?){9}[0-9X]", digits.isbn, tidy=_isbn
    ),
    Scheme("ISSN", "", r"[0-9]{4}-[0-9]{3}[0-9X]", digits.issn, tidy=_issn),
)  # fmt: skip
ALIASES = {"pnd": "GND", "loc": "LCCN", "lcnaf": "LCCN", "naf": "LCCN", "wd": "Wikidata", "orcid id": "ORCID"}
