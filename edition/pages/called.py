"""What an entity is called in a picture: as short as can be without being mistaken for another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from edition import words
from edition.model import Edition, Entity

_BRACKETED = re.compile(r" \((\w+)\)$")  # »Allgemeiner Jüdischer Arbeiterbund (Bund)«
_BESIDE = re.compile(r" (?:der|des|für|in|von|zur|zum) ")  # »Politbüro des Zentralkomitees«
SHORT = "abbreviation"
LONG = 25  # characters of a name that has no short form


def called(edition: Edition, pointers: Iterable[str]) -> Mapping[str, str]:
    """The family name of a person, with the first names where two share it; of others the abbreviation or the name."""
    entities = [edition.entities[one] for one in pointers]
    families = Counter(_family(one) for one in entities)
    return {
        one.pointer: _family(one) if families[_family(one)] == 1 else spoken(one.name) for one in entities
    }


def spoken(name: str) -> str:
    """A name as one says it: »Victor Serge«."""
    return " ".join(reversed(name.split(", ", 1)))


def _family(entity: Entity) -> str:
    if entity.kind == "person":
        return entity.name.partition(",")[0]
    short = next((one.text for one in entity.other_names if one.type == SHORT), "")
    bracketed = _BRACKETED.search(entity.name)
    if short or bracketed:
        return short or (bracketed[1] if bracketed else "")
    return words.after(_BESIDE.split(entity.name)[0] if len(entity.name) > LONG else entity.name, LONG)
