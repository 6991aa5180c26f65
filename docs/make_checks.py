"""Writes docs/checks.md: every code, why it is asked, and an example of what it finds.

The words come from edition/codes and from the ODD, the examples from tests/checks, the messages from running
the checks over them. Run it after any of these has changed: `python docs/make_checks.py`, or `make docs`.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from contextlib import chdir
from itertools import groupby
from pathlib import Path
from typing import Any
from unicodedata import category
from xml.parsers import expat

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from edition import foreign, resources, settings, validation  # noqa: E402
from edition.checks import constraints  # noqa: E402
from edition.codes import CODES, Code  # noqa: E402
from edition.codes.families import FAMILIES  # noqa: E402
from edition.model import Bilingual, Finding  # noqa: E402
from tests import elsewhere, spoiled  # noqa: E402

CASES = ROOT / "tests" / "checks"
TOY = ROOT / "tests" / "toy"
PAGE = ROOT / "docs" / "checks.md"
SHORTEST = 160  # characters of an example, if what stands around it lets it grow
LONGEST = 480  # characters of an example
AROUND = 90  # characters before and after what is shown of something longer
LANGUAGE = {".xml": "xml", ".rng": "xml", ".sch": "xml", ".toml": "toml"}
UNSEEN = frozenset({"Cf", "Cc", "Co", "Mn"})  # categories of signs that nobody sees on the page

HEAD = """<!-- Made by docs/make_checks.py; change the codes, the ODD or the cases, not this file. -->
# What is checked

`edition validate` reads every file of the edition and says what it finds, each time with a place, a
code, a sentence and what to do about it. This page lists the codes: what each of them asks, why it is asked,
what is found and what is not. The messages are given in English and German, as the tool gives them.

An **error** stops the build: the site would say something false, or could not be made. A **warning** does
not: it is a question, and whoever knows the text may answer it otherwise.

The examples are those of the tests. They are made in a small invented edition, and every one of them is found
as it stands here; only signs that could not be seen are shown as character references (`&#xAD;` for a soft
hyphen). Those of the family X are files without an edition, examined with `python build.py validate bad.xml`; those of the
family Y are editions of one file, built with `python build.py --source FOLDER`.

Codes are never renumbered and never given again, so a code that is quoted somewhere keeps its meaning. Rules
marked *ODD* are stated in the schema of the edition and hold in any editor that reads Schematron; the others need
the tool.
"""


def rows() -> dict[str, tuple[Code, str]]:
    """Every code with where it is stated, in the order of the alphabet."""
    odd = constraints.described(resources.schema("edition.sch", ROOT).read_bytes())
    found = {code: (row, "") for code, row in CODES.items()} | {
        code: (row, "ODD") for code, row in odd.items()
    }
    return dict(sorted(found.items()))


def page() -> str:
    """The whole of docs/checks.md."""
    every = rows()
    parts = [HEAD, contents(every)]
    for letter, codes in groupby(every, lambda code: code[0]):
        parts.append(f"## {letter} · {FAMILIES[letter]}\n")
        parts += (section(code, *every[code]) for code in codes)
    return "\n".join(parts)


def contents(every: dict[str, tuple[Code, str]]) -> str:
    """The families, each with its codes."""
    lines = []
    for letter, codes in groupby(every, lambda code: code[0]):
        links = ", ".join(f"[{code}](#{code.lower()})" for code in codes)
        lines.append(f"- **{letter} · {FAMILIES[letter]}** (*{FAMILIES[letter].de}*): {links}")
    return "\n".join([*lines, ""])


def section(code: str, row: Code, stated: str) -> str:
    """What is said of one code."""
    mark = f"{row.severity}, {stated}" if stated else row.severity
    title = _escaped(row.title, "en").rstrip(".")
    title = f"{title[0].upper()}{title[1:]}"
    lines = [f"### {code}", "", f"**{title}** (*{mark}*)", "", _escaped(row.reason, "en"), ""]
    case = CASES / code
    if not case.is_dir():  # no file brings it about, but a fault of the tool
        words = Finding(code, row.severity, "", 1, 1, row.words.message, row.words.hint)
        return "\n".join([*lines, *message(words)])
    of_file = (case / "bad.xml").is_file()
    bad, finding, good = files_of(case, code) if of_file else edits_of(case, code)
    return "\n".join([*lines, "Found:", "", *bad, *message(finding), "Not found:", "", *good])


def edits_of(case: Path, code: str) -> tuple[Iterator[str], Finding, Iterator[str]]:
    """The two examples of a code, and what is said of the first: what they write into the toy edition."""
    bad, good = fresh(case / "bad.toml", case / "good.toml"), fresh(case / "good.toml", case / "bad.toml")
    finding, text = first_finding(case / "bad.toml", code)
    if not bad or not good:  # all that tells them apart is what is not done
        bad, good = (telling(spoiled.edits(case / name)) for name in ("bad.toml", "good.toml"))
        return examples(bad), finding, examples(good)
    guilty = [edit for edit in bad if _holds(edit, finding, text)] or bad
    places = {(edit["file"], edit.get("find")) for edit in guilty}
    healed = [edit for edit in good if (edit["file"], edit.get("find")) in places] or good
    return examples(guilty), finding, examples(healed)


def files_of(case: Path, code: str) -> tuple[Iterator[str], Finding, Iterator[str]]:
    """The same of a code for files without an edition: the files, and what lies beside them."""
    with chdir(case):
        finding = next(_found(Path("bad.xml"), code))
    beside = [path for path in sorted(case.iterdir()) if path.stem not in ("bad", "good", "expected")]
    bad, good = [case / "bad.xml"], [case / "good.xml"]
    for path in beside:
        (bad if path.name.encode() in bad[0].read_bytes() else good).append(path)
    return whole(bad), finding, whole(good)


def _found(path: Path, code: str) -> Iterator[Finding]:
    """What is found in a file by itself, or in an edition of this file."""
    if code.startswith("Y"):
        return elsewhere.found(path, code)
    return (one for one in foreign.examine([path]).findings if one.code == code)


def whole(paths: list[Path]) -> Iterator[str]:
    """Files as they are, several of them with their names; a byte that does not fit the encoding is U+FFFD."""
    for path in paths:
        if len(paths) > 1:
            yield from (f"`{path.name}`:", "")
        data = path.read_bytes()
        text = data.decode(_encoding(data), "replace")
        language = LANGUAGE.get(path.suffix, "text")
        yield from (f"```{language}", text.strip(), "```", "")


def _encoding(data: bytes) -> str:
    declared = re.match(rb'<\?xml[^>]*encoding="([^"]+)"', data)
    return declared[1].decode("ascii") if declared else "utf-8"


def message(finding: Finding) -> list[str]:
    """What the tool says, in both languages."""
    lines = []
    for language, lead, hint in (("en", "Message", "Hint"), ("de", "Meldung", "Hinweis")):
        todo = f"<br>\n> {hint}: {_escaped(finding.hint, language)}" if finding.hint else ""
        lines += [f"> **{lead}:** {_escaped(finding.message, language)}{todo}", ">"]
    return [*lines[:-1], ""]


def _escaped(words: Bilingual, language: str) -> str:
    """A message as Markdown that shows every sign of it."""
    text = words.in_(language)
    return "".join(f"\\{sign}" if sign in "\\`*_[<|" else sign for sign in text)


def first_finding(table: Path, code: str) -> tuple[Finding, str]:
    """What the check finds first in a spoiled copy of the toy edition, and the file it finds it in."""
    with tempfile.TemporaryDirectory() as folder:
        root = spoiled.spoil(Path(shutil.copytree(TOY, Path(folder, "toy"))), table)
        findings = validation.examine(root, settings.load(root)).findings
        finding = next(one for one in findings if one.code == code)
        return finding, (root / finding.path).read_text(encoding="utf-8")


def fresh(table: Path, other: Path) -> list[dict[str, Any]]:
    """The edits of a table that the other one does not make as well."""
    known = spoiled.edits(other)
    return telling([edit for edit in spoiled.edits(table) if edit not in known])


def telling(edits: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without what only goes with the others."""
    return [edit for edit in edits if "<prefixDef" not in edit.get("replace", "")] or edits


def _holds(edit: dict[str, Any], finding: Finding, text: str) -> bool:
    """Whether a finding lies in what an edit has written; `text` is the file after all edits."""
    new = edit.get("replace", "")
    start = text.find(new) if new.strip() and edit["file"] == finding.path else -1
    return (
        start >= 0 and text.count("\n", 0, start) < finding.line <= text.count("\n", 0, start + len(new)) + 1
    )


def examples(edits: list[dict[str, Any]]) -> Iterator[str]:
    """What the edits write."""
    for edit in edits:
        path = edit["file"]
        if edit.get("remove"):
            yield from (f"`{path}` is missing.", "")
        elif "copy" in edit:
            yield from (f"`{path}` is a copy of `{edit['copy']}`.", "")
        else:
            fragment = edit["write"].strip() if "write" in edit else shown(TOY / path, edit)
            language = LANGUAGE.get(Path(path).suffix, "text")
            yield from (f"```{language}", visible(fragment) if language == "xml" else fragment, "```", "")


def visible(text: str) -> str:
    """XML with character references for the signs that cannot be seen, or not by themselves."""
    return "".join(
        f"&#x{ord(sign):X};" if category(sign) in UNSEEN and sign != "\n" else sign for sign in text
    )


def shown(path: Path, edit: dict[str, Any]) -> str:
    """What an edit writes, with so much around it that it can be read."""
    new = edit["replace"]
    for whole in (new, new.removesuffix(edit["find"]), new.removeprefix(edit["find"])):
        if _is_whole(whole):
            return _trimmed(whole)
    before, found, after = path.read_text(encoding="utf-8").partition(edit["find"])
    assert found, f"{edit['find']!r} is not in {path}"
    text = before + new + after
    start, end = _element(text, len(before), len(before) + len(new))
    if end - start <= LONGEST:
        return _trimmed(text[start:end])
    left, right = max(start, len(before) - AROUND), min(end, len(before) + len(new) + AROUND)
    return f"{'… ' if left > start else ''}{_trimmed(text[left:right])}{' …' if right < end else ''}"


def _trimmed(text: str) -> str:
    """Without the indentation that all lines share, and without empty lines at either end."""
    lines = text.strip("\n").splitlines()
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    head = lines[0].lstrip() if lines else ""
    indented = len(lines[0]) - len(head) if lines else 0
    rest = textwrap.dedent("\n".join(lines[1:])) if indented <= margin else "\n".join(lines[1:])
    return "\n".join(line.rstrip() for line in [head, *rest.splitlines()]).strip()


def _is_whole(text: str) -> bool:
    """Whether a piece of XML is elements, each with its end."""
    if not text.lstrip().startswith("<"):
        return False
    try:
        expat.ParserCreate().Parse(f"<x>{text}</x>", True)
    except expat.ExpatError:
        return False
    return True


def _element(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a small element around a stretch begins and ends; its lines, where that cannot be said."""
    data, found, above = text.encode(), [(0, len(text))], list[int]()
    first, last = len(text[:start].encode()), len(text[:end].encode())
    parser = expat.ParserCreate()

    def close(_: str) -> None:
        begin, stop = above.pop(), parser.CurrentByteIndex
        if not data[begin:stop].endswith(b"/>"):
            stop = data.index(b">", stop) + 1
        if begin <= first and last <= stop:
            found.append((len(data[:begin].decode()), len(data[:stop].decode())))

    parser.StartElementHandler = lambda *_: above.append(parser.CurrentByteIndex)
    parser.EndElementHandler = close
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return text.rfind("\n", 0, start) + 1, (text + "\n").find("\n", end)
    sizes = sorted(found, key=lambda one: one[1] - one[0])
    return [one for one in sizes if one[1] - one[0] <= SHORTEST or one == sizes[0]][-1]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
