"""For code hosting and editors: SARIF 2.1.0 (OASIS Standard, Static Analysis Results Interchange Format)."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import PurePath, PurePosixPath
from typing import Any
from urllib.parse import quote

from edition import __version__
from edition.codes import Code
from edition.findings.summary import sentence
from edition.findings.verdict import Style, Verdict
from edition.model import Bilingual, Edit, Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
FINGERPRINT = "place/v1"
_AROUND = 1000  # characters: a file may be one long line
_ROOT_IS = Bilingual("The folder that was examined.", "Der geprüfte Ordner.")
_REPAIR = Bilingual("The certain repair.", "Die sichere Verbesserung.")


def write(verdict: Verdict, style: Style) -> str:
    """One log with one run."""
    run = {
        "tool": {"driver": _driver(verdict, style.language)},
        "language": style.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": _text(_ROOT_IS, style.language)}},
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {"level": "note", "message": _text(one, style.language)}
                    for one in (*verdict.remarks, sentence(verdict))
                ],
            }
        ],
        "results": _results(verdict, style.language),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _driver(verdict: Verdict, language: str) -> dict[str, Any]:
    rules = [_rule(code, row, verdict.address, language) for code, row in verdict.codes.items()]
    return {"name": "edition", "version": __version__, "rules": rules}


def _rule(code: str, row: Code, address: str, language: str) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": code, "defaultConfiguration": {"level": row.severity}}
    if row.title:
        rule["name"] = row.title.in_(language)
        rule["shortDescription"] = _text(row.title, language)
    if row.reason:
        rule["fullDescription"] = _text(row.reason, language)
    if address:
        rule["helpUri"] = address + code
    return rule


def _results(verdict: Verdict, language: str) -> list[dict[str, Any]]:
    index = {code: number for number, code in enumerate(verdict.codes)}
    seen: Counter[str] = Counter()
    rows = [(one, None) for one in verdict.findings]
    rows += [(one.finding, one.reason) for one in verdict.silenced]  # type: ignore[misc]
    results = []
    for finding, reason in rows:
        mark = _mark(finding, verdict)
        seen[mark] += 1
        result = _result(finding, f"{mark}:{seen[mark]}", language)
        if finding.code in index:
            result["ruleIndex"] = index[finding.code]
        accepted = {"kind": "external", "justification": reason}
        result["suppressions"] = [accepted] if reason is not None else []
        results.append(result)
    return results


def _result(finding: Finding, fingerprint: str, language: str) -> dict[str, Any]:
    message = " ".join(
        words for words in (finding.message.in_(language), finding.hint.in_(language)) if words
    )
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": _location(finding.path),
            "region": {"startLine": finding.line, "startColumn": finding.column},
        }
    }
    if finding.at:
        location["logicalLocations"] = [{"name": finding.at, "kind": "element"}]
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity,
        "message": {"text": message},
        "locations": [location],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if finding.edits:
        result["fixes"] = [_fix(finding, language)]
    return result


def _fix(finding: Finding, language: str) -> dict[str, Any]:
    change = {
        "artifactLocation": _location(finding.path),
        "replacements": [_replacement(edit) for edit in finding.edits],
    }
    return {"description": _text(finding.hint or _REPAIR, language), "artifactChanges": [change]}


def _replacement(edit: Edit) -> dict[str, Any]:
    region = {"byteOffset": edit.start, "byteLength": edit.end - edit.start}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _location(path: str) -> dict[str, str]:
    """Relative to the root; a file outside it by its own address."""
    if PurePath(path).is_absolute():
        return {"uri": PurePath(path).as_uri()}
    if ".." in PurePosixPath(path).parts:
        return {"uri": quote(path)}
    return {"uri": quote(path), "uriBaseId": ROOT}


def _mark(finding: Finding, verdict: Verdict) -> str:
    """The same as long as the words around the place are, wherever in the file they move."""
    line, here = verdict.line(finding), finding.column - 1
    words = " ".join(line[max(0, here - _AROUND) : here + _AROUND].split())
    told = "\0".join((finding.code, finding.path, finding.at, words))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _text(words: Bilingual, language: str) -> dict[str, str]:
    return {"text": words.in_(language)}
