"""Where in the book something stands: the blocks by their numbers, and the names whose pages the compositor finds."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from edition import words
from edition.model import Edition

Spot = tuple[str, str, str]  # ids of text and block, anchor


def name(article: str, anchor: str) -> str:
    """The name of a place in a text, unique in the book."""
    return f"{article}#{anchor}"


class Places:
    """The blocks of the texts, in their order, and how they are called."""

    def __init__(self, edition: Edition, known: Iterable[str]) -> None:
        self.known = frozenset(known)  # names that the texts hold
        self.titles = {one.id: one.title for one in edition.articles}
        self.blocks = {(one.id, block.id): block for one in edition.articles for block in one.blocks}
        self.order = {key: place for place, key in enumerate(self.blocks)}

    def told(self, spots: Iterable[Spot]) -> list[dict[str, Any]]:
        """Places as they are printed: text by text, block by block; the text is named where there are several."""
        here = sorted(
            (one for one in spots if one[:2] in self.order and name(one[0], one[2]) in self.known),
            key=lambda one: self.order[one[:2]],
        )
        return [
            {
                "title": self.titles[text] if len(self.titles) > 1 else "",
                "places": self._blocks(list(several)),
            }
            for text, several in groupby(here, key=lambda one: one[0])
        ]

    def _blocks(self, spots: list[Spot]) -> list[dict[str, Any]]:
        found, numbered = [], False
        for key, several in groupby(spots, key=lambda one: one[:2]):
            number = self.blocks[key].number
            said = words.block(key[1], number)
            names = dict.fromkeys(name(text, anchor) for text, _, anchor in several)
            found.append({"name": f"Abs. {said}" if number and not numbered else said, "at": list(names)})
            numbered = bool(number)
        return found
