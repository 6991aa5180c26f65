"""The forms that the names of an entry take in a text, and whether words can be one of them.

A list files »Serge, Victor«; a text says »Victor Serge«, »Serge«, »Serges«.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from edition.model import Entity

SHORTEST = 3
_ALIKE = 4  # signs at the beginning by which words of one stem are known
_WORD = re.compile(r"\w+")
_HYPHEN = re.compile(r"[-‐]\s*")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


def of_entity(entity: Entity) -> Iterator[tuple[str, bool]]:
    """The forms an entry's names take in a text; a surname by itself is no full name."""
    for name in all_names(entity):
        plain = unicodedata.normalize("NFC", _IN_BRACKETS.sub("", name)).strip()
        surname, comma, forename = plain.partition(", ")
        if entity.kind == "person" and comma:
            yield f"{forename} {surname}", True
            yield f"{forename.partition(' ')[0]} {surname}", False  # without the patronymic
            yield surname, False
        else:
            yield plain, True


def all_names(entity: Entity) -> tuple[str, ...]:
    """All names of an entry as they are filed."""
    return (entity.name, *(name.text for name in entity.other_names))


def fits(words: str, entity: Entity) -> bool:
    """Whether tagged words can be a name of an entry: see `_person` and `_thing`; case and hyphens do not count."""
    known = {part for name in all_names(entity) for part in _parts(name)}
    spoken = _parts(words)
    if not spoken:
        return False
    return _person(spoken, known) if entity.kind == "person" else _thing(spoken, known)


@lru_cache(maxsize=10_000)  # an entry is named many times
def _parts(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFC", text).replace("\u00ad", "").casefold()
    return tuple(_WORD.findall(_HYPHEN.sub("-", plain)))


def _person(spoken: Sequence[str], known: set[str]) -> bool:
    """The last word is part of a name: surname, forename alone, or all are initials."""
    last = [word for word in spoken if word != "s"]
    if last and all(len(word) == 1 for word in last):
        return set(last) <= {name[0] for name in known}
    return bool(last) and any(_inflected(last[-1], name) for name in known)


def _inflected(word: str, name: str) -> bool:
    return word.startswith(name) and word[len(name) :] in ("", "s", "es", "ens")


def _thing(spoken: Sequence[str], known: set[str]) -> bool:
    """One word of some length is part of a name, or begins like one (»Prager«, »Petersburger«, »Kronstädter«)."""
    return any(
        _inflected(word, name) or (len(name) >= SHORTEST and _kin(word, name))
        for word in spoken
        for name in known
    )


def _kin(word: str, name: str) -> bool:
    """Whether two words are of one stem: all but the last letters of the shorter one are the same."""
    shared = next((at for at, (one, two) in enumerate(zip(word, name, strict=False)) if one != two), None)
    length = min(len(word), len(name)) if shared is None else shared
    return length >= min(_ALIKE, len(name)) and length >= len(name) - 4


def shared(entities: Mapping[str, Entity]) -> Iterator[tuple[Entity, Entity, str]]:
    """Entries of one kind that have a full name in common: the later one, the earlier one, the name."""
    owners: dict[tuple[str, str], Entity] = {}
    for entity in entities.values():
        for text in dict.fromkeys(text for text, whole in of_entity(entity) if whole):
            owner = owners.setdefault((entity.kind, text), entity)
            if owner is not entity:
                yield entity, owner, text
