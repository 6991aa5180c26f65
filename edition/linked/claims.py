"""What is stated of a thing, each statement a predicate and a value with what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from edition.model import Dating

_ALWAYS = Dating()
_UNSAFE = re.compile(r'[\x00-\x20<>"{}|\\^`]')  # RFC 3987, as Turtle has it (IRIREF)
Value = Any  # a JSON-LD value: {"@id"}, {"@value"}, a string or a number
Node = dict[str, Any]
UNLIKELY = frozenset({"low", "unknown"})


class Claim(Struct, frozen=True):
    """A statement about a thing: `type` and `valid` are of a name or a relation."""

    predicate: str
    value: Value
    sources: tuple[str, ...] = ()
    certainty: str | None = None
    note: str = ""
    valid: Dating = _ALWAYS
    type: str = ""  # name of a concept of the edition's own vocabulary
    pages: str = ""

    @property
    def asserted(self) -> bool:
        """Whether the graph states it: not what is held for uncertain; that stands in the statement only."""
        return self.certainty not in UNLIKELY

    @property
    def described(self) -> bool:
        """Whether there is more to say of the statement than that it is made."""
        return bool(self.sources or self.certainty or self.note or self.valid or self.type or self.pages)


def ref(address: str) -> Node:
    """A reference to a thing by its name; signs that no address may have are written as %20 and so on."""
    return {"@id": _UNSAFE.sub(lambda sign: f"%{ord(sign[0]):02X}", address)}


def said(words: str, language: str | None) -> Value:
    """Words in a language, or in none that we know of."""
    return {"@value": words, "@language": language} if language else words


def joined(node: Mapping[str, Any], claims: Iterable[Claim]) -> Node:
    """A node with what is asserted of it: one value as it is, several as a list, each once."""
    values: dict[str, list[Value]] = {}
    for claim in claims:
        if claim.asserted and claim.value not in values.setdefault(claim.predicate, []):
            values[claim.predicate].append(claim.value)
    return filled(**node) | {name: found[0] if len(found) == 1 else found for name, found in values.items()}


def filled(**fields: Any) -> Node:
    """The fields that say something, in the order given."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}
