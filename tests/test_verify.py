"""A site is only put in place when it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import verify
from edition.errors import BuildError

HEAD = "<!DOCTYPE html><html lang='de'><title>x</title>"


def site(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        (folder / f"{name}.html").write_text(HEAD + body, encoding="utf-8")
    return folder


def test_a_whole_site_passes(tmp_path: Path) -> None:
    verify.site(
        site(tmp_path, a="<p id='x'><a href='b.html#y'>", b="<p id='y'><a href='a.html'><a href='#y'>")
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<a href='c.html'>", "c.html leads to no file"),
        ("<a href='b.html#z'>", "b.html#z leads to no such place"),
        ("<a href='#z'>", "#z leads to no such place"),
        ("<p id='x'><p id='x'>", "the id 'x' occurs twice"),
        ("<img src='https://example.org/x.png'>", "asks another host"),
        ("<script src='https://example.org/x.js'></script>", "asks another host"),
        ("<link rel='stylesheet' href='https://example.org/x.css'>", "asks another host"),
        ("<img srcset='https://example.org/x.png 2x'>", "asks another host"),
        ("<object data='https://example.org/x'></object>", "asks another host"),
        ("<p xmlns='x'>", "contains 'xmlns'"),
        ("<p>{{ title }}", "contains '{{'"),
        ('<script type="application/json">[]</script><p>{{ title }}', "contains '{{'"),
    ],
)
def test_what_is_broken_is_named(tmp_path: Path, body: str, words: str) -> None:
    with pytest.raises(BuildError, match="not whole") as caught:
        verify.site(site(tmp_path, a=body, b="<p id='y'>"))
    assert words in caught.value.message.en


@pytest.mark.parametrize(
    "css", ["@import 'https://example.org/x.css';", "p { background: url(//example.org/x) }"]
)
def test_a_style_sheet_asks_nobody(tmp_path: Path, css: str) -> None:
    (tmp_path / "x.css").write_text(css, encoding="utf-8")
    with pytest.raises(BuildError, match="asks another host"):
        verify.site(tmp_path)


def test_addresses_may_be_named(tmp_path: Path) -> None:
    named = "<link rel='canonical' href='https://example.org/'><a href='https://example.org/'>"
    verify.site(site(tmp_path, a=named))


def test_data_of_a_page_may_be_tei(tmp_path: Path) -> None:
    data = '<script type="application/tei+xml" id="x"><TEI xmlns="http://www.tei-c.org/ns/1.0"/></script>'
    verify.site(site(tmp_path, a=data))
