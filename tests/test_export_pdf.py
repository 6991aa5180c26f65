"""The book as PDF: valid, whole, in the right order, referring to the right pages, the same in every run."""

from __future__ import annotations

import hashlib
import io
import itertools
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import page
import pikepdf
import pytest
import typst
from msgspec.structs import replace

from edition import settings, validation, words
from edition.errors import ExportError
from edition.exports import pdf as export
from edition.exports.pdf import closing, setting
from edition.exports.pdf.texts import SIGN
from edition.kinds import KINDS
from edition.model import Article, Block, Dating
from tests.both import BOTH, ROOTS, edition_of, exported, rights
from tests.conftest import ROOT, TOY
from tests.tagged import Element, Tagged

PATH = "data/pdf/edition.pdf"
PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)
APART = ("Lbl", "Note")  # numbers of notes, and notes: not in the line of the text


@cache
def tagged(root: Path) -> Tagged:
    return Tagged(exported("pdf", root).files[PATH])


@cache
def document(root: Path) -> Element:
    (found,) = (one for one in tagged(root).root.parts if isinstance(one, Element))
    return found


def chapters(root: Path) -> dict[str, list[Element]]:
    """The elements of the document below its chapters, by their headings; those before the first under nothing."""
    found: dict[str, list[Element]] = {"": []}
    for one in document(root).parts:
        assert isinstance(one, Element)
        if one.kind == "H1":
            found[one.text("Lbl", "Note")] = []
        else:
            found[list(found)[-1]].append(one)
    return found


def saying(article: Article) -> Iterator[str]:
    """What the paragraphs of a text are to say, each with its number."""
    return (f"{one.number or ''}{one.text}" for one in article.blocks[1:])


def read(elements: list[Element]) -> list[str]:
    """What elements say in the line of the text, without what is set below it."""
    return [one.text(*APART).replace(SIGN, "") for one in elements]


@pytest.mark.parametrize("profile", PROFILES, ids=lambda one: one.name)
@BOTH
def test_it_is_valid(root: Path, profile: page.ValidationProfile) -> None:
    report = page.validate_pdf_bytes(exported("pdf", root).files[PATH], profile=profile)
    assert [str(one) for one in report.failures] == []
    assert report.is_compliant


@BOTH
def test_the_validator_finds_what_is_wrong(root: Path) -> None:
    spoiled = exported("pdf", root).files[PATH].replace(b"pdfaid:part", b"pdfaid:pert")
    assert not page.validate_pdf_bytes(spoiled, profile=PROFILES[1]).is_compliant


@BOTH
def test_every_block_is_there_letter_by_letter_and_in_order(root: Path) -> None:
    found = chapters(root)
    for article in edition_of(root).articles:
        assert article.blocks[0].text in found
        said = read(found[article.blocks[0].text])
        wanted = list(saying(article))
        epigraphs = [place for place, one in enumerate(article.blocks[1:]) if one.element == "epigraph"]
        for place in epigraphs:  # whose words they are is an element of its own
            said[place : place + 2] = [" ".join(said[place : place + 2])]
        assert said[: len(wanted)] == wanted
        assert said[len(wanted)].startswith("Vorlage: ")


def test_every_note_stands_below_the_words_it_belongs_to() -> None:
    facts = edition_of(ROOT)
    (article,) = facts.articles
    elements = chapters(ROOT)[article.blocks[0].text]
    notes = [note.text(*APART) for one in document(ROOT).parts for note in _below(one)]
    comments = [note for note in facts.notes if note.type in ("factual", "explanation", "quotation")]
    assert len(notes) == len(comments)
    for note in comments:
        assert sum(note.text in said for said in notes) == 1, note.id
    behind = [before for one in elements for before in _before_notes(one)]
    for note in comments:
        for passage in note.passages:
            if passage.block != article.blocks[0].id:
                assert any(before.endswith(passage.words) for before in behind), (note.id, passage)


def _below(one: Any) -> Iterator[Element]:
    return one.all("Note") if isinstance(one, Element) else iter(())


def _before_notes(element: Element) -> Iterator[str]:
    """The words of an element up to each number of a note."""
    said = ""
    for part in _flat(element):
        if isinstance(part, Element):
            yield " ".join(said.replace(SIGN, "").split())
        else:
            said += part


def _flat(element: Element) -> Iterator[Element | str]:
    for part in element.parts:
        if not isinstance(part, Element):
            yield part[0].replace("\xad", "").replace("\xa0", " ")
        elif part.kind == "Lbl":
            yield part
        elif part.kind != "Note":
            yield from _flat(part)


@BOTH
def test_the_apparatus_says_every_change_and_why(root: Path) -> None:
    facts = edition_of(root)
    said = " ".join(read(chapters(root)["Apparat"]))
    for one in facts.corrections:
        assert f"{one.corrected}] {one.printed} Vorlage" in said
    for note in facts.notes:
        if note.type in ("emendation", "join", "textual"):
            assert note.text in said, note.id


@BOTH
def test_every_entry_is_in_its_register_with_what_is_known(root: Path) -> None:
    facts, found = edition_of(root), chapters(root)
    titles = {kind.slug: kind.title for kind in KINDS}
    for entity in facts.entities.values():
        entries = [one for one in read(found[titles[entity.kind]]) if one.startswith(entity.name)]
        assert entries, entity.name
        stated = (
            entity.description,
            *(one.text for one in entity.other_names),
            *(one.text for one in entity.remarks),
        )
        known = (*stated, *(f"{one.scheme} {one.value}" for one in entity.identifiers))
        dates = (words.dating(one.dating) for one in entity.facts)
        for part in (*known, *dates):
            assert any(" ".join(part.split()) in one for one in entries), (entity.name, part)


def _pages_of(root: Path, article: Article) -> dict[str, list[int]]:
    """The page of every character of every block, from the text as it is set."""
    elements = iter(chapters(root)[article.blocks[0].text])
    heading = next(
        one for one in document(root).all("H1") if one.text("Lbl", "Note") == article.blocks[0].text
    )
    found = {}
    for block in article.blocks:
        element = heading if block is article.blocks[0] else next(elements)
        places = _characters(element)
        if block.element == "epigraph":
            places += [places[-1], *_characters(next(elements))]
        found[block.id] = places[len(block.number or "") :]
    return found


def _characters(element: Element) -> list[int]:
    said, places = "", []
    for text, number in element.words(APART):
        for sign in text.replace(SIGN, ""):
            if sign.isspace() and (not said or said[-1].isspace()):
                continue
            said += sign
            places.append(number)
    return places


@BOTH
def test_registers_refer_to_the_pages_on_which_names_stand(root: Path) -> None:
    facts, found = edition_of(root), chapters(root)
    pages = {article.id: _pages_of(root, article) for article in facts.articles}
    blocks = {(one.id, block.id): block for one in facts.articles for block in one.blocks}
    checked = 0
    for kind in KINDS:
        entries = read(found.get(kind.title, []))
        for entity in (one for one in facts.entities.values() if one.kind == kind.slug):
            (entry,) = [one for one in entries if _is_entry(one, entity.name, entries)]
            _, _, told = entry.rpartition("→ ")
            mentions = [one for one in facts.mentions.get(entity.pointer, ()) if one.article_id in pages]
            for one in mentions:
                number = pages[one.article_id][one.block][one.start]
                place = _place(blocks[one.article_id, one.block])
                assert number in _told(told)[place], (entity.name, one.anchor)
                checked += 1
            assert bool(mentions) == ("→" in entry)
    assert checked == sum(
        len([one for one in several if one.article_id in pages]) for several in facts.mentions.values()
    )


def _is_entry(entry: str, name: str, entries: list[str]) -> bool:
    """Whether an entry is that of a name, not of a longer one that begins with it."""
    longer = sorted((one for one in entries if one.startswith(name)), key=len)
    return entry.startswith(name) and (len(longer) == 1 or entry[len(name) : len(name) + 1] not in (" ", "-"))


def _place(block: Block) -> str:
    return words.block(block.id, block.number)


def _told(said: str) -> dict[str, set[int]]:
    """»Abs. 1, 3 (S. 5), 9 (S. 6, 7)« as pages by paragraph."""
    found: dict[str, set[int]] = {}
    for places, numbers in re.findall(r"([^()]*?) \(S\. ([\d, ]+)\)", said):
        for one in re.split(r"[,;:] ", places.strip(",; ")):
            pages = {int(number) for number in numbers.split(", ")}
            found.setdefault(one.strip().removeprefix("Abs. "), set()).update(pages)
    return found


@BOTH
def test_every_source_is_listed_and_every_number_leads_to_it(root: Path) -> None:
    facts = edition_of(root)
    listed = read(chapters(root)["Quellen"])
    assert len(listed) == len(facts.references)
    for one in facts.references.values():
        (entry,) = [said for said in listed if re.match(rf"\d+{re.escape(one.title)}", said)][:1]
        for address in one.targets:
            assert address in entry.replace(" ", "").replace("​", "")


@BOTH
def test_links_lead_somewhere(root: Path) -> None:
    pdf = tagged(root).pdf
    pages = {one.objgen for one in pdf.pages}
    counted = 0
    for one in pdf.pages:
        for annotation in one.get("/Annots", []):
            if annotation.Subtype != "/Link":
                continue
            counted += 1
            action = annotation.get("/A")
            if action is not None and action.S == "/URI":
                assert re.match(r"https?://|mailto:", str(action.URI))
            else:
                target = annotation.Dest if "/Dest" in annotation else action.D
                assert target[0].objgen in pages
    assert counted > len(edition_of(root).entities)


@BOTH
def test_the_document_says_what_it_is(root: Path) -> None:
    made = exported("pdf", root)
    pdf, config = tagged(root).pdf, made.config
    assert str(pdf.Root.Lang) == config.languages[0]
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == config.title
        assert metadata["xmp:CreateDate"].startswith(config.date)
        about = metadata["dc:description"]
        keywords = metadata["pdf:Keywords"]
    text, added, version, _ = rights(root)
    assert all(part in about for part in (text, added, version, export.LOSSES.de))
    assert all(article.title in keywords for article in made.edition.articles)
    front = " ".join(read(chapters(root)[""]))
    for part in (config.title, config.version, words.dating(_day(config.date)), config.base_url):
        assert part in front


def _day(date: str) -> Dating:
    return Dating(when=date)


@BOTH
def test_bookmarks_are_the_chapters(root: Path) -> None:
    with tagged(root).pdf.open_outline() as outline:
        titles = [one.title for one in outline.root]
    assert titles == [one for one in chapters(root) if one and one != "Inhalt"]


def test_foreign_words_are_marked_as_such() -> None:
    facts = edition_of(ROOT)
    names = {one.language for entity in facts.entities.values() for one in entity.other_names if one.language}
    noted = {
        tag for note in facts.notes for *_, tag in note.foreign if note.article_id == facts.articles[0].id
    }
    assert {tag.partition("-")[0] for tag in names | noted} <= tagged(ROOT).languages


def test_only_fonts_that_typst_brings_are_used() -> None:
    names = {
        str(font.BaseFont).partition("+")[2]
        for one in tagged(ROOT).pdf.pages
        for font in one.Resources.Font.values()
    }
    assert all(name.startswith("Libertinus") for name in names), names


def test_the_same_edition_gives_the_same_bytes() -> None:
    code = (
        "import hashlib, sys; from pathlib import Path; from tests.both import exported; "
        f"print(hashlib.sha256(exported('pdf', Path(sys.argv[1])).files['{PATH}']).hexdigest())"
    )
    for root in ROOTS:
        here = hashlib.sha256(exported("pdf", root).files[PATH]).hexdigest()
        for seed in ("1", "2"):
            said = subprocess.run(
                [sys.executable, "-c", code, str(root)],
                cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"}, capture_output=True, text=True, check=True,
            )  # fmt: skip
            assert said.stdout.strip() == here


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    edition = edition_of(TOY)
    with pytest.raises(ExportError, match="library typst is missing") as caught:
        list(export.EXPORT.function(TOY, edition.config, edition))
    assert "pip install 'edition[pdf]'" in caught.value.said.de


def made(root: Path) -> bytes:
    edition = validation.examine(root, settings.load(root)).edition
    (file,) = export.EXPORT.function(root, edition.config, edition)
    return file.content


HOSTILE = (
    '#panic("x")', "*kein* _Satz_", "@verweis", "<marke>", "\\n \\", "$x^2$", "`code`", "= Titel", "- Punkt", "/* weg */",
    "// weg", "#let x = 1", "]]][[[", "~--- ...", "'einfach' \"doppelt\"", "{{ 1 }}",
)  # fmt: skip


def test_no_word_is_read_as_code(toy: Path) -> None:
    said = " ".join(HOSTILE)
    for name, old in (
        ("articles/erster.xml", "Ihre Schwester"),
        ("articles/erster.xml", ">Die Ankunft</head>"),
        ("authority/persons.xml", "Muster, Berta"),
    ):
        path = toy / "tei" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        new = f">{escape(said)}</head>" if old.endswith("</head>") else escape(f"{old} {said}")
        path.write_text(text.replace(old, new), encoding="utf-8")
    (toy / "tei/edition.toml").write_text(
        (toy / "tei/edition.toml").read_text(encoding="utf-8").replace('"Kleine Edition"', f"'''{said}'''"),
        encoding="utf-8",
    )
    text = Tagged(made(toy)).root.text(*APART)
    assert text.count(said) >= 6  # title, contents, heading, text, register, imprint


def test_a_sign_that_no_font_has_is_said(toy: Path) -> None:
    path = toy / "tei/articles/erster.xml"
    path.write_text(path.read_text(encoding="utf-8").replace("Ihre Schwester", "Ihre 漢字"), encoding="utf-8")
    with pytest.raises(ExportError, match="漢"):
        made(toy)


def test_an_edition_without_texts_has_no_book() -> None:
    edition = replace(edition_of(TOY), articles=())
    assert list(export.EXPORT.function(TOY, edition.config, edition)) == []


def test_no_stream_ends_in_a_carriage_return() -> None:
    changed = 0
    for number in itertools.count():
        source = f'#set document(title: [x], date: datetime(year: 2026, month: 1, day: 2))\n#set text(lang: "de")\n{number} Wörter.'.encode()
        before = typst.compile(
            source, format="pdf", pdf_standards=setting.STANDARDS, timestamp=0, ignore_system_fonts=True
        )
        after = closing.closed(before)
        if b"\r\nendstream" not in before:
            assert after == before
            continue
        assert b"\r\nendstream" not in after
        assert page.validate_pdf_bytes(after, profile=PROFILES[1]).is_compliant
        with pikepdf.open(io.BytesIO(after)) as pdf:
            assert Tagged(after).root.text() == f"{number} Wörter."
            assert pdf.check_pdf_syntax() == []
        changed += 1
        if changed == 3:
            return
        assert number < 5000
