"""What a place is called on a map: as the texts call it, as it was called in its time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from edition import datings
from edition.model import Dating, Entity, Mention, Name

HISTORICAL, GERMAN = "historical", "de"
_BRACKETS = re.compile(r" \([^()]*\)$")
_ENDING = 2  # letters by which a form may be longer than the name: »Petrograder«, »Mexikos«


class Naming(Struct, frozen=True):
    """The name that the texts use most, and the others they use."""

    main: str
    others: tuple[str, ...] = ()


def used(place: Entity, mentions: Iterable[Mention]) -> Naming:
    """The names by which texts call a place, by their number; the preferred one if none fits.

    A form counts for the name that it is, but for an ending. Forms that are no name of the list (»Nazi-Deutschland«)
    stand for themselves; where only they are used, the first is the name. Paraphrases do not count.
    """
    known = list(dict.fromkeys((place.name, *(name.text for name in place.other_names))))
    foreign = {name.text for name in place.other_names if not _ours(name)}
    forms = [one.form for one in mentions if one.direct]
    counted = Counter(_name_of(form, known) or form for form in forms)
    if not counted:
        return Naming(place.name)
    order = {name: number for number, name in enumerate(counted)}
    ranked = sorted(counted, key=lambda name: (-counted[name], order[name]))
    return Naming(ranked[0], tuple(name for name in ranked[1:] if name in known and name not in foreign))


def _ours(name: Name) -> bool:
    """Whether a name is German, and not the original one."""
    return name.language in (None, GERMAN)


def _name_of(form: str, known: list[str]) -> str:
    fitting = [name for name in known if form.startswith(name) and len(form) - len(name) <= _ENDING]
    return max(fitting, key=len, default="")


def dated(place: Entity) -> tuple[Name, ...]:
    """The names that the list gives a time, in the order of time."""
    found = [name for name in place.other_names if name.dating and datings.span(name.dating)]
    return tuple(sorted(found, key=lambda name: datings.span(name.dating) or ()))


def at(place: Entity, dating: Dating, said: str = "") -> str:
    """What a place was called when a stay began: by a dated name, else as the list says it there, else by a historical
    name without date, else as it is filed. What stands in brackets is left out."""
    days = datings.span(dating)
    historical = [name for name in place.other_names if name.type == HISTORICAL and _ours(name)]
    for name in historical:
        valid = datings.span(name.dating)
        if days and valid and valid[0] <= days[0] <= valid[1]:
            return _BRACKETS.sub("", name.text)
    timeless = (name.text for name in historical if not name.dating)
    return _BRACKETS.sub("", said or next(timeless, place.name))
