"""Traces: whatever is wrong with a page makes it a suspect, and a whole page is none."""

from __future__ import annotations

import time

import pytest

from edition import traces, verify
from edition.model import File

WHOLE = {
    "index.html": '<link rel="canonical" href="https://example.org/"><a href="a/b.html#x">B</a> <a href="https://example.org/">W</a>',
    "a/b.html": '<p id="x"><a href="../index.html">H</a> <a href="#x">hier</a> <a href="c%20d.html#%C3%A4">C</a></p>',
    "a/c d.html": '<p id="ä" class="q">&lt;p id=&quot;x&quot;</p>',
}
WRONG = {
    "a dead link": ("index.html", '<a href="nowhere.html">x</a>'),
    "a dead link in a line of its own": ("index.html", '<a class="q"\n\thref="nowhere.html">x</a>'),
    "an id twice, behind a tab": ("index.html", '<p id="x"></p><p\tid="x"></p>'),
    "a place that is not there": ("a/b.html", '<a href="c%20d.html#y">x</a>'),
    "a place on the page itself": ("a/b.html", '<a href="#nowhere">x</a>'),
    "an id twice": ("index.html", '<p id="x"></p><p id="x"></p>'),
    "an image of another host": ("index.html", '<img src="https://example.org/a.png">'),
    "a script of the same protocol": ("index.html", '<script src="//example.org/a.js"></script>'),
    "a style sheet of another host": (
        "index.html",
        '<link rel="stylesheet" href="https://example.org/a.css">',
    ),
    "an image behind links of the head": (
        "index.html",
        '<link rel="author" href="https://example.org/"><a href="//example.org/"><img alt="" src="https://example.org/a.png">',
    ),
    "a leak": ("index.html", "<p>{$links}</p>"),
}


def suspects(pages: dict[str, str]) -> set[str]:
    traced = {path: verify.trace(File(path, html.encode())) for path, html in pages.items()}
    return set(traces.suspects({path: one for path, one in traced.items() if one}, list(pages)))


def test_a_whole_site_has_no_suspects() -> None:
    assert suspects(WHOLE) == set()


@pytest.mark.parametrize("wrong", sorted(WRONG))
def test_what_is_wrong_makes_a_suspect(wrong: str) -> None:
    path, html = WRONG[wrong]
    assert suspects(WHOLE | {path: WHOLE[path] + html}) == {path}


def test_what_looks_like_addresses_is_looked_through_once() -> None:
    """Twice as long takes about twice as long: a page may hold any text."""
    many, start = ' src="//' * 300_000, time.process_time()
    assert [traces._asks(tag + many) for tag in ("<p>", "<a", "<img")] == [False, False, True]
    assert time.process_time() - start < 20


def test_only_pages_are_traced() -> None:
    assert verify.trace(File("assets/edition.css", b"p {}")) is None
