"""Bad input ends in a sentence with the place and what to do; nothing is fetched."""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from pathlib import Path

import pytest

from edition import corpus, events, settings, toml, validation
from edition.errors import InputError

LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY x "ha">'
    + b"".join(b'<!ENTITY x%d "&x;&x;">' % n for n in range(9))
    + b"]><a>&x8;</a>"
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (b"Dear reader,", "does not begin with '<'"),
        (b"PK\x03\x04\x00\x00", "NUL bytes"),
        (b"<TEI><p>x</TEI>", "x.xml:1:"),
        (b"<TEI>&nbsp;</TEI>", "The entity &nbsp; is not defined"),
        (b"<TEI>a &mdash;</TEI>", "&mdash;"),
        (b"<TEI>\n <p>x</TEI>", "<p>, opened in line 2, column 2, is not closed"),
        (b"<TEI><p>x", "<p>, opened in line 1, column 6, is not closed"),
        (b"<TEI>this & that</TEI>", "x.xml:1:12 The & before this place"),
        (b"<TEI>R&D</TEI>", "The & before this place"),
        (b"<TEI>1 < 2</TEI>", "The sign ' ' may not stand here"),
        (b"<TEI>\x03</TEI>", "U+0003"),
        ("<TEI>ä</TEI>".encode("utf-16"), "not in UTF-8"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><a>ä</a>'.encode("latin-1"), "not in UTF-8"),
        ("<a>ä</a>".encode("latin-1"), "byte 3 (0xe4)"),
        (b'<?xml version="1.0" encoding="utf-16"?><a/>', "encoding"),
        (b'<!DOCTYPE TEI SYSTEM "http://example.org/tei.dtd"><TEI/>', "DOCTYPE"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "DOCTYPE"),
        (LAUGHS, "DOCTYPE"),
    ],
)
def test_what_is_no_plain_xml_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        corpus.from_bytes(data, "x.xml", "article")
    assert words in caught.value.message.en
    assert "x.xml" in caught.value.message.en
    assert caught.value.hint.en
    assert caught.value.exit_code == 3


def test_positions_are_those_of_the_start_of_the_tags() -> None:
    places = events.positions(events.stream("<a>ü<b\n x='1'/>\n <c/></a>".encode(), "x.xml"))
    assert [(one.line, one.column) for one in places] == [(1, 1), (1, 5), (3, 2)]


def test_the_locator_knows_every_element() -> None:
    source = corpus.from_bytes(b"<!-- c --><a><?pi x?>\n<b/><b/></a>", "x.xml", "article")
    locate = corpus.Locator(source)
    assert [locate(node).column for node in source.tree.getroot().iter("b")] == [1, 5]


def test_missing_folders_and_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no folder"):
        settings.load(tmp_path / "nowhere")
    with pytest.raises(InputError, match="no file"):
        settings.load(tmp_path)
    with pytest.raises(InputError, match="is a folder"):
        corpus.read(tmp_path)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("title = ", "titel = "), "'titel', which nothing reads"),
        (('version = "1.0.0"', 'version = "1.0.0"\ncolour = "red"'), "'colour', which nothing reads"),
        (("[patterns]", "[patterns"), "not valid TOML here"),
        (("[patterns]", 'contact = "redaktion"\n[patterns]'), "contact in"),
        (("tei/articles/", "tei/artikel/"), "matches tei/artikel/"),
        (('article = ["tei/articles/*.xml"]', 'article = "tei/articles/*.xml"'), "patterns in"),
        (('article = ["tei/articles/*.xml"]', 'article = ["/etc/*.xml"]'), "patterns in"),
        (("article = [", "artikel = ["), "'artikel', which nothing reads"),
        (('date = "2026-01-02"', 'date = "2. 1. 2026"'), "date in"),
        (('version = "1.0.0"', "version = 1.0"), "version in"),
        (('title = "Kleine Edition"', 'title = ""'), "title in"),
        (('base_url = "https://example.org/klein/"', 'base_url = "klein"'), "base_url in"),
        (("[patterns]", 'book = { front = "ueber" }\n[patterns]'), "book in"),
        (("[patterns]", "book = { front = 3 }\n[patterns]"), "book in"),
        (("[patterns]", "book = { front = [3] }\n[patterns]"), "book in"),
        (("[patterns]", "book = { middle = [] }\n[patterns]"), "'middle'"),
    ],
)
def test_mistakes_in_the_settings_are_named(toy: Path, change: tuple[str, str], words: str) -> None:
    path = toy / settings.FILE
    path.write_text(path.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        list(corpus.files(toy, settings.load(toy)))
    assert words in caught.value.message.en


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"<TEI><p>x</TEI>", "Here stands </TEI>: put </p> before it"),
        (b"<TEI><p>x", "Add its end tag </p>."),
    ],
)
def test_an_element_that_is_not_closed_is_told_where_it_ends(data: bytes, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        corpus.from_bytes(data, "x.xml", "article")
    assert hint in caught.value.hint.en


@pytest.mark.parametrize(
    ("added", "words", "hint"),
    [
        ('home = "uebr"', "home in tei/edition.toml names the page 'uebr'", "Did you mean ueber?"),
        (
            '[book]\nback = ["uber"]',
            "[book] in tei/edition.toml names the page 'uber'",
            "Did you mean ueber?",
        ),
        (
            '[translations]\nueber = "about"',
            "[translations] in tei/edition.toml names the page 'about'",
            "Correct",
        ),
    ],
)
def test_settings_name_pages_that_are_there(toy: Path, added: str, words: str, hint: str) -> None:
    path = toy / settings.FILE
    text = path.read_text(encoding="utf-8")
    text = text.replace('home = "ueber"', added) if added.startswith("home") else f"{text}\n{added}\n"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        validation.examine(toy, settings.load(toy))
    assert words in caught.value.message.en
    assert hint in caught.value.hint.en


def test_a_mistake_in_a_table_begins_with_its_place() -> None:
    with pytest.raises(InputError) as caught:
        toml.parsed('a = "1"\nb = 1.2.3\n', "x.toml")
    assert caught.value.message.en.startswith("x.toml:2:8 ")
    assert caught.value.message.de.startswith("x.toml:2:8 ")
    with pytest.raises(InputError) as caught:
        toml.parsed('a = "1', "x.toml")
    assert caught.value.message.en.startswith("x.toml")


def test_a_root_without_the_namespace_is_one_error(toy: Path) -> None:
    path = toy / "tei/articles/erster.xml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f' xmlns="{corpus.TEI}"', "", 1), encoding="utf-8")
    found = [one for one in validation.examine(toy, settings.load(toy)).findings if "erster.xml" in one.path]
    assert [one.code for one in found] == ["G001"]


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_text("<a/>", encoding="utf-8")
    path.chmod(0)
    child = os.fork()  # as another user: root may read everything
    if child == 0:
        if os.getuid() == 0:
            os.chmod(tmp_path, 0o755)
            os.setuid(65534)
        try:
            corpus.read(path)
        except InputError as error:
            os._exit(42 if "may not be read" in error.message.en else 1)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 42


@pytest.mark.parametrize("data", [b"<TEI><p>x</p></TEI>", b"<TEI><p>x</TEI>"])
def test_what_was_read_of_a_file_does_not_outlive_its_use(data: bytes) -> None:
    """No cycle holds it: a build runs with the collector of cycles switched off."""

    def alive() -> int:
        return sum(isinstance(one, events.Event) for one in gc.get_objects())

    gc.collect()
    before = alive()
    gc.disable()
    try:
        with suppress(InputError):
            events.stream(data, "x.xml")
        after = alive()
    finally:
        gc.enable()
    assert after == before


def test_of_a_file_that_was_changed_after_it_was_read_it_is_said_what_is_wrong() -> None:
    sound = corpus.again(b"<TEI><p>x</p></TEI>", "x.xml", "page")
    assert (sound.tree.getroot().tag, sound.events) == ("TEI", ())
    with pytest.raises(InputError, match="<p>, opened in line 1, column 6, is not closed"):
        corpus.again(b"<TEI><p>x", "x.xml", "page")
