"""Any TEI: what is read of it, what of it is shown, and that no word is lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from edition import conservation, corpus, layers, prose, site, validation, workspace
from edition.adopting.slugs import slug
from edition.codes import adopting
from edition.errors import InputError
from tests import others
from tests.others import OTHERS, PIECES

FILES = others.expected("pieces")["files"]
FOLDERS = ("diary", "letters", "drama", "critical")
REFUSED = {"doctype-entities.xml"}  # a finding, and no page
WITHOUT_TEXT = {"text-sourcedoc.xml"}
SHOWN = sorted(
    name
    for name, said in FILES.items()
    if said["documents"] and said.get("reading") != "" and name not in REFUSED | WITHOUT_TEXT
)
WITHOUT_NAMESPACE = {"unknown-no-namespace.xml"}  # no TEI: refused as well


@pytest.mark.parametrize("name", FOLDERS)
def test_entities_and_mentions_are_those_counted_by_hand(name: str) -> None:
    read, said = others.read(OTHERS / name), others.expected(name)
    assert len(read.edition.articles) == said["documents"]
    gathered = {pointer for pointer in read.edition.entities if not _is_listed(pointer, said)}
    assert len(gathered) == sum(target.startswith("http") for target in said["unresolved"])
    named = {pointer: count for pointer, count in read.mentions.items() if pointer not in gathered}
    assert named == {pointer: count for pointer, count in said.get("mentions", {}).items() if count}
    kinds = dict(read.kinds)
    for pointer in gathered:
        kinds[pointer.partition(":")[0]] -= 1
    assert kinds == said["entities"]


def _is_listed(pointer: str, said: dict[str, object]) -> bool:
    listed = said.get("mentions")
    return not isinstance(listed, dict) or not listed or pointer in listed or pointer in str(said)


@pytest.mark.parametrize("name", FOLDERS)
def test_pointers_that_lead_nowhere_are_told(name: str) -> None:
    told = others.read(OTHERS / name).codes()["Y001"]
    unresolved = others.expected(name)["unresolved"]
    assert told == sum(count for target, count in unresolved.items() if not target.startswith("http"))


@pytest.mark.parametrize("name", SHOWN)
def test_a_piece_says_what_was_read_by_hand(name: str, tmp_path: Path) -> None:
    said = FILES[name]
    folder = others.copied([name, *said.get("needs", ())], tmp_path / "piece")
    with workspace.opened(folder) as house:
        read = validation.of_workspace(house)
        mine = [one for one in read.edition.articles if Path(name).stem in _original(house, one.path)]
        assert len(mine) == said["documents"]
        if "reading" in said:
            source = corpus.parse(house.root / mine[0].path, "article", house.root)
            text = source.tree.getroot().find(f"{{{corpus.TEI}}}text")
            assert conservation.words_of_tei(text, layers.READING) == said["reading"]
    if "gathered" not in said and not said["unresolved"]:
        ids = {one.id for one in mine}
        mentions = Counter(
            pointer
            for pointer, found in read.edition.mentions.items()
            for one in found
            if one.article_id in ids and not pointer.partition(":")[2].startswith("x-")
        )
        assert mentions == {_safe(pointer): count for pointer, count in said["mentions"].items()}


def _safe(pointer: str) -> str:
    """A pointer with the name of the file that its entry has."""
    kind, _, name = pointer.partition(":")
    return f"{kind}:{slug(name)}"


def _original(house: workspace.Workspace, path: str) -> str:
    return house.config.originals.get(path, path)


@pytest.mark.parametrize("name", SHOWN)
def test_the_pages_of_a_piece_say_every_word_of_it(name: str, tmp_path: Path) -> None:
    said = FILES[name]
    folder = others.copied([name, *said.get("needs", ())], tmp_path / "piece")
    report = site.build(folder, tmp_path / "site", exports=False)
    assert [str(one) for one in report.findings if one.code == "Y003"] == []


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_of_others_becomes_a_site(name: str, tmp_path: Path) -> None:
    report = site.build(OTHERS / name, tmp_path / "site", exports=False)
    told = [str(one) for one in report.findings if one.code in ("Y002", "Y003")]
    assert told == []
    assert (tmp_path / "site" / "index.html").is_file()
    assert len(list((tmp_path / "site" / "texts").glob("*.html"))) >= others.expected(name)["documents"]


def test_all_pieces_together_keep_their_names_apart(tmp_path: Path) -> None:
    folder = others.copied(sorted(set(FILES) - REFUSED - WITHOUT_NAMESPACE), tmp_path / "pieces")
    twice = (folder / "text-ab-only.xml").read_text(encoding="utf-8")
    doubled = twice.replace("</body>", '<p xml:id="a">eins</p><p xml:id="a">zwei</p></body>')
    assert doubled != twice
    (folder / "doppelt.xml").write_text(doubled, encoding="utf-8")
    report = site.build(folder, tmp_path / "site", exports=False)
    assert {one.code for one in report.findings} >= set(adopting.CODES) - {"Y003", "Y004", "Y008"}
    said = (tmp_path / "site" / "validation.html").read_text(encoding="utf-8")
    assert all(code in said for code in ("Y001", "Y002", "Y005", "Y006", "Y007"))
    assert [str(one) for one in report.findings if one.code == "Y003"] == []
    names = [path.name.lower() for path in (tmp_path / "site" / "texts").glob("*.html")]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)


def test_a_declaration_of_entities_is_refused_in_words(tmp_path: Path) -> None:
    folder = others.copied(["doctype-entities.xml", "name-rs.xml"], tmp_path / "piece")
    with pytest.raises(site.ValidationError) as caught:
        site.build(folder, tmp_path / "site")
    assert [one.code for one in caught.value.findings] == ["X002"]
    assert not (tmp_path / "site").exists()


def test_a_folder_without_tei_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Kein TEI.", encoding="utf-8")
    with pytest.raises(InputError) as caught, workspace.opened(tmp_path):
        pass
    assert "no TEI text" in str(caught.value)
    assert "--source" in str(caught.value.hint)


def test_a_lost_word_is_told() -> None:
    """The comparison itself: a word that a page leaves out, adds or moves is found."""
    with workspace.opened(OTHERS / "diary") as house:
        path = sorted((house.root / "editions").glob("*.xml"))[0]
        source = corpus.parse(path, "article", house.root)
        text = source.tree.getroot().find(f"{{{corpus.TEI}}}text")
        made = prose.fragments(source, {}, "render")
    assert list(conservation.differences(text, made, "reading")) == []
    assert "verordnet mir Ruhe" in str(made.body)
    for spoiled in (
        str(made.body).replace("verordnet mir", "mir"),
        str(made.body).replace("verordnet mir", "verordnet mir mehr"),
        str(made.body).replace("verordnet mir", "verordnetmir"),
        str(made.body).replace("verordnet mir", "mir verordnet"),
    ):
        assert spoiled != str(made.body)
        other = prose.Fragments(made.title, made.front, prose.trusted(spoiled), made.back, made.notes)
        assert [one.place for one in conservation.differences(text, other, "reading")] == [""]


def test_the_same_folder_gives_the_same_bytes_in_however_many_processes(tmp_path: Path) -> None:
    for jobs, name in enumerate(("one", "two"), 1):
        site.build(OTHERS / "letters", tmp_path / name, exports=False, jobs=jobs)
    first, second = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two")
    )
    assert first == second


def test_a_page_that_differs_is_told_with_both_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = conservation.Difference("nach diesem", "das", "dies")
    monkeypatch.setattr(conservation, "differences", lambda *_: [told])
    folder = others.copied(["name-rs.xml"], tmp_path / "piece")
    report = site.build(folder, tmp_path / "site", exports=False)
    (found,) = (one for one in report.findings if one.code == "Y003")
    assert found.path == "name-rs.xml"
    assert "»das«" in found.message.en
    assert "»dies«" in found.message.en


def test_images_are_published_only_where_they_are_safe(tmp_path: Path) -> None:
    report = site.build(OTHERS / "letters", tmp_path / "site", exports=False)
    assert [path.name for path in (tmp_path / "site" / "images").rglob("*") if path.is_file()] == ["seal.png"]
    assert {one.code for one in report.findings} >= {"Y004"}
    assert not list((tmp_path / "site").rglob("*.svg"))


def test_pieces_are_where_the_list_says() -> None:
    there = {path.name for path in PIECES.glob("*.xml")}
    assert there == set(FILES)
