"""Who is named beside whom: in how many paragraphs, and in how many sentences, two entities stand together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from edition.graph.mentions import mentioned
from edition.model import Edition

Passage = tuple[str, str, int]  # ids of text and block; the number of a sentence, or 0
Pairs = Mapping[tuple[str, str], tuple[Passage, ...]]
OFTEN = 2  # paragraphs that must name both for a picture to show it: one may be a mere list of names

# A sentence ends at its mark, before a space and what may begin one; a full stop after a figure, a single letter or
# these is an ordinal, an initial, an abbreviation.
_END = re.compile(
    r"(?:(?<!\b\w)(?<!\d)(?<!\bbzw)(?<!\busw)(?<!\b[Vv]gl)(?<!\b[DM]r)(?<!\bProf)(?<!\bHrsg)(?<!\bgeb)\.|[!?…]|(?<=\d\d\d\d)\.)[»«)\]]*(?= [»«(\[]?[A-ZÄÖÜ])"
)


def together(edition: Edition, kind: str = "") -> Pairs:
    """For each pair of entities (of one kind) that a paragraph names both of: these paragraphs; the pairs in the
    order of the pointers, the paragraphs in that of the texts."""
    placed = {
        pointer: [(one.article_id, one.block, 0) for one in mentioned(edition, pointer)]
        for pointer, entity in edition.entities.items()
        if not kind or entity.kind == kind
    }
    return _pairs(edition, placed)


def in_sentences(edition: Edition) -> Pairs:
    """The sentences that name both, likewise."""
    found = {(text.id, block.id): ends(block.text) for text in edition.articles for block in text.blocks}
    placed = {
        pointer: [
            (one.article_id, one.block, bisect_right(found[one.article_id, one.block], one.start))
            for one in mentioned(edition, pointer)
        ]
        for pointer in edition.entities
    }
    return _pairs(edition, placed)


def ends(text: str) -> list[int]:
    """Where the sentences of a paragraph end, in rising order; its last one is not among them."""
    return [match.end() for match in _END.finditer(text)]


def _pairs(edition: Edition, placed: Mapping[str, Iterable[Passage]]) -> Pairs:
    named: dict[Passage, dict[str, None]] = defaultdict(dict)
    for pointer, passages in placed.items():
        for passage in passages:
            named[passage][pointer] = None
    order = {
        (text.id, block.id): (number, place)
        for number, text in enumerate(edition.articles)
        for place, block in enumerate(text.blocks)
    }
    found: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in sorted(named, key=lambda one: (order.get(one[:2], (0, 0)), one[2])):
        for one, other in combinations(sorted(named[passage]), 2):
            found[one, other].append(passage)
    return {pair: tuple(found[pair]) for pair in sorted(found)}
