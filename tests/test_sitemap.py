"""sitemap.xml, robots.txt and the reservation of text and data mining, against the site they speak of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree, html
from msgspec.structs import replace

from edition import rights, urls
from edition.metadata import files
from edition.model import Edition
from tests.both import edition_of
from tests.conftest import ROOT, TOY
from tests.heads import heads

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
WRITTEN = {
    ".html",
    ".xml",
    ".odd",
    ".rng",
    ".sch",
    ".json",
    ".jsonld",
    ".txt",
    ".csv",
    ".bib",
    ".ris",
    ".gexf",
    ".graphml",
}
RUN = 12  # words of a text in a row that are more than a name or a title


@pytest.fixture(params=[TOY, ROOT], ids=["toy", "real"])
def both(request: pytest.FixtureRequest) -> tuple[Edition, Path]:
    """An edition and its site."""
    site: Path = request.getfixturevalue("toy_site" if request.param == TOY else "real_site")
    return edition_of(request.param), site


def test_the_sitemap_lists_each_page_once_with_the_day_of_the_version(both: tuple[Edition, Path]) -> None:
    edition, site = both
    root = etree.fromstring((site / urls.SITEMAP).read_bytes())
    assert root.tag == f"{{{NAMESPACE}}}urlset"
    assert [[part.tag for part in one] for one in root] == [
        [f"{{{NAMESPACE}}}loc", f"{{{NAMESPACE}}}lastmod"] for _ in root
    ]
    listed = [str(one[0].text) for one in root]
    assert sorted(listed) == sorted(f"{edition.config.base_url}{path}" for path in heads(site))
    assert {one[1].text for one in root} == {edition.config.date}
    assert all(address == heads(site)[path].rel("canonical")[0]["href"] for address, path in located(both))


def located(both: tuple[Edition, Path]) -> Iterator[tuple[str, str]]:
    """Each address of the sitemap, with its file, which exists."""
    edition, site = both
    for one in etree.fromstring((site / urls.SITEMAP).read_bytes()):
        path = str(one[0].text).removeprefix(edition.config.base_url)
        assert (site / path).is_file()
        yield str(one[0].text), path


def test_the_sitemap_keeps_to_the_limits_of_the_protocol(both: tuple[Edition, Path]) -> None:
    data = (both[1] / urls.SITEMAP).read_bytes()
    assert data.count(b"<url>") <= 50_000
    assert len(data) <= 50 * 1024 * 1024


def test_an_address_with_an_ampersand_is_escaped(both: tuple[Edition, Path]) -> None:
    edition, _ = both
    config = replace(edition.config, base_url="https://example.org/a&b/")
    made = {one.path: one.content for one in files(replace(edition, config=config), (), {})}
    assert b"https://example.org/a&b/sitemap.xml" in made[urls.ROBOTS]
    etree.fromstring(made[urls.SITEMAP])


def test_robots_may_fetch_everything_and_learn_where_the_sitemap_is(both: tuple[Edition, Path]) -> None:
    edition, site = both
    lines = (site / urls.ROBOTS).read_text(encoding="utf-8").splitlines()
    said = [line.split(": ", 1) for line in lines if line and not line.startswith("#")]
    assert said == [
        ["User-agent", "*"],
        ["Allow", "/"],
        ["Sitemap", f"{edition.config.base_url}{urls.SITEMAP}"],
    ]


# Text and data mining


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(edition: Edition) -> set[tuple[str, ...]]:
    """Every run of words of the edited texts."""
    blocks = [words(block.text) for article in edition.articles for block in article.blocks]
    return {tuple(block[at : at + RUN]) for block in blocks for at in range(len(block) - RUN + 1)}


def longest(text: str, known: set[tuple[str, ...]]) -> str:
    """The first run of words of a text that stands here, or nothing."""
    found = words(text)
    here = (tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1))
    return " ".join(next((run for run in here if run in known), ()))


def value(site: Path, config_path: str, path: str) -> int:
    """What the rules say of a file: the first that matches counts."""
    for rule in json.loads((site / urls.RESERVATION).read_text(encoding="utf-8")):
        location = str(rule["location"])
        whole = f"{config_path}{path}"
        if whole == location[:-1] if location.endswith("$") else whole.startswith(location):
            return int(rule["tdm-reservation"])
    raise AssertionError(path)


def test_pages_and_files_that_hold_the_text_are_reserved(real_site: Path) -> None:
    edition = edition_of(ROOT)
    known, base = runs(edition), urlsplit(edition.config.base_url).path
    assert not rights.free(edition.config.licence_text)
    free = 0
    for path in (one for one in real_site.rglob("*") if one.suffix in WRITTEN):
        name = path.relative_to(real_site).as_posix()
        text = path.read_text(encoding="utf-8")
        shown = " ".join(html.fromstring(path.read_bytes()).itertext()) if path.suffix == ".html" else text
        if name in heads(real_site):
            assert heads(real_site)[name].one("tdm-reservation") == str(value(real_site, base, name)), name
        if value(real_site, base, name) == 0:
            free += 1
            assert not longest(shown, known), f"{name} is free, but holds »{longest(shown, known)}«"
    assert free > 20, "what the edition has added is free"


def test_the_texts_are_reserved_in_every_format_and_the_lists_are_free(real_site: Path) -> None:
    edition = edition_of(ROOT)
    base = urlsplit(edition.config.base_url).path
    for article in edition.articles:
        held = [urls.article(article.id), urls.diplomatic(article.id), urls.data(article.path)]
        held += [path.relative_to(real_site).as_posix() for path in real_site.glob(f"data/*/{article.id}.*")]
        assert len(held) > 5
        assert {value(real_site, base, path) for path in held} == {1}
    lists = {urls.data(one.path) for one in edition.entities.values()}
    assert {value(real_site, base, path) for path in lists} == {0}


def test_a_text_that_is_free_is_not_reserved(toy_site: Path) -> None:
    edition = edition_of(TOY)
    assert rights.free(edition.config.licence_text)
    assert not (toy_site / urls.RESERVATION).exists()
    assert {head.one("tdm-reservation") for head in heads(toy_site).values()} == {"0"}


@pytest.mark.parametrize(
    ("uri", "free"),
    [
        ("https://creativecommons.org/publicdomain/mark/1.0/", True),
        ("http://creativecommons.org/publicdomain/zero/1.0/", True),
        ("https://creativecommons.org/licenses/by/4.0/", True),
        ("https://creativecommons.org/licenses/by-sa/4.0/", True),
        ("https://creativecommons.org/licenses/by-nc/4.0/", False),
        ("https://rightsstatements.org/vocab/InC/1.0/", False),
        ("https://rightsstatements.org/vocab/CNE/1.0/", False),
        ("https://example.org/terms", False),
    ],
)
def test_only_terms_known_to_be_free_are_free(uri: str, free: bool) -> None:
    assert rights.free(uri) == free


def test_rules_are_in_an_order_in_which_the_first_counts(real_site: Path) -> None:
    rules = json.loads((real_site / urls.RESERVATION).read_text(encoding="utf-8"))
    assert all(set(rule) == {"location", "tdm-reservation"} for rule in rules)
    locations = [str(rule["location"]) for rule in rules]
    assert len(set(locations)) == len(locations)
    assert all(not after.startswith(before) for before, after in pairwise(locations))
    assert [rule["tdm-reservation"] for rule in rules] == [0] * (len(rules) - 1) + [1]
