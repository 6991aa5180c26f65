"""The package: a bag that validates, a crate that describes every file rightly, and sources that build again."""

from __future__ import annotations

import hashlib
import io
import json
import re
import sqlite3
import stat
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

import bagit
import pytest
from lxml import etree
from msgspec.structs import replace

from edition import exporting, rights, settings, validation
from edition.exports import EXPORTS, deposit, tei
from edition.exports.deposit import contents, crate, media, sources
from edition.exports.deposit.part import Part
from edition.exports.format import Made
from edition.model import Bilingual, File
from tests.both import BOTH, edition_of, exported
from tests.conftest import ROOT, TOY

ROW = deposit.EXPORT
Entity = dict[str, Any]
# Terms of the context of RO-Crate 1.2 (w3id.org/ro/crate/1.2/context) that may occur; any other would say nothing.
TYPES = {"CreativeWork", "Dataset", "File", "Organization", "Person", "ContactPoint", "NewsArticle"}
TERMS = {
    "about", "author", "conformsTo", "contactPoint", "contactType", "contentSize", "creditText", "datePublished",
    "description", "email", "encodingFormat", "familyName", "givenName", "hasPart", "inLanguage", "isBasedOn",
    "keywords", "license", "name", "publisher", "sha256", "url", "usageInfo", "version",
}  # fmt: skip
# A run of the text's words that is longer is no name, title or date that an entry shares with it. Examples in the
# schema quote, and the bibliography is made of titles.
SHARED, QUOTED = 10, 20


def _archive(root: Path) -> bytes:
    (content,) = exported("deposit", root).files.values()
    return content


@cache
def _unpacked(root: Path) -> dict[str, bytes]:
    """The files of the bag, by their path in it."""
    with zipfile.ZipFile(io.BytesIO(_archive(root))) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def _payload(root: Path) -> dict[str, bytes]:
    files = _unpacked(root)
    return {name.removeprefix("data/"): data for name, data in files.items() if name.startswith("data/")}


def _graph(root: Path) -> dict[str, Entity]:
    document = json.loads(_payload(root)[crate.NAME])
    assert document["@context"] == "https://w3id.org/ro/crate/1.2/context"
    found = {entity["@id"]: entity for entity in document["@graph"]}
    assert len(found) == len(document["@graph"])  # »Contextual Entities«: no two of one identifier
    return found


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _refs(value: Any) -> list[str]:
    return [one["@id"] for one in _listed(value)]


def _files(root: Path) -> dict[str, Entity]:
    return {unquote(name): one for name, one in _graph(root).items() if one["@type"] == "File"}


def _extract(root: Path, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(_archive(root))) as archive:
        archive.extractall(folder)
    (bag,) = folder.iterdir()
    return bag


@BOTH
def test_the_bag_is_valid_until_a_byte_is_changed(root: Path, tmp_path: Path) -> None:
    folder = _extract(root, tmp_path)
    assert bagit.Bag(str(folder)).validate()
    assert set(bagit.Bag(str(folder)).algorithms) == {"sha256", "sha512"}
    for name in ("data/source/tei/edition.toml", "data/ro-crate-metadata.json", "bag-info.txt"):
        path = folder / name
        whole = path.read_bytes()
        path.write_bytes(whole[:-2] + bytes([whole[-2] ^ 1]) + whole[-1:])
        with pytest.raises(bagit.BagValidationError):
            bagit.Bag(str(folder)).validate()
        path.write_bytes(whole)
    (folder / "data" / "more.txt").write_text("more", encoding="utf-8")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(folder)).validate()


@BOTH
def test_the_bag_is_of_rfc_8493(root: Path) -> None:
    files, config = _unpacked(root), edition_of(root).config
    assert files["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    info = dict(line.split(": ", 1) for line in files["bag-info.txt"].decode("utf-8").splitlines())
    assert info["Bagging-Date"] == config.date
    assert info["Source-Organization"] == config.publisher
    size = sum(len(data) for data in _payload(root).values())
    assert info["Payload-Oxum"] == f"{size}.{len(_payload(root))}"
    for name in ("sha256", "sha512"):
        for manifest, part in (("manifest", "data/"), ("tagmanifest", "")):
            lines = files[f"{manifest}-{name}.txt"].decode("utf-8").splitlines()
            said = {path: checksum for checksum, path in (line.split("  ") for line in lines)}
            there = {
                path: hashlib.new(name, data).hexdigest()
                for path, data in files.items()
                if path.startswith(part) and (part or "/" not in path) and "tagmanifest" not in path
            }
            assert said == there


@BOTH
def test_the_archive_is_one_folder_in_order_and_without_a_clock(root: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(_archive(root))) as archive:
        entries, comment = archive.infolist(), archive.comment.decode("utf-8")
    names = [entry.filename for entry in entries]
    (path,) = exported("deposit", root).files
    assert {name.split("/")[0] for name in names} == {PurePosixPath(path).stem}
    assert not [name for name in names if name.startswith("/") or ".." in name.split("/") or "\\" in name]
    assert len(set(names)) == len(names)
    payload = [name for name in names if "/data/" in name]
    assert payload == sorted(payload)
    config = edition_of(root).config
    assert {entry.date_time[:3] for entry in entries} == {tuple(int(part) for part in config.date.split("-"))}
    assert {entry.external_attr >> 16 for entry in entries} == {stat.S_IFREG | 0o644}
    assert all(one in comment for one in (config.licence_text, config.licence_edition, config.version))
    assert ROW.losses.de in comment


@BOTH
def test_the_same_edition_gives_the_same_bytes(root: Path) -> None:
    edition = edition_of(root)
    again = exporting.alone(ROW, root, edition.config, edition, exporting.Outcome())
    assert [file.content for file in again] == [_archive(root)]


@BOTH
def test_every_file_is_described_and_every_file_described_is_there(root: Path) -> None:
    payload, said = _payload(root), _files(root)
    assert set(said) == set(payload) - {crate.NAME, crate.PREVIEW}
    for path, one in said.items():
        assert one["contentSize"] == str(len(payload[path]))
        assert one["sha256"] == hashlib.sha256(payload[path]).hexdigest()
        assert one["name"]
        assert one["description"]
        assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", one["encodingFormat"]), path
        assert one["encodingFormat"] != "application/octet-stream", path
    for path, one in _graph(root).items():
        if one["@type"] == "Dataset" and path != "./":
            assert path.endswith("/")
            assert set(_refs(one["hasPart"])) == {name for name in said if name.startswith(unquote(path))}


@BOTH
def test_the_crate_has_what_it_must_have(root: Path) -> None:
    """RO-Crate 1.2, »Root Data Entity«, »Data Entities«, »RO-Crate Structure«: the sentences with MUST."""
    graph, config = _graph(root), edition_of(root).config
    descriptor, whole = graph[crate.NAME], graph["./"]
    assert (descriptor["@type"], descriptor["about"]) == ("CreativeWork", {"@id": "./"})
    assert descriptor["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.2"}
    assert whole["@type"] == "Dataset"
    assert whole["name"]
    assert whole["description"]
    assert date.fromisoformat(whole["datePublished"]).isoformat() == config.date
    assert set(_refs(whole["license"])) == {config.licence_text, config.licence_edition}
    reached, waiting = set(), ["./"]
    while waiting:
        parts = _refs(graph[waiting.pop()].get("hasPart"))
        reached |= set(parts)
        waiting += parts
    data = {name for name, one in graph.items() if one["@type"] in ("File", "Dataset")} - {"./"}
    assert reached == data
    assert graph[crate.PREVIEW]["about"] == {"@id": "./"}  # not among the parts


@BOTH
def test_the_crate_is_flat_compact_and_says_only_what_its_context_knows(root: Path) -> None:
    """RO-Crate 1.2, appendix »RO-Crate JSON-LD«."""
    graph = _graph(root)
    pointed = {"./", crate.NAME, crate.PREVIEW}
    for one in graph.values():
        assert one["@type"] in TYPES
        assert set(one) - {"@id", "@type"} <= TERMS
        for value in one.values():
            assert not (isinstance(value, list) and len(value) < 2), one["@id"]
            for part in _listed(value):
                assert isinstance(part, str) or set(part) == {"@id"}
                if not isinstance(part, str) and part["@id"] != crate.VERSION:
                    assert part["@id"] in graph
                    pointed.add(part["@id"])
    assert pointed == set(graph)


@BOTH
def test_nobody_is_named_but_the_publisher_and_the_authors_of_the_printed_texts(root: Path) -> None:
    graph, config = _graph(root), edition_of(root).config
    cff = [one for one in exported("csl", root).json("data/csl/edition.json") if one["type"] != "dataset"]
    printed = {
        f"{who['given']} {who['family']}" for one in cff for who in one.get("author", []) if "given" in who
    }
    assert {one["name"] for one in graph.values() if one["@type"] == "Person"} <= printed
    assert {one["name"] for one in graph.values() if one["@type"] == "Organization"} == {config.publisher}
    (publisher,) = _refs(graph["./"]["publisher"])
    assert graph[publisher]["name"] == config.publisher
    said = exported("csl", root).json("data/csl/edition.json")[0]
    assert (graph["./"]["name"], graph["./"]["version"]) == (said["title"], said["version"])


def _words(text: str) -> list[str]:
    return [word.lower() for word in re.findall(r"\w+", text)]


def _said(path: str, data: bytes) -> str:
    """The words of a file, without tags."""
    if path.endswith(".sqlite"):
        with sqlite3.connect(":memory:") as base:
            base.deserialize(data)
            return "\n".join(base.iterdump())
    return re.sub(r"<[^>]*>", " ", data.decode("utf-8"))


def _runs(root: Path, length: int) -> set[tuple[str, ...]]:
    """Every run of so many words of the texts; the bibliography has none."""
    blocks = [
        _words(block.text)
        for text in edition_of(root).articles
        for block in text.blocks
        if not block.id.startswith("bibl-")
    ]
    return {tuple(words[at : at + length]) for words in blocks for at in range(len(words) - length + 1)}


def _holds(path: str, data: bytes, runs: set[tuple[str, ...]], length: int) -> bool:
    words = _words(_said(path, data))
    return any(tuple(words[at : at + length]) in runs for at in range(len(words) - length + 1))


@BOTH
def test_what_is_said_to_hold_no_text_holds_none(root: Path) -> None:
    config, payload = edition_of(root).config, _payload(root)
    own = [path for path, one in _files(root).items() if config.licence_text not in _refs(one["license"])]
    assert "exports/json/persons.json" in own or root == TOY
    for path in own:
        length = (QUOTED if path.startswith("source/tei/schema/") else SHARED) + 1
        assert not _holds(path, payload[path], _runs(root, length), length), path


def test_what_holds_the_text_is_said_to() -> None:
    """And the test above can find it: these files hold it, and it is found in each of them."""
    said, payload = _files(ROOT), _payload(ROOT)
    config = edition_of(ROOT).config
    runs = _runs(ROOT, SHARED + 1)
    slug = edition_of(ROOT).articles[0].id
    for path in (
        f"source/tei/articles/{slug}.xml", f"exports/tei/articles/{slug}.xml", f"exports/text/{slug}.txt",
        f"exports/markdown/{slug}.md", "exports/csv/paragraphs.csv", "exports/csv/quotations.csv",
        "exports/csv/mentions.csv", "exports/csv/dates.csv", "exports/json/paragraphs.json",
        "exports/json/mentions.json", "exports/sqlite/edition.sqlite",
        f"exports/annotations/{slug}.quotations.jsonld", f"source/tei/copytext/{slug}.txt",
    ):  # fmt: skip
        assert _holds(path, payload[path], runs, SHARED + 1), path
        assert config.licence_text in _refs(said[path]["license"]), path


@BOTH
def test_every_file_is_under_the_terms_of_what_it_holds(root: Path) -> None:
    edition, graph, said = edition_of(root), _graph(root), _files(root)
    text, own = edition.config.licence_text, edition.config.licence_edition
    for article in edition.articles:
        assert _refs(said[f"source/{article.path}"]["license"]) == [text, own]
        assert _refs(said[f"source/tei/copytext/{article.id}.txt"]["license"]) == [text]
    for page in edition.pages:
        assert _refs(said[f"source/{page.path}"]["license"]) == [own]
        assert _refs(said[page.path.replace("tei/", "exports/tei/", 1)]["license"]) == [own]
    for path in (
        "CITATION.cff",
        "datacite.json",
        "README.txt",
        "LICENSE.txt",
        "source/tei/schema/edition.rng",
    ):
        assert _refs(said[path]["license"]) == [own], path
    for one in said.values():
        assert ("usageInfo" in one) == (len(_refs(one["license"])) == 2)
    for layer in rights.layers(edition.config):
        assert graph[layer.uri]["description"] == f"{layer.covers}: {layer.terms}"
        assert layer.uri in graph[crate.RIGHTS]["description"]


@BOTH
def test_the_list_of_licences_has_every_file_once_and_says_the_same(root: Path) -> None:
    sections = _payload(root)["LICENSE.txt"].decode("utf-8").strip().split("\n\n\n")
    found = {
        path.strip(): set(re.findall(r"<(\S+)>", section.partition("\n\n")[0]))
        for section in sections
        for path in section.partition("\n\n")[2].splitlines()
    }
    assert sum(len(section.partition("\n\n")[2].splitlines()) for section in sections) == len(found)
    assert set(found) == set(_payload(root))
    assert all(set(_refs(one["license"])) == found[path] for path, one in _files(root).items())


def test_the_schema_is_under_its_own_terms(toy: Path) -> None:
    """An edition that is free otherwise takes over the tool's schema, which says its licence itself."""
    toml = toy / "tei/edition.toml"
    free = "https://creativecommons.org/publicdomain/zero/1.0/"
    changed = re.sub(
        r'licence_edition = ".*"', f'licence_edition = "{free}"', toml.read_text(encoding="utf-8")
    )
    toml.write_text(changed, encoding="utf-8")
    edition = edition_of(toy)
    folder = sources.folder(toy, edition.config, edition)
    terms = {part.path: [one.uri for one in part.licences] for part in folder.parts}
    assert terms["source/tei/schema/edition.odd"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert terms["source/tei/edition.toml"] == [free]


@BOTH
def test_the_sources_in_the_package_are_the_edition(root: Path, tmp_path: Path) -> None:
    folder = _extract(root, tmp_path) / "data" / "source"
    config = settings.load(folder)
    examined = validation.examine(folder, config)
    assert examined.findings == validation.examine(root, edition_of(root).config).findings
    again = {file.path: file.content for file in tei.files(folder, config, examined.edition)}
    assert again == exported("tei", root).files
    assert sorted(path.name for path in (folder / "tei/schema").iterdir()) == [
        "edition.odd", "edition.rng", "edition.sch", "guidelines.html",
    ]  # fmt: skip


def test_what_does_not_belong_to_the_sources_stays_out(toy: Path) -> None:
    (toy / "tei/.hidden").mkdir()
    for name in (
        "tei/.hidden/secret.toml",
        "tei/articles/.erster.xml.txt",
        "tei/articles/erster.xml~",
        "notes.txt",
    ):
        (toy / name).write_text("secret", encoding="utf-8")
    (toy / "LICENSE").write_text("Free.", encoding="utf-8")
    edition = edition_of(toy)
    parts = sources.folder(toy, edition.config, edition).parts
    assert b"secret" not in {part.content for part in parts}
    assert "source/LICENSE" in {part.path for part in parts}


@BOTH
def test_all_formats_lie_in_it_and_what_does_not_is_named(root: Path) -> None:
    payload = _payload(root)
    readme = payload["README.txt"].decode("utf-8")
    for row in EXPORTS:
        if row.of_all:
            continue
        files = exported(row.slug, root).files
        if row.slug in ("cff", "datacite"):
            assert {payload[PurePosixPath(path).name] for path in files} == set(files.values())
        elif files and row.packed:
            for path, data in files.items():
                assert payload[path.replace("data/", "exports/", 1)] == data
            assert f"exports/{row.slug}/\n" in readme
        else:
            missing = re.findall(r"Nicht im Paket: (.*)\.", readme)
            assert missing
            assert row.title.de in missing[0].split("; ")
    config = edition_of(root).config
    for one in (config.licence_text, config.licence_edition, config.version, config.title, ROW.losses.en):
        assert one in readme


def _many(*_: object) -> Iterator[File]:
    return (File(f"data/many/{number}.txt", b"") for number in range(3))


def test_a_format_of_very_many_files_stays_out_and_is_named() -> None:
    edition = edition_of(TOY)
    rows = [replace(EXPORTS[1], slug="many", title=Bilingual("Many", "Viele"), function=_many, packed=False)]
    others = [Made(row, tuple(row.function(TOY, edition.config, edition))) for row in rows]
    made = next(iter(deposit.files(TOY, edition.config, edition, others)))
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        names = archive.namelist()
        readme = next(
            archive.read(name).decode("utf-8") for name in names if name.endswith("/data/README.txt")
        )
    assert not [name for name in names if "exports" in name]
    assert "Nicht im Paket: Viele." in readme
    assert "Not in the package: Many." in readme


@BOTH
def test_the_overview_links_to_every_file(root: Path) -> None:
    page = _payload(root)[crate.PREVIEW]
    assert page.startswith(b"<!DOCTYPE html>")
    tree = etree.fromstring(page, etree.HTMLParser(encoding="utf-8"))
    links = [str(one) for one in tree.xpath("//td[1]/a/@href")]
    assert {unquote(one) for one in links} == set(_files(root))
    assert len(links) == len(_files(root))
    config = edition_of(root).config
    assert tree.xpath("string(//h1)") == config.title
    assert {config.licence_text, config.licence_edition} <= {str(one) for one in tree.xpath("//p/a/@href")}


def test_names_that_are_hard_for_addresses_are_escaped() -> None:
    licence = rights.layers(edition_of(TOY).config)[1]
    name = "exports/x/Müller & 50 %#?.txt"
    described = crate._file(Part(name, b"", name, Bilingual("x", "x"), "text/plain", (licence,)))
    assert described["@id"] == "exports/x/Müller%20&%2050%20%25%23%3F.txt"
    assert unquote(described["@id"]) == name


def test_a_media_type_is_the_formats_where_all_its_files_are_of_one_kind() -> None:
    one, several = media.endings(["a.json", "b.json"]), media.endings(["a.json", "c.csv", "a.unknown"])
    assert media.of_format("a.json", one, "application/vnd.x+json") == "application/vnd.x+json"
    assert media.of_format("a.json", several, "text/csv") == "application/json"
    assert media.of_format("a.unknown", several, "text/csv") == "text/csv"


@BOTH
def test_the_metadata_of_repositories_agree_with_the_crate(root: Path) -> None:
    whole, payload = _graph(root)["./"], _payload(root)
    record = json.loads(payload["datacite.json"])
    assert (whole["version"], whole["datePublished"]) == (record["version"], record["dates"][0]["date"])
    assert whole["name"] == ". ".join(one["title"] for one in record["titles"])
    assert {one["rightsUri"] for one in record["rightsList"]} == set(_refs(whole["license"]))
    assert f"title: {json.dumps(whole['name'], ensure_ascii=False)}\n".encode() in payload["CITATION.cff"]


def test_it_is_said_what_lies_in_each_folder() -> None:
    graph = _graph(ROOT)
    for row in EXPORTS:
        name = f"{contents.FOLDER}{row.slug}/"
        if name in graph:
            assert graph[name]["name"] == row.title.de
            assert row.purpose.de in graph[name]["description"]
            assert row.losses.de in graph[name]["description"]
