"""Selectors of the Web Annotation Data Model (4.2): where words stand in the page and in the plain text."""

from __future__ import annotations

from typing import Any

from edition.exports.shared import plain
from edition.model import Article

CONTEXT = 24  # characters kept at least on each side


class Selectors:
    """The selectors of one article, counted in its plain text."""

    def __init__(self, article: Article) -> None:
        self.text = plain.text(article)
        self.offsets = plain.offsets(article)
        self.ends = {block.id: self.offsets[block.id] + len(block.text) for block in article.blocks}

    def fragment(self, anchor: str) -> dict[str, Any]:
        """The element of the reading page; the syntax is that of HTML fragments (RFC 3236)."""
        return {
            "type": "FragmentSelector",
            "conformsTo": "http://tools.ietf.org/rfc/rfc3236",
            "value": anchor,
        }

    def words(self, block: str, start: int, length: int) -> list[dict[str, Any]]:
        """Quote and position of words of a block; of a point between words, the words on both sides."""
        begin = self.offsets[block] + start
        end = begin + length
        if not length:
            begin, end = self._around(block, begin)
        prefix, suffix = self._context(begin, end)
        return [
            {
                "type": "TextQuoteSelector",
                "exact": self.text[begin:end],
                "prefix": prefix,
                "suffix": suffix,
            },
            {"type": "TextPositionSelector", "start": begin, "end": end},
        ]

    def _around(self, block: str, place: int) -> tuple[int, int]:
        """The word before a place and the word after it."""
        first, last = self.offsets[block], self.ends[block]
        before = self.text[first:place].rstrip()
        after = self.text[place:last].lstrip()
        begin = first + before.rfind(" ") + 1
        return begin, last - len(after) + len(after.split(" ")[0])

    def _context(self, begin: int, end: int) -> tuple[str, str]:
        """As much on both sides as makes the words unique in the text."""
        width = CONTEXT
        while True:
            prefix, suffix = self.text[max(0, begin - width) : begin], self.text[end : end + width]
            whole = prefix + self.text[begin:end] + suffix
            if self.text.find(whole, self.text.find(whole) + 1) < 0:
                return prefix, suffix
            width *= 2
