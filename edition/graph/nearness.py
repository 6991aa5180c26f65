"""Who is named beside whom: in how many paragraphs, and in how many sentences, two entities stand together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, combinations

from edition.graph.mentions import mentioned
from edition.kept import for_edition
from edition.model import Edition, Mention

Passage = tuple[str, str, int]  # ids of text and block; the number of a sentence, or 0
Pairs = Mapping[tuple[str, str], tuple[Passage, ...]]
CROWD = 60  # entities in a passage that are named beside each other; more are a list of names
OFTEN = 2  # paragraphs that must name both for a picture to show it: one may be a mere list of names

# A sentence ends at its mark, before a space and what may begin one; a full stop after a figure, a single letter or
# these is an ordinal, an initial, an abbreviation.
_END = re.compile(
    r"(?:(?<!\b\w)(?<!\d)(?<!\bbzw)(?<!\busw)(?<!\b[Vv]gl)(?<!\b[DM]r)(?<!\bProf)(?<!\bHrsg)(?<!\bgeb)\.|[!?…]|(?<=\d\d\d\d)\.)[»«)\]]*(?= [»«(\[]?[A-ZÄÖÜ])"
)


def together(edition: Edition, kind: str = "") -> Pairs:
    """For each pair of entities (of one kind) that a paragraph names both of: these paragraphs; the pairs in the
    order of the pointers, the paragraphs in that of the texts."""
    return _pairs(edition, _in_blocks(edition, kind))


@for_edition
def persons_together(edition: Edition) -> Pairs:
    """The pairs of persons that a paragraph names both of."""
    return together(edition, "person")


def _in_blocks(edition: Edition, kind: str = "") -> dict[str, list[Passage]]:
    return {
        pointer: [(one.article_id, one.block, 0) for one in mentioned(edition, pointer)]
        for pointer, entity in edition.entities.items()
        if not kind or entity.kind == kind
    }


def _in_sentences(edition: Edition) -> dict[str, list[Passage]]:
    """Where each entity stands, sentence by sentence; they are counted from 1, so that none is a paragraph."""
    texts = {(text.id, block.id): block.text for text in edition.articles for block in text.blocks}
    found: dict[tuple[str, str], list[int]] = {}

    def sentence(one: Mention) -> int:
        block = one.article_id, one.block
        if block not in found:
            found[block] = ends(texts[block])
        return bisect_right(found[block], one.start) + 1

    return {
        pointer: [(one.article_id, one.block, sentence(one)) for one in mentioned(edition, pointer)]
        for pointer in edition.entities
    }


def ends(text: str) -> list[int]:
    """Where the sentences of a paragraph end, in rising order; its last one is not among them."""
    return [match.end() for match in _END.finditer(text)]


@dataclass(frozen=True, slots=True)
class Beside:
    """Who stands beside whom, asked for one entity at a time: memory grows with mentions, not with pairs."""

    paragraphs: Mapping[Passage, tuple[str, ...]]
    sentences: Mapping[Passage, tuple[str, ...]]
    passages: Mapping[str, tuple[Passage, ...]]  # of each entity, in either

    def counted(self, pointer: str) -> Counter[str]:
        """In how many paragraphs each of the others stands beside an entity."""
        return self._others(pointer, self.paragraphs)

    def in_sentence(self, pointer: str) -> frozenset[str]:
        """Those of whom a sentence names both."""
        return frozenset(self._others(pointer, self.sentences))

    def _others(self, pointer: str, named: Mapping[Passage, tuple[str, ...]]) -> Counter[str]:
        found = Counter(
            chain.from_iterable(named.get(passage, ()) for passage in self.passages.get(pointer, ()))
        )
        found.pop(pointer, None)
        return found


def beside(edition: Edition) -> Beside:
    """Who stands beside whom in the texts."""
    paragraphs, sentences = _named(_in_blocks(edition)), _named(_in_sentences(edition))
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage, pointers in chain(paragraphs.items(), sentences.items()):
        for pointer in pointers:
            passages[pointer].append(passage)
    return Beside(paragraphs, sentences, {one: tuple(those) for one, those in passages.items()})


def _named(placed: Mapping[str, Iterable[Passage]]) -> dict[Passage, tuple[str, ...]]:
    """The entities that stand in each passage, without a crowd."""
    named: dict[Passage, dict[str, None]] = defaultdict(dict)
    for pointer, passages in placed.items():
        for passage in passages:
            named[passage][pointer] = None
    return {passage: tuple(those) for passage, those in named.items() if 1 < len(those) <= CROWD}


def _pairs(edition: Edition, placed: Mapping[str, Iterable[Passage]]) -> Pairs:
    named = _named(placed)
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
