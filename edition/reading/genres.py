"""What the genre of a document asks for: its date, wherever its file says it; who wrote to whom; who speaks in a play."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from edition import datings
from edition.anchors import pointers
from edition.corpus import every
from edition.model import Action, Dating, Letter, Named
from edition.reading.plays import play
from edition.transcript import flatten, local

__all__ = ["authors", "dated", "filed", "letter", "play", "title"]

# What a document is called, the likeliest first: a title of its own before that of its series.
_TITLES = (
    "t:teiHeader/t:fileDesc/t:titleStmt/t:title[@type='main']",
    "t:teiHeader/t:fileDesc/t:titleStmt/t:title[@level='a']",
    "t:teiHeader/t:fileDesc/t:titleStmt/t:title[not(@type) and not(@level='s')]",
    "t:teiHeader/t:fileDesc/t:titleStmt/t:title[not(@type)]",
    "t:teiHeader/t:fileDesc/t:titleStmt/t:title",
    "t:text//t:titlePage//t:titlePart",
    "t:text//t:head",
)

# Where a file says of when its document is, the surest place first; from the TEI element.
_DATES = (
    "t:teiHeader/t:profileDesc/t:correspDesc/t:correspAction[@type='sent']//t:date",
    "t:teiHeader/t:profileDesc/t:creation//t:date",
    "t:teiHeader/t:profileDesc/t:creation",
    "t:teiHeader/t:fileDesc/t:titleStmt/t:title//t:date",
    "t:teiHeader/t:fileDesc/t:titleStmt/t:title[@when or @when-iso]",
    "t:teiHeader/t:fileDesc/t:titleStmt/t:title[@type='iso-date']",
    "t:teiHeader/t:fileDesc/t:sourceDesc//t:origDate",
    "(t:text//t:dateline//t:date)[1]",
)
# Of a print; a letter may be printed a hundred years later.
_PRINTED = (
    "t:text//t:docDate/descendant-or-self::*",
    "t:teiHeader/t:fileDesc/t:sourceDesc//t:date[ancestor::t:bibl or ancestor::t:biblFull or ancestor::t:biblStruct]",
)
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)|(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?")
_BESIDE = frozenset({"", "idno", "note"})  # within a name, and no part of it
_AGENTS = {"persName": "person", "orgName": "org", "name": "person", "rs": "person"}
_PLACES = frozenset({"placeName", "settlement", "geogName", "region", "country", "district"})
_NEIGHBOURS = {"former": ("prev", "before", "vor"), "following": ("next", "after", "nach", "folg")}


def title(root: Any) -> str:
    """What a document is called by its header, or else by its own heading; '' if by nothing."""
    found = (flatten(node).text.strip() for xpath in _TITLES for node in every(root, xpath))
    return next((words for words in found if words), "")


def dated(root: Any) -> Dating:
    """Of when a document is: the first dating that one of the places has."""
    letters = bool(every(root, "t:teiHeader/t:profileDesc/t:correspDesc"))
    places = _DATES if letters else (*_DATES, *_PRINTED)
    found = (_dating(node) for xpath in places for node in every(root, xpath))
    return next((one for one in found if one and datings.span(one)), Dating())


def _dating(node: Any) -> Dating:
    """The dating of an element by its attributes, those of ISO 8601 included; or its words, if they are a date."""
    found = {
        field: _day(node.get(name) or node.get(f"{name}-iso") or "")
        for field, name in datings.ATTRIBUTES.items()
    }
    span = (node.get("when-iso") or "").split("/")
    if len(span) > 1:  # an interval of ISO 8601
        return Dating(begin=_day(span[0]) or None, end=_day(span[1]) or None)
    if any(found.values()):
        return Dating(**{field: value or None for field, value in found.items()})
    words = _day(flatten(node).text.strip())
    return Dating(when=words) if words else Dating()


def _day(value: str) -> str:
    """A day, month or year without its time, as W3C writes it; '' for anything else."""
    match = _DAY.fullmatch(value.strip())
    if not match:
        return ""
    day = match[4] or "-".join(match.groups()[:3])
    return day if datings.interval(day) else ""


def letter(root: Any) -> Letter | None:
    """The correspondence that a document belongs to; nothing if its header describes none."""
    described = next(iter(every(root, "t:teiHeader/t:profileDesc/t:correspDesc")), None)
    actions = (
        tuple(_action(node) for node in every(described, "t:correspAction")) if described is not None else ()
    )
    if not any(one.agents or one.dating for one in actions):
        return None
    return Letter(actions, **{side: _neighbour(described, names) for side, names in _NEIGHBOURS.items()})


def _action(node: Any) -> Action:
    dates = every(node, ".//t:date")
    said = next((one for one in dates if _dating(one)), None)
    return Action(
        type=node.get("type") or "",
        agents=tuple(_named(node, _AGENTS)),
        places=tuple(_named(node, dict.fromkeys(_PLACES, "place"))),
        dating=_dating(said) if said is not None else Dating(),
        dated=next((words for words in (flatten(one).text.strip() for one in dates) if words), ""),
        **_sure(said),
    )


def _named(node: Any, kinds: dict[str, str]) -> Iterator[Named]:
    """The names of some elements; not those that are a part of another."""
    for element in every(node, ".//*"):
        kind = kinds.get(local(element))
        if not kind or any(local(above) in kinds for above in element.iterancestors() if above is not node):
            continue
        pointer = next(iter(pointers(element)), "")
        words = _filed(element)
        if words or pointer:
            yield Named(words, pointer, pointer.partition(":")[0] or kind, **_sure(element))


def _sure(element: Any | None) -> dict[str, str]:
    """How certain a statement is, and what it rests on."""
    get = element.get if element is not None else {}.get
    return {"certainty": get("cert") or "", "evidence": get("evidence") or ""}


def _neighbour(described: Any, names: tuple[str, ...]) -> str:
    """The slug of the letter before or after, of the same correspondence rather than of a whole collection."""
    found = []
    for ref in every(described, "t:correspContext//*[@target]"):
        said = f"{ref.get('subtype') or ''} {ref.get('type') or ''}".lower()
        if any(word.startswith(names) for word in re.split(r"[\s_-]+", said)):
            target = ref.get("target").split()[0].removeprefix("page:")
            found.append(("correspondence" not in said, target.lstrip("#").partition("#")[0]))
    return min(found, key=lambda one: one[0])[1] if found else ""


def authors(root: Any) -> tuple[str, ...]:
    """Who wrote a document, in the words of its header; without numbers of authority files."""
    return tuple(_said(node) for node in _authors(root))


def filed(root: Any) -> tuple[str, ...]:
    """The same as an index has them: »Surname, Forename« where the header tells the parts."""
    return tuple(_filed(node) for node in _authors(root))


def _authors(root: Any) -> list[Any]:
    found = every(root, "t:teiHeader/t:fileDesc/t:titleStmt/t:author")
    names = [next(iter(every(one, ".//t:persName | .//t:orgName | .//t:name")), one) for one in found]
    return [node for node in names if flatten(node).text.strip()]


def _filed(node: Any) -> str:
    family, given = every(node, ".//t:surname"), every(node, ".//t:forename | .//t:nameLink")
    if not family or not given:
        return _said(node)
    return f"{_words(family)}, {_words(given)}"


def _said(node: Any) -> str:
    """The words of a name; its parts are apart even if no space stands between them."""
    bare = not "".join((node.text or "", *(child.tail or "" for child in node))).strip()
    return _words(list(node)) if bare and len(node) else flatten(node).text.strip()


def _words(nodes: list[Any]) -> str:
    return " ".join(
        filter(None, (flatten(node).text.strip() for node in nodes if local(node) not in _BESIDE))
    )
