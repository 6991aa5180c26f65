"""Scripts of the site: modules joined into one classic script, and data as scripts, which a browser also runs from disk.

From `file://` browsers refuse `type="module"`. The modules in `scripts/` are therefore joined in the order in which
they need each other, within one function; their top-level names are unique, which a test holds.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from msgspec import json

# What an import and an export may look like; everything else is an error, for joining would change what it means.
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class)", re.MULTILINE)
_OTHER = re.compile(r"^(?:import\s|export\s).*", re.MULTILINE)
_DOCUMENTATION = re.compile(
    r"^[ \t]*/\*\*(?:(?!\*/).)*\*/\n", re.MULTILINE | re.DOTALL
)  # types and explanations, for us only


def joined(folder: Path, entry: str) -> str:
    """The module `entry` and all it imports as one script.

    Raises:
        ValueError: an import or an export has another form than `import {a} from "./b.js";`, `export function`.
    """
    parts: dict[str, str] = {}
    _take(folder, entry, parts)
    body = "\n".join(parts.values())
    return f'(() => {{\n"use strict";\n{body}}})();\n'


def handed(name: str, value: Any) -> str:
    """A script that hands a value over to `scripts/data.js`. JSON is JavaScript since ES2019."""
    return handing(name, written(value))


def handing(name: str, value: str) -> str:
    """The same, of a value that is `written` already."""
    return f"editionData({written(name)},{value});\n"


def written(value: Any) -> str:
    """A value as JSON, without a space too many."""
    return json.encode(value).decode("utf-8")


def _take(folder: Path, name: str, parts: dict[str, str]) -> None:
    """Add a module after those it imports; a circle is cut where it closes, as browsers do."""
    if name in parts:
        return
    parts[name] = ""  # keeps a circle from turning for ever
    text = (folder / name).read_text(encoding="utf-8")
    needed = _IMPORT.findall(text)
    plain = _EXPORT.sub("", _DOCUMENTATION.sub("", _IMPORT.sub("", text)))
    other = _OTHER.search(plain)
    if other:
        raise ValueError(f"{folder / name}: {other[0]!r} cannot be joined.")
    for one in needed:
        _take(folder, one, parts)
    del parts[name]  # after what it needs
    parts[name] = f"// {name}\n{plain.strip()}\n"
