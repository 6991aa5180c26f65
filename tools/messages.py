"""Keeps the catalogues of messages: what the program says in pages, and how it is said in other languages.

    python tools/messages.py

collects the messages from modules and templates, brings every catalogue below `edition/locale/` up to date (new messages
are empty, those that nobody uses any more are gone) and compiles it. It names what is still to be translated.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "edition"
LOCALE = PACKAGE / "locale"
# Calls whose arguments are messages: the first, or singular and plural; what is of a kind is counted.
ONE, TWO = ("_", "N_", "gettext"), {"ngettext": (0, 1), "count": (1, 2), "Kind": (6, 5)}
TABLE = "Messages"  # a call whose every value is a message
HEAD = r"""# What the pages say, translated. tools/messages.py keeps this file; write only behind msgstr.
msgid ""
msgstr ""
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plurals}\n"

"""
Found = tuple[
    int, str | None, str | tuple[str, ...], list[str]
]  # line, function, message, comments: as Babel has them


def extract_python(file: IO[bytes], keywords: Any, tags: Any, options: Any) -> Iterator[Found]:
    """Messages of a module: in calls of `_`, `N_`, `ngettext`, `count`, and all values of a `Messages`."""
    for node in ast.walk(ast.parse(file.read())):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in ONE and node.args:
            yield from ((node.lineno, None, text, []) for text in _texts(node.args[0]))
        elif name in TWO and len(node.args) > max(TWO[name]):
            pair = tuple(text for at in TWO[name] for text in _texts(node.args[at]))
            if len(pair) == 2:
                yield node.lineno, "ngettext", pair, []
        elif name == TABLE and node.args:
            yield from ((node.lineno, None, text, []) for text in _values(node.args[0]))


def _texts(node: ast.expr) -> Iterator[str]:
    """A message written as a string; as a choice, both."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (text for branch in (node.body, node.orelse) for text in _texts(branch))
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ONE and node.args:
        yield from _texts(node.args[0])


def _values(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Dict):
        yield from (text for value in node.values for text in _values(value))
    elif isinstance(node, ast.Tuple):
        yield from (text for value in node.elts for text in _values(value))
    else:
        yield from _texts(node)


def messages() -> Catalog:
    """A catalogue of all messages of the program, none translated."""
    found = Catalog(fuzzy=False)
    method = [("**.py", extract_python), ("templates/**.html", "jinja2.ext.babel_extract")]
    options = {"templates/**.html": {"trimmed": "true", "silent": "false"}}
    for name, line, message, comments, context in extract_from_dir(PACKAGE, method, options):
        found.add(
            message,
            None,
            [(f"edition/{Path(name).as_posix()}", line)],
            context=context,
            auto_comments=comments,
        )
    return found


def catalogues() -> Iterable[Path]:
    """The catalogues of the other languages, as sources."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))


def updated(path: Path, used: Catalog) -> Catalog:
    """A catalogue with the messages that are used, and what it knew of them."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parent.parent.name)
    catalogue.update(used, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def source(catalogue: Catalog) -> bytes:
    """A catalogue as its source: in the order of the messages, with modules but no lines, so that it changes only where
    messages do."""
    out = BytesIO(HEAD.format(language=catalogue.locale, plurals=catalogue.plural_forms).encode())
    out.seek(0, SEEK_END)
    write_po(out, catalogue, width=110, sort_output=True, include_lineno=False, omit_header=True)
    return out.getvalue()


def missing(catalogue: Catalog) -> list[str]:
    """The messages that a catalogue does not translate."""
    said = (
        (one.id, one.string if isinstance(one.string, tuple) else (one.string,))
        for one in catalogue
        if one.id
    )
    return [name if isinstance(name, str) else name[0] for name, strings in said if not all(strings)]


def main() -> int:
    """Bring the catalogues up to date; 1 if something is left to translate."""
    used = messages()
    empty = 0
    for path in catalogues():
        catalogue = updated(path, used)
        path.write_bytes(source(catalogue))
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)
        for text in missing(catalogue):
            print(f"{path.relative_to(ROOT)}: {text}")
            empty += 1
    print(f"{len(used)} messages, {empty} to be translated.")
    return 1 if empty else 0


if __name__ == "__main__":
    sys.exit(main())
