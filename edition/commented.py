"""Is something said about a place? A note answers what a check would ask there.

A note stands at an element if it points to the element, to something inside, or to something around it that
is no whole block: a note on a paragraph is no note on each thing in it.
"""

from __future__ import annotations

from typing import Any

from edition.corpus import XML_ID, every
from edition.transcript import is_block, local

_ANSWERS = "//t:annotation[t:note[@type='factual' or @type='explanation']] | //t:note[@target]"


def targets(root: Any) -> frozenset[str]:
    """The ids that the notes of a file point to: its factual and explanatory annotations, and notes elsewhere."""
    pointers = (token for node in every(root, _ANSWERS) for token in (node.get("target") or "").split())
    return frozenset(pointer[1:] for pointer in pointers if pointer.startswith("#"))


def is_noted(element: Any, noted: frozenset[str]) -> bool:
    """Whether one of the notes that point to `noted` stands at an element, or a note in the text follows it."""
    if any(node.get(XML_ID) in noted for node in element.iter("{*}*")) or every(element, ".//t:note"):
        return True
    following = element.getnext()
    if following is not None and local(following) == "note" and not (element.tail or "").strip():
        return True
    for above in element.iterancestors():
        if is_block(above) or local(above) in ("", "text", "body", "div", "p"):
            return False
        if above.get(XML_ID) in noted:
            return True
    return False
