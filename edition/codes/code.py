"""What a row of CODES holds."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from edition.model import SILENT, Bilingual


class Words(Struct, frozen=True):
    """What happened, and what to do; `{name}` stands for a value."""

    message: Bilingual
    hint: Bilingual = SILENT


ELSEWHERE = Words(SILENT)  # the words are composed where the code is found


class Code(Struct, frozen=True):
    """One code: `severity` is "error" (stops a build) or "warning"; `reason` says why it is asked at all."""

    severity: str
    title: Bilingual
    reason: Bilingual
    words: Words = ELSEWHERE
    variants: Mapping[str, Words] = field(default_factory=dict)
