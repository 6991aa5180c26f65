"""CITATION.cff: valid, the same as in the repository, and of one mind with all other citations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from check_jsonschema import builtin_schemas
from msgspec.structs import replace

from edition import citation, rights
from edition.exports import cff
from tests.both import BOTH, edition_of, exported
from tests.conftest import ROOT, TOY

SCHEMA = Path(builtin_schemas.__file__).parent / "vendor" / "citation-file-format.json"  # CFF 1.2.0
VALIDATOR = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def _read(data: bytes) -> dict[str, Any]:
    """The file as programs read it: all values are words."""
    return yaml.load(data.decode("utf-8"), Loader=yaml.BaseLoader)  # type: ignore[no-any-return]


def _of(root: Path) -> dict[str, Any]:
    return _read(exported("cff", root).files[cff.PATH])


def _errors(value: dict[str, Any]) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(value)]


def _name(one: dict[str, str]) -> str:
    named = one.get("name") or one.get("literal")
    return named or f"{one.get('family-names') or one['family']}, {one.get('given-names') or one['given']}"


@BOTH
@pytest.mark.parametrize("wanting", ["authors", "title", "message", "cff-version"])
def test_it_is_valid_and_would_not_be_without_what_it_must_have(root: Path, wanting: str) -> None:
    made = _of(root)
    assert _errors(made) == []
    assert _errors({key: value for key, value in made.items() if key != wanting})


def test_the_one_in_the_repository_is_what_the_edition_says() -> None:
    there = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert there == exported("cff", ROOT).text(cff.PATH), "write it: build.py export cff -o CITATION.cff"


@BOTH
def test_it_cites_the_edition_as_all_other_formats_do(root: Path) -> None:
    made, whole = _of(root), exported("csl", root).json("data/csl/edition.json")[0]
    assert (made["type"], made["title"], made["version"]) == (whole["type"], whole["title"], whole["version"])
    assert [_name(one) for one in made["authors"]] == [_name(one) for one in whole["author"]]
    assert [int(part) for part in made["date-released"].split("-")] == whole["issued"]["date-parts"][0]
    assert made["url"] == whole["URL"]
    record = exported("datacite", root).json("data/datacite/datacite.json")
    assert made["title"] == ". ".join(one["title"] for one in record["titles"])
    assert [_name(one) for one in made["authors"]] == [one["name"] for one in record["creators"]]
    assert (made["version"], made["url"]) == (record["version"], record["url"])
    assert {"date": made["date-released"], "dateType": "Issued"} in record["dates"]
    config = edition_of(root).config
    said = citation.edition(config, "").text
    assert all(made[field] in said for field in ("title", "version", "url"))


@BOTH
def test_both_layers_of_rights_are_named(root: Path) -> None:
    made, config = _of(root), edition_of(root).config
    assert made["license"] == rights.spdx(config.licence_edition)
    assert config.licence_text in made["abstract"]
    assert config.licence_edition in made["abstract"]
    assert all(
        one.get("license-url", config.licence_text) == config.licence_text
        for one in made.get("references", [])
    )


def test_the_printed_article_is_its_reference() -> None:
    made, printed = _of(ROOT)["references"][0], exported("csl", ROOT).json("data/csl/edition.json")[2]
    assert [_name(one) for one in made["authors"]] == [_name(one) for one in printed["author"]]
    for ours, theirs in {"title": "title", "url": "URL", "issue": "issue", "issn": "ISSN"}.items():
        assert made[ours] == printed[theirs], ours
    assert [int(part) for part in made["date-published"].split("-")] == printed["issued"]["date-parts"][0]
    assert "license" not in made
    assert made["license-url"] == edition_of(ROOT).config.licence_text


def test_it_says_what_the_texts_are_about() -> None:
    edition = edition_of(ROOT)
    assert edition.articles[0].keywords
    assert _of(ROOT)["keywords"] == ["digital scholarly edition", "TEI", *edition.articles[0].keywords]


def test_hard_words_stay_words_and_a_licence_without_identifier_is_an_address() -> None:
    edition = edition_of(TOY)
    hard = "yes: \"no\" # 'x' \\n {a} [b] - ~ \t\n%&*!|>@`"
    config = replace(
        edition.config,
        title=hard,
        subtitle="",
        publisher="null",
        licence_edition="https://example.org/terms",
        version="1.0",
    )
    made = _read(next(iter(cff.files(TOY, config, replace(edition, config=config)))).content)
    assert _errors(made) == []
    assert (made["title"], made["authors"], made["version"]) == (hard, [{"name": "null"}], "1.0")
    assert made["license-url"] == "https://example.org/terms"
    assert "license" not in made
