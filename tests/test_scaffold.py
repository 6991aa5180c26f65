"""A new edition: whatever printable text it is made from, it validates, and its text is proved exact."""

from __future__ import annotations

import tempfile
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition import corpus, plaintext, scaffold, site, validation
from edition import settings as editions
from edition.checks.text import printed, transcription
from edition.errors import BuildError, InputError
from edition.model import Finding

pytestmark = pytest.mark.usefixtures("rules_once")

DAY = date(2026, 11, 22)


def make(folder: Path, text: str | bytes | None = None, title: str = "") -> Path:
    """A new edition in `folder`, from a text."""
    source = None
    if text is not None:
        source = folder.with_suffix(".txt")
        source.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    scaffold.create(folder, source, title, DAY)
    return folder


def findings(folder: Path) -> tuple[Finding, ...]:
    return validation.examine(folder, editions.load(folder)).findings


def paragraphs(folder: Path) -> list[str]:
    (article,) = (folder / "tei/articles").glob("*.xml")
    tree = corpus.parse(article, "article", folder).tree
    return ["".join(p.itertext()) for p in corpus.every(tree.getroot(), "t:text//t:body//t:p")]


def words(signs: object) -> list[str]:
    return "".join(sign for sign, _, _ in signs).split()  # type: ignore[attr-defined]


def test_the_example_validates_and_builds(tmp_path: Path) -> None:
    folder = make(tmp_path / "neu")
    assert findings(folder) == ()
    report = site.build(folder, tmp_path / "site", strict=True)
    assert report.findings == ()
    for page in (
        "texts/ein-beispiel.html",
        "persons/muster-anna.html",
        "places/wien.html",
        "pages/ueber.html",
    ):
        assert (tmp_path / "site" / page).is_file(), page
    assert "Anna Muster" in (tmp_path / "site/texts/ein-beispiel.html").read_text(encoding="utf-8")


def test_a_text_becomes_title_and_paragraphs(tmp_path: Path) -> None:
    folder = make(
        tmp_path / "x",
        "\ufeff\r\nDie Überfahrt\r\n\r\nErste Zeile\r\nzweite\r\n \r\n\r\n<Dritte> & »so«.\r\n",
    )
    assert paragraphs(folder) == ["Erste Zeile\nzweite", "<Dritte> & »so«."]
    assert (folder / "tei/articles/die-ueberfahrt.xml").is_file()
    assert editions.load(folder).title == "Die Überfahrt"
    assert findings(folder) == ()
    site.build(folder, tmp_path / "site", strict=True)


def test_the_title_of_the_edition_may_be_another(tmp_path: Path) -> None:
    folder = make(tmp_path / "x", "Eins\n\nText.", title='Briefe & "Akten" \\ <1>')
    assert editions.load(folder).title == 'Briefe & "Akten" \\ <1>'
    assert (folder / "tei/articles/eins.xml").is_file()
    assert findings(folder) == ()


PRINTABLE = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
LINE = st.text(PRINTABLE | st.sampled_from("»«›‹<>&]\"'$äé\u0338\u0301 "), max_size=30)
TEXT = st.lists(LINE, max_size=8).map("\n".join)


def has_words(text: str) -> bool:
    return len([line for line in text.split("\n") if line.strip()]) > 1


@settings(max_examples=60, deadline=None)
@given(TEXT.filter(has_words))
def test_any_printable_text_yields_an_edition_that_validates(text: str) -> None:
    with tempfile.TemporaryDirectory() as where:
        folder = make(Path(where) / "x", text)
        # Signs that a reader should look at (T01x), and marks without partner (Q010), are the text's own.
        found = tuple(one for one in findings(folder) if not one.code.startswith(("T01", "Q010")))
        read = plaintext.read(text.encode("utf-8"), "x")
        if all(map(plaintext.marks_pair, (read.title, *read.paragraphs))):
            assert found == ()
        else:  # quotation marks without a partner are for the editor to decide; nothing else is left
            assert {"Q005"} <= {one.code for one in found} <= {"Q005", "Q010"}


@settings(max_examples=60, deadline=None)
@given(TEXT.filter(has_words))
def test_the_transcription_has_the_words_of_the_text(text: str) -> None:
    with tempfile.TemporaryDirectory() as where:
        folder = make(Path(where) / "x", text)
        (article,) = (folder / "tei/articles").glob("*.xml")
        (copy,) = (folder / "tei/copytext").glob("*.txt")
        given = plaintext.unicodedata.normalize("NFC", text).split()
        assert words(transcription(corpus.parse(article, "article", folder))) == given
        assert words(printed(copy)) == given


@settings(deadline=None)
@given(LINE)
def test_marks_that_pair_are_enclosed_once(line: str) -> None:
    written = plaintext.tei(line, iter(range(100)))
    assert written.count("<soCalled") == written.count("</soCalled>")
    assert ("<soCalled" in written) == (plaintext.marks_pair(line) and "»" in line)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Größe & Maß", "groesse-mass"),
        ("1921 in Kronstadt", "artikel-1921-in-kronstadt"),
        ("Émile Zola's Œuvre", "emile-zolas-uvre"),
        ("»…«", "artikel"),
        ("战争", "artikel"),
        ("Wort " * 30, "wort-" * 11 + "wort"),
        ("x" * 100, "x" * 60),
    ],
)
def test_slugs_are_ascii_names(title: str, slug: str) -> None:
    assert plaintext.slug(title) == slug


@pytest.mark.parametrize("title", ["Persons", "Über", "Index", "Text", "P 1", "Q-2"])
def test_no_text_takes_the_name_of_a_page_or_of_an_element(title: str, tmp_path: Path) -> None:
    folder = make(tmp_path / "x", f"{title}\n\nText.")
    assert [path.name for path in (folder / "tei/articles").iterdir()] == [
        f"artikel-{plaintext.slug(title)}.xml"
    ]
    assert findings(folder) == ()
    site.build(folder, tmp_path / "site")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n\n", "is empty"),
        (b"Nur ein Titel\n", "has a title, but no text"),
        ("Größe\n\nMaß".encode("latin-1"), r"x\.txt:1 The text is not UTF-8: byte 2 is 0xF6"),
        ("Eins\n\nZwei".encode("utf-16"), "is in UTF-16"),
        (b"Eins\n\nZw\x0cei", r"x\.txt:3:3 The character U\+000C cannot stand"),
        ("Eins\n\nZwei\uffff".encode(), r"U\+FFFF cannot stand"),
    ],
)
def test_odd_texts_get_a_sentence_and_leave_nothing(text: bytes, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=sentence):
        make(tmp_path / "x", text)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.txt"]


@pytest.mark.parametrize("title", [" ", "a\x1bb", "\udc80"])
def test_odd_titles_get_a_sentence(title: str, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        make(tmp_path / "x", title=title)
    assert list(tmp_path.iterdir()) == []


def test_a_text_is_put_into_form_nfc_and_said_to_be(tmp_path: Path) -> None:
    source = tmp_path / "x.txt"
    source.write_text("Eins\n\nCafe\u0301 »a« ›b‹", encoding="utf-8")
    said = scaffold.create(tmp_path / "x", source, "", DAY)
    assert paragraphs(tmp_path / "x") == ["Café »a« ›b‹"]
    assert "NFC" in said[0].en
    assert "paragraph 1" in said[1].en
    assert "Absatz 1" in said[1].de


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "note.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BuildError, match="not empty"):
        make(tmp_path / "x")
    with pytest.raises(BuildError, match="is a file"):
        make(tmp_path / "x" / "note.txt")
    assert [path.name for path in tmp_path.rglob("*")] == ["x", "note.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    assert findings(make(tmp_path / "x")) == ()


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(BuildError, match="No space left"):
        scaffold.create(tmp_path / "x", None, "", DAY)
    assert list(tmp_path.iterdir()) == []


def test_the_table_of_the_copy_text_is_there_to_be_filled(tmp_path: Path) -> None:
    folder = make(tmp_path / "x", "# Eins\n\nZwei.")
    (table,) = (folder / "tei/copytext").glob("*.toml")
    assert tomllib.loads(table.read_text(encoding="utf-8")) == {"remove": []}
