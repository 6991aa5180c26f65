"""CMIF: the rules of the format, TEI All, and nothing but what the headers of the letters say."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree
from msgspec.structs import replace

from edition.exports import cmif
from edition.kinds import BY_SLUG
from edition.model import RECEIVED, SENT, Action, Dating, Edition, Letter, Named
from tests import jing, others
from tests.both import BOTH, exported
from tests.conftest import TESTS
from tests.others import OTHERS
from tests.test_tei_all import TEI_ALL

NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
RULES = TESTS / "cmif.rng"
NAMES = ("persName", "orgName")


@pytest.fixture(scope="module")
def letters() -> Edition:
    return others.read(OTHERS / "letters").edition


def written(edition: Edition) -> bytes:
    file, readme = cmif.files(Path(), edition.config, edition)
    assert file.path == cmif.PATH
    assert cmif.LOSSES.de.encode() in readme.content
    return file.content


def described(edition: Edition) -> dict[str, Any]:
    """The letters of the file by their keys."""
    return {
        one.get("key"): one for one in etree.fromstring(written(edition)).iterfind(".//t:correspDesc", NS)
    }


def step(letter: Any, type_: str) -> Any:
    (found,) = letter.findall(f"t:correspAction[@type='{type_}']", NS)
    return found


def test_the_file_follows_the_rules_and_is_valid_tei(letters: Edition, tmp_path: Path) -> None:
    files = {"letters.xml": written(letters), "changed.xml": written(strange(letters))}
    for schema in (RULES, TEI_ALL):
        assert not any(jing.complaints(schema, files, tmp_path).values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'type="received"', b'type="transmitted"'),
        (b'when="1824-05-03"', b'when="1824-5-3"'),
        (b"<date when=\"1824-05-03\" />", b'<date when="1824-05-03">3. Mai</date>'),
        (b'type="online"', b'type="web"'),
        (b"<persName>Unknown</persName>", b"<persName></persName>"),
        (b'<date when="1824-05-03" />', b"<date />"),
    ],
)  # fmt: skip
def test_the_rules_find_what_is_wrong(letters: Edition, tmp_path: Path, old: bytes, new: bytes) -> None:
    given = written(letters)
    assert old in given
    assert jing.complaints(RULES, {"bad.xml": given.replace(old, new, 1)}, tmp_path)["bad.xml"]


@pytest.mark.parametrize(("path", "said"), others.expected("letters")["correspondence"].items())
def test_each_letter_says_what_its_header_says(letters: Edition, path: str, said: dict[str, Any]) -> None:
    letter = described(letters)[Path(path).stem]
    for type_ in (SENT, RECEIVED):
        found = step(letter, type_)
        named = [letters.entities[one].kind for one in said.get(type_, ())] or ["person"]
        elements = [one for one in found if etree.QName(one).localname in NAMES]
        assert [etree.QName(one).localname for one in elements] == [cmif.ELEMENTS[kind] for kind in named]
        if not said.get(type_):
            assert [one.text for one in elements] == [cmif.UNKNOWN]
        dates = [dict(one.attrib) for one in found.iterfind("t:date", NS)]
        expected = {name: value for name, value in said.get(f"{type_}_date", {}).items() if name != "cert"}
        assert dates == ([expected] if expected else [])


def test_every_letter_leads_to_its_page_and_to_the_edition(letters: Edition) -> None:
    root = etree.fromstring(written(letters))
    (bibl,) = root.iterfind(".//t:bibl", NS)
    base = letters.config.base_url
    found = described(letters)
    assert sorted(found) == sorted(one.id for one in letters.articles if one.letter)
    assert {one.get("ref") for one in found.values()} == {f"{base}texts/{key}.html" for key in found}
    assert {one.get("source") for one in found.values()} == {f"#{bibl.get(ID)}"}
    assert root.findtext(".//t:idno", namespaces=NS) == f"{base}{cmif.PATH}"
    assert urlsplit(root.find(".//t:licence", NS).get("target")).scheme == "https"


def test_names_have_the_addresses_of_authority_files(letters: Edition) -> None:
    found = {
        one.text: one.get("ref")
        for letter in described(letters).values()
        for one in letter.iter("{*}persName", "{*}placeName")
    }
    assert found["Rothacker, Amalie"] == "https://example.org/gnd/200000012"
    assert found["Paris"] == "https://sws.geonames.org/2988507/"
    assert found["unterwegs"] is None
    known = {one.uri or one.value for entity in letters.entities.values() for one in entity.identifiers}
    assert {uri for uri in found.values() if uri} <= known


def strange(edition: Edition) -> Edition:
    """The same letters, the first of which has what a header can have besides."""
    first, *rest = edition.articles
    unsure = Named("[Unbekannt]", certainty="low", evidence="conjecture")
    steps = (
        Action("forwarded", (Named("Bote"),)),
        Action(
            SENT,
            (unsure, Named("N & N", kind="org")),
            (Named("Wien <1>", kind="place"),),
            Dating(begin="1820"),
            "um 1820",
            "medium",
        ),
    )
    return replace(edition, articles=(replace(first, letter=Letter(steps)), *rest))


def test_what_is_unsure_and_unknown_is_said_in_the_words_of_the_format(letters: Edition) -> None:
    edition = strange(letters)
    letter = described(edition)[edition.articles[0].id]
    nobody, org = [one for one in step(letter, SENT) if etree.QName(one).localname in NAMES]
    assert (nobody.text, dict(nobody.attrib)) == ("Unknown", {"cert": "low", "evidence": "conjecture"})
    assert (etree.QName(org).localname, org.text) == ("orgName", "N & N")
    assert dict(step(letter, SENT).find("t:date", NS).attrib) == {"from": "1820"}
    assert [one.text for one in step(letter, RECEIVED)] == ["Unknown"]
    assert "Bote" not in written(edition).decode()


def test_a_name_without_words_is_that_of_its_entry(letters: Edition) -> None:
    first, *rest = letters.articles
    steps = (Action(SENT, (Named("", "person:p_wyss"),), (Named("", "place:l_paris", "place"),)),)
    edition = replace(letters, articles=(replace(first, letter=Letter(steps)), *rest))
    found = step(described(edition)[first.id], SENT)
    assert [one.text for one in found if one.tag.endswith("Name")] == ["Wyss, Johann Caspar", "Paris"]


def test_the_id_of_the_edition_stays_while_its_address_does(letters: Edition) -> None:
    later = replace(letters.config, version="9.9", title="Neuer Titel")
    assert cmif.identifier(later) == cmif.identifier(letters.config)
    assert cmif.identifier(replace(later, base_url="https://example.org/anders/")) != cmif.identifier(later)


@BOTH
def test_an_edition_without_letters_has_no_such_file(root: Path) -> None:
    assert exported("cmif", root).files == {}


def test_every_kind_of_correspondent_has_an_element() -> None:
    assert set(cmif.ELEMENTS) <= set(BY_SLUG)
