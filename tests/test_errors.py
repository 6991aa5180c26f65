"""Failures say the same in both languages, with what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition import corpus, desk, events, saxon, schema, settings, site, swap, validation, verify
from edition.checks.constraints import Constraints
from edition.errors import EditionError, InputError
from edition.model import Bilingual, File

TOML = "tei/edition.toml"


def _toml(toy: Path, find: str, replace: str) -> None:
    path = toy / TOML
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, replace, 1), encoding="utf-8")


def _settings(find: str, replace: str) -> Callable[[Path], object]:
    def act(toy: Path) -> object:
        _toml(toy, find, replace)
        return settings.load(toy)

    return act


def _target_is_a_file(toy: Path) -> None:
    with swap.staging(toy / TOML):
        pass


def _twice(toy: Path) -> None:
    (toy / "a.html").write_text(
        '<p id="x"/><a id="x" href="b.html">b</a><img src="https://example.org/x">', encoding="utf-8"
    )
    verify.site(toy)


FAILURES: dict[str, Callable[[Path], object]] = {
    "no folder": lambda toy: settings.load(toy / "none"),
    "no settings": lambda toy: settings.load(toy / "tei"),
    "unknown setting": _settings("title =", "titel ="),
    "missing setting": _settings("title =", "#"),
    "wrong setting": _settings("[patterns]", "contact = 1\n[patterns]"),
    "no TOML": _settings("title =", "title"),
    "no file": lambda toy: corpus.read(toy / "none"),
    "folder": corpus.read,
    "not UTF-8": lambda _: corpus.from_bytes(
        '<?xml version="1.0" encoding="latin-1"?><a>ä</a>'.encode("latin-1"), "x", "page"
    ),
    "empty": lambda _: events.stream(b"", "x"),
    "no XML": lambda _: events.stream(b"text", "x"),
    "NUL": lambda _: events.stream(b"<\x00", "x"),
    "DOCTYPE": lambda _: events.stream(b"<!DOCTYPE a><a/>", "x"),
    "unclosed": lambda _: events.stream(b"<a><b></a>", "x"),
    "sign": lambda _: events.stream(b"<a> & </a>", "x"),
    "control character": lambda _: events.stream(b"<a>\x01</a>", "x"),
    "wrong byte": lambda _: events.stream(b"<a>\xff</a>", "x"),
    "two roots": lambda _: events.stream(b"<a/><b/>", "x"),
    "no stylesheet": lambda toy: saxon.Stylesheet(toy / "none.xsl"),
    "no rules": lambda _: Constraints(b"<x/>"),
    "no ODD": lambda _: schema.compile_odd(b"<TEI/>"),
    "target is a file": _target_is_a_file,
    "target is not ours": lambda toy: site.build(toy, toy / "tei"),
    "outside": lambda toy: desk.write(File("../x", b""), toy),
    "not whole": _twice,
}


def is_translated(words: Bilingual) -> bool:
    return bool(words.de) and words.de != words.en and "{" not in words.de


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_says_what_happened_in_both_languages(name: str, toy: Path) -> None:
    with pytest.raises(EditionError) as caught:
        FAILURES[name](toy)
    assert is_translated(caught.value.message)
    assert not caught.value.hint or is_translated(caught.value.hint)


def test_failures_of_several_files_are_said_together(toy: Path) -> None:
    for name in ("erster", "zweiter"):
        (toy / f"tei/articles/{name}.xml").write_text("", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        validation.examine(toy, settings.load(toy))
    assert caught.value.message.de.splitlines() == [
        f"tei/articles/{name}.xml ist leer. Hinweis: Dort ein TEI-Dokument ablegen oder die Datei entfernen."
        for name in ("erster", "zweiter")
    ]


def test_an_error_in_one_string_is_english() -> None:
    error = InputError(Bilingual("Odd.", "Seltsam."), Bilingual("Do it.", "Tun."))
    assert str(error) == "Odd. Hint: Do it."
    assert error.said.de == "Seltsam. Hinweis: Tun."
