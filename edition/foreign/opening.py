"""A file that can be examined, or the findings why it cannot."""

from __future__ import annotations

import re

from msgspec import Struct

from edition import codes, corpus
from edition.errors import InputError
from edition.foreign import decoding
from edition.model import Bilingual, Finding, Source

ROOTS = frozenset({"TEI", "TEI.2", "teiCorpus", "teiCorpus.2"})
_P4 = frozenset({"TEI.2", "teiCorpus.2"})


class Opened(Struct, frozen=True):
    """A file as far as it could be read. `exact` when what is examined are the very bytes of the file."""

    findings: tuple[Finding, ...]
    source: Source | None = None
    exact: bool = False


def opened(stored: bytes, path: str, *, judged: bool = False) -> Opened:
    """Read a file in any encoding; whatever refuses to be read is a finding at its place.

    Args:
        judged: it was opened before, and could be read.
    """
    try:
        data = decoding.utf8(stored)
    except decoding.Undecodable as error:
        line, column = decoding.place(error.before)
        return Opened(
            (codes.finding("X003", path, line, column, variant=error.variant, encoding=error.encoding),)
        )
    findings: list[Finding] = []
    found = decoding.doctype(data)
    if found:
        code = "X002" if found.declares else "X006"
        findings.append(codes.finding(code, path, found.line, found.column))
        if found.declares:
            return Opened(tuple(findings))
        data = decoding.without(data, found)
    try:
        source = (corpus.again if judged else corpus.from_bytes)(data, path, "foreign")
    except InputError as error:
        return Opened((*findings, _not_well_formed(error, path)))
    return Opened(tuple(findings), source, exact=data == stored)


def strange_root(source: Source) -> Finding | None:
    """What the root says when it is not that of a TEI document."""
    namespace, _, root = source.tree.getroot().tag.rpartition("}")
    namespace = namespace.removeprefix("{")
    if namespace == corpus.TEI:
        return None
    place = source.events[0].position
    if namespace or root not in ROOTS:
        variant = "" if namespace else "none"
        return codes.finding(
            "X005", source.path, place.line, place.column, variant=variant, root=root, namespace=namespace
        )
    variant = "p4" if root in _P4 else ""
    return codes.finding("X004", source.path, place.line, place.column, variant=variant, root=root)


def _not_well_formed(error: InputError, path: str) -> Finding:
    """The sentence of the reader, its place taken out of it."""
    lead = re.compile(rf"{re.escape(path)}(?::(\d+))?(?::(\d+))?:?\s+")
    found = lead.match(error.message.en)
    line, column = (int(part or 1) for part in found.groups()) if found else (1, 1)
    message = Bilingual(*(_sentence(lead.sub("", one, 1)) for one in (error.message.en, error.message.de)))
    return Finding("X001", "error", path, line, column, message, error.hint)


def _sentence(words: str) -> str:
    """`is empty.` becomes `The file is empty.` in whichever language: the path was its subject."""
    subject = {"is ": "The file ", "ist ": "Die Datei "}
    return next((lead + words for verb, lead in subject.items() if words.startswith(verb)), words)
