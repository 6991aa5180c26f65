"""Templates and rules stay compiled between two builds, and are compiled anew when anything is another."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import jinja2
import pytest

from edition import compiled, corpus, rendering, resources
from edition.checks.constraints import Constraints
from edition.saxon import Stylesheet


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where compiled templates are, if they are kept."""
    monkeypatch.setattr(compiled, "_PACKAGE", tmp_path / "edition")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "edition").mkdir()
    return Path(importlib.util.cache_from_source(str(tmp_path / "edition" / "x.py"))).parent


def said(folder: Path, text: str, settings: str = "") -> tuple[str, int]:
    """What a template says in a fresh environment, and how many were compiled for it."""
    (folder / "a.html").write_text(text, encoding="utf-8")
    number = 0

    class Counting(jinja2.Environment):
        def compile(self, *given: object, **named: object) -> object:  # type: ignore[override]
            nonlocal number
            number += 1
            return super().compile(*given, **named)  # type: ignore[call-overload]

    made = Counting(loader=jinja2.FileSystemLoader(folder), bytecode_cache=rendering.Compiled(settings))
    return made.get_template("a.html").render(), number


def test_a_template_is_compiled_once(tmp_path: Path, kept: Path) -> None:
    assert said(tmp_path, "x{{ 1 }}") == ("x1", 1)
    assert said(tmp_path, "x{{ 1 }}") == ("x1", 0)
    (one,) = kept.iterdir()  # and nothing else is left
    assert one.suffix == ".pyc"


def test_a_template_that_is_another_is_compiled_anew(tmp_path: Path, kept: Path) -> None:
    said(tmp_path, "x")
    assert said(tmp_path, "y") == ("y", 1)
    assert said(tmp_path, "y", "trim_blocks") == ("y", 1)
    assert len(list(kept.iterdir())) == 1


def test_a_newer_jinja_compiles_anew(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said(tmp_path, "x")
    monkeypatch.setattr(rendering, "version", lambda _: "99")
    assert said(tmp_path, "x") == ("x", 1)
    assert kept.is_dir()


def test_what_is_damaged_is_compiled_anew(tmp_path: Path, kept: Path) -> None:
    said(tmp_path, "x")
    (one,) = kept.iterdir()
    whole = one.read_bytes()
    for length in (*range(0, 100, 5), len(whole) // 2, len(whole) - 3):
        one.write_bytes(whole[:length])
        assert said(tmp_path, "x") == ("x", 1), length


def test_where_nothing_may_be_written_it_goes_without(tmp_path: Path, kept: Path) -> None:
    kept.write_text("a file where the folder would be")
    assert said(tmp_path, "x") == said(tmp_path, "x") == ("x", 1)


def test_nothing_is_written_where_python_writes_nothing(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert said(tmp_path, "x") == said(tmp_path, "x") == ("x", 1)
    assert not kept.exists()


def made(source: bytes) -> tuple[str, int]:
    """The text that is made of something, and how many times it was made."""
    times: list[bytes] = []

    def make() -> str:
        times.append(source)
        return f"ä{source.decode()}"

    return compiled.text("rules", source, make), len(times)


def test_a_text_is_made_once(kept: Path) -> None:
    assert made(b"x") == ("äx", 1)
    assert made(b"x") == ("äx", 0)
    assert made(b"y") == ("äy", 1)
    assert made(b"x") == ("äx", 1)
    assert len(list(kept.iterdir())) == 1


def test_a_damaged_text_is_made_anew(kept: Path) -> None:
    made(b"x")
    (one,) = kept.iterdir()
    whole = one.read_bytes()
    for place in range(len(whole)):
        one.write_bytes(whole[:place])
        assert made(b"x") == ("äx", 1), place
        one.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert made(b"x") == ("äx", 1), place


def test_rules_are_translated_once(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sch = resources.shipped_schema("edition.sch").read_bytes()
    unfit = corpus.from_bytes(
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><persName>x</persName></p></body></text></TEI>',
        "x.xml", "article",
    )  # fmt: skip
    found = Constraints(sch).check(unfit)
    assert found
    assert len(list(kept.iterdir())) == 1
    monkeypatch.setattr(Stylesheet, "__init__", None)  # what translates rules is a stylesheet in a file
    assert Constraints(sch).check(unfit) == found
    with pytest.raises(TypeError):
        Constraints(sch.replace(b"persName", b"placeName"))
