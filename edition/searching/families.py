"""Which forms belong together: inflected forms of a word, and the compounds that a word is a part of.

Snowball's stemmer for the language of the edition decides in the build, so that no stemmer is needed in the
browser. A genitive of a name, which it leaves alone (»Trotzkis«), goes with the name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import snowballstemmer

from edition.searching.folding import Token

LANGUAGES = {
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian",
    "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sv": "swedish",
}  # fmt: skip
PART = 4  # letters of a part of a compound, at least
LINKS = ("", "s", "es", "n", "en", "er", "e")  # between the parts: Arbeit-s-lager, Genoss-en-kreis


@dataclass(frozen=True, slots=True)
class Word:
    """A form as it is looked up, as it is mostly written, how often, and what belongs to it."""

    form: str
    written: str
    count: int
    family: tuple[str, ...] = ()  # the other forms of the word
    compounds: tuple[str, ...] = ()  # forms that it is a part of


@dataclass(slots=True)
class Vocabulary:
    """All forms of the texts with the ways they are written."""

    written: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, text: str, found: Iterable[Token]) -> None:
        """Count the words of a text as they stand in it."""
        for token in found:
            self.written[token.form][text[token.start : token.end]] += 1

    def words(self, language: str) -> tuple[Word, ...]:
        """The forms in alphabetical order, with what belongs to them."""
        shown = {form: _shown(ways) for form, ways in self.written.items()}
        stems = _stems(shown, language)
        members: dict[str, list[str]] = defaultdict(list)
        for form in sorted(shown):
            members[stems[form]].append(form)
        compounds = _compounds(shown, stems) if language == "de" else {}
        return tuple(
            Word(
                form,
                shown[form],
                self.written[form].total(),
                tuple(other for other in members[stems[form]] if other != form),
                _others(compounds.get(stems[form], ()), members[stems[form]])
                if _is_noun(shown[form])
                else (),
            )
            for form in sorted(shown)
        )


def _shown(ways: Counter[str]) -> str:
    """The way a form is mostly written; of equals the one in small letters, then by the alphabet."""
    return min(ways, key=lambda word: (-ways[word], word != word.lower(), word))


def _is_noun(word: str) -> bool:
    """Whether a German word is a noun or a name: those begin with a capital letter."""
    return word[:1].isupper()


def _others(compounds: Iterable[str], family: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(compounds) - set(family)))


def _stems(shown: Mapping[str, str], language: str) -> dict[str, str]:
    """The stem of each form; without a stemmer for the language a form is its own."""
    name = LANGUAGES.get(language)
    stem = snowballstemmer.stemmer(name).stemWord if name else str
    stems = {form: stem(word.lower()) for form, word in shown.items()}
    for form in sorted(shown):
        base = form[:-1]
        if form.endswith("s") and base in stems and _is_noun(shown[form]) and _is_noun(shown[base]):
            stems[form] = stems[base]
    return stems


def _compounds(shown: Mapping[str, str], stems: Mapping[str, str]) -> dict[str, list[str]]:
    """Compounds by the stem of each of their parts: only nouns, only of words that the texts have."""
    found: dict[str, list[str]] = defaultdict(list)
    nouns = {form for form, word in shown.items() if _is_noun(word) and len(form) >= PART}
    for form in sorted(nouns):
        for stem in {stems[part] for part in _parts(form, nouns)}:
            found[stem].append(form)
    return found


def _parts(form: str, nouns: set[str]) -> Sequence[str]:
    """Two nouns of the texts that a form is made of; nothing where there are no such two."""
    for cut in range(PART, len(form) - PART + 1):
        last = form[cut:]
        if last in nouns:
            first = next((base for base in _bases(form[:cut]) if base in nouns), None)
            if first:
                return first, last
    return ()


def _bases(text: str) -> Iterable[str]:
    """What the first part of a compound may be: without the letters that link it, or with a final e that fell."""
    for link in LINKS:
        if text.endswith(link):
            yield text.removesuffix(link) if link else text
    yield f"{text}e"
