"""The style sheet of verse, plays, letters …: which pages carry it, and what it styles."""

from __future__ import annotations

import re

import pytest

from edition import corpus, prose
from edition.pages import genres
from tests.conftest import ROOT
from tests.proofs import TEI


def fragments(body: str) -> prose.Fragments:
    text = f'<TEI xmlns="{TEI}" xml:id="x"><text><body><div>{body}</div></body></text></TEI>'
    return prose.fragments(corpus.from_bytes(text.encode(), "tests/case.xml", "article"), {}, "render")


@pytest.mark.parametrize(("body", "needed"), [
    ("<p>Ein <emph>Absatz</emph></p>", False),
    ("<list><item>a</item></list><epigraph><quote>b</quote></epigraph>", False),
    ("<lg><l>Vers</l></lg>", True),
    ("<p>ein <hi>Wort</hi></p>", True),
    ("<figure><p>Bild</p></figure>", True),
    ("<list><label>a</label><item>b</item></list>", True),
    ("<p>a <app><lem>b</lem><rdg>c</rdg></app></p>", True),
])  # fmt: skip
def test_a_page_carries_it_if_its_text_has_more_than_paragraphs(body: str, needed: bool) -> None:
    assert genres.has(fragments(body).body) == needed


def test_the_pages_know_all_that_it_styles() -> None:
    css = (ROOT / "edition" / "assets" / "genres.css").read_text(encoding="utf-8")
    selectors = re.sub(r"/\*.*?\*/|\{[^{}]*\}", "", css, flags=re.DOTALL)
    assert set(re.findall(r"\.([a-z][a-z0-9-]*)", selectors)) == genres.CLASSES | genres.SHARED
