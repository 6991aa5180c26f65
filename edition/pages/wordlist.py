"""Every word of the texts with the passages it stands in, by letters: the search of a reader without scripts.

Where there are very many passages, those of rare words are listed; what is frequent is handed on to the search.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import quote

from msgspec import Struct, field

from edition import searching, urls, words
from edition.interface import N_, _
from edition.model import Edition, Page
from edition.pages import lettered
from edition.pages.frame import Frame, frame
from edition.pages.lettered import Ways
from edition.pages.parts import Part
from edition.pages.search import BLOCKS
from edition.searching import fold

TITLE = N_("Wörter")
WHOLE = N_("im Ganzen")
ALL = 30_000  # words of all texts; where there are more, only rare ones are listed with their passages
RARE = 5  # times that a word stands somewhere
HEAVY = 70_000  # bytes that the words of a page make up, about
WORD, PLACE, LINK = 70, 45, 80  # bytes of a word, a passage, a link to the search besides what they say
FREQUENT = N_(
    "Von Wörtern an mehr als {number} Stellen ist nur gesagt, wie oft und in wie vielen Dokumenten sie stehen; "
    "ein Link führt von dort in die Suche."
)


class Place(Struct, frozen=True):
    """A passage and how often the word stands in it."""

    label: str
    href: str
    times: int


class Word(Struct, frozen=True):
    """A word, as it is mostly written; with its passages, or in how many texts it is and what the search is asked."""

    written: str
    count: int
    places: tuple[Place, ...]
    documents: int = 0
    href: str = ""


class Words(Struct, frozen=True):
    """The values of a page: the words under one letter, and links to the others."""

    frame: Frame
    extent: str
    remark: str  # where not all passages are listed
    ways: Ways
    language: str  # of the words
    words: tuple[Word, ...]


class Found(Struct):
    """What is known of a word: how often it stands somewhere, in how many texts, in which blocks if they are listed."""

    count: int = 0
    texts: int = 0
    listed: Counter[int] = field(default_factory=Counter)  # by the number of the block


class List(Struct, frozen=True):
    """All words as they are mostly written, in which blocks they may stand, and how often those do that are listed."""

    words: Mapping[str, Found]
    blocks: Sequence[tuple[str, str, str]]  # the ids of text and block, and what it is called
    most: int


def pages(edition: Edition, parts: Sequence[searching.Part] = ()) -> Iterator[Page]:
    """A page for each letter, several for a long one; the first stands at the address of the list.

    Args:
        parts: of the index of the search, which knows all words; made if there are none.
    """
    found = _counted(edition, parts or searching.whole(edition))
    ordered = sorted(found.words, key=words.sort_key)
    weight = partial(_weight, found)
    several = lettered.parts(ordered, urls.WORDS, weight, str, HEAVY) if ordered else ()
    whole = f"{_(WHOLE)} {_extent(found, ordered)}"
    for part in several:
        yield Page(part.path, "words.html", _page(edition, found, several, part, whole))


def _page(edition: Edition, found: List, several: Sequence[Part[str]], part: Part[str], whole: str) -> Words:
    return Words(
        frame=frame(
            edition, part.path, f"{_(TITLE)}: {part.said}" if part.said else _(TITLE), section=urls.WORDS
        ),
        extent=f"{_extent(found, part.items)}; {whole}",
        remark=_(FREQUENT).format(number=RARE) if found.most == RARE else "",
        ways=lettered.ways(several, part.path),
        language=edition.articles[0].language,
        words=tuple(_word(one, found, part.path) for one in part.items),
    )


def _extent(found: List, some: Iterable[str]) -> str:
    """How many words these are, and how often they stand somewhere."""
    counts = [found.words[one].count for one in some]
    return f"{words.count(len(counts), 'Wort', 'Wörter')}, {words.count(sum(counts), 'Stelle', 'Stellen')}"


def _counted(edition: Edition, parts: Sequence[searching.Part]) -> List:
    """Of each word, as it is mostly written, in which passages of the texts it stands and how often."""
    ways: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    for part in _of_texts(parts):
        for counted in part.written.values():
            ways.update(counted)
        texts.update(part.texts)
    found = {form: Found(texts=number) for form, number in texts.items()}
    for word, count in ways.items():
        found[fold(word)].count += count
    most = RARE if ways.total() > ALL else ALL
    before = 0  # blocks of the parts before
    for part in _of_texts(parts):
        for form, first, rest in zip(part.words.keys, part.words.firsts, part.words.rests, strict=True):
            if found[form].count <= most:
                found[form].listed.update(dict(searching.units_of(before + first, rest)))
        before += len(part.rows)
    blocks = [
        (text.id, block.id, block.number or block.element)
        for text in edition.articles
        for block in text.blocks
    ]
    return List({shown: found[form] for form, shown in _shown(ways).items()}, blocks, most)


def _of_texts(parts: Iterable[searching.Part]) -> Iterator[searching.Part]:
    return (one for one in parts if one.zone == searching.TEXT)


def _shown(ways: Counter[str]) -> dict[str, str]:
    """Each form as it is mostly written, in the order of the text; small before capital where both are."""
    shown: dict[str, str] = {}
    for word in ways:
        best = shown.setdefault(fold(word), word)
        if (-ways[word], word != word.lower(), word) < (-ways[best], best != best.lower(), best):
            shown[fold(word)] = word
    return shown


def _weight(found: List, word: str) -> int:
    one = found.words[word]
    around = WORD + 2 * len(word.encode())
    if one.count > found.most:
        return around + LINK + len(word.encode())
    return around + sum(PLACE + sum(map(len, found.blocks[block])) for block in one.listed)


def _word(word: str, found: List, path: str) -> Word:
    one = found.words[word]
    if one.count > found.most:
        search = urls.relative(urls.searched(quote(f'"{word}"', safe="")), path)
        return Word(word, one.count, (), one.texts, search)
    spots = []
    for number, times in one.listed.items():
        text, block, label = found.blocks[number]
        href = urls.relative(f"{urls.article(text)}#{block}", path)
        spots.append(Place(BLOCKS.get(label, label), href, times))
    return Word(word, one.count, tuple(spots))
