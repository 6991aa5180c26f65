"""Anchors: where in a reading page a mention, a date or a correction stands.

A mention's anchor is block, entity and count (`p-12.serge-victor.2`), so that tagging another name moves
nobody else's. The stylesheets compute the same; tests hold both together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from edition.corpus import XML_ID
from edition.kinds import BY_SLUG, MENTIONS
from edition.transcript import block_of, local


def pointers(element: Any) -> tuple[str, ...]:
    """The entities an element mentions, as pointers; empty when it mentions none."""
    if local(element) not in MENTIONS:
        return ()
    tokens = (element.get("ref") or "").split()
    return tuple(token for token in tokens if token.partition(":")[0] in BY_SLUG)


def pointed(tree: Any) -> tuple[str, ...]:
    """Every word in an attribute that may point to what has a place in the site, each once."""
    values = (value for element in tree.getroot().iter("*") for value in element.attrib.values())
    return tuple(dict.fromkeys(word for value in values if ":" in value for word in value.split()))


def of_block(block: Any) -> Mapping[Any, str]:
    """The anchor of every mention, date and correction of one block."""
    counts: Counter[str] = Counter()
    found: dict[Any, str] = {}
    for element in block.iter("{*}*"):
        key = _key(element)
        if key and block_of(element) is block:
            counts[key] += 1
            found[element] = _anchor(element, block, key, counts[key])
    return found


def _key(element: Any) -> str:
    """What is counted: the first entity of a mention, else dates and corrections each by themselves."""
    named = pointers(element)
    if named:
        return named[0].partition(":")[2]
    return {"date": "date", "choice": "corr"}.get(local(element), "")


def _anchor(element: Any, block: Any, key: str, count: int) -> str:
    if key == "date" and element.get(XML_ID):
        return str(element.get(XML_ID))
    return f"{block.get(XML_ID)}.{key}.{count}"
