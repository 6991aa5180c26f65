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


@pytest.mark.parametrize(
    ("scheme", "text", "expected"),
    [
        ("GND", "http://d-nb.info/gnd/118642979/about/html", "https://d-nb.info/gnd/118642979"),
        ("gnd", "118642979", "https://d-nb.info/gnd/118642979"),
        ("PND", "(DE-588)11866834x", "https://d-nb.info/gnd/11866834X"),
        ("Wikidata", "https://www.wikidata.org/wiki/Q33391#P31", "http://www.wikidata.org/entity/Q33391"),
        (
            "WIKIDATA",
            "https://www.wikidata.org/wiki/Special:EntityData/Q33391.json",
            "http://www.wikidata.org/entity/Q33391",
        ),
        ("GeoNames", "http://www.geonames.org/3996063/mexico.html", "https://sws.geonames.org/3996063/"),
        ("VIAF", "http://www.viaf.org/viaf/51684390/#Seghers", "https://viaf.org/viaf/51684390"),
        ("ISNI", "0000 0001 2103 2683", "https://isni.org/isni/0000000121032683"),
        ("ORCID", "http://orcid.org/0000000218250097", "https://orcid.org/0000-0002-1825-0097"),
        ("DOI", "doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("DOI", "http://dx.doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        (
            "URN",
            "https://nbn-resolving.org/urn:nbn:de:bvb:12-bsb00103137-3",
            "urn:nbn:de:bvb:12-bsb00103137-3",
        ),
        (
            "LCCN",
            "https://id.loc.gov/authorities/names/n50054376.html",
            "http://id.loc.gov/authorities/names/n50054376",
        ),
        ("ULAN", "http://vocab.getty.edu/page/ulan/500115588", "http://vocab.getty.edu/ulan/500115588"),
        ("ISBN", "ISBN 978-3-87877-475-4", "9783878774754"),
        ("ISSN", "ISSN 16130766", "1613-0766"),
        ("ISSN", "2434-561x", "2434-561X"),
        ("GND", "http://d-nb.info/gnd/118642978", None),  # a digit is wrong: nobody knows which
        ("LCCN", "http://id.loc.gov/vocabulary/relators/edt", None),
        ("callNumber", "anything at all", None),
    ],
)
def test_the_canonical_form_is_said_where_it_is_certain(scheme: str, text: str, expected: str | None) -> None:
    assert identifiers.canonical(scheme, text) == expected
    if expected:
        assert identifiers.canonical(scheme, expected) == expected
        assert identifiers.problem(scheme, expected) == ""
        assert identifiers.problem(scheme, text) == "address"


@pytest.mark.parametrize(
    ("scheme", "text", "words"),
    [
        ("ISBN", "978 3 87877 475 4", ""),  # groups may be divided by spaces
        ("ISBN", "3-462-01702-1", "digit"),
        ("ISNI", "https://isni.org/isni/0000000121032684", "digit"),
        ("URN", "urn:nbn:de:gbv:089-3321752945", ""),  # the example of the Deutsche Nationalbibliothek
        ("URN", "urn:nbn:de:bvb:12-bsb00103137-3", ""),
        ("URN", "urn:nbn:de:gbv:089-3321752946", "digit"),
        ("URN", "urn:isbn:9783878774754", ""),
        ("URN", "9783878774754", "shape"),
        ("DOI", "https://doi.org/11.1000/182", "shape"),
        ("BnF", "https://data.bnf.fr/ark:/12148/cb000000000", ""),
        ("BnF", "https://data.bnf.fr/ark:/12148/000000000", "shape"),
        ("GND", "nonsense", "shape"),
        ("GND", "http://d-nb.info/gnd/118642978/about", "digit"),
    ],
)
def test_other_schemes_and_ways_to_write_them(scheme: str, text: str, words: str) -> None:
    assert identifiers.problem(scheme, text) == words


def test_a_bare_number_is_right_where_no_address_is_asked_for() -> None:
    assert identifiers.problem("gnd", "118642979", bare=True) == ""
    assert identifiers.problem("gnd", "118642978", bare=True) == "digit"
    assert identifiers.problem("gnd", "118642979") == "address"


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("http://d-nb.info/gnd/118642979", "GND"),
        ("https://www.geonames.org/3996063/mexico.html", "GeoNames"),
        ("https://www.geonames.org/", ""),
        ("http://id.loc.gov/vocabulary/relators/edt", ""),
        ("https://example.org/gnd/118642979", ""),
    ],
)
def test_addresses_of_authority_files_are_recognised(address: str, scheme: str) -> None:
    assert identifiers.recognise(address) == scheme
