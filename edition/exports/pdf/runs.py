"""Words for the compositor: what a stylesheet has met in order, folded into blocks of runs.

A run is words in one style and language, or a point between words: a name to refer to, a note, a mark.
White space is folded as `transcript` folds it: a block without its points is the model's reading text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from edition.words.dates import MONTHS

Event = dict[str, Any]
Run = dict[str, Any]
Block = dict[str, Any]
Point = Callable[[Event], Iterable[Run]]  # what an anchor, a note, a mark becomes
# Spaces at which no line ends: before a mark that closes after dots, in a number, between day and month.
_BOUND = re.compile(rf"(?<=[.…]) (?=[«‹])|(?<=\d) (?=\d{{3}}\b)|(?<=\d\.) (?={'|'.join(MONTHS)})")
_SPACE = (" ", "\t", "\r", "\n")  # a no-break space is a sign of the text
_WORDS = re.compile(f"[^{''.join(_SPACE)}]+")
_TAG = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-|$)")


def language(tag: str) -> dict[str, str | None] | None:
    """A language tag (BCP 47) by what typst knows of it, language and region; None for none or a private one."""
    match = _TAG.match(tag)
    return {"lang": match[1].lower(), "region": match[2] and match[2].upper()} if match else None


def run(text: str, tag: str = "", address: str = "", style: str = "") -> Run:
    """Words in one style and language."""
    bound = _BOUND.sub("\N{NO-BREAK SPACE}", text)
    return {"text": bound, "style": style, "language": language(tag), "address": address}


class _Piece:
    """A block, or what of it stands before or behind another one inside it."""

    def __init__(self, start: Event, opens: bool) -> None:
        self.start, self.opens = start, opens
        self.runs: list[Run] = []

    def add(self, event: Event) -> None:
        """Words, without white space at the beginning and without a second space."""
        text, last = event["text"], next((one for one in reversed(self.runs) if "text" in one), None)
        words = " ".join(_WORDS.findall(text))
        lead = " " if text[:1] in _SPACE and last and not last["text"].endswith(" ") else ""
        trail = " " if words and text[-1:] in _SPACE else ""
        if lead + words + trail:
            self.runs.append(run(lead + words + trail, event["language"], event["address"], event["style"]))

    def whole(self) -> Block:
        """The block without white space at its end."""
        last = next((one for one in reversed(self.runs) if "text" in one), None)
        if last:
            last["text"] = last["text"].rstrip(" ")
        kept = [one for one in self.runs if one.get("text") != ""]
        return {
            "kind": self.start["block"],
            "id": self.start["id"],
            "n": self.start["n"],
            "depth": int(self.start["depth"]),
            "marker": self.start["marker"],
            "opens": self.opens,
            "runs": kept,
        }


def folded(events: Iterable[Event], point: Point) -> Iterator[Block]:
    """The blocks of a text in order; one that another interrupts comes in pieces, of which only the first opens it."""
    open_blocks: list[Event] = []
    pieces: list[_Piece] = []
    current: _Piece | None = None
    for event in events:
        if "block" in event:
            current = _Piece(event, True)
            open_blocks.append(event)
            pieces.append(current)
            current.runs += point({"at": event["id"]}) if event["id"] else ()
        elif "end" in event:
            open_blocks.pop()
            current = None
        elif "text" not in event:
            (current or pieces[-1]).runs.extend(point(event)) if pieces else None
        elif open_blocks and (current or event["text"].strip()):
            if current is None:
                current = _Piece(open_blocks[-1], False)
                pieces.append(current)
            current.add(event)
    return (piece.whole() for piece in pieces if piece.runs)


def phrase(events: Iterable[Event]) -> list[Run]:
    """The words of a note."""
    piece = _Piece({"block": "", "id": "", "n": "", "depth": 0, "marker": ""}, True)
    for event in events:
        if "text" in event:
            piece.add(event)
    runs: list[Run] = piece.whole()["runs"]
    return runs
