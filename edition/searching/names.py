"""The words by which an entity is found: those of all its names and of its id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from edition.model import Entity
from edition.searching.folding import Words
from edition.searching.postings import Lists

SPEAKER = "speaker:"


def names(entities: Mapping[str, Entity], keys: Lists) -> list[list[object]]:
    """For each word the entities that have it, by pointer: how they are filed, in how many passages they are named.

    Only of those that a passage names or quotes, for the search finds passages.
    """
    found: dict[str, list[list[object]]] = defaultdict(list)
    for pointer, entity in entities.items():
        passages, said = keys.counted(pointer), keys.counted(SPEAKER + pointer)
        if passages or said:
            for form in _forms(entity):
                found[form].append([pointer, entity.name, passages, said])
    return [[form, *found[form]] for form in sorted(found)]


def _forms(entity: Entity) -> Iterable[str]:
    named = (entity.name, *(name.text for name in entity.other_names), entity.id)
    return sorted({form for name in named for form in Words(name).forms})
