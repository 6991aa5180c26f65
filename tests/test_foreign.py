"""Any TEI file, wherever it lies: each phenomenon in a small file of its own."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from edition import foreign
from edition.codes import CODES, adopting
from edition.foreign import decoding, schemes
from edition.foreign.pointers import POINTERS
from edition.model import Finding
from tests.conftest import ROOT
from tests.test_tei_all import TEI_ALL

RNG = b"""<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><ref name="TEI"/></start>
  <define name="TEI"><element name="TEI"><zeroOrMore><choice><text/><ref name="any"/></choice></zeroOrMore></element>
  </define><define name="any"><element><anyName><except><name>odd</name></except></anyName><zeroOrMore><choice><text/>
  <attribute><anyName/></attribute><ref name="any"/></choice></zeroOrMore></element></define></grammar>"""
SCH = b"""<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
  <ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/><pattern><rule context="tei:p">
  <assert test="@n" role="%s">A paragraph has a number.</assert></rule></pattern></schema>"""


def tei(body: str, head: str = "", root: str = "") -> bytes:
    """A document: `head` is its first line, the body stands in line 3 from column 1."""
    return f'{head}\n<TEI xmlns="http://www.tei-c.org/ns/1.0"{root}><text><body>\n{body}\n</body></text></TEI>'.encode()


def model(href: str, language: str = "http://relaxng.org/ns/structure/1.0") -> str:
    return f'<?xml-model href="{href}" type="application/xml" schematypens="{language}"?>'


SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
# What is written, and the beginnings of what is said of it; a.xml is examined.
Case = tuple[dict[str, bytes], list[str]]
CASES: dict[str, Case] = {
    "well-formed": ({"a.xml": tei("<p>x</p>")}, []),
    "X001 end tag": ({"a.xml": tei("<p>x")}, ["a.xml:4:3 X001 error <p>, opened in line 3, column 1, is not closed"]),
    "X001 empty": ({"a.xml": b" "}, ["a.xml:1:1 X001 error The file is empty."]),
    "X001 entity": ({"a.xml": tei("<p>&auml;</p>")}, ["a.xml:3:4 X001 error"]),
    "X002 internal subset": (
        {"a.xml": b'<?xml version="1.0"?>\n  <!DOCTYPE TEI [<!ENTITY a SYSTEM "/etc/passwd">]>\n<TEI>&a;</TEI>'},
        ["a.xml:2:3 X002 error The DOCTYPE declares"],
    ),
    "X002 laughter": (
        {"a.xml": b'<!DOCTYPE TEI [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><TEI>&b;</TEI>'},
        ["a.xml:1:1 X002 error"],
    ),
    "X003 bytes": (
        {"a.xml": '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">é</TEI>'.encode("latin-1")},
        ["a.xml:2:42 X003 error The bytes from here on are not UTF-8"],
    ),
    "X003 unknown": (
        {"a.xml": b'<?xml version="1.0" encoding="rot13"?><TEI/>'},
        ["a.xml:1:1 X003 error The encoding rot13 is not known"],
    ),
    "X004": ({"a.xml": b"<TEI><text/></TEI>"}, ["a.xml:1:1 X004 error <TEI> is in no namespace."]),
    "X004 P4": ({"a.xml": b"\n<TEI.2><text/></TEI.2>"}, ["a.xml:2:1 X004 error <TEI.2> is the root of TEI P4"]),
    "X005": (
        {"a.xml": b'<html xmlns="http://www.w3.org/1999/xhtml"/>'},
        ["a.xml:1:1 X005 warning The root <html> is in the namespace 'http://www.w3.org/1999/xhtml'"],
    ),
    "X005 no namespace": ({"a.xml": b"<book/>"}, ["a.xml:1:1 X005 warning The root <book> is in no namespace"]),
    "X006": (
        {"a.xml": tei('<p><ref target="#x"/></p>', '<!DOCTYPE TEI SYSTEM "http://example.org/a>b.dtd">')},
        ["a.xml:1:1 X006 warning", "a.xml:3:4 R001 error"],
    ),
    "X006 is no entity": (
        {"a.xml": tei("<p>&auml;</p>", '<!DOCTYPE TEI SYSTEM "tei.dtd">')},
        ["a.xml:1:1 X006 warning", "a.xml:3:4 X001 error"],
    ),
    "commented DOCTYPE": ({"a.xml": tei("<p>x</p>", "<!-- <!DOCTYPE TEI [<!ENTITY a 'b'>]> -->")}, []),
    "X010": (
        {"a.xml": tei('<ref target="b.xml#two"/>'), "b.xml": tei('<p xml:id="too"/>')},
        ["a.xml:3:1 X010 error @target of <ref> points to b.xml#two, and nothing in b.xml has that xml:id."],
    ),
    "other file has it": (
        {"a.xml": tei('<ref target="b.xml#zw%C3%B6lf b.xml"/>'), "b.xml": tei('<p xml:id="zwölf"/>')}, [],
    ),
    "other file in UTF-16": (
        {
            "a.xml": tei('<ref target="b.xml#two"/>'),
            "b.xml": '<?xml version="1.0" encoding="UTF-16"?><p xml:id="two"/>'.encode("utf-16"),
        },
        [],
    ),
    "other file is no XML": ({"a.xml": tei('<ref target="b.txt#two"/>'), "b.txt": b"words"}, []),
    "X011": ({"a.xml": tei('<ref target="b.xml#two"/>')}, ["a.xml:3:1 X011 warning @target of <ref> points to b.xml#two"]),
    "X011 without #": (
        {"a.xml": tei('<seg ana="noun"/><interp xml:id="noun"/>')},
        ["a.xml:3:1 X011 warning @ana of <seg> is 'noun'"],
    ),
    "base": (
        {"a.xml": tei('<ref xml:base="sub/" target="b.xml#b"/>'), "sub/b.xml": tei('<p xml:id="b"/>')}, [],
    ),
    "base on the web": ({"a.xml": tei('<ref xml:base="http://example.org/" target="b.xml#b"/>')}, []),
    "not judged": (
        {
            "a.xml": tei(
                '<ref target="#string-range(p1,0,4) #match(x) /site/page search?q=1#x https://e.org/#y # urn:x:y '
                'mailto:a@example.org doi:10.1/x"/>'
            )
        },
        [],
    ),
    "X011 no name of a file": (
        {"a.xml": tei(f'<ref target="{"x" * 400}.xml a%00b.xml#c"/>', model("y" * 400 + ".rng"))},
        ["a.xml:1:1 X021 error", "a.xml:3:1 X011 warning", "a.xml:3:1 X011 warning"],
    ),
    "X011 one address with spaces": (
        {"a.xml": tei('<graphic url="plates/no 1.jpg"/>')},
        ["a.xml:3:1 X011 warning @url of <graphic> points to plates/no 1.jpg"],
    ),
    "from and to of a gloss are pointers": ({"a.xml": tei('<rt from="#a" to="#b"/>')}, []),
    "release of TEI": ({"a.xml": tei('<schemaSpec ident="x" source="tei:4.6.0"/>')}, []),
    "T002 in a line with other line ends": (
        {"a.xml": tei("<p>\u2028a\x85b\u0308 u\u0308</p>")}, ["a.xml:3:11 T002 warning"],
    ),
    "R001": ({"a.xml": tei('<ref target="#p2"/><p xml:id="p20"/>')}, ["a.xml:3:1 R001 error"]),
    "R001 other namespaces": (
        {"a.xml": tei('<a xmlns="http://www.w3.org/1999/xhtml" target="_blank" ref="#none"/>')}, [],
    ),
    "R001 included": (
        {
            "a.xml": tei(
                '<ref target="#inside #deeper"/><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="b.xml"/>'
            ),
            "b.xml": tei(
                '<p xml:id="inside"/><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="c.xml"/>'
                '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="b.xml"/>'
            ),
            "c.xml": tei('<p xml:id="deeper"/>'),
        },
        [],
    ),
    "R002": ({"a.xml": tei('<name ref="gnd:118"/>')}, ["a.xml:3:1 R002 warning"]),
    "R003": (
        {"a.xml": tei('<prefixDef ident="psn" matchPattern="[a-z]+" replacementPattern="p.xml#$1"/>\n<name ref="psn:A1"/>')},
        ["a.xml:4:1 R003 error"],
    ),
    "prefix followed": (
        {
            "a.xml": tei(
                '<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="p.xml#$1"/>\n'
                '<prefixDef ident="psn" matchPattern="([0-9]+)" replacementPattern="https://example.org/$1"/>\n'
                '<name ref="psn:anna psn:12"/><name ref="psn:berta"/>'
            ),
            "p.xml": tei('<person xml:id="anna"/>'),
        },
        ["a.xml:5:30 X010 error"],
    ),
    "prefix for what a program makes": (
        {
            "a.xml": tei(
                '<prefixDef ident="page" matchPattern="(.+)" replacementPattern="pages/$1.xml"/><ref target="page:x"/>'
            )
        },
        [],
    ),
    "R004": ({"a.xml": tei('<p xml:id="a"/>\n<p xml:id="a"/>')}, ["a.xml:4:1 R004 error"]),
    "D011": (
        {"a.xml": tei('<date when="1943-02-30"/>\n<date when="10.3.1943"/>\n<date from="1r"/>')},
        ["a.xml:3:1 D011 error", "a.xml:4:1 D011 error", "a.xml:5:1 D011 error"],
    ),
    "dates of all kinds": (
        {
            "a.xml": tei(
                '<date when="-0044-03-15"/><date when="--05-12"/><date when="---12"/><date when="1943-03-10T12:00:00Z"/>'
                '<date notBefore="0800" notAfter="0900"/><time when="12:00:00"/><locus from="12v" to="2r"/>'
                '<biblScope from="1" to="7"/><app from="#a" to="#a"/><p xml:id="a" n="1"/><date dur="P1D"/>'
                '<date datingPoint="#a"/><date from="-0100" to="-0050"/>'
            )
        },
        [],
    ),
    "D012": ({"a.xml": tei('<date from="1944" to="1943-03"/>')}, ["a.xml:3:1 D012 error"]),
    "I001": (
        {"a.xml": tei('<idno type="VIAF">abc</idno>')}, ["a.xml:3:1 I001 warning"],
    ),
    "identifiers as people write them": (
        {
            "a.xml": tei(
                '<idno type="GND">118613723</idno><idno type="gnd">http://d-nb.info/gnd/118613723</idno>'
                '<idno type="GND">(DE-588)118613723</idno><idno type="ISBN">978 3 16 148410 0</idno>'
                '<idno type="VIAF">https://viaf.org/viaf/96994048/</idno><idno type="shelfmark">MS 1</idno>'
                '<idno type="URI">https://example.org/</idno><idno type="wikidata">Q42</idno><idno type="GND"/>'
            )
        },
        [],
    ),
    "I002": ({"a.xml": tei('<idno type="ISBN">978-3-16-148410-1</idno>')}, ["a.xml:3:1 I002 error"]),
    "T002": ({"a.xml": tei("<p>a\u0308</p>")}, ["a.xml:3:5 T002 warning"]),
    "X020": (
        {"a.xml": tei("<p>x</p>", model("https://example.org/tei_all.rng") + model("https://example.org/tei_all.rng", SCHEMATRON))},
        ["a.xml:1:1 X020 warning The schema https://example.org/tei_all.rng is not fetched; 1 file was not checked"],
    ),
    "X021": ({"a.xml": tei("<p>x</p>", model("../none.rng"))}, ["a.xml:1:1 X021 error There is no schema ../none.rng"]),
    "X021 unusable": (
        {"a.xml": tei("<p>x</p>", model("a.rng")), "a.rng": b"<grammar/>"},
        ["a.xml:1:1 X021 error The schema a.rng cannot be used; 1 file was not checked"],
    ),
    "X022": ({"a.xml": tei("<p>x</p>", model("a.rnc"))}, ["a.xml:1:1 X022 warning a.rnc is not RELAX NG in XML"]),
    "X022 embedded": (
        {"a.xml": tei("<p>x</p>", model("a.rng") + model("a.rng", SCHEMATRON)), "a.rng": RNG},
        ["a.xml:1:101 X022 warning The Schematron rules inside a.rng were not run"],
    ),
    "X022 rules": (
        {"a.xml": tei("<p>x</p>", model("a.sch", SCHEMATRON)), "a.sch": SCH.replace(b"<pattern>", b"<phase id='a'/><pattern>")},
        ["a.xml:1:1 X022 warning The rules in a.sch were not run; 1 file was not checked"],
    ),
    "schema on disk": (
        {"a.xml": tei("<p><odd/></p>", model("schema%20s/a.rng")), "schema s/a.rng": RNG}, ["a.xml:3:4 G001 error <odd>"],
    ),
    "commented schema": ({"a.xml": tei("<p>x</p>", "<!-- " + model("none.rng") + " -->")}, []),
    "X023": (
        {"a.xml": tei("<p n='1'/>\n<p/>", model("a.sch", SCHEMATRON)), "a.sch": SCH % b"error"},
        ["a.xml:4:1 X023 error A paragraph has a number."],
    ),
    "X023 warning": (
        {"a.xml": tei("<p/>", model("a.sch", SCHEMATRON)), "a.sch": SCH % b"warn"},
        ["a.xml:3:1 X023 warning A paragraph has a number."],
    ),
    "Schematron reads no web": (
        {
            "a.xml": tei("<p/>", model("a.sch", SCHEMATRON)),
            "a.sch": (SCH % b"error").replace(b'"@n"', b"\"doc('http://127.0.0.1:9/x')/a = 'b'\""),
        },
        ["a.xml:3:1 X023 error The rule cannot be applied here: Access to URI http://127.0.0.1:9/x has been prohibited"],
    ),
}  # fmt: skip


def examined(folder: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> tuple[Finding, ...]:
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    monkeypatch.chdir(folder)
    return foreign.examine([Path("a.xml")]).findings


def begins(found: Iterable[Finding], expected: list[str]) -> None:
    said = [str(one) for one in found]
    assert len(said) == len(expected), said
    for one, beginning in zip(said, expected, strict=True):
        assert one.startswith(beginning)


@pytest.mark.parametrize("name", CASES)
def test_each_phenomenon(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files, expected = CASES[name]
    begins(examined(tmp_path, files, monkeypatch), expected)


def test_every_code_of_foreign_files_has_a_case() -> None:
    assert {code for code in CODES if code.startswith("X")} - set(adopting.CODES) <= {
        name.split()[0] for name in CASES
    }


PLACE = '<?xml version="1.0" encoding="{}"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>{}<p>äöü <ref target="#x"/></p></text></TEI>'


@pytest.mark.parametrize(
    "encoding", ["UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252", "utf-8-sig"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_the_same_in_every_encoding(
    encoding: str, end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = "UTF-8" if encoding == "utf-8-sig" else "UTF-16" if encoding == "UTF-16LE" else encoding
    data = PLACE.format(named, "").replace("\n", end).encode(encoding)
    found = examined(tmp_path, {"a.xml": data}, monkeypatch)
    begins(found, ["a.xml:2:55 R001 error"])
    assert foreign.verdict(foreign.examine([Path("a.xml")])).line(found[0])[54:58] == "<ref"


def test_a_first_line_keeps_its_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = PLACE.format("ISO-8859-1", "").replace("\n", "").encode("latin-1")
    found = examined(tmp_path, {"a.xml": data}, monkeypatch)
    line = foreign.verdict(foreign.examine([Path("a.xml")])).line(found[0])
    assert line[found[0].column - 1 :].startswith("<ref")


def test_a_place_lies_in_a_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = examined(tmp_path, {"a.xml": tei('<p xml:id="p1"><ref target="#x"/></p>')}, monkeypatch)
    assert [one.at for one in found] == ["p1"]


def test_a_repair_is_for_the_bytes_that_are_stored(tmp_path: Path) -> None:
    assert foreign.examining.opened(tei("<p/>"), "a.xml").exact
    assert not foreign.examining.opened(b"\xef\xbb\xbf" + tei("<p/>"), "a.xml").exact


def test_python_knows_encodings_that_are_none() -> None:
    for name in ("idna", "rot13", "unicode_escape", "base64", "utf-7", "undefined"):
        with pytest.raises(decoding.Undecodable):
            decoding.text_of(f'<?xml version="1.0" encoding="{name}"?><a/>'.encode())


def test_pointers_are_those_of_tei_all() -> None:
    """Every attribute we follow is a pointer in TEI All, and no pointer of common texts is forgotten."""
    from lxml import etree

    relax = "{http://relaxng.org/ns/structure/1.0}"
    typed = {
        node.get("name")
        for node in etree.parse(str(TEI_ALL)).iter(f"{relax}attribute")
        if any(data.get("type") == "anyURI" for data in node.iter(f"{relax}data"))
    }
    assert typed >= POINTERS
    assert schemes.KNOWN.isdisjoint({"gnd", "psn", "person"})


def test_a_given_schema_takes_the_place_of_those_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examined(
        tmp_path, {"a.xml": tei("<odd/>", model("https://example.org/x.rng")), "my.rng": RNG}, monkeypatch
    )
    found = foreign.examine([Path("a.xml")], Path("my.rng"))
    begins(found.findings, ["a.xml:3:1 G001 error <odd>"])
    assert (found.against, found.bare) == (("my.rng",), 0)


def test_a_date_is_not_reported_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = tei('<p><date when="1943-02-30"/></p>')
    examined(tmp_path, {"a.xml": bare}, monkeypatch)
    codes = [one.code for one in foreign.examine([Path("a.xml")], TEI_ALL).findings if one.line == 3]
    assert codes == ["G004"]


# The command.


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "validate", *words], capture_output=True, text=True,
        cwd=folder, env={**os.environ, **environment}, check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good file, a bad one, one that is no XML and one below."""
    files = {
        "good.xml": tei("<p>x</p>"), "bad.xml": tei('<ref target="#x"/>'), "broken.xml": b"<TEI>",
        "sub/deep.xml": tei("<p>x</p>"), "notes.txt": b"no XML",
    }  # fmt: skip
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_folder_means_everything_below(folder: Path) -> None:
    said = run(folder, ".")
    assert said.returncode == 1
    assert said.stdout.splitlines()[-1] == "4 files: 2 errors, 0 warnings."
    assert "bad.xml:3:1 R001 error" in said.stdout
    assert "broken.xml:1:6 X001 error" in said.stdout


def test_clean_files_end_with_0_and_no_words_of_an_edition(folder: Path) -> None:
    said = run(folder, "good.xml", "sub")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines()[-1] == "2 files: 0 errors, 0 warnings."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("none.xml", "good.xml"), "There is no file none.xml."),
        (("*.tei", "good.xml"), "Nothing matches *.tei."),
        (("sub", "empty"), "There is no *.xml in empty."),
        (("good.xml", "--schema", "none.rng"), "The schema none.rng cannot be read"),
        (("good.xml", "--schema", "notes.txt"), "notes.txt"),
    ],
)
def test_what_is_not_there_is_said_and_ends_with_3(
    folder: Path, words: tuple[str, ...], sentence: str
) -> None:
    (folder / "empty").mkdir()
    said = run(folder, *words)
    assert said.returncode == 3
    assert sentence in said.stderr
    assert "Traceback" not in said.stderr


def test_a_pipe_that_is_named_is_read(folder: Path) -> None:
    said = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "validate", "/dev/stdin"], input=tei('<ref target="#x"/>'),
        capture_output=True, check=False,
    )  # fmt: skip
    assert said.stdout.startswith(b"/dev/stdin:3:1 R001 error")


def test_patterns_are_understood_without_a_shell(folder: Path) -> None:
    assert run(folder, "g*.xml").stdout.splitlines()[-1] == "1 file: 0 errors, 0 warnings."


def test_the_rest_is_checked_when_a_file_is_missing(folder: Path) -> None:
    said = run(folder, "none.xml", "bad.xml")
    assert said.returncode == 3
    assert "R001" in said.stdout


@pytest.mark.parametrize("words", [("good.xml", "--source", "."), ("--schema", "x.rng"), ("--lang", "fr")])
def test_options_that_do_not_go_together(folder: Path, words: tuple[str, ...]) -> None:
    assert run(folder, *words).returncode == 2


def test_no_template_and_no_stylesheet_is_loaded_for_a_file(folder: Path) -> None:
    code = (
        "import sys; sys.argv[1:] = ['validate', 'good.xml']\n"
        "from edition.cli import run\n"
        "run()\n"
        "print(sorted({'jinja2', 'saxonche', 'edition.pages', 'edition.site'} & set(sys.modules)))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True,
    )  # fmt: skip
    assert said.stdout.splitlines()[-1] == "[]"


def test_two_hundred_files_against_tei_all_take_seconds(tmp_path: Path) -> None:
    header = (
        "<teiHeader><fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p/></publicationStmt>"
        '<sourceDesc><p xml:id="s">s</p></sourceDesc></fileDesc></teiHeader>'
    )
    paragraph = '<p><date when="1943-03-10">1943</date> <persName ref="#s">Serge</persName> <hi>schrieb</hi> Wörter.</p>\n'
    for number in range(200):
        text = f"<text><body>{paragraph * 95}</body></text>"
        data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}{text}</TEI>'.encode()
        assert len(data) > 10_000
        (tmp_path / f"{number}.xml").write_bytes(data)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = run(tmp_path, ".", "--schema", str(TEI_ALL))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert (
        after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 4
    )  # seconds of computing, not of waiting
    assert said.stdout.splitlines()[-1] == "200 files: 0 errors, 0 warnings."


HEAVY = {
    "one line, many findings": "".join(f'<p>{"Wort " * 1000}<date when="x{n}"/></p>' for n in range(200)),
    "a sign at the end of a line": "<p>" + "Wört " * 400_000 + "u\u0308</p>",
    "broken pointers beside many like ids": "\n".join(
        f'<p xml:id="person-{n:05}"><ref target="#person_{n:05}"/></p>' for n in range(6000)
    ),
}


@pytest.mark.parametrize("form", ["text", "sarif", "html"])
@pytest.mark.parametrize("name", HEAVY)
def test_time_grows_with_the_file_only(name: str, form: str, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(tei(HEAVY[name]))
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "validate", "--format", form, "a.xml"],
        cwd=tmp_path, check=False, timeout=120, capture_output=True,
    )  # fmt: skip
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 12
