"""What was found, as it is written down: terminal, JSON, SARIF, page."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition import codes, findings, languages, rendering, settings, validation
from edition.codes.families import FAMILIES
from edition.findings import Style, Verdict, page, sarif
from edition.findings.excerpt import TAB, cells, excerpt, harmless
from edition.model import Bilingual, Edit, Finding, Silenced
from tests import chromium
from tests.conftest import ROOT, TESTS

LINES = 'first\n<p xml:id="p-1">\tWörter e\u0301 漢字 <name ref="#x">x</name></p>\n'
FOUND = codes.finding("R001", "tei/a b.xml", 2, LINES.split("\n")[1].index("<name") + 1, near="#y",
    edits=(Edit(3, 5, "ü"),), attribute="ref", element="name", target="#x")  # fmt: skip
WARNED = codes.finding("T003", "tei/z.xml", 1, 1, place="tei/copytext/z.txt")
SARIF = ROOT / ".venv" / "sarif-2.1.0.json"
JSON = json.loads((ROOT / "docs" / "validate.schema.json").read_bytes())


def verdict(
    *found: Finding, silenced: tuple[Silenced, ...] = (), text: str = LINES, **values: Any
) -> Verdict:
    return Verdict(found, codes.CODES, lambda _: text, silenced, **values)


# The line around a place.


@given(st.text(st.characters(exclude_characters="\n\r")), st.integers(1, 200), st.integers(20, 120))
def test_an_excerpt_fits_and_shows_its_place(line: str, column: int, width: int) -> None:
    shown = excerpt(line, column, width)
    size = sum(map(cells, shown.text))
    assert size <= width + 1  # a wide character may stand at the edge
    assert shown.before == sum(map(cells, shown.text[: shown.index]))
    assert not any(unicodedata.category(sign) == "Cc" for sign in shown.text)
    signs = line.rstrip()
    if column <= len(signs) and signs[column - 1].isprintable():
        assert shown.text[shown.index] == signs[column - 1]


def test_a_caret_stands_below_its_place_whatever_is_before_it() -> None:
    lines = findings.FORMATS["text"](verdict(FOUND), Style()).splitlines()
    text, caret = lines[1], lines[2]
    before = text[: text.index("<name")]
    width = sum(map(cells, before))
    assert width == len(before) + 2 - 1  # two wide characters, one combining
    assert caret == " " * width + "^"


def test_a_tab_is_blanks_and_leading_blanks_are_left_out() -> None:
    assert excerpt("\t\t<p>", 3, 40) == excerpt("<p>", 1, 40)
    assert excerpt("a\tb", 3, 40).before == 1 + TAB


def test_cuts_are_marked_on_both_sides() -> None:
    shown = excerpt("x" * 100 + "!" + "y" * 100, 101, 40)
    assert (shown.text[0], shown.text[shown.index], shown.text[-1]) == ("…", "!", "…")


def test_a_place_far_into_a_long_line_is_shown_with_cuts_on_both_sides() -> None:
    shown = excerpt("x" * 5000 + "!" + "y" * 5000, 5001, 40)
    assert shown == excerpt("x" * 100 + "!" + "y" * 100, 101, 40)
    assert excerpt(" " * 5000 + "!", 5001, 40) == excerpt("!", 1, 40)


def test_nothing_steers_the_terminal() -> None:
    assert harmless("a\x9b31mb\u202ec\x1b[0m") == "a\ufffd31mb\ufffdc\ufffd[0m"
    evil = Finding("R001", "error", "a\x1b[2J.xml", 1, 1, Bilingual("x\ny\x07", "x"))
    said = findings.FORMATS["text"](verdict(evil, text="\x9b2J <p>"), Style())
    assert not any(unicodedata.category(sign) == "Cc" for sign in said if sign != "\n")


# Words.


def test_the_first_line_of_a_finding_can_be_searched_and_the_last_sums_up() -> None:
    lines = findings.FORMATS["text"](verdict(FOUND, WARNED), Style()).splitlines()
    assert lines[0] == f"tei/a b.xml:2:{FOUND.column} R001 error {FOUND.message}"
    assert lines[3] == "    Hint: Did you mean #y?"
    assert [line for line in lines if not line.startswith(" ")][-1] == lines[-1] == "1 error, 1 warning."


def test_german_is_german_throughout() -> None:
    said = findings.FORMATS["text"](verdict(FOUND, WARNED, silenced=(Silenced(WARNED, "x"),)), Style("de"))
    assert f"R001 Fehler {FOUND.message.de}" in said
    assert "    Hinweis: War #y gemeint?" in said
    assert said.endswith("1 Fehler, 1 Warnung, 1 unterdrückt.\n")
    assert not any(word in said for word in ("Hint", "error", "warning"))


def test_colour_is_paint_only() -> None:
    plain, painted = (findings.FORMATS["text"](verdict(FOUND), Style(colour=one)) for one in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[31m" in painted
    for code in ("0", "1", "31", "33", "36"):
        painted = painted.replace(f"\x1b[{code}m", "")
    assert painted == plain


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "de_AT", "LC_ALL": ""}, "de"),
        ({"LANG": "fr_FR"}, "en"),
        ({"LANG": "de"}, "de"),
    ],
)
def test_the_language_is_that_of_the_system(environment: dict[str, str], language: str) -> None:
    assert languages.preferred(environment) == language


# Programs.


def test_json_is_as_documented() -> None:
    jsonschema.Draft202012Validator.check_schema(JSON)
    for language in ("en", "de"):
        text = findings.FORMATS["json"](
            verdict(FOUND, silenced=(Silenced(WARNED, "Grund"),)), Style(language)
        )
        said = json.loads(text)
        jsonschema.validate(said, JSON)
        (one,) = said["findings"]
        assert (one["message"], one["hint"]) == (FOUND.message.in_(language), FOUND.hint.in_(language))
        assert one["edits"] == [{"start": 3, "end": 5, "text": "ü"}]
        assert said["suppressed"][0]["reason"] == "Grund"
        assert (said["errors"], said["warnings"]) == (1, 0)


def validator() -> jsonschema.Draft7Validator:
    assert SARIF.is_file(), "The schema of SARIF is missing. Run: sh tests/setup.sh"
    return jsonschema.Draft7Validator(json.loads(SARIF.read_bytes()))


def log(result: Verdict, language: str = "en") -> Any:
    said = json.loads(sarif.write(result, Style(language)))
    validator().validate(said)
    return said["runs"][0]


def test_sarif_is_valid_and_says_everything() -> None:
    run = log(
        verdict(FOUND, silenced=(Silenced(WARNED, "Grund"),), address="https://example.org/v.html#"), "de"
    )
    found, accepted = run["results"]
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "tei/a%20b.xml", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 2, "startColumn": FOUND.column}
    assert FOUND.message.de in found["message"]["text"]
    replacement = found["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement == {
        "deletedRegion": {"byteOffset": 3, "byteLength": 2},
        "insertedContent": {"text": "ü"},
    }
    assert found["suppressions"] == []
    assert accepted["suppressions"][0]["justification"] == "Grund"
    rule = run["tool"]["driver"]["rules"][found["ruleIndex"]]
    assert (rule["id"], rule["helpUri"]) == ("R001", "https://example.org/v.html#R001")
    assert rule["fullDescription"]["text"] == codes.CODES["R001"].reason.de
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_rule_of_sarif_is_one_of_the_codes_asked() -> None:
    assert [rule["id"] for rule in log(verdict())["tool"]["driver"]["rules"]] == list(codes.CODES)


def test_the_schema_of_sarif_refuses_what_is_none() -> None:
    with pytest.raises(jsonschema.ValidationError):
        validator().validate({"version": "2.1.0", "runs": [{"results": [{}]}]})


def test_a_fingerprint_stays_when_lines_move_and_differs_for_twins() -> None:
    moved = Finding(FOUND.code, "error", FOUND.path, 4, FOUND.column, FOUND.message, FOUND.hint)
    one, other = log(verdict(FOUND))["results"], log(verdict(moved, text="\n\n" + LINES))["results"]
    assert one[0]["partialFingerprints"] == other[0]["partialFingerprints"]
    twins = log(verdict(FOUND, FOUND))["results"]
    assert twins[0]["partialFingerprints"] != twins[1]["partialFingerprints"]
    changed = log(verdict(FOUND, text=LINES.replace("Wörter", "Worte")))["results"]
    assert changed[0]["partialFingerprints"] != one[0]["partialFingerprints"]


def test_files_outside_the_root_have_addresses_of_their_own(tmp_path: Path) -> None:
    found = Finding("R001", "error", (tmp_path / "ä.xml").as_posix(), 1, 1, Bilingual("x", "x"))
    location = log(verdict(found))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": (tmp_path / "ä.xml").as_uri()}


def test_findings_of_a_spoiled_edition_are_valid_sarif_and_json(spoil: Callable[[Path], Path]) -> None:
    for code in ("S005", "R010", "T001"):
        root = spoil(TESTS / "checks" / code / "bad.toml")
    result = validation.verdict(root, validation.examine(root, settings.load(root)))
    assert result.findings
    log(result)
    jsonschema.validate(json.loads(findings.FORMATS["json"](result, Style())), JSON)


# Pages.


def test_every_code_belongs_to_a_family() -> None:
    assert {code[0] for code in codes.CODES} <= set(FAMILIES)
    rules = validation.Rules.of_edition(ROOT)
    assert {code[0] for code in rules.codes} <= set(FAMILIES)


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_report_asks_for_nothing_and_fits(tmp_path: Path, language: str, width: int) -> None:
    long = "https://example.org/" + "a" * 200
    wide = Finding("R001", "error", f"{'b' * 90}.xml", 1, 1, Bilingual(long, long), Bilingual("<b>", "<b>"))
    result = verdict(
        FOUND, wide, silenced=(Silenced(WARNED, "Weil."),), title=Bilingual("T & <i>", "T & <i>")
    )
    path = tmp_path / "report.html"
    path.write_bytes(rendering.render(page.alone(result, Style(language))).content)
    with (
        chromium.browser() as browser,
        chromium.cut_off(browser, viewport={"width": width, "height": 800}) as (
            context,
            foreign,
        ),
    ):
        shown = context.new_page()
        complaints: list[str] = []
        shown.on("console", lambda message: complaints.append(message.text))
        shown.goto(path.as_uri())
        shown.locator("#R001").wait_for()
        assert shown.locator(".findings mark").first.inner_text() == "<"
        assert shown.evaluate("document.documentElement.scrollWidth") == width
        assert "T & <i>" in shown.title()
        assert "Weil." in shown.inner_text("main")
        shown.locator(".findings a.code").first.click()
        shown.wait_for_url("**/report.html#R001")
    assert (foreign, complaints) == ([], [])


def test_the_site_says_what_was_checked_and_what_is_accepted(
    spoil: Callable[[Path], Path], tmp_path: Path
) -> None:
    from edition import site

    root = spoil(TESTS / "checks" / "S001" / "good.toml")
    report = site.build(root, tmp_path / "site")
    assert report.findings == ()
    text = (tmp_path / "site/validation.html").read_text(encoding="utf-8")
    assert "Nur ein Blatt ist erhalten." in text
    assert "Keine Warnung ist unterdrückt." not in text
    assert '<a href="texts/zweiter.html">zweiter</a>' in text
    assert 'id="R010"' in text and 'id="B002"' in text
    assert 'id="X001"' not in text
    assert str(codes.CODES["R010"].reason.de) in text
    assert 'href="validation.html"' in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_an_edition_without_findings_says_so(toy_site: Path) -> None:
    text = (toy_site / "validation.html").read_text(encoding="utf-8")
    assert "Nichts ist aufgefallen." in text
    assert "Keine Warnung ist unterdrückt." in text
