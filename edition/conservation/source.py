"""The words of a TEI text: those of the text itself, of its notes, and of the readings of its apparatus.

Where on a page they are to be found is said by the elements of the TEI alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edition import layers
from edition.conservation.page import spaced
from edition.corpus import TEI
from edition.layers import DIPLOMATIC, READING, Layer

_APPARATUS = ("app", "rdgGrp")
_IN_APPARATUS = frozenset("lem rdg rdgGrp note noteGrp witDetail".split())
_APP = f"{{{TEI}}}app"
_BELOW = tuple(f"{{{TEI}}}{name}" for name in ("note", "witDetail", "app"))
# The signs of an entry, which the edition puts there: behind the lemma, between readings, around details, at the end.
_BEHIND, _BETWEEN, _AROUND, _END = "] ", "; ", " ({})", "\N{NO-BREAK SPACE}"


def words_of_tei(text: Any, layer: Layer) -> str:
    """What a reader reads of a TEI text in a layer."""
    return spaced("".join(_pieces(text, layer)))


def words_below(text: Any, layer: Layer) -> tuple[list[str], list[str]]:
    """The words of each note and of each entry of the apparatus that belong to what is read of a text, in its order."""
    notes: list[str] = []
    entries: list[str] = []
    if next(text.iter(*_BELOW), None) is None:
        return notes, entries
    for element in _below(text, layer):
        if layers.local(element) == "app":
            entries.append(spaced(_entry(element, layer)))
        else:
            notes.append(words_of_tei(element, layer))
    return notes, entries


def _below(text: Any, layer: Layer) -> Iterator[Any]:
    """Notes and apparatus, also in each other; what nobody can see in a layer has none."""
    stack = [iter(layers.parts(text, layer))]
    while stack:
        child, shown = next(stack[-1], (None, False))
        if child is None:
            stack.pop()
        elif shown or _stands_below(child, layer):
            if _is_note(child) or layers.local(child) == "app":
                yield child
            stack.append(iter(layers.parts(child, layer)))


def _stands_below(element: Any, layer: Layer) -> bool:
    """Whether an element that is no text of the layer is seen all the same, if what it stands in is."""
    name, above = layers.local(element), element.getparent()
    within = layers.local(above)
    if within == "choice":
        return element in _corrected(above) or (_is_note(element) and layers.chosen(above, layer) is element)
    if within in _APPARATUS:
        return name in _IN_APPARATUS and next(above.iterancestors(_APP), above).tag == _APP
    return _is_note(element)


def _is_note(element: Any) -> bool:
    """A detail on a witness is a note like any other where it does not stand among the readings."""
    name = layers.local(element)
    return name == "note" or (name == "witDetail" and layers.local(element.getparent()) not in _APPARATUS)


def _corrected(choice: Any) -> tuple[Any, ...]:
    """What is printed and what the edition reads there: a page has both."""
    both = layers.chosen(choice, READING), layers.chosen(choice, DIPLOMATIC)
    said = [choice.text, *(child.tail for child in choice)]
    corrects = layers.local(both[0]) in ("corr", "reg") and layers.local(both[1]) in ("sic", "orig")
    return both if corrects and not any((one or "").strip(layers.SPACE) for one in said) else ()


def _entry(app: Any, layer: Layer) -> str:
    """What stands behind the lemma: all other readings, the groups of notes, details on witnesses."""
    inside = list(_inside(app))
    readings = [one for one in inside if layers.local(one) in ("lem", "rdg")]
    read = next((one for one in readings if layers.local(one) == "lem"), readings[0] if readings else None)
    return "".join(
        (
            _witness(read),
            _BEHIND,
            _BETWEEN.join(
                "".join(_pieces(one, layer)) + _witness(one) for one in readings if one is not read
            ),
            *("".join(_pieces(one, layer)) for one in inside if layers.local(one) == "noteGrp"),
            *(
                _AROUND.format("".join(_pieces(one, layer)))
                for one in inside
                if layers.local(one) == "witDetail"
            ),
            _END,
        )
    )


def _inside(group: Any) -> Iterator[Any]:
    """The elements of an entry and of its groups, without the groups."""
    for child in group:
        if layers.local(child) == "rdgGrp":
            yield from _inside(child)
        else:
            yield child


def _witness(reading: Any) -> str:
    """The witness that is named in words behind a reading that points to none."""
    beside = None if reading is None else reading.getnext()
    while beside is not None and not isinstance(beside.tag, str):
        beside = beside.getnext()
    if beside is None or layers.local(beside) != "wit" or reading.get("wit") is not None:
        return ""
    return " " + spaced(beside.xpath("string()"))


def _pieces(text: Any, layer: Layer) -> Iterator[str]:
    """Runs of text and the spaces between pieces; without recursion, for a text may be nested very deeply."""
    stack: list[tuple[Any, Iterator[tuple[Any, bool]], str, Any]] = []
    yield from _opened(text, layer, stack, None)
    while stack:
        element, children, gap, last = stack[-1]
        if last is not None:
            yield _kept(last.tail, element, last, last.getnext())
        child, shown = next(children, (None, False))
        if child is None:
            stack.pop()
            yield gap
            continue
        stack[-1] = (element, children, gap, child)
        if shown:
            yield from _opened(child, layer, stack, None)


def _opened(element: Any, layer: Layer, stack: list[Any], last: Any) -> Iterator[str]:
    gap = " " if layers.stands_alone(element) else ""
    stack.append((element, layers.parts(element, layer), gap, last))
    yield gap
    yield _kept(element.text, element, None, element[0] if len(element) else None)


def _kept(words: str | None, owner: Any, before: Any, behind: Any) -> str:
    """Text without white space that only lays out the file, or that stands at a break which ends no word."""
    if not words or (layers.is_laid_out(owner) and not words.strip(layers.SPACE)):
        return ""
    return layers.joined(words, before, behind)
