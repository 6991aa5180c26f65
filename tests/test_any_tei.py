"""The checks of one file on TEI that is not ours: nothing is too strange, and its own ways are left to it."""

from __future__ import annotations

from edition.checks import dateclaims, dates, identifiers, weekdays
from tests.test_dateclaims import subject

STRANGE = (
    '<date when="">x</date><date when="99999-12-31">1. Januar 1999</date><date when="0001-01-01">1. Januar</date>'
    '<date when="9999-12-31">31. Dezember 9999</date><date from="-5" to="5">Montag</date>'
    '<date when="1000-02-29" calendar="#julian">29. Februar 1000</date><date calendar="">9. 9. 1999</date>'
    '<!-- c --><date when="1999-09-09"><?pi?><!-- c -->9. <hi>September</hi> <x xmlns="u">1999</x></date>'
    '<idno type=""/><idno type="GND"/><idno subtype="ISBN" type="x">-</idno><idno type="ISSN">X</idno>'
    '<idno type="ORCID">0000-0000-0000-000X-</idno><ref target="https://d-nb.info/gnd/ http://viaf.org/viaf/"/>'
    '<persName ref="https://isni.org/isni/ %20 orcid.org/"/><date when-iso="////">x</date>'
    '<date notBefore="2000" notAfter="1999">Sonntag, 1. bis 3. 1. 2000</date><idno type="URN">urn:nbn:de:0</idno>'
)


def test_no_file_is_too_strange() -> None:
    here = subject(STRANGE)
    found = [one for check in (dates.in_file, dateclaims.in_file, weekdays.in_file, identifiers.in_file)
             for one in check(here)]  # fmt: skip
    assert {one.code for one in found} >= {"D011", "D012", "I001"}


def test_an_address_is_repaired_where_it_stands_once() -> None:
    here = subject(
        '<idno type="GND">http://d-nb.info/gnd/118642979</idno><persName ref="http://viaf.org/viaf/51684390"/>',
        role="article",
    )
    first, second = identifiers.in_file(here)
    data = here.source.data
    assert [first.code, second.code] == ["I001", "I004"]
    assert [(data[one.start : one.end], one.text) for one in (*first.edits, *second.edits)] == [
        (b"http://d-nb.info/gnd/118642979", "https://d-nb.info/gnd/118642979"),
        (b"http://viaf.org/viaf/51684390", "https://viaf.org/viaf/51684390"),
    ]


def test_elsewhere_a_bare_number_is_enough() -> None:
    assert list(identifiers.in_file(subject('<idno type="gnd">118642979</idno>'))) == []
    assert [one.code for one in identifiers.in_file(subject('<idno type="gnd">118642978</idno>'))] == ["I002"]
    for written in ("(DE-588)118642979", "http://d-nb.info/gnd/118642979"):
        assert list(identifiers.in_file(subject(f'<idno type="GND">{written}</idno>'))) == []
