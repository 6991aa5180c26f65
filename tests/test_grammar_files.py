"""Grammars in several files: what is included where, and what is not read at all."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from edition import grammar
from edition.errors import SchemaError
from edition.grammar import files
from tests import jing, mutants
from tests.test_grammar_jing import agree, numbered

HEAD = (
    'xmlns="http://relaxng.org/ns/structure/1.0" xmlns:a="urn:annotations" '
    'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
)
TEI = "http://www.tei-c.org/ns/1.0"

# A small customisation as people write them by hand: modules, what they replace, content of other vocabularies.
FILES = {
    "main.rng": f"""<grammar {HEAD} ns="{TEI}">
      <include href="modules/core.rng">
        <start><element name="TEI"><ref name="text"/><ref name="extra"/></element></start>
        <div><define name="who"><optional><attribute name="who"><list><oneOrMore>
          <data type="anyURI"><param name="pattern">#[a-z]+</param><except><value>#x</value></except></data>
        </oneOrMore></list></attribute></optional></define></div>
      </include>
      <define name="inline" combine="choice"><externalRef href="modules/math.rng"/></define>
      <define name="extra"><optional><element name="xenoData"><ref name="anything"/></element></optional></define>
      <define name="anything"><element>
        <anyName><except><nsName/><nsName ns="urn:no"/><name ns="">note</name></except></anyName>
        <zeroOrMore><attribute><anyName><except><name ns="">bad</name></except></anyName></attribute></zeroOrMore>
        <mixed><zeroOrMore><ref name="anything"/></zeroOrMore></mixed>
      </element></define>
    </grammar>""",
    "modules/core.rng": f"""<grammar {HEAD}>
      <include href="names.rng" ns="{TEI}"/>
      <start><notAllowed/></start>
      <define name="text"><element name="text"><interleave>
        <optional><element name="front"><text/></element></optional>
        <oneOrMore><element name="p"><ref name="who"/><zeroOrMore><ref name="inline"/></zeroOrMore></element></oneOrMore>
      </interleave></element></define>
      <define name="who"><attribute name="who"/></define>
      <define name="inline"><choice><text/><ref name="name"/></choice></define>
    </grammar>""",
    "modules/names.rng": f"""<grammar {HEAD}>
      <define name="name"><element name="name"><ref name="who"/><externalRef href="../types/date.rng"/><text/></element></define>
    </grammar>""",
    "modules/math.rng": f"""<grammar {HEAD} ns="urn:math">
      <start><element name="math"><grammar>
        <start><element name="row"><oneOrMore><choice><parentRef name="cell"/><ref name="cell"/></choice></oneOrMore></element></start>
        <define name="cell"><element name="inner"><empty/></element></define>
      </grammar></element></start>
      <define name="cell"><element name="cell"><data type="integer"><param name="maxInclusive">9</param></data></element></define>
    </grammar>""",
    "types/date.rng": f"""<optional {HEAD}><attribute name="when"><choice>
      <data type="date"/><data type="gYear"/><value type="token" datatypeLibrary="">unknown</value>
    </choice></attribute></optional>""",
}
DOCUMENT = f"""<TEI xmlns="{TEI}">
<text><p who="#a #b">x <name when="1943" who="#a">Serge</name></p>
<front>y</front>
<p><math xmlns="urn:math"><row><cell>7</cell>
<inner/></row></math></p>
<p>z</p></text>
<xenoData><a xmlns="" b="c">d<e xmlns="urn:yes" bad1=""/></a></xenoData>
</TEI>""".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files on disk."""
    for name, text in FILES.items():
        path = tmp_path / "schema" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "schema"


def test_a_grammar_in_several_files_is_read_as_jing_reads_it(folder: Path, tmp_path: Path) -> None:
    rules = grammar.read(folder / "main.rng")
    assert rules.check(DOCUMENT, "x.xml") == ()
    documents = numbered([DOCUMENT, *mutants.mutants(DOCUMENT, 400)])
    theirs = jing.complaints(folder / "main.rng", documents, tmp_path)
    assert sum(map(bool, theirs.values())) > 200
    ours = {name: rules.check(data, name) for name, data in documents.items()}
    assert [data for name, data in documents.items() if not agree(data, ours[name], theirs[name])] == []


def test_it_survives_pickling_with_all_its_files(folder: Path) -> None:
    copy = pickle.loads(pickle.dumps(grammar.read(folder / "main.rng")))
    assert copy.check(DOCUMENT, "x.xml") == ()


SECRET = f'<element {HEAD} name="secret"><empty/></element>'
REFERENCES = {
    "http://example.org/x.rng": "nothing is fetched from the network",
    "//example.org/x.rng": "nothing is fetched from the network",
    "file:///etc/x.rng": "nothing is fetched from the network",
    "/etc/x.rng": "leads out of the folder",
    "../secret.rng": "leads out of the folder",
    "modules/../../secret.rng": "leads out of the folder",
    "%2e%2e/secret.rng": "leads out of the folder",
    "link.rng": "cannot be read",
    "absent.rng": "cannot be read",
    "x.rng#part": "leads out of the folder",
    "": "leads out of the folder",
    "http://[": "leads out of the folder",
    "main.rng": "refers back to here",
    "modules/back.rng": "refers back to here",
    "words.rnc": "it looks like its compact syntax",
}


@pytest.mark.parametrize("href", REFERENCES)
@pytest.mark.parametrize("kind", ["include", "externalRef"])
def test_what_leads_elsewhere_is_refused_with_a_sentence(folder: Path, kind: str, href: str) -> None:
    (folder.parent / "secret.rng").write_text(SECRET)
    (folder / "link.rng").symlink_to(folder.parent / "secret.rng")
    (folder / "words.rnc").write_text("start = element a { empty }")
    reference = f'<{kind} href="{href}"/>'
    inside = reference if kind == "include" else f"<start>{reference}</start>"
    (folder / "main.rng").write_text(f"<grammar {HEAD}>{inside}</grammar>")
    back = (
        '<include href="../main.rng"/>'
        if kind == "include"
        else '<start><externalRef href="../main.rng"/></start>'
    )
    (folder / "modules/back.rng").write_text(f"<grammar {HEAD}>{back}</grammar>")
    with pytest.raises(SchemaError) as caught:
        grammar.read(folder / "main.rng")
    assert REFERENCES[href] in caught.value.message.en
    assert caught.value.message.de != caught.value.message.en
    assert caught.value.hint or REFERENCES[href] in ("cannot be read", "refers back to here")


WRONG_INCLUDES = {
    '<define name="nowhere"><text/></define>': "modules/core.rng does not define nowhere",
    '<include href="types/date.rng"/>': "<include> must not stand in <include>",
    "<text/>": "<text> must not stand in <include>",
}


@pytest.mark.parametrize("inside", WRONG_INCLUDES)
def test_what_an_include_must_not_hold(folder: Path, inside: str) -> None:
    (folder / "main.rng").write_text(
        f'<grammar {HEAD}><include href="modules/core.rng">{inside}</include></grammar>'
    )
    with pytest.raises(SchemaError, match=WRONG_INCLUDES[inside]):
        grammar.read(folder / "main.rng")


def test_only_a_grammar_can_be_included(folder: Path) -> None:
    (folder / "main.rng").write_text(f'<grammar {HEAD}><include href="types/date.rng"/></grammar>')
    with pytest.raises(SchemaError, match="whose root is not <grammar>"):
        grammar.read(folder / "main.rng")


def test_a_complaint_names_the_file_it_is_about(folder: Path) -> None:
    (folder / "modules/names.rng").write_text(
        f'<grammar {HEAD}>\n<define name="name"><elephant/></define></grammar>'
    )
    with pytest.raises(SchemaError, match=r"schema/modules/names\.rng:2: <elephant> is no pattern"):
        grammar.read(folder / "main.rng")


def test_files_that_refer_to_others_without_end_are_refused() -> None:
    twice = {
        f"{n}.rng": f'<group {HEAD}><externalRef href="{n + 1}.rng"/><externalRef href="{n + 1}.rng"/></group>'.encode()
        for n in range(30)
    }
    twice["30.rng"] = f"<text {HEAD}/>".encode()
    with pytest.raises(SchemaError, match="more than 1000 files"):
        grammar.load(twice["0.rng"], "0.rng", files.among(twice))


def test_a_schema_that_is_not_there_is_named() -> None:
    with pytest.raises(SchemaError, match=r"nowhere\.rng cannot be read"):
        grammar.read(Path("nowhere.rng"))


def test_the_compact_syntax_is_sent_to_trang(folder: Path) -> None:
    (folder / "x.rnc").write_text("\ufeff# x\nstart = element a { empty }", encoding="utf-8")
    with pytest.raises(SchemaError) as caught:
        grammar.read(folder / "x.rnc")
    assert "trang" in caught.value.hint.en and "trang" in caught.value.hint.de
