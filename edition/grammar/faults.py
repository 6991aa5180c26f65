"""A fault: what a finding says, without its place; and the one that attributes and texts share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from edition.grammar import expectations, wording
from edition.grammar.patterns import Pattern
from edition.grammar.sentences import hint, say
from edition.model import SILENT, Bilingual


class Fault(Struct, frozen=True):
    """What a finding says, without its place."""

    code: str
    message: Bilingual
    hint: Bilingual = SILENT


def value(
    sentence: str, place: Mapping[str, str], text: str, patterns: Iterable[Pattern], guidelines: Bilingual
) -> Fault:
    """A value that is not among those that the patterns allow; `place` fills the sentence."""
    options = expectations.options(patterns)
    message = say(sentence, text=wording.shortened(text), values=wording.values(options), **place)
    tried = [word for word in text.split() if word not in options.literals] if options.several else [text]
    meant = next((near for word in tried if (near := wording.nearest(word, options.literals))), None)
    return Fault("G004", message, hint(say("meant", name=meant) if meant else SILENT, guidelines))
