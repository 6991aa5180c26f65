"""Where in a text an entity stands: the text as a line, and a mark for each mention."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from edition.model import Article, Mention
from edition.pictures import strip


class Mark(Struct, frozen=True):
    """A mention on the line of its text, in hundredths of the length; `title` says where and in which words."""

    x: str
    href: str
    title: str


class Strip(Struct, frozen=True):
    """A text as a line with its marks."""

    ground: strip.Ground
    marks: tuple[Mark, ...]
    language: str  # of their words, where it is not the page's


class Course(Struct, frozen=True):
    """A text as its strips need it; made once for all entries."""

    line: strip.Line
    ground: strip.Ground
    order: Mapping[str, int]  # of the blocks, by id


def course(text: Article) -> Course:
    """A text from its first block to its last."""
    line = strip.Line(
        tuple(len(block.text) for block in text.blocks), tuple(block.number or "" for block in text.blocks)
    )
    return Course(line, strip.ground(line), {block.id: place for place, block in enumerate(text.blocks)})


def mark(course: Course, mention: Mention, href: str, place: str) -> Mark:
    """The mark of a mention; `place` is what its block is called."""
    return Mark(
        course.line.at(course.order.get(mention.block, 0), mention.start), href, f"{place}: {mention.form}"
    )
