"""The result in a sentence, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from edition.findings.verdict import Verdict
from edition.model import Bilingual, Finding

SEVERITIES = {"error": Bilingual("error", "Fehler"), "warning": Bilingual("warning", "Warnung")}
_PLURALS = {"error": Bilingual("errors", "Fehler"), "warning": Bilingual("warnings", "Warnungen")}


def counted(findings: tuple[Finding, ...]) -> Bilingual:
    """`2 errors, 1 warning`."""
    return _joined(*(_count(word, sum(one.severity == word for one in findings)) for word in SEVERITIES))


def _count(word: str, number: int) -> Bilingual:
    noun = (SEVERITIES if number == 1 else _PLURALS)[word]
    return Bilingual(f"{number} {noun.en}", f"{number} {noun.de}")


def _joined(*parts: Bilingual) -> Bilingual:
    return Bilingual(", ".join(one.en for one in parts), ", ".join(one.de for one in parts))


def sentence(verdict: Verdict) -> Bilingual:
    """How it went, all in all."""
    said = counted(verdict.findings)
    silenced = len(verdict.silenced)
    if silenced:
        said = _joined(said, Bilingual(f"{silenced} suppressed", f"{silenced} unterdrückt"))
    files = verdict.files
    if files is not None:
        lead = Bilingual(
            f"{files} file{'s' if files != 1 else ''}: ", f"{files} Datei{'en' if files != 1 else ''}: "
        )
        said = Bilingual(lead.en + said.en, lead.de + said.de)
    return Bilingual(f"{said.en}.", f"{said.de}.")


def remarks(against: tuple[str, ...], bare: int) -> Iterator[Bilingual]:
    """What to know of files that were examined one by one: which schemas, and how many files had none."""
    if against:
        names = ", ".join(against)
        yield Bilingual(f"Checked against {names}.", f"Geprüft an {names}.")
    if bare:
        many = bare != 1
        yield Bilingual(
            f"{bare} file{'s' if many else ''} checked against no schema; name one with --schema.",
            f"{bare} Datei{'en' if many else ''} an keinem Schema geprüft; mit --schema eines nennen.",
        )
