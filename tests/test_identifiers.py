"""Identifiers: shape, canonical address and check digit.

The valid ones are published examples of their schemes or stand in the edition's own lists.
"""

from __future__ import annotations

import pytest

from edition import identifiers


@pytest.mark.parametrize(
    ("scheme", "text"),
    [
        ("GND", "https://d-nb.info/gnd/118642979"),
        ("GND", "https://d-nb.info/gnd/11866834X"),
        ("GND", "https://d-nb.info/gnd/4005728-8"),
        ("GND", "https://d-nb.info/gnd/1043833846"),
        ("Wikidata", "http://www.wikidata.org/entity/Q33391"),
        ("GeoNames", "https://sws.geonames.org/3996063/"),
        ("VIAF", "https://viaf.org/viaf/114011568"),
        ("ORCID", "https://orcid.org/0000-0002-1825-0097"),
        ("ISSN", "1613-0766"),
        ("ISBN", "3-462-01702-0"),
        ("ISBN", "9783878774754"),
        ("callNumber", "anything at all"),
    ],
)
def test_right_identifiers_pass(scheme: str, text: str) -> None:
    assert identifiers.problem(scheme, text) == ""


@pytest.mark.parametrize(
    ("scheme", "text", "words"),
    [
        ("GND", "https://d-nb.info/gnd/118642978", "digit"),
        ("GND", "https://d-nb.info/gnd/4005728-7", "digit"),
        ("GND", "http://d-nb.info/gnd/118642979", "address"),
        ("GND", "118642979", "address"),
        ("Wikidata", "http://www.wikidata.org/entity/33391", "shape"),
        ("GeoNames", "https://www.geonames.org/3996063", "address"),
        ("ISSN", "1613-0767", "digit"),
        ("ISBN", "9783878774755", "digit"),
        ("ISBN", "12", "shape"),
        ("ORCID", "https://orcid.org/0000-0002-1825-0098", "digit"),
    ],
)
def test_wrong_identifiers_are_named(scheme: str, text: str, words: str) -> None:
    assert words == identifiers.problem(scheme, text)


def test_value_and_address_are_told_apart() -> None:
    assert identifiers.split("GND", "https://d-nb.info/gnd/118642979") == (
        "118642979",
        "https://d-nb.info/gnd/118642979",
    )
    assert identifiers.split("ISBN", "9783878774754") == ("9783878774754", None)
