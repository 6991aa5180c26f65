"""The site's own scripts: types, names, and what their pure functions return."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter

import pytest

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
