"""The site's own scripts: types, names, and what their pure functions return."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT

FOLDER = ROOT / "edition" / "scripts"
TYPESCRIPT = ROOT / ".venv" / "node" / "node_modules" / "typescript" / "bin" / "tsc"
_TOP_LEVEL = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)


def node(*arguments: str, given: str = "") -> str:
    found = shutil.which("node")
    assert found, "Node.js is missing: on Debian, sudo apt-get install nodejs npm"
    done = subprocess.run(
        [found, *arguments], input=given, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def evaluated(module: str, name: str, *arguments: object) -> object:
    """What a function of a module returns, through JSON."""
    code = (
        'import { readFileSync } from "node:fs";'
        f"const {{ {name} }} = await import({json.dumps((FOLDER / module).as_uri())});"
        f"const plain = (_, value) => value instanceof Map ? [...value] : value;"
        "const mapped = (_, value) => value?.$map ? new Map(value.$map) : value;"  # a Map as an argument
        f"console.log(JSON.stringify({name}(...JSON.parse(readFileSync(0), mapped)), plain));"
    )
    return json.loads(node("--input-type=module", "-e", code, given=json.dumps(arguments)))


def test_types_are_right() -> None:
    assert TYPESCRIPT.is_file(), "TypeScript is missing: run tests/setup.sh"
    node(str(TYPESCRIPT), "--project", str(FOLDER))


def test_no_two_modules_use_a_name_at_their_top_level() -> None:
    names = Counter(
        name for path in FOLDER.glob("*.js") for name in _TOP_LEVEL.findall(path.read_text(encoding="utf-8"))
    )
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("fragment", "anchor", "settings"),
    [
        ("", "", []),
        ("#p-12", "p-12", []),
        ("#p-12&hide=dates,places", "p-12", [["hide", "dates,places"]]),
        ("#hide=dates", "", [["hide", "dates"]]),
        ("#p-12&&a=b=c&d", "p-12", [["a", "b=c"], ["d", ""]]),
        ("#p%2D12&q=%C3%A4%20b", "p-12", [["q", "ä b"]]),
        ("#100%&q=%", "100%", [["q", "%"]]),
    ],
)
def test_a_fragment_says_where_and_how(fragment: str, anchor: str, settings: list[list[str]]) -> None:
    view = evaluated("state.js", "parseView", fragment)
    assert view == {"anchor": anchor, "settings": settings}


@pytest.mark.parametrize(
    ("setting", "layers"),
    [
        ("", []),
        ("dates", ["dates"]),
        ("places,dates,places", ["dates", "places"]),
        ("dates,,x y,<b>,../a", ["dates"]),
    ],
)
def test_a_setting_names_layers(setting: str, layers: list[str]) -> None:
    assert evaluated("layer-names.js", "layersIn", setting) == layers


@pytest.mark.parametrize(
    ("hidden", "layers", "shown", "after"),
    [
        ([], ["dates"], False, ["dates"]),
        (["dates"], ["dates"], False, ["dates"]),
        (["dates", "works"], ["dates"], True, ["works"]),
        (["commentary"], ["persons", "dates"], False, ["commentary", "dates", "persons"]),
        (["commentary", "dates"], ["persons", "dates"], True, ["commentary"]),
    ],
)
def test_layers_are_shown_and_hidden(
    hidden: list[str], layers: list[str], shown: bool, after: list[str]
) -> None:
    assert evaluated("layer-names.js", "withLayers", hidden, layers, shown) == after


KEYS = [["mention", "m", ""], ["search", "/", ""], ["keys", "?", ""], ["", "Esc", ""]]


@pytest.mark.parametrize(
    ("key", "held", "action"),
    [
        ("m", [], ["mention", 1]),
        ("M", ["shiftKey"], ["mention", -1]),
        ("M", [], ["mention", 1]),  # caps lock
        ("/", ["shiftKey"], ["search", 1]),  # German keyboards
        ("?", ["shiftKey"], ["keys", 1]),
        ("m", ["ctrlKey"], None),
        ("m", ["altKey"], None),
        ("m", ["metaKey"], None),
        ("x", [], None),
        ("Escape", [], None),
        ("Esc", [], None),
    ],
)
def test_a_stroke_means_an_action(key: str, held: list[str], action: list[object] | None) -> None:
    stroke = {name: name in held for name in ("shiftKey", "ctrlKey", "altKey", "metaKey")}
    assert evaluated("keys.js", "actionOf", KEYS, {"key": key, **stroke}) == action


@pytest.mark.parametrize(
    ("tops", "at", "line", "direction", "found"),
    [
        ([-50, 180, 181, 400], -1, 180, 1, 3),
        ([-50, 180, 181, 400], -1, 180, -1, 0),
        ([-50, 180, 400], 1, 180, 1, 2),
        ([-50, 180, 400], 1, 180, -1, 0),
        ([-50, 180], 1, 180, 1, -1),
        ([-50, 180], 0, 180, -1, -1),
        ([200], -1, 180, -1, -1),
        ([], -1, 180, 1, -1),
    ],
)
def test_a_step_leads_to_the_next_place(
    tops: list[int], at: int, line: int, direction: int, found: int
) -> None:
    assert evaluated("steps.js", "nextStop", tops, at, line, direction) == found


@pytest.mark.parametrize(
    ("count", "at", "before", "direction", "found"),
    [(17, 2, 0, 1, 3), (17, 16, 0, 1, 0), (17, 0, 0, -1, 16), (5, -1, 2, 1, 2), (5, -1, 2, -1, 1), (5, -1, 5, 1, 0),
     (5, -1, 0, -1, 4)],
)  # fmt: skip
def test_mentions_go_round(count: int, at: int, before: int, direction: int, found: int) -> None:
    assert evaluated("card-place.js", "nextOf", count, at, before, direction) == found


@given(
    width=st.integers(320, 2000), height=st.integers(200, 1200), left=st.integers(0, 2000), top=st.integers(0, 1150),
    tall=st.integers(1, 3000),
)  # fmt: skip
@hypothesis.settings(max_examples=25)
def test_a_card_lies_in_the_window_and_not_on_its_word(
    width: int, height: int, left: int, top: int, tall: int
) -> None:
    word = {"left": min(left, width), "top": min(top, height - 25), "bottom": min(top, height - 25) + 25}
    size = {"width": min(384, width - 16), "height": tall}
    place = evaluated("card-place.js", "cardPlace", word, size, {"width": width, "height": height})
    assert isinstance(place, dict)
    shown = min(tall, place["room"])
    assert shown >= min(tall, (height - 25) / 2 - 14)
    assert 8 <= place["left"] <= width - size["width"] - 8
    assert place["top"] >= 8
    assert place["top"] + shown <= height - 8
    assert place["top"] >= word["bottom"] or place["top"] + shown <= word["top"]
