"""Forms of names, and where they stand in a text.

Endings are those of German names: -s, -es and an apostrophe for the genitive, -er after places (»Prager«), the
endings of adjectives inside names of several words (»der Kommunistischen Internationale«).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

SHORTEST = 3
_WORD = re.compile(r"\w+")
_GENITIVE = re.compile(r"['’]s\b|['’](?!\w)")
_ADJECTIVE = re.compile(r"(?<=\w\w\w)(e|en|er|es|em)$")
_NO_LENGTHS: frozenset[int] = frozenset()
_ENDINGS = ("", "s", "es", "er")  # of the last word, the shortest first


class Form(Struct, frozen=True):
    """A form of a name: its text, its words, what stands between them, and the entries it may mean."""

    text: str
    words: tuple[str, ...]
    between: tuple[str, ...]
    pointers: tuple[str, ...]
    whole: bool = False  # a name as it is listed, not only a part of it


class Hit(Struct, frozen=True):
    """A form found in a text, from `start` to `end`, with its ending."""

    start: int
    end: int
    form: Form


class Forms(Struct):
    """All forms that are looked for: those of the lists, and on top of them those of one text."""

    _by_text: dict[str, Form] = field(default_factory=dict)
    _by_key: dict[tuple[str, ...], list[Form]] = field(default_factory=lambda: defaultdict(list))
    _lengths: dict[str, set[int]] = field(
        default_factory=lambda: defaultdict(set)
    )  # by the stem of the first word
    _below: Forms | None = None

    @classmethod
    def of(cls, found: Iterable[tuple[str, str, bool]]) -> Forms:
        """From texts, each with the entry it names, and whether it is a listed name."""
        pointers: dict[str, dict[str, None]] = defaultdict(dict)
        listed: set[str] = set()
        for text, pointer, whole in found:
            pointers[text][pointer] = None
            if whole:
                listed.add(text)
        forms = cls()
        for text, entries in pointers.items():
            forms._add(text, tuple(entries), text in listed)
        return forms

    def with_tagged(self, found: Iterable[tuple[str, str]]) -> Forms:
        """These forms and further ones, with the entries they name; a form known already may mean those as well.

        The forms below are not copied: a list of very many names is read once for all texts.
        """
        pointers: dict[str, dict[str, None]] = defaultdict(dict)
        for text, pointer in found:
            pointers[text][pointer] = None
        forms = Forms(_below=self)
        for text, entries in pointers.items():
            if text in self:
                known = self[text]
                forms._by_text[text] = replace(
                    known, pointers=tuple(dict.fromkeys((*known.pointers, *entries)))
                )
            else:
                forms._add(text, tuple(entries), whole=False)
        return forms

    def _add(self, text: str, pointers: tuple[str, ...], whole: bool) -> None:
        spans = [one.span() for one in _WORD.finditer(text)]
        words = tuple(text[start:end] for start, end in spans)
        if not words or len("".join(words)) < SHORTEST or not any(word[0].isupper() for word in words):
            return
        between = tuple(_gap(text[one[1] : two[0]]) for one, two in pairwise(spans))
        form = Form(text, words, between, pointers, whole)
        self._by_text[text] = form
        self._by_key[(*map(_stem, words[:-1]), words[-1])].append(form)
        if len(words) > 1:
            self._lengths[_stem(words[0])].add(len(words))

    def __getitem__(self, text: str) -> Form:
        if self._below and text not in self._by_text:
            return self._below[text]
        return self._by_text[text]

    def __contains__(self, text: str) -> bool:
        return text in self._by_text or (self._below is not None and text in self._below)

    def __iter__(self) -> Iterator[str]:
        below = self._below or ()
        yield from below
        yield from (text for text in self._by_text if text not in below)

    def find(self, text: str, answered: Callable[[Hit], bool] = lambda _: False) -> Iterator[Hit]:
        """Where forms stand in a text, the longest first, none inside another.

        What is `answered` is passed over, and shorter forms inside it are looked for.
        """
        spans = [one.span() for one in _WORD.finditer(text)]
        number = 0
        while number < len(spans):
            hits = (
                _hit(form, text, spans[number : number + len(form.words)])
                for form in self._possible(text, spans, number)
            )
            hit = next((one for one in hits if one and not answered(one)), None)
            if hit:
                yield hit
            number += len(hit.form.words) if hit else 1

    def _possible(self, text: str, spans: list[tuple[int, int]], number: int) -> Iterator[Form]:
        """The forms whose words can begin with this one, the longest first; their number does not grow with that of all."""
        first = _stem(text[slice(*spans[number])])
        for length in (*sorted(self._lengths_of(first), reverse=True), 1):
            words = [text[start:end] for start, end in spans[number : number + length]]
            if len(words) == length:
                stems = [_stem(word) for word in words[:-1]]
                for ending in _ENDINGS:
                    if words[-1].endswith(ending):
                        yield from self._at((*stems, words[-1].removesuffix(ending)))

    def _lengths_of(self, first: str) -> frozenset[int] | set[int]:
        own = self._lengths.get(first, _NO_LENGTHS)
        return own | self._below._lengths_of(first) if self._below else own

    def _at(self, key: tuple[str, ...]) -> Sequence[Form]:
        """The forms of a key, those below first, each as it stands on top."""
        own = self._by_key.get(key, ())
        below = self._below._at(key) if self._below else ()
        return [*(self._by_text.get(form.text, form) for form in below), *own] if below else own


@lru_cache(maxsize=10_000)  # texts repeat their words
def _stem(word: str) -> str:
    """A word without the ending of an adjective; what `_adjective` calls the same has the same stem."""
    return _ADJECTIVE.sub("", word)


def _gap(text: str) -> str:
    return " ".join(text.split()) or (" " if text else "")


def _hit(form: Form, text: str, spans: list[tuple[int, int]]) -> Hit | None:
    if len(spans) < len(form.words):
        return None
    words = [text[start:end] for start, end in spans]
    places = any(pointer.startswith("place:") for pointer in form.pointers)
    if not _same_end(words[-1], form.words[-1], places) or not all(
        one == other or _adjective(one, other, form)
        for one, other in zip(words[:-1], form.words, strict=False)
    ):
        return None
    gaps = (_gap(text[one[1] : two[0]]) for one, two in pairwise(spans))
    if tuple(gaps) != form.between:
        return None
    ending = _GENITIVE.match(text, spans[-1][1])
    return Hit(spans[0][0], ending.end() if ending else spans[-1][1], form)


def _same_end(word: str, name: str, place: bool) -> bool:
    endings = ("", "s", "es", "er") if place else ("", "s", "es")
    return word.startswith(name) and word[len(name) :] in endings


def _adjective(word: str, other: str, form: Form) -> bool:
    """The same adjective with another ending; names of persons have none."""
    if any(pointer.startswith(("person:", "work:")) for pointer in form.pointers):
        return False
    return len(word) > SHORTEST and _stem(word) == _stem(other)
