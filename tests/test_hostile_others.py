"""Hostile files as editions: each becomes a site or a sentence; nothing is fetched, executed or written elsewhere."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from tests import hostile, soak
from tests.others import PIECES
from tests.test_hostile import FILES, HEAVY, tei, wrong

GOOD = PIECES / "name-rs.xml"
SECONDS = 5  # of one processor
LARGE = 30  # for files of megabytes, each place of which becomes a place of the site
ENTRY = '<standOff><listPerson><person xml:id="{}"><persName>{}</persName></person></listPerson></standOff>'
# What stands in the folder besides a good text; "" where the text of the case alone must do.
MORE: dict[str, dict[str, bytes]] = {
    "an entry with a path": {"a.xml": tei('<p><persName ref="#../../../x">x</persName></p>')},
    "an id with HTML": {"a.xml": tei('<p xml:id="&lt;script>alert(1)&lt;/script>">x</p><ref target="#&lt;script>">y</ref>')},
    "a title with HTML": {"a.xml": tei("<p>x</p>").replace(b"<title>", b"<title>&lt;script>alert(1)&lt;/script>")},
    "names with paths": {"..xml": tei("<p>x</p>"), "a b/..%2f.xml": tei("<p>x</p>"), "index.xml": tei("<p>x</p>")},
    "names that are one on other disks": {"A.xml": tei("<p>x</p>"), "a.xml": tei("<p>y</p>"), "ä.xml": tei("<p>z</p>")},
    "a name with a line end": {"a\nb.xml": tei("<p>x</p>")},
    "an image above": {"a.xml": tei('<figure><graphic url="../../../../etc/passwd.png"/></figure>')},
    "an image with NUL": {"a.xml": tei('<figure><graphic url="a%00.png"/></figure>')},
    "an image that is data": {"a.xml": tei('<figure><graphic url="data:image/png;base64,AAAA"/></figure>')},
    "a link with NUL": {"a.xml": tei('<ref target="a%00.xml#b">x</ref>')},
    "a key of everything": {"a.xml": tei('<p><persName key="../../&lt;img src=x onerror=alert(1)>">x</persName></p>')},
    "100,000 names": {"a.xml": tei('<p>' + '<persName ref="#x">x</persName> ' * 20_000 + "</p>")},
    "90 levels": {"a.xml": tei("<div>" * 90 + "<p>x</p>" + "</div>" * 90)},
    "90 levels of words": {"a.xml": tei("<p>" + "<hi>" * 90 + "x" + "</hi>" * 90 + "</p>")},
    "tables in tables": {"a.xml": tei("<table><row><cell>" * 25 + "x" + "</cell></row></table>" * 25)},
    "readings in readings": {"a.xml": tei("<p>" + "<app><lem>" * 20 + "x" + "</lem><rdg>y</rdg></app>" * 20 + "</p>")},
    "notes in notes": {"a.xml": tei("<p>a" + "<note>b" * 30 + "</note>" * 30 + "</p>")},
    "scripts of HTML and SVG": {
        "a.xml": tei('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    },
    "settings that lead out": {"edition.toml": b'[patterns]\narticle = ["../*.xml"]\n'},
    "settings that are none": {"edition.toml": b"title = \n"},
}  # fmt: skip


def judged(folder: Path, cases: dict[str, dict[str, bytes]], seconds: int = SECONDS) -> dict[str, list[str]]:
    """What is wrong with the sites of these folders, by the name of the case."""
    commands, outs = [], {}
    (folder / "writing").mkdir()
    for number, (name, files) in enumerate(cases.items()):
        place = folder / "sources" / str(number)
        place.mkdir(parents=True)
        shutil.copy(GOOD, place / "good.xml")
        for path, data in files.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_bytes(data)
        os.mkfifo(place / "pipe")
        outs[name] = folder / "writing" / str(number)
        commands.append((name, place, ["build", "--no-exports", "--jobs", "1", "--out", str(outs[name])]))
    found = {}
    for one in hostile.run(commands, folder / "writing", [folder / "sources"]):
        several = wrong(one, "", seconds)
        if outs[one.name].exists() != (one.code == 0):
            several.append(f"exit code {one.code}, and a site: {outs[one.name].exists()}")
        if several:
            found[one.name] = several
    return found


def test_no_file_harms_as_an_edition(tmp_path: Path) -> None:
    files = {name: {"case.xml": data} for name, (data, _) in FILES.items() if not name.startswith("100,000")}
    assert judged(tmp_path, files) == {}


def test_no_folder_harms(tmp_path: Path) -> None:
    assert judged(tmp_path, MORE) == {}


def test_no_file_of_ten_megabytes_harms_as_an_edition(tmp_path: Path) -> None:
    heavy: dict[str, Callable[[], bytes]] = {
        name: HEAVY[name] for name in ("a paragraph of 10 MB", "a comment of 10 MB")
    }
    cases = {name: {"case.xml": make()} for name, make in heavy.items()}
    large = {name: {"case.xml": data} for name, (data, _) in FILES.items() if name.startswith("100,000")}
    assert judged(tmp_path, cases | large if soak.LONG else cases, LARGE) == {}


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    place = tmp_path / "source"
    place.mkdir()
    shutil.copy(GOOD, place / "good.xml")
    (tmp_path / "outside.xml").write_bytes(tei("<p>outside</p>"))
    (place / "a.xml").symlink_to(tmp_path / "outside.xml")
    (place / "b.xml").symlink_to("/etc/passwd")
    (place / "folder").symlink_to("/etc")
    (tmp_path / "writing").mkdir()
    words = ["build", "--no-exports", "--jobs", "1", "--out", str(tmp_path / "writing" / "site")]
    (one,) = hostile.run([("links", place, words)], tmp_path / "writing", [place])
    assert wrong(one, "", SECONDS) == []
    assert one.code == 0
    said = (path.read_text(encoding="utf-8") for path in (tmp_path / "writing" / "site").rglob("*.html"))
    assert not any("outside" in page for page in said)
