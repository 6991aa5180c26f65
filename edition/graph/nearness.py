"""Who is named beside whom: in how many paragraphs, and in how many sentences, two entities stand together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, combinations

from msgspec import Struct

from edition.grouped import mentioned, mentions_by_text, texts_by_id
from edition.kept import for_edition
from edition.model import Edition

Passage = tuple[str, str, int]  # ids of text and block; the number of a sentence, or 0
Pairs = Mapping[tuple[str, str], tuple[Passage, ...]]
Passages = Mapping[str, Sequence[set[str]]]  # entity → the entities of each passage that names it
CROWD = 60  # entities in a passage that are named beside each other; more are a list of names
OFTEN = 2  # paragraphs that must name both for a picture to show it: one may be a mere list of names

# A sentence ends at its mark, before a space and what may begin one; a full stop after a figure, a single letter or
# these is an ordinal, an initial, an abbreviation.
_END = re.compile(
    r"[.!?…](?:(?<=[!?…])|(?<=\d\d\d\d\.)|(?<!\b\w\.)(?<!\d\.)(?<!\bbzw\.)(?<!\busw\.)(?<!\b[Vv]gl\.)"
    r"(?<!\b[DM]r\.)(?<!\bProf\.)(?<!\bHrsg\.)(?<!\bgeb\.))[»«)\]]*(?= [»«(\[]?[A-ZÄÖÜ])"
)


def together(edition: Edition, kind: str = "") -> Pairs:
    """For each pair of entities (of one kind) that a paragraph names both of: these paragraphs; the pairs in the
    order of the pointers, the paragraphs in that of the texts."""
    return _pairs(edition, _in_blocks(edition, kind))


@for_edition
def persons_together(edition: Edition) -> Pairs:
    """The pairs of persons that a paragraph names both of."""
    return together(edition, "person")


@for_edition
def persons_often_together(edition: Edition) -> bool:
    """Whether there are two persons that are often named together: two that are, are mostly found in the first texts."""
    counted: Counter[tuple[str, str]] = Counter()
    persons = {pointer for pointer, entity in edition.entities.items() if entity.kind == "person"}
    for text in edition.articles:
        named: dict[str, set[str]] = defaultdict(set)
        for one in mentions_by_text(edition).get(text.id, ()):
            if one.pointer in persons:
                named[one.block].add(one.pointer)
        crowds = (sorted(those) for those in named.values() if len(those) <= CROWD)
        pairs = [pair for those in crowds for pair in combinations(those, 2)]
        counted.update(pairs)
        if any(counted[pair] >= OFTEN for pair in pairs):
            return True
    return False


def _in_blocks(edition: Edition, kind: str = "") -> dict[str, list[Passage]]:
    return {
        pointer: [(one.article_id, one.block, 0) for one in mentioned(edition, pointer)]
        for pointer, entity in edition.entities.items()
        if not kind or entity.kind == kind
    }


def ends(text: str) -> list[int]:
    """Where the sentences of a paragraph end, in rising order; its last one is not among them."""
    return [match.end() for match in _END.finditer(text)]


class Beside:
    """Who stands beside whom, asked for one entity at a time; what a text says of that is worked out when it is needed."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._of_texts: dict[str, _Text] = {}

    def counted(self, pointer: str) -> Counter[str]:
        """In how many paragraphs each of the others stands beside an entity."""
        return self._others(pointer, lambda text: text.paragraphs)

    def in_sentence(self, pointer: str) -> frozenset[str]:
        """Those of whom a sentence names both."""
        return frozenset(self._others(pointer, lambda text: text.sentences))

    def _others(self, pointer: str, level: Callable[[_Text], Passages]) -> Counter[str]:
        texts = dict.fromkeys(one.article_id for one in mentioned(self._edition, pointer))
        passages = (those for one in texts for those in level(self._text(one)).get(pointer, ()))
        found = Counter(chain.from_iterable(passages))
        found.pop(pointer, None)
        return found

    def _text(self, name: str) -> _Text:
        if name not in self._of_texts:
            self._of_texts[name] = _of_text(self._edition, name)
        return self._of_texts[name]


class _Text(Struct, frozen=True):
    """The passages of a text that name several entities, by each of these."""

    paragraphs: Passages
    sentences: Passages


def _of_text(edition: Edition, name: str) -> _Text:
    blocks = {block.id: block.text for block in texts_by_id(edition)[name].blocks}
    ended: dict[str, list[int]] = {}
    paragraphs: dict[str, set[str]] = defaultdict(set)
    sentences: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one in mentions_by_text(edition)[name]:
        if one.pointer in edition.entities:
            if one.block not in ended:
                ended[one.block] = ends(blocks[one.block])
            paragraphs[one.block].add(one.pointer)
            sentences[one.block, bisect_right(ended[one.block], one.start)].add(one.pointer)
    return _Text(_by_entity(paragraphs.values()), _by_entity(sentences.values()))


def _by_entity(passages: Iterable[set[str]]) -> Passages:
    """The passages by each entity that they name; without those that name a crowd."""
    found: dict[str, list[set[str]]] = defaultdict(list)
    for those in passages:
        for pointer in those if 1 < len(those) <= CROWD else ():
            found[pointer].append(those)
    return found


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
