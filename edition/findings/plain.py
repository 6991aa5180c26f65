"""For programs: JSON as docs/validate.schema.json describes it."""

from __future__ import annotations

import json
from typing import Any

from edition import __version__
from edition.findings.summary import sentence
from edition.findings.verdict import Style, Verdict
from edition.model import Finding

FORMAT = 1  # changes when a program that reads this would stumble


def write(verdict: Verdict, style: Style) -> str:
    """One object: what was found, what was silenced, and the counts."""
    language = style.language
    said = {
        "format": FORMAT,
        "version": __version__,
        "language": language,
        "errors": verdict.count("error"),
        "warnings": verdict.count("warning"),
        "suppressed": [_plain(one.finding, language) | {"reason": one.reason} for one in verdict.silenced],
        "findings": [_plain(one, language) for one in verdict.findings],
        "remarks": [one.in_(language) for one in verdict.remarks],
        "summary": sentence(verdict).in_(language),
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _plain(finding: Finding, language: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "at": finding.at,
        "message": finding.message.in_(language),
        "hint": finding.hint.in_(language),
        "edits": [{"start": one.start, "end": one.end, "text": one.text} for one in finding.edits],
    }
