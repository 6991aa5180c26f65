"""Are the signs of the text sound? Doubled spaces, spaces before marks, straight quotes, invisible signs, mixed scripts.

Spacing, quotation marks and dots are not asked of a text that is proved against its copy text (T001): there they
are what the print has. `sic`, `orig` and program code are as they are, everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from edition.checks import runs
from edition.checks.runs import Run
from edition.checks.subject import Subject
from edition.corpus import XML_LANG
from edition.model import Edit, Finding
from edition.transcript import local

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AS_IT_IS = frozenset(["", *"sic orig code eg egXML formula gi att val tag ident".split()])
_NOT_COPIED = frozenset({"corr", "reg", "note"})
_TYPOGRAPHIC = re.compile("[»«„“”]")
_DOTS = (re.compile(r"(?<!\.)\.\.\.(?!\.)"), re.compile("…"))
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_SCRIPTS = {"LATIN": "Latin", "GREEK": "Greek", "CYRILLIC": "Cyrillic"}

_GREEK_OR_CYRILLIC, _LATIN = "\u0370-\u03ff\u0400-\u052f", "A-Za-z\u00c0-\u024f"

# What may be wrong, for a first look: most texts have none of it and are not read sign by sign. Each pattern begins with a
# set of signs, which is found four times as fast as what may begin with any.
_SUSPICIOUS = (
    re.compile(
        r"[ \t\u00a0](?:(?<=\S[ \t])[ \t]+\S"
        r"|(?<=[\w«»“”)\]][ \u00a0])[ \u00a0]*(?:[,;.:!?)\]](?![\w.,;:!?)(\]/-]|\s*\d))"
        r"|(?<=[(\[][ \u00a0])[ \u00a0]*\w"
        r"|(?<=[»«][ \u00a0])(?<![\w.,!?…)][»«][ \u00a0])[ \u00a0]*\w"
        r"|(?<=[\w.,!?][ \u00a0])[ \u00a0]*[»«](?!\w))"
    ),
    re.compile(
        "[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069"
        "\u0080-\u009f\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]"
    ),
    re.compile(f"[{_GREEK_OR_CYRILLIC}](?:[{_LATIN}]|(?<=[{_LATIN}][{_GREEK_OR_CYRILLIC}]))"),
)


class _Rule(Struct, frozen=True):
    """Signs that are found by a pattern."""

    code: str
    pattern: re.Pattern[str]
    repair: str | None = None  # what is written instead, where that is certain


_RULES: tuple[_Rule, ...] = (
    _Rule("T010", re.compile(r"(?<=\S)[ \t]{2,}(?=\S)"), repair=" "),
    _Rule("T014", re.compile("\u00ad"), repair=""),
    _Rule("T015", re.compile("[\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]")),
    _Rule("T017", re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")),
    _Rule("T018", re.compile("[\u0080-\u009f]")),
    _Rule("T019", re.compile("\ufffd")),
)
_BEFORE_MARK = re.compile(r"(?<=[\w«»“”)\]])[ \u00a0]+[,;.:!?)\]](?![\w.,;:!?)(\]/-]|\s*\d)")
_AFTER_OPENING = re.compile(r"[(\[][ \u00a0]+(?=\w)")
_STRAIGHT = re.compile(r'=\s*"[^"]*"|(?<!\d)(")')  # not those of attributes and inches


def in_file(subject: Subject) -> Iterator[Finding]:
    """T010 doubled space, T011 space at a mark, T012 straight quotes, T013 two kinds of dots, T014 to T019 signs."""
    if not _suspicious("\x00".join(subject.source.tree.getroot().itertext())):
        return
    around: dict[Any, frozenset[str]] = {None: frozenset()}
    found = [run for run in runs.of_source(subject.source) if not _names(run.node, around) & _AS_IT_IS]
    for run in found:
        if _may_be_wrong(run.text):
            yield from _signs(subject, run)
            yield from _scripts(subject, run)
    free = _own_words(subject, found, around)
    for check in _OF_TEXT:
        yield from check(subject, free)


def _suspicious(text: str) -> bool:
    """Whether a text must be read sign by sign."""
    straight = '"' in text and _TYPOGRAPHIC.search(text) is not None
    return straight or all(dots.search(text) for dots in _DOTS) or _may_be_wrong(text)


def _may_be_wrong(text: str) -> bool:
    return any(pattern.search(text) for pattern in _SUSPICIOUS)


def _names(node: Any, known: dict[Any, frozenset[str]]) -> frozenset[str]:
    """The names of the elements around a text; '' is one of another vocabulary or with xml:space="preserve"."""
    path = []
    while node not in known:
        path.append(node)
        node = node.getparent()
    names = known[node]
    for one in reversed(path):
        names |= {"" if one.get(_SPACE) == "preserve" else local(one)}
        known[one] = names
    return names


def _own_words(subject: Subject, found: list[Run], around: dict[Any, frozenset[str]]) -> list[Run]:
    """The runs that are neither the header's nor held against a copy text by T001."""
    copytext = subject.root / "tei" / "copytext" / f"{subject.source.id}.txt"
    copied = subject.source.role == "article" and copytext.is_file()

    def own(names: frozenset[str]) -> bool:
        proved = copied and "text" in names and not names & _NOT_COPIED
        return "teiHeader" not in names and not proved

    return [run for run in found if own(around[run.node])]


def _at(subject: Subject, run: Run, offset: int, code: str, **values: Any) -> Finding:
    place = run.place(offset)
    return subject.find_at(place, code, **values)


def _signs(subject: Subject, run: Run) -> Iterator[Finding]:
    for rule in _RULES:
        for hit in rule.pattern.finditer(run.text):
            edits: tuple[Edit, ...] = ()
            if rule.repair is not None and subject.source.role != "article":
                edits = run.edit(subject.source.data, hit.start(), hit.end(), rule.repair)
            sign = hit[0][0]
            yield _at(
                subject, run, hit.start(), rule.code, edits=edits, around=_near(run.text, hit),
                sign=f"U+{ord(sign):04X}", name=unicodedata.name(sign, "").lower(),
            )  # fmt: skip


def _near(text: str, hit: re.Match[str]) -> str:
    """The words around a hit, on their line, with invisible signs left out."""
    before = re.findall(r"\S*\s*\S*$", text[max(0, hit.start() - 40) : hit.start()].rpartition("\n")[2])
    after = re.match(r"\S*\s*\S*", text[hit.end() : hit.end() + 40].partition("\n")[0])
    shown = f"{before[0] if before else ''}{hit[0]}{after[0] if after else ''}"
    return "".join(sign for sign in shown if sign.isprintable()).strip()


def _scripts(subject: Subject, run: Run) -> Iterator[Finding]:
    for word in _LETTERS.finditer(run.text):
        if word[0].isascii():
            continue
        scripts = [_script(sign) for sign in word[0]]
        if len(set(scripts) - {""}) > 1:
            most = max(sorted(set(scripts) - {""}), key=scripts.count)
            odd = next(at for at, script in enumerate(scripts) if script not in ("", most))
            sign = word[0][odd]
            yield _at(
                subject, run, word.start() + odd, "T016", word=word[0], sign=f"U+{ord(sign):04X}",
                name=unicodedata.name(sign, "").lower(), script=_SCRIPTS[most],
            )  # fmt: skip


def _script(sign: str) -> str:
    """ "LATIN", "GREEK" or "CYRILLIC"; nothing for letters of other scripts, which are not mistaken for each other."""
    first = unicodedata.name(sign, "").partition(" ")[0]
    return first if first in _SCRIPTS else ""


def _language(node: Any) -> str:
    return next((one.get(XML_LANG) for one in (node, *node.iterancestors()) if one.get(XML_LANG)), "")


def _spaces(subject: Subject, found: list[Run]) -> Iterator[Finding]:
    """French sets spaces before marks; it is left alone."""
    patterns = [_BEFORE_MARK, _AFTER_OPENING, *_guillemets(found)]
    for run in found:
        if _may_be_wrong(run.text) and not _language(run.node).startswith("fr"):
            for pattern in patterns:
                for hit in pattern.finditer(run.text):
                    yield _at(subject, run, hit.start(), "T011", around=_near(run.text, hit))


def _guillemets(found: list[Run]) -> list[re.Pattern[str]]:
    """A space inside a pair, in the direction that most pairs of the file have: »so« or «so»."""
    inward = sum(len(re.findall(r"»\w", run.text)) for run in found)
    outward = sum(len(re.findall(r"«\w", run.text)) for run in found)
    if inward == outward:
        return []
    first, last = "»«" if inward > outward else "«»"
    return [
        re.compile(rf"(?<!\w){first}[ \u00a0]+(?=\w)"),
        re.compile(rf"(?<=[\w.,!?])[ \u00a0]+{last}(?!\w)"),
    ]


def _straight(subject: Subject, found: list[Run]) -> Iterator[Finding]:
    if any(_TYPOGRAPHIC.search(run.text) for run in found):
        for run in found:
            for hit in filter(lambda hit: hit[1], _STRAIGHT.finditer(run.text)):
                yield _at(subject, run, hit.start(), "T012", around=_near(run.text, hit))


def _dots(subject: Subject, found: list[Run]) -> Iterator[Finding]:
    """The rarer of the two ways to write an ellipsis, at its first place."""
    kinds = [[(run, hit) for run in found for hit in pattern.finditer(run.text)] for pattern in _DOTS]
    if all(kinds):
        rare, usual = sorted(kinds, key=len)
        run, hit = rare[0]
        yield _at(
            subject,
            run,
            hit.start(),
            "T013",
            here=hit[0],
            there=usual[0][1][0],
            count=len(rare),
            all=len(rare) + len(usual),
        )


_OF_TEXT: tuple[Callable[[Subject, list[Run]], Iterator[Finding]], ...] = (_spaces, _straight, _dots)
