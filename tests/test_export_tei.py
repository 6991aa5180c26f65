"""The TEI made from the edition's TEI: valid, whole, and of the same words; in one file it builds again."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from edition import citation, corpus, grammar, resources, settings, site, urls, validation
from edition.exports import tei_standalone
from edition.model import Article, Edition
from edition.saxon import Stylesheet
from edition.transcript import DIPLOMATIC, blocks, flatten, is_block, local
from tests import jing
from tests.both import BOTH, ROOTS, below, edition_of, exported, rights
from tests.conftest import TESTS, TOY
from tests.test_tei_all import TEI_ALL

FAMILY = ("tei-standalone", "tei-reading", "dtabf", "tei-paragraphs")
XML_ID = corpus.XML_ID
POINTING = "ref corresp target source who resp next prev datingPoint active passive mutual where sameAs scheme".split()
PREFIXED = re.compile(r"(person|place|org|work|event|object|source|page):")


@cache
def tei_all() -> grammar.Grammar:
    return grammar.load(TEI_ALL.read_bytes(), "tei_all.rng")


def documents(slug: str, root: Path) -> dict[str, bytes]:
    return {name: data for name, data in below(slug, root).items() if name.endswith(".xml")}


def parsed(data: bytes) -> Any:
    return corpus.from_bytes(data, "made.xml", "article").tree.getroot()


def texts(slug: str) -> list[Any]:
    return [
        pytest.param(root, article, id=f"{slug}.{article.id}")
        for root in ROOTS
        for article in edition_of(root).articles
    ]


def pointers(root: Any) -> Iterator[str]:
    for element in root.iter("{*}*"):
        for name in POINTING:
            yield from (element.get(name) or "").split()


def units(root: Any, left_out: frozenset[str] | None = None) -> list[tuple[str | None, str]]:
    text = corpus.one(root, "t:text")
    flat = (flatten, lambda one: flatten(one, left_out))[left_out is not None]
    return [(one.get(XML_ID), flat(one).text) for one in blocks(text)]


def read(article: Article) -> list[tuple[str | None, str]]:
    return [(one.id, one.text) for one in article.blocks]


def printed(article: Article) -> list[tuple[str | None, str]]:
    return [(one.id, one.printed) for one in article.blocks]


# All of them


@pytest.mark.parametrize("slug", FAMILY)
def test_every_file_is_valid_tei(slug: str, tmp_path: Path) -> None:
    made = [data for root in ROOTS for data in documents(slug, root).values()]
    assert made
    assert [one for data in made for one in tei_all().check(data, slug)] == []
    assert not any(
        jing.complaints(TEI_ALL, {f"{n}.xml": one for n, one in enumerate(made)}, tmp_path).values()
    )


@pytest.mark.parametrize("slug", FAMILY)
@BOTH
def test_no_pointer_dangles_and_no_id_occurs_twice(root: Path, slug: str) -> None:
    for name, data in documents(slug, root).items():
        tree = parsed(data)
        ids = tree.xpath("//@xml:id")
        assert len(ids) == len(set(ids)), name
        found = set(pointers(tree))
        assert {one for one in found if one.startswith("#")} <= {f"#{one}" for one in ids}, name
        assert not [one for one in found if PREFIXED.match(one)], name
        assert not [one for one in found if one.startswith("../")], name


@pytest.mark.parametrize("slug", FAMILY)
@BOTH
def test_every_address_on_the_site_is_a_page_of_it(
    root: Path, slug: str, toy_site: Path, real_site: Path
) -> None:
    base, folder = edition_of(root).config.base_url, toy_site if root == TOY else real_site
    ids: dict[str, set[str]] = {}
    for data in documents(slug, root).values():
        for one in set(pointers(parsed(data))):
            if one.startswith(base):
                path, _, anchor = one.removeprefix(base).partition("#")
                page = (folder / path).read_text(encoding="utf-8")
                ids.setdefault(path, set(re.findall(r'\b(?:xml:)?id="([^"]+)"', page)))
                assert not anchor or anchor in ids[path], one


@pytest.mark.parametrize("slug", FAMILY)
@BOTH
def test_rights_citation_and_losses_stand_in_every_file(root: Path, slug: str) -> None:
    row = exported(slug, root)
    for name, data in documents(slug, root).items():
        said = data.decode("utf-8")
        for licence in rights(root)[:2]:
            assert licence in said, name
        assert row.config.version in said
        assert row.config.base_url in said
    whole = "\n".join(file.decode("utf-8") for file in row.files.values())
    assert all(words in whole for words in rights(root))


# In one file


def entries(tree: Any) -> dict[str, Any]:
    return {one.get(XML_ID): one for one in corpus.every(tree, "t:standOff/*[@type]/*")}


@pytest.mark.parametrize(("root", "article"), texts("standalone"))
def test_the_text_of_a_standalone_file_is_that_of_the_edition(root: Path, article: Article) -> None:
    tree = parsed(documents("tei-standalone", root)[f"{article.id}.xml"])
    assert units(tree) == read(article)
    assert units(tree, DIPLOMATIC) == printed(article)


@pytest.mark.parametrize(("root", "article"), texts("standalone"))
def test_entries_are_copied_as_they_are_and_sorted(root: Path, article: Article) -> None:
    tree = parsed(documents("tei-standalone", root)[f"{article.id}.xml"])
    originals: dict[str, Any] = {}
    for path in sorted((root / "tei/authority").glob("*.xml")):
        for one in corpus.every(parsed(path.read_bytes()), "t:standOff/*[not(self::t:listRelation)]/*"):
            originals[f"{path.stem}:{one.get(XML_ID)}"] = one
    lists = corpus.every(tree, "t:standOff/*[@type]")
    for found in lists:
        ids = [one.get(XML_ID) for one in found]
        assert ids == sorted(ids)
        for one in found:
            original = originals[f"{found.get('type')}:{one.get(XML_ID)}"]
            assert "".join(one.itertext(with_tail=False)) == "".join(original.itertext(with_tail=False))
            for copied, whole in zip(one.iter("{*}*"), original.iter("{*}*"), strict=True):
                assert {key: value for key, value in copied.attrib.items() if key not in POINTING} == {
                    key: value for key, value in whole.attrib.items() if key not in POINTING
                }
                assert (copied.tag, copied.attrib.keys()) == (whole.tag, whole.attrib.keys())


def test_what_the_text_does_not_need_is_not_copied() -> None:
    files = documents("tei-standalone", TOY)
    first, second = parsed(files["erster.xml"]), parsed(files["zweiter.xml"])
    assert set(entries(first)) == {
        "beispiel-anna", "muster-aenne", "muster-berta", "kronstadt", "wien", "lexikon",
    }  # fmt: skip
    assert len(corpus.every(first, "//t:relation")) == 1
    # Berta is named only in the other text: the relation to her is left out with her.
    assert set(entries(second)) == {"beispiel-anna", "muster-aenne", "wien", "lexikon"}
    assert not corpus.every(second, "//t:relation")
    for tree in (first, second):
        assert not corpus.every(tree, "//t:prefixDef | //t:listPrefixDef")
        assert corpus.every(tree, "//t:extent/t:measure")
        assert corpus.every(tree, "//t:tagUsage")
        assert "Aus Version 1.0.0 der Edition" in corpus.every(tree, "//t:change")[-1].text


def test_ids_that_are_taken_get_their_kind(toy: Path) -> None:
    changes = {
        "articles/erster.xml": [('xml:id="d-ankunft"', 'xml:id="wien"'), ("#d-ankunft", "#wien")],
        "authority/sources.xml": [('xml:id="lexikon"', 'xml:id="muster-aenne"')],
        "authority/persons.xml": [("source:lexikon", "source:muster-aenne")],
        "authority/places.xml": [("source:lexikon", "source:muster-aenne")],
    }
    for name, pairs in changes.items():
        path = toy / "tei" / name
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    config = settings.load(toy)
    examined = validation.examine(toy, config)
    assert not examined.errors
    file = next(iter(tei_standalone.files(toy, config, examined.edition)))
    tree = parsed(file.content)
    assert {"place-wien", "source-muster-aenne", "muster-aenne"} <= set(entries(tree))
    assert corpus.one(tree, "//t:date[@datingPoint]").get("datingPoint") == "#wien"
    assert corpus.one(tree, "//t:birth/t:placeName").get("ref") == "#place-wien"
    assert corpus.one(tree, "//t:birth").get("source") == "#source-muster-aenne"
    assert tei_all().check(file.content, "made.xml") == ()
    ids = tree.xpath("//@xml:id")
    assert len(ids) == len(set(ids))
    assert {one for one in pointers(tree) if one.startswith("#")} <= {f"#{one}" for one in ids}


def divided(data: bytes, root: Path, folder: Path) -> Path:
    """An edition made of one standalone file: its article, and its lists as files again."""
    for path, text in json.loads(Stylesheet(TESTS / "divided.xsl")(data)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text + "\n", encoding="utf-8")
    lines = (root / settings.FILE).read_text(encoding="utf-8").splitlines()
    kept = "\n".join(
        line for line in lines if not line.startswith(("home", "page ", "page=", "front", "back"))
    )
    (folder / settings.FILE).write_text(
        re.sub(r"\[(translations|imprint)\][^\[]*", "", kept), encoding="utf-8"
    )
    return folder


def words_of(page: Path) -> str:
    html = page.read_text(encoding="utf-8")
    main = re.search(r"<article\b.*?</article>|<main\b.*?</main>", html, re.DOTALL)
    assert main
    return " ".join(re.sub("<[^>]+>", " ", main[0]).split())


@pytest.mark.parametrize(("root", "article"), texts("standalone"))
def test_a_standalone_file_builds_again_to_the_same_text(
    root: Path, article: Article, tmp_path: Path, toy_site: Path, real_site: Path
) -> None:
    made = divided(documents("tei-standalone", root)[f"{article.id}.xml"], root, tmp_path / "again")
    if (root / "tei/copytext").is_dir():  # the text is still that of the source
        shutil.copytree(root / "tei/copytext", made / "tei/copytext")
    examined = validation.examine(made, settings.load(made))
    assert [str(one) for one in examined.errors] == []
    again, before = examined.edition, edition_of(root)
    assert again.articles[0].blocks == article.blocks
    assert facts(again, article.id) == facts(before, article.id)
    assert {key: one.facts for key, one in again.entities.items()} == {
        key: one.facts for key, one in before.entities.items() if key in again.entities
    }
    site.build(made, tmp_path / "site")
    first = toy_site if root == TOY else real_site
    for path in (urls.article(article.id), urls.diplomatic(article.id)):
        assert words_of(tmp_path / "site" / path) == words_of(first / path)


def facts(edition: Edition, article: str) -> Any:
    """What the edition knows of a text: names, quotations, dates, corrections, notes, with their places."""
    mentions = [one for found in edition.mentions.values() for one in found if one.article_id == article]
    dates = [
        (one.anchor, one.form, one.dating, one.event) for one in edition.dates if one.article_id == article
    ]
    return (
        sorted((one.pointer, one.anchor, one.form) for one in mentions),
        [one for one in edition.quotations if one.article_id == article],
        dates,
        [one for one in edition.corrections if one.article_id == article],
        [one for one in edition.joins if one.article_id == article],
        [one for one in edition.notes if one.article_id == article],
    )


# For viewers

UNDERSTOOD = frozenset(
    "text front body back div head byline docAuthor argument epigraph cit p list item listBibl bibl author editor pubPlace "
    "publisher biblScope persName placeName orgName name rs title date quote soCalled foreign term hi note ref".split()
)


@pytest.mark.parametrize(("root", "article"), texts("reading"))
def test_the_reading_text_is_conserved(root: Path, article: Article) -> None:
    tree = parsed(documents("tei-reading", root)[f"{article.id}.xml"])
    assert units(tree) == read(article)
    assert units(tree, DIPLOMATIC) == read(article)  # no second layer is left
    numbers = [one.get("n") for one in blocks(corpus.one(tree, "t:text"))]
    assert numbers == [one.number for one in article.blocks]
    used = {local(one) for one in corpus.one(tree, "t:text").iter("{*}*")}
    assert used <= UNDERSTOOD
    base = edition_of(root).config.base_url
    assert {one.get("ref").startswith(base) for one in corpus.every(tree, "t:text//*[@ref]")} == {True}


def before_notes(tree: Any) -> Iterator[tuple[str, str, str]]:
    """Each note with its block and the words of the block before it."""
    for note in corpus.every(tree, "t:text//t:note"):
        block = next(one for one in note.iterancestors() if is_block(one))
        words: list[str] = []
        for event, one in _walk(block):
            if one is note:
                break
            words.append(event)
        yield (
            (note.get(XML_ID) or note.get("sameAs", "").lstrip("#")),
            block.get(XML_ID),
            " ".join("".join(words).split()),
        )


def _walk(element: Any) -> Iterator[tuple[str, Any]]:
    """The text of a block piece by piece, without notes and without what was printed."""
    yield "", element
    if local(element) in ("note", "sic", "orig"):
        return
    yield (element.text or "") if local(element) != "choice" else "", None
    for child in element:
        yield from _walk(child)
        yield (child.tail or "") if local(element) != "choice" else "", None


@pytest.mark.parametrize("slug", ["tei-reading", "dtabf"])
@BOTH
def test_every_note_stands_where_its_passage_ends(root: Path, slug: str) -> None:
    known = edition_of(root)
    for article in known.articles:
        tree = parsed(documents(slug, root)[f"{article.id}.xml"])
        found = (
            Counter(before_notes(tree))
            if slug == "tei-reading"
            else Counter(one for one in before_notes(tree) if one[0])
        )
        texts_of = {one.id: one.text for one in article.blocks}
        wanted = Counter(
            (note.id, passage.block, " ".join(texts_of[passage.block][: passage.end].split()))
            for note in known.notes
            if note.article_id == article.id
            for passage in (note.passages if slug == "tei-reading" else note.passages[:1])
        )
        assert found == wanted
        said = {
            one.get(XML_ID): " ".join("".join(one.itertext()).split())
            for one in corpus.every(tree, "//t:note")
        }
        for note in known.notes:
            if note.article_id == article.id:
                assert said[note.id] == note.text


# By paragraph


@pytest.mark.parametrize(("root", "article"), texts("paragraphs"))
def test_each_paragraph_is_a_document_that_says_how_to_cite_it(root: Path, article: Article) -> None:
    files = documents("tei-paragraphs", root)
    assert [name for name in files if name.startswith(f"{article.id}/")] == [
        f"{article.id}/{one.id}.xml" for one in article.blocks
    ]
    known = edition_of(root)
    for block in article.blocks:
        tree = parsed(files[f"{article.id}/{block.id}.xml"])
        assert units(tree) == [(block.id, block.text)]
        assert units(tree, DIPLOMATIC) == [(block.id, block.printed)]
        address = citation.address(known.config, f"{urls.article(article.id)}#{block.id}")
        assert corpus.one(tree, "//t:publicationStmt/t:idno").text == address
        cited = corpus.every(tree, "//t:sourceDesc/t:bibl")[0].text
        assert cited.endswith(address)
        assert article.title in cited
        assert not block.number or f"Absatz {block.number}." in cited
        own = {
            note.id
            for note in known.notes
            if note.article_id == article.id and any(one.block == block.id for one in note.passages)
        }
        assert {one.get(XML_ID) for one in corpus.every(tree, "//t:annotation")} == own


def test_there_is_something_of_everything() -> None:
    """The proofs above mean something only where there is something to prove."""
    tree = parsed(documents("tei-reading", ROOTS[1])[f"{edition_of(ROOTS[1]).articles[0].id}.xml"])
    assert corpus.every(tree, "//t:note[@sameAs]")
    original: Callable[[str], list[Any]] = lambda xpath: corpus.every(  # noqa: E731
        parsed(corpus.read(ROOTS[1] / edition_of(ROOTS[1]).articles[0].path)), xpath
    )
    assert original("//t:choice")
    assert original("//t:milestone")
    assert resources.stylesheet("tei/reading.xsl").is_file()
