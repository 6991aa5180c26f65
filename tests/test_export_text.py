"""Plain text and Markdown, read back: every letter of the text is there, in both layers, and no other."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from edition import corpus, resources
from edition.exports.markdown import escaped
from edition.model import Article
from edition.saxon import Stylesheet
from tests.both import ROOTS, below, edition_of, rights

READER = MarkdownIt("commonmark").use(footnote_plugin).use(front_matter_plugin)
LAYERS = {"": "reading", ".diplomatic": "diplomatic"}
NUMBER = re.compile(r"\[(\w+)\] ")


def texts() -> list[Any]:
    return [
        pytest.param(root, article, layer, id=f"{article.id}{layer}")
        for root in ROOTS
        for article in edition_of(root).articles
        for layer in LAYERS
    ]


def units(article: Article, layer: str) -> list[str]:
    found = (block.printed if layer else block.text for block in article.blocks)
    return [text for text in found if text]


@pytest.mark.parametrize(("root", "article", "layer"), texts())
def test_the_text_is_conserved(root: Path, article: Article, layer: str) -> None:
    written = below("text", root)[f"{article.id}{layer}.txt"].decode("utf-8")
    assert written == "\n\n".join(units(article, layer)) + "\n"
    stylesheet = Stylesheet(resources.stylesheet("text.xsl"))
    independent = json.loads(stylesheet(corpus.read(root / article.path)))[LAYERS[layer]]
    assert written.rstrip("\n").split("\n\n") == independent.split("\n")


def test_the_layers_differ_by_the_corrections() -> None:
    files = below("text", ROOTS[0])
    assert b"der Brief kam" in files["erster.txt"]
    assert b"der Breif kam" in files["erster.diplomatic.txt"]


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.name)
def test_rights_and_losses_stand_beside_the_texts(root: Path) -> None:
    said = below("text", root)["README.txt"].decode("utf-8")
    for words in (*rights(root), "gehen verloren", "are not kept"):
        assert words in said
    for article in edition_of(root).articles:
        assert article.title in said


class Parsed:
    """A Markdown file as a parser of CommonMark understands it."""

    def __init__(self, source: str) -> None:
        tokens = READER.parse(source)
        self.head = yaml.safe_load(next(one.content for one in tokens if one.type == "front_matter"))
        self.blocks: list[str] = []
        self.shapes: list[str] = []
        self.numbers: list[str] = []
        self.marks: list[tuple[int, int, str]] = []  # block, place in its text, note
        self.notes: dict[str, str] = {}
        note, shape = "", "p"
        for token in tokens:
            if token.type == "footnote_open":
                note = token.meta["label"]
            elif token.type == "footnote_close":
                note = ""
            elif token.type in ("heading_open", "blockquote_open", "list_item_open"):
                shape = token.tag
            elif token.type in ("heading_close", "blockquote_close", "list_item_close"):
                shape = "p"
            elif token.type == "inline" and note:
                self.notes[note] = self._words(token, keep=False)
            elif token.type == "inline":
                self.blocks.append(self._words(token))
                self.shapes.append(shape)

    def _words(self, token: Token, keep: bool = True) -> str:
        said, bold = "", False
        for one in token.children or ():
            assert one.type in (
                "text",
                "text_special",
                "strong_open",
                "strong_close",
                "footnote_ref",
                "footnote_anchor",
            )
            bold = one.type == "strong_open" or (bold and one.type != "strong_close")
            if one.type == "footnote_ref" and keep:
                self.marks.append((len(self.blocks), len(said), one.meta["label"]))
            elif bold:
                self.numbers.append(one.content.strip("[]")) if one.content.strip("[]") else None
            else:
                said += one.content
        return said


@pytest.mark.parametrize(("root", "article", "layer"), texts())
def test_markdown_reads_back_letter_by_letter(root: Path, article: Article, layer: str) -> None:
    parsed = Parsed(below("markdown", root)[f"{article.id}{layer}.md"].decode("utf-8"))
    shown = [block for block in article.blocks if (block.printed if layer else block.text)]
    numbered = {place for place, block in enumerate(shown) if block.number}
    words = [
        said.removeprefix(" ") if place in numbered else said for place, said in enumerate(parsed.blocks)
    ]
    assert words == units(article, layer)
    assert parsed.numbers == [block.number for block in shown if block.number]
    wanted = {"head": "h2", "epigraph": "blockquote", "bibl": "li", "item": "li"}
    assert parsed.shapes == ["h1", *(wanted.get(block.element, "p") for block in shown[1:])]
    stated = json.dumps(parsed.head, ensure_ascii=False)
    assert all(words in stated for words in rights(root))
    assert parsed.head["losses"]


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.name)
def test_every_note_is_a_footnote_where_its_words_end(root: Path) -> None:
    facts = edition_of(root)
    for article in facts.articles:
        parsed = Parsed(below("markdown", root)[f"{article.id}.md"].decode("utf-8"))
        shown = [block for block in article.blocks if block.text]
        own = [note for note in facts.notes if note.article_id == article.id]
        wanted = set()
        for note in own:
            assert parsed.notes[note.id].startswith(note.text)
            for passage in note.passages:
                place = next(place for place, block in enumerate(shown) if block.id == passage.block)
                assert shown[place].text[: passage.end].endswith(passage.words)
                wanted.add((place, passage.end + (1 if shown[place].number else 0), note.id))
        assert set(parsed.marks) == wanted
        assert set(parsed.notes) == {note.id for note in own}
        assert b"[^" not in below("markdown", root)[f"{article.id}.diplomatic.md"]


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1),
    st.sampled_from(["", "# ", "- ", "> "]),
)
def test_no_words_mean_anything_in_markdown(words: str, shape: str) -> None:
    tokens = READER.parse(shape + escaped(words))
    inline = [token for token in tokens if token.type == "inline"]
    assert len(inline) == 1
    assert {one.type for one in inline[0].children or ()} <= {"text", "text_special"}
    assert "".join(one.content for one in inline[0].children or ()) == words
