"""Is the text exact? The transcription against the copy text, character by character.

The transcription is everything inside `text` except `corr`, `reg` and `note`. It equals the copy text
(`tei/copytext/<slug>.txt`) once every run of white space, and every block boundary, is one space, and the
wrapper that `<slug>.toml` lists is gone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path

from edition import codes, toml
from edition.checks.subject import Subject
from edition.corpus import TEI, read
from edition.errors import InputError
from edition.model import Bilingual, Finding, Source

Sign = tuple[str, int, int]  # character, line, column
_LINE_END = re.compile(r"\r\n|\r|\n")  # those of XML; others stand inside a line
_LEFT_OUT = frozenset({"corr", "reg", "note"})
_BLOCKS = frozenset("head byline p epigraph bibl item div listBibl list argument front body back".split())


def in_file(subject: Subject) -> Iterator[Finding]:
    """T001 the text differs from its copy text, T002 not in Unicode form NFC, T003 no copy text."""
    source = subject.source
    yield from _normal_form(subject)
    if source.role != "article":
        return
    copytext = subject.root / "tei" / "copytext" / f"{source.id}.txt"
    if not copytext.is_file():
        yield subject.find(source.tree.getroot(), "T003", place=f"tei/copytext/{source.id}.txt")
        return
    shown = f"tei/copytext/{source.id}.txt"
    yield from _compare(source, list(_words(transcription(source))), list(_words(printed(copytext))), shown)


def _normal_form(subject: Subject) -> Iterator[Finding]:
    text = subject.source.data.decode("utf-8", "replace")
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(_LINE_END.split(text), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield codes.finding("T002", subject.source.path, number, _first_abnormal(line))
            return


def _first_abnormal(line: str) -> int:
    """Column of the sign with which a line stops being in Unicode form NFC, found by halving."""
    good, bad = 0, len(line)
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if unicodedata.is_normalized("NFC", line[:middle]) else (good, middle)
    return bad


def transcription(source: Source) -> Iterator[Sign]:
    """The signs of the diplomatic text with their places; a block boundary is a space."""
    inside, left_out, above = False, 0, [""]
    for event in source.events:
        name = event.name.rpartition(" ")[2] if event.name.startswith(TEI) else ""
        step = {"start": 1, "end": -1}.get(event.kind, 0)
        if step > 0:
            above.append(name)
        elif step < 0:
            above.pop()
        if name == "text":
            inside = step > 0
        elif inside and name in _LEFT_OUT:
            left_out += step
        elif inside and not left_out and name in _BLOCKS:
            yield " ", event.position.line, event.position.column
        elif inside and not left_out and event.kind == "text" and above[-1] != "choice":
            for offset, sign in enumerate(event.text):
                yield sign, event.position.line, event.position.column + offset


def printed(copytext: Path) -> Iterator[Sign]:
    """The signs of the copy text with their places, without the wrapper its table names."""
    lines = _decoded(copytext).removeprefix("\ufeff").splitlines()
    table = copytext.with_suffix(".toml")
    removed = _removed(lines, table) if table.is_file() else {}
    for number, line in enumerate(lines, 1):
        for column, sign in enumerate(line):
            if not any(start <= column < end for start, end in removed.get(number, ())):
                yield sign, number, column + 1
        yield " ", number, len(line) + 1


def _removed(lines: list[str], table: Path) -> dict[int, list[tuple[int, int]]]:
    """The stretches of each line that the rows of the table take out."""
    removed: dict[int, list[tuple[int, int]]] = {}
    for number, text in _rows(table):
        taken = removed.setdefault(number, [])
        start = lines[number - 1].find(text, taken[-1][1] if taken else 0) if number <= len(lines) else -1
        if start < 0:
            raise InputError(
                Bilingual(
                    f"tei/copytext/{table.name}: line {number} of the copy text does not contain {text!r}.",
                    f"tei/copytext/{table.name}: Zeile {number} der Vorlage enthält »{text}« nicht.",
                ),
                Bilingual(
                    "Correct line or text of this row; of several rows for one line, each removes what stands further right.",
                    "line oder text dieses Eintrags berichtigen; mehrere Einträge zu einer Zeile gehen von links nach rechts.",
                ),
            )
        taken.append((start, start + len(text)))
    return removed


def _rows(table: Path) -> Iterator[tuple[int, str]]:
    """The rows of a table, each with a line and a text."""
    rows = toml.parsed(_decoded(table), f"tei/copytext/{table.name}")
    listed = rows.get("remove")
    good = isinstance(listed, list) and set(rows) == {"remove"} and all(map(_is_row, listed))
    if not good or not isinstance(listed, list):
        raise InputError(
            Bilingual(
                f"tei/copytext/{table.name} must consist of rows [[remove]], each with line, text and reason.",
                f"tei/copytext/{table.name} muss aus Einträgen [[remove]] bestehen, jeder mit line, text und reason.",
            ),
            Bilingual(
                "line is a whole number, text and reason stand in quotation marks.",
                "line ist eine ganze Zahl, text und reason stehen in Anführungszeichen.",
            ),
        )
    yield from ((row["line"], row["text"]) for row in listed)


def _is_row(row: object) -> bool:
    wanted = {"line": int, "text": str, "reason": str}
    return isinstance(row, dict) and all(isinstance(row.get(key), kind) for key, kind in wanted.items())


def _decoded(path: Path) -> str:
    try:
        return read(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            Bilingual(
                f"tei/copytext/{path.name} is not UTF-8: byte {error.start} is wrong.",
                f"tei/copytext/{path.name} ist nicht UTF-8: Byte {error.start} ist falsch.",
            ),
            Bilingual("Save it as UTF-8.", "Die Datei als UTF-8 speichern."),
        ) from None


def _words(signs: Iterable[Sign]) -> Iterator[list[Sign]]:
    """Runs of signs between white space."""
    word: list[Sign] = []
    for sign in signs:
        if not sign[0].isspace():
            word.append(sign)
        elif word:
            yield word
            word = []
    if word:
        yield word


def _compare(
    source: Source, ours: list[list[Sign]], theirs: list[list[Sign]], shown: str
) -> Iterator[Finding]:
    nothing: list[Sign] = []
    for number, (mine, other) in enumerate(zip_longest(ours, theirs, fillvalue=nothing)):
        if [sign for sign, _, _ in mine] != [sign for sign, _, _ in other]:
            here = _first_difference(mine, other) or _last(ours)
            there = _first_difference(other, mine) or _last(theirs)
            yield codes.finding(
                "T001", source.path, here[1], here[2], here=_context(ours, number),
                there=_context(theirs, number), place=f"{shown}:{there[1]}:{there[2]}",
            )  # fmt: skip
            return


def _first_difference(word: list[Sign], other: list[Sign]) -> Sign | None:
    for mine, theirs in zip_longest(word, other):
        if mine and (theirs is None or mine[0] != theirs[0]):
            return mine
    return word[-1] if word else None


def _last(words: list[list[Sign]]) -> Sign:
    return words[-1][-1] if words else ("", 1, 1)


def _context(words: list[list[Sign]], number: int) -> str:
    chosen = words[max(0, number - 2) : number + 2]
    return " ".join("".join(sign for sign, _, _ in word) for word in chosen)
