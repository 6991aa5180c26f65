"""BEACON: the files follow the grammar, name every identifier of the GND once, and lead to pages that exist."""

from __future__ import annotations

import re
from pathlib import Path

from edition import identifiers
from tests.both import Exported, exported
from tests.conftest import ROOT, TOY

META = re.compile(r"#([A-Z]+): (\S.*)")
LINK = re.compile(r"([^|\s]+)\|([0-9]*)\|(https?://[^|\s]+)")


def _read(text: str) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """Meta fields and links; anything that is neither fails."""
    head, _, body = text.partition("\n\n")
    fields = [META.fullmatch(line) for line in head.split("\n")]
    links = [LINK.fullmatch(line) for line in body.removesuffix("\n").split("\n")]
    assert None not in fields
    assert None not in links
    names = [field[1] for field in fields if field]
    assert len(names) == len(set(names))
    return (
        {field[1]: field[2] for field in fields if field},
        [(link[1], link[2], link[3]) for link in links if link],
    )


def _files(made: Exported) -> dict[str, tuple[dict[str, str], list[tuple[str, str, str]]]]:
    return {path: _read(made.text(path)) for path in made.files}


def test_the_header_says_what_a_reader_needs() -> None:
    made = exported("beacon", ROOT)
    assert made.files
    for path, (meta, _) in _files(made).items():
        assert made.text(path).startswith("#FORMAT: BEACON\n")
        assert meta["PREFIX"] == "https://d-nb.info/gnd/"
        assert meta["TARGET"] == "{+ID}"
        assert meta["FEED"] == made.config.base_url + path
        assert meta["TIMESTAMP"].startswith(made.config.date + "T")
        assert made.config.licence_edition in meta["DESCRIPTION"]


def test_every_identifier_of_the_gnd_is_there_once() -> None:
    made = exported("beacon", ROOT)
    found = [gnd for _, links in _files(made).values() for gnd, _, _ in links]
    expected = [
        one.value
        for entity in made.edition.entities.values()
        for one in entity.identifiers
        if one.scheme == "GND"
    ]
    assert sorted(found) == sorted(expected)
    assert len(set(found)) == len(found)
    assert all(identifiers.problem("GND", gnd, bare=True) == "" for gnd in found)


def test_links_are_sorted_and_count_the_mentions_of_the_texts() -> None:
    made = exported("beacon", ROOT)
    by_id = {one.id: one.pointer for one in made.edition.entities.values()}
    texts = {text.id for text in made.edition.articles}
    for _, links in _files(made).values():
        assert links == sorted(links)
        for _, count, target in links:
            pointer = by_id[target.rpartition("/")[2].removesuffix(".html")]
            mentions = [one for one in made.edition.mentions.get(pointer, ()) if one.article_id in texts]
            assert int(count or 0) == len(mentions)


def test_every_target_is_a_page(real_site: Path) -> None:
    made = exported("beacon", ROOT)
    targets = [target for _, links in _files(made).values() for _, _, target in links]
    assert targets
    assert [
        one for one in targets if not (real_site / one.removeprefix(made.config.base_url)).is_file()
    ] == []


def test_no_file_without_links() -> None:
    assert exported("beacon", TOY).files == {}
