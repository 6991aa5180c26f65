"""The book, read back: valid, whole, every letter of the texts in it, every link, note and entry found."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from lxml import etree
from msgspec.structs import replace

from edition import prose, rendering, settings, validation, words
from edition import rights as licences
from edition.exports import epub
from edition.exports.epub import apparatus, matter, package
from edition.exports.epub.parts import Part
from edition.exports.shared.archive import archive
from edition.kinds import BY_SLUG
from edition.model import Edition, Page
from tests.both import BOTH, edition_of, exported, rights
from tests.conftest import ROOT, TOY
from tests.epubs import NS, TYPE, Book, complaints
from tests.proofs import links
from tests.test_prose import CASES, source

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What the edition puts into the text: numbers of paragraphs, marks of notes, printed readings.
ADDED = "self::h:sup or self::h:del or self::h:span[@class='number']"
WORDS = f".//text()[not(ancestor::*[{ADDED}])]"


@cache
def book_of(root: Path) -> Book:
    (content,) = exported("epub", root).files.values()
    return Book(content)


def made(root: Path, edition: Edition) -> Book:
    (file,) = epub.files(root, edition.config, edition)
    return Book(file.content)


def said(element: Any) -> str:
    """The words of an element as the text has them; the parts of a figure are told apart."""
    if element.tag == "{http://www.w3.org/1999/xhtml}figure":
        return " ".join(said(part) for part in element)
    return re.sub(r"\s+", " ", "".join(element.xpath(WORDS, namespaces=NS))).strip()


def with_id(tree: Any, name: str) -> Any:
    (found,) = tree.xpath("//*[@id=$name]", name=name)
    return found


@BOTH
def test_epubcheck_has_nothing_to_say(root: Path) -> None:
    assert complaints(book_of(root).data) == []


def test_epubcheck_is_asked() -> None:
    members = book_of(TOY).members
    broken = members | {"EPUB/persons.xhtml": members["EPUB/persons.xhtml"].replace(b"</ul>", b"", 1)}
    assert any("FATAL" in one for one in complaints(archive(broken.items(), "2026-01-02", ("mimetype",))))


@BOTH
def test_the_container_begins_with_its_type_and_knows_no_clock(root: Path) -> None:
    config, data = edition_of(root).config, book_of(root).data
    assert (
        data[30:58] == b"mimetypeapplication/epub+zip"
    )  # EPUB 3.3, 4.2.3: at byte 30, neither packed nor padded
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        dates = {"-".join(f"{part:02}" for part in one.date_time[:3]) for one in opened.infolist()}
        assert dates == {config.date}
        assert {one.external_attr >> 16 for one in opened.infolist()} == {0o100644}
        assert opened.testzip() is None
    assert made(root, edition_of(root)).data == data


def test_an_archive_knows_no_day_before_1980() -> None:
    with zipfile.ZipFile(io.BytesIO(archive([("a", b"a")], "1924-05-06"))) as opened:
        assert opened.infolist()[0].date_time[:3] == (1980, 1, 1)


@BOTH
def test_the_text_is_the_reading_text_block_by_block(root: Path) -> None:
    for text in edition_of(root).articles:
        tree = book_of(root).files[f"text-{text.id}.xhtml"]
        units = [block for block in text.blocks if block.text]
        assert [said(with_id(tree, block.id)) for block in units] == [block.text for block in units]
        main = tree.xpath("//h:h1 | //h:header/h:*[not(self::h:h1)] | //h:div[@class='prose']", namespaces=NS)
        back = tree.xpath("//h:div[@class='back-matter']", namespaces=NS)
        whole = "".join(said(element) for element in (*main, *back)).replace(" ", "")
        assert whole == "".join(block.text for block in units).replace(" ", "")
        numbers = {
            one.getparent().get("id"): one.text for one in tree.iterfind(".//h:span[@class='number']", NS)
        }
        assert numbers == {block.id: block.number for block in units if block.number}


@BOTH
def test_corrections_stand_with_what_is_printed(root: Path) -> None:
    for one in edition_of(root).corrections:
        if f"text-{one.article_id}.xhtml" not in book_of(root).files:
            continue
        place = with_id(book_of(root).files[f"text-{one.article_id}.xhtml"], one.anchor)
        assert re.sub(r"\s+", " ", "".join(place.find("h:ins", NS).itertext())) == one.corrected
        assert one.printed in re.sub(r"\s+", " ", "".join(place.find("h:del", NS).itertext()))


@BOTH
def test_no_change_and_no_note_of_the_apparatus_is_left_out(root: Path) -> None:
    edition, book = edition_of(root), book_of(root)
    texts = {text.id for text in edition.articles}
    tree = book.files["apparatus.xhtml"]
    shown = " ".join("".join(tree.itertext()).split())
    anchors = {one.partition("#")[2] for one in tree.xpath("//h:a/@href", namespaces=NS)}
    for one in (*edition.corrections, *edition.joins):
        assert one.article_id not in texts or one.anchor in anchors
    for correction in edition.corrections:
        assert correction.article_id not in texts or f"{correction.printed} gedruckt" in shown
    held = "".join("".join(one.itertext()) for one in tree.iterfind(".//h:p", NS))
    for note in edition.notes:
        if note.article_id in texts and note.type in apparatus.TYPES:
            assert note.text in held, note.id


@BOTH
def test_every_link_in_the_book_resolves(root: Path) -> None:
    book = book_of(root)
    links = book.links()
    assert len(links) > 30
    broken = [
        (start, end, fragment)
        for start, end, fragment in links
        if end not in book.ids or (fragment and fragment not in book.ids[end])
    ]
    assert broken == []
    for tree in book.files.values():
        assert len(tree.xpath("//@id")) == len(set(tree.xpath("//@id")))
        assert not tree.xpath("//h:*[@src] | //h:script | //h:link[not(@href='book.css')]", namespaces=NS)


@BOTH
def test_every_note_is_reached_and_leads_back(root: Path) -> None:
    edition = edition_of(root)
    for text in edition.articles:
        tree = book_of(root).files[f"text-{text.id}.xhtml"]
        marks = tree.xpath("//h:a[@role='doc-noteref']", namespaces=NS)
        notes = tree.xpath("//h:div[@role='doc-footnote']", namespaces=NS)
        assert {one.get(TYPE) for one in marks} <= {"noteref"}
        assert {one.get(TYPE) for one in notes} <= {"footnote"}
        own = [one for one in edition.notes if one.article_id == text.id and one.type not in apparatus.TYPES]
        assert [one.get("id") for one in notes] == [one.id for one in own]
        assert {one.get("href") for one in marks} == {f"#{one.id}" for one in own}
        assert len(marks) == sum(len(one.passages) for one in own)
        for note, element in zip(own, notes, strict=True):
            (back,) = element.xpath(".//h:a[@role='doc-backlink']", namespaces=NS)
            mark = with_id(tree, back.get("href").removeprefix("#"))
            assert (mark.get("href"), mark.text) == (f"#{note.id}", back.text)
            assert back.text in back.get("aria-label")
            body = element.find("h:div", NS)
            assert note.text in re.sub(r"\s+", " ", "".join(body.itertext()))
            for pointer in note.sources:
                kind, _, name = pointer.partition(":")
                file = "sources" if kind == "source" else BY_SLUG[kind].plural
                assert body.xpath(f".//h:a[@href='{file}.xhtml#{name}']", namespaces=NS), (note.id, pointer)


def test_notes_of_own_pages_are_footnotes_too(toy: Path) -> None:
    path = toy / "tei/pages/ueber.xml"
    text = path.read_text(encoding="utf-8")
    place = text.rindex("</p>")
    path.write_text(f"{text[:place]}<note>Eine Bemerkung.</note>{text[place:]}", encoding="utf-8")
    edition = validation.examine(toy, settings.load(toy)).edition
    tree = made(toy, edition).files["page-ueber.xhtml"]
    (note,) = tree.xpath("//h:div[@role='doc-footnote']", namespaces=NS)
    (mark,) = tree.xpath("//h:a[@role='doc-noteref']", namespaces=NS)
    assert said(note) == "1 Eine Bemerkung."
    assert mark.get("href") == f"#{note.get('id')}"
    assert note.find("h:a", NS).get("href") == f"#{mark.get('id')}"


@BOTH
def test_every_entry_is_in_its_register_and_leads_to_where_it_is_named(root: Path) -> None:
    edition, book = edition_of(root), book_of(root)
    texts = {one.id for one in edition.articles}
    for pointer, entity in edition.entities.items():
        entry = with_id(book.files[f"{BY_SLUG[entity.kind].plural}.xhtml"], entity.id)
        shown = re.sub(r"\s+", " ", "".join(entry.itertext()))
        assert shown.strip().startswith(entity.name)
        assert " ".join(entity.description.split()) in shown
        for name in entity.other_names:
            assert name.text in shown
        for one in entity.identifiers:
            assert one.value in shown
            assert not one.uri or entry.xpath(".//h:a[@href=$uri]", uri=one.uri, namespaces=NS)
        for fact in entity.facts:
            assert words.dating(fact.dating) in shown, (pointer, fact.slug)
        there = {href.partition("#")[2] for href in entry.xpath(".//h:a/@href", namespaces=NS)}
        named = [one for one in edition.mentions.get(pointer, ()) if one.article_id in texts]
        blocks = {(one.article_id, one.block) for one in named}
        assert len([one for one in named if one.anchor in there]) == len(blocks), pointer
        assert blocks == {(one.article_id, one.block) for one in named if one.anchor in there}


@BOTH
def test_mentions_lead_to_the_registers(root: Path) -> None:
    for pointer, mentions in edition_of(root).mentions.items():
        for mention in mentions:
            tree = book_of(root).files.get(f"text-{mention.article_id}.xhtml")
            if tree is None:
                continue
            kind, _, name = pointer.partition(":")
            place = with_id(tree, mention.anchor)
            around = place.xpath("descendant-or-self::h:a/@href", namespaces=NS)
            inner = place.xpath(".//h:a[contains(@class, 'mention')]", namespaces=NS)
            covered = [one for one in inner if said(one) == said(place)]  # a name that is all of another one
            assert f"{BY_SLUG[kind].plural}.xhtml#{name}" in around or covered, (pointer, mention.anchor)


@BOTH
def test_registers_and_sources_stand_in_german_order(root: Path) -> None:
    book, edition = book_of(root), edition_of(root)
    for kind in BY_SLUG.values():
        if f"{kind.plural}.xhtml" in book.files:
            tree = book.files[f"{kind.plural}.xhtml"]
            names = [one.text for one in tree.iterfind(".//h:p[@class='name']/h:b", NS)]
            wanted = [one.name for one in edition.entities.values() if one.kind == kind.slug]
            assert names == sorted(wanted, key=words.sort_key)
            letters = [one.text for one in tree.iterfind(".//h:h2", NS)]
            assert letters == list(dict.fromkeys(words.initial(name) for name in names))
    ids = [
        one.get("id") for one in book.files["sources.xhtml"].iterfind(".//h:ul[@class='sources']/h:li", NS)
    ]
    wanted = sorted(edition.references.values(), key=lambda one: words.sort_key(one.title))
    assert ids == [one.id for one in wanted]


@BOTH
def test_languages_are_marked_twice_and_alike(root: Path) -> None:
    edition, book = edition_of(root), book_of(root)
    for name, tree in book.files.items():
        assert tree.get("lang")
        for element in tree.iter("{*}*"):
            assert element.get("lang") == element.get(XML_LANG), name
    for one in edition.quotations:
        tree = book.files.get(f"text-{one.article_id}.xhtml")
        text = next((text for text in edition.articles if text.id == one.article_id), None)
        if tree is not None and text:
            for anchor, _ in one.parts:
                stated = with_id(tree, anchor).xpath("ancestor-or-self::*[@lang][1]/@lang")
                assert stated == [one.language], anchor


@BOTH
def test_the_contents_list_every_file_in_the_order_of_reading(root: Path) -> None:
    book = book_of(root)
    nav = book.files["nav.xhtml"]
    (toc,) = nav.xpath("//h:nav[@*[local-name()='type']='toc']", namespaces=NS)
    listed = [one.get("href") for one in toc.iterfind("h:ol/h:li/h:a", NS)]
    assert listed == [name for name in book.files if name != "nav.xhtml"]
    for name, tree in book.files.items():
        headings = tree.xpath("//h:div[@class='prose']//h:*[self::h:h2 or self::h:h3]/@id", namespaces=NS)
        shown = [one.get("href") for one in toc.iterfind(".//h:ol/h:li/h:a", NS)]
        assert {f"{name}#{one}" for one in headings} <= set(shown)
        assert len(tree.xpath("//h:h1", namespaces=NS)) == 1
        levels = [int(one.tag[-1]) for one in tree.xpath("//h:h1|//h:h2|//h:h3|//h:h4", namespaces=NS)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), name
    (marks,) = nav.xpath("//h:nav[@*[local-name()='type']='landmarks']", namespaces=NS)
    where = {one.get(TYPE): one.get("href") for one in marks.iterfind(".//h:a", NS)}
    assert where["toc"] == "nav.xhtml"
    assert where["bodymatter"] == f"text-{edition_of(root).articles[0].id}.xhtml"


@BOTH
def test_title_rights_version_and_citation_are_in_the_book_and_in_its_metadata(root: Path) -> None:
    edition, book = edition_of(root), book_of(root)
    config = edition.config
    imprint = said(book.files["imprint.xhtml"])
    for one in (*rights(root), config.base_url, words_of_date(config.date), *licence_words(root)):
        assert one in imprint, one
    assert epub.LOSSES.de in imprint
    for article in edition.articles:
        assert article.title in imprint
        assert article.source_citation.split(": ")[0] in said(book.files[f"text-{article.id}.xhtml"])
    stated = etree.tostring(book.package, encoding="unicode", method="text")
    for one in (*rights(root), *(name for article in edition.articles for name in article.authors)):
        assert one in stated
    assert book.meta("dcterms:modified") == [f"{config.date}T00:00:00Z"]
    assert book.package.findtext(".//dc:identifier", None, NS) == config.base_url
    assert config.title in said(book.files["title.xhtml"])


def words_of_date(date: str) -> str:
    year, month, day = date.split("-")
    return f"{int(day)}. {words.dates.MONTHS[int(month) - 1]} {year}"  # type: ignore[attr-defined]


def licence_words(root: Path) -> list[str]:
    return [one.terms for one in licences.layers(edition_of(root).config)]


@BOTH
def test_what_is_accessible_is_said_and_no_more(root: Path) -> None:
    book = book_of(root)
    for name in ("accessMode", "accessModeSufficient", "accessibilityHazard", "accessibilitySummary"):
        assert book.meta(f"schema:{name}"), name
    assert "tableOfContents" in book.meta("schema:accessibilityFeature")
    assert book.meta("dcterms:conformsTo") == []
    assert book.meta("a11y:certifiedBy") == []
    assert "niemand geprüft" in book.meta("schema:accessibilitySummary")[0]


def test_conformance_is_claimed_where_somebody_has_examined_it() -> None:
    edition = edition_of(TOY)
    book = made(TOY, replace(edition, config=replace(edition.config, certifier="Prüfstelle & Töchter")))
    assert book.meta("dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert book.meta("a11y:certifiedBy") == ["Prüfstelle & Töchter"]
    assert "niemand geprüft" not in book.meta("schema:accessibilitySummary")[0]
    assert complaints(book.data) == []


def names(book: Book) -> list[str]:
    return [name for name in book.files if name.startswith(("page-", "text-"))]


def test_the_settings_say_which_pages_stand_where() -> None:
    edition = edition_of(ROOT)
    stated = edition.config.book
    wanted = [f"page-{one}.xhtml" for one in stated["front"]]
    wanted += [f"text-{one.id}.xhtml" for one in edition.articles]
    wanted += [f"page-{one}.xhtml" for one in stated["back"]]
    assert names(book_of(ROOT)) == wanted


def test_without_settings_the_introduction_stands_in_front_and_other_languages_are_left_out() -> None:
    edition = edition_of(ROOT)
    found = names(made(ROOT, replace(edition, config=replace(edition.config, book={}))))
    texts = {f"text-{one.id}.xhtml" for one in edition.articles}
    assert found[0] == "page-ueber.xhtml"
    assert found[1] in texts
    own = {f"page-{one.id}.xhtml" for one in edition.pages if one.language == "de"}
    assert set(found) - texts == own


def test_a_page_that_is_not_in_the_book_is_linked_where_it_is_published() -> None:
    config = edition_of(ROOT).config
    tree = book_of(ROOT).files["page-einleitung.xhtml"]
    away = tree.xpath("//h:div[@class='prose']//h:a[contains(@href, '://')]/@href", namespaces=NS)
    assert f"{config.base_url}quotations.html" in away


def test_an_edition_with_nothing_but_a_text_is_a_book_too() -> None:
    edition = edition_of(TOY)
    bare = replace(
        edition,
        config=replace(edition.config, home="", base_url="https://example.org/"),
        articles=(),
        pages=(),
        entities={},
        references={},
        relations=(),
        mentions={},
        quotations=(),
        notes=(),
    )
    (file,) = epub.files(TOY, bare.config, bare)
    assert file.path == "data/epub/example-org.epub"
    assert list(Book(file.content).files) == ["title.xhtml", "nav.xhtml", "imprint.xhtml"]
    assert complaints(file.content) == []


def chapters() -> list[tuple[str, prose.Fragments]]:
    """Every case of tests/prose as a chapter; pointers lead out of the book, so that no entry is wanted."""
    found = []
    for parameter in CASES:
        (case,) = parameter.values
        if not case.failure and case.unknown == "fail":
            text = source(case.given)
            away = {pointer: f"https://example.org/{number}" for number, pointer in enumerate(links(text))}
            found.append((f"{parameter.id}", prose.chapter(text, away, {})))
    return found


def test_whatever_the_schema_allows_in_a_text_is_valid_in_a_book() -> None:
    made = chapters()
    assert len(made) > 50
    edition = edition_of(TOY)
    empty = replace(edition, articles=(), pages=(), entities={}, references={}, mentions={}, notes=())
    parts = [
        Part(f"case-{number}.xhtml", name, "bodymatter", "chapter", "doc-chapter", "text.xhtml")
        for number, (name, _) in enumerate(made)
    ]
    front = epub.parts(empty, apparatus=False)
    whole = (*front[:2], *parts)
    held = {name: data for name, data in book_of(TOY).members.items() if "/" not in name or "META" in name}
    held |= {
        "EPUB/book.css": book_of(TOY).members["EPUB/book.css"],
        "EPUB/title.xhtml": book_of(TOY).members["EPUB/title.xhtml"],
        "EPUB/package.opf": rendered("package.opf", package.package(empty, whole)),
        "EPUB/nav.xhtml": rendered("nav.xhtml", package.navigation(empty, front[1], whole)),
    }
    for part, (name, fragments) in zip(parts, made, strict=True):
        held[f"EPUB/{part.name}"] = rendered(
            "text.xhtml", matter.Text(part, name, fragments, (), "Anmerkungen")
        )
    assert complaints(archive(held.items(), "2026-01-02", ("mimetype",))) == []


def rendered(template: str, value: Any) -> bytes:
    return rendering.render(Page(template, f"epub/{template}", value)).content
