"""For people: a line that names place and cause, the words of the file with the place marked, what to do.

The first line of a finding is the same in a terminal, a file and a pipe: `path:line:column CODE severity message`.
"""

from __future__ import annotations

from collections.abc import Iterator

from edition.findings.excerpt import excerpt, harmless
from edition.findings.summary import SEVERITIES, sentence
from edition.findings.verdict import Style, Verdict
from edition.model import Bilingual, Finding

INDENT = "    "
_HINT = Bilingual("Hint: ", "Hinweis: ")
# SGR: bold, red, yellow, cyan (ECMA-48, 8.3.117)
_BOLD, _RED, _YELLOW, _CYAN = "1", "31", "33", "36"
_OF_SEVERITY = {"error": _RED, "warning": _YELLOW}


def write(verdict: Verdict, style: Style) -> str:
    """All findings and a sentence at the end."""
    lines = [line for finding in verdict.findings for line in _lines(finding, verdict, style)]
    lines += [harmless(one.in_(style.language)) for one in verdict.remarks]
    return "\n".join([*lines, sentence(verdict).in_(style.language), ""])


def brief(finding: Finding, language: str) -> str:
    """A finding in one line, the hint at its end."""
    severity, hint = SEVERITIES[finding.severity].in_(language), _one_line(finding.hint.in_(language))
    place = f"{finding.path}:{finding.line}:{finding.column}"
    said = f"{place} {finding.code} {severity} {_one_line(finding.message.in_(language))}"
    return harmless(f"{said} {_HINT.in_(language)}{hint}" if hint else said)


def _lines(finding: Finding, verdict: Verdict, style: Style) -> Iterator[str]:
    place = harmless(f"{finding.path}:{finding.line}:{finding.column}")
    severity = SEVERITIES[finding.severity].in_(style.language)
    tint = _OF_SEVERITY[finding.severity]
    message = _one_line(finding.message.in_(style.language))
    yield f"{_ink(place, _BOLD, style)} {_ink(f'{finding.code} {severity}', tint, style)} {message}"
    line = verdict.line(finding)
    if line.strip():
        shown = excerpt(line, finding.column, max(20, style.width - len(INDENT)))
        yield INDENT + shown.text
        yield INDENT + " " * shown.before + _ink("^", tint, style)
    hint = _one_line(finding.hint.in_(style.language))
    if hint:
        yield INDENT + _ink(_HINT.in_(style.language), _CYAN, style) + hint


def _one_line(words: str) -> str:
    return harmless(" ".join(words.split()))


def _ink(text: str, code: str, style: Style) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if style.colour else text
