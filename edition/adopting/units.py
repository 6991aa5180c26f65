"""What can be cited in an adopted text: each smallest piece of it gets an id and a mark."""

from __future__ import annotations

from collections import Counter
from typing import Any

from edition.adopting.slugs import slug
from edition.corpus import XML_ID
from edition.layers import UNIT, local

# Pieces that are units wherever they stand (TEI P5: model.divPart, model.lLike, model.stageLike, letters …).
_WHOLE = frozenset(
    """ab addrLine byline camera caption dateline docAuthor docDate docEdition docImprint head p salute signed
    speaker titlePart trailer""".split()
)
# Pieces that are units unless all that they hold is made of smaller ones.
_HOLDING = frozenset(
    "argument castItem cell closer docTitle epigraph figDesc item label opener postscript quote set stage".split()
)
_PARTS = (
    _WHOLE
    | _HOLDING
    | frozenset(
        "cit div figure floatingText graphic l lb lg list listBibl note pb table row sp cb gb milestone".split()
    )
)
_INLINE = frozenset({"stage", "label", "set", "quote"})  # inside a unit they are a part of it
_SHORT = {"p": "p", "head": "h", "lg": "lg", "l": "l", "ab": "ab", "item": "item", "stage": "stage"}


def mark(text: Any, taken: set[str], counts: Counter[str]) -> None:
    """Mark the units below `text`; `taken` are the ids of the document, to which new ones are added, `counts` how many
    of each sort were."""
    stack = [(text, False)]
    while stack:  # a document may be nested more deeply than Python can call
        node, within = stack.pop()
        if _is_unit(node, within):
            node.set(UNIT, "true")
            if not node.get(XML_ID):
                node.set(XML_ID, new_id(node, counts, taken))
            within = True
        stack += [
            (child, within)
            for child in reversed(node)
            if isinstance(child.tag, str) and local(child) != "note"
        ]


def mark_note(note: Any, counts: Counter[str], taken: set[str]) -> None:
    """Mark a note, which is cited as a whole and parts no words of the text around it."""
    note.set(UNIT, "note")
    if not note.get(XML_ID):
        note.set(XML_ID, new_id(note, counts, taken))


def _is_unit(element: Any, inside: bool) -> bool:
    """A stanza is cited, not each of its lines; a piece of a sort that we do not know, if words stand in it."""
    name = local(element)
    if name == "lg":
        return not inside and not any(local(child) == "lg" for child in element)
    if name == "l":
        return not inside
    if inside and name in _INLINE:
        return False
    if name in _HOLDING:
        return _says(element) or any(local(child) not in _PARTS for child in element.iterchildren("{*}*"))
    return name in _WHOLE or (not inside and _says(element))


def _says(element: Any) -> bool:
    """Whether words stand directly in an element."""
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def new_id(element: Any, counts: Counter[str], taken: set[str]) -> str:
    """The next id of its sort: p-1, p-2 …; in a text that is changed later ones move, as they must without ids."""
    name = _SHORT.get(local(element)) or slug(local(element))
    while True:
        counts[name] += 1
        one = f"{name}-{counts[name]}"
        if one not in taken:
            taken.add(one)
            return one
