"""Which forms belong together: inflected forms of a word, and the compounds that a word is a part of.

Snowball's stemmer for the language of a text decides in the build, so that no stemmer is needed in the browser. What
it plainly gets wrong in German is mended here: a genitive of a name, which it leaves alone (»Trotzkis«), goes with the
name; what differs in a vowel is one word only where German changes vowels to inflect (`vowels`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import Stemmer
from msgspec import Struct, field

from edition.searching import vowels
from edition.searching.folding import fold

LANGUAGES = {
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian",
    "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sv": "swedish",
}  # fmt: skip
PART = 4  # letters of a part of a compound, at least
# Words that have no other forms, though the stemmer takes them for some: sich, sicher; unter, unten.
ALONE = frozenset({"and", "aussen", "ausser", "innen", "nach", "sich", "unten", "unter", "uns"})
_LONG = re.compile(r"(?<=ig)ung(?:en|s)?$")  # of which the stemmer takes »ig« as well: Bericht, Berichtigung
LINKS = ("", "s", "es", "n", "en", "er", "e")  # between the parts: Arbeit-s-lager, Genoss-en-kreis


class Word(Struct, frozen=True):
    """A form as it is looked up, as it is mostly written, how often, and what belongs to it."""

    form: str
    written: str
    count: int
    family: tuple[str, ...] = ()  # the other forms of the word
    compounds: tuple[str, ...] = ()  # forms that it is a part of


class Vocabulary(Struct):
    """All words of the texts as they are written, by language."""

    written: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, counted: Mapping[str, Counter[str]]) -> None:
        """Take in the words of some texts, by language."""
        for language, counts in counted.items():
            self.written[language].update(counts)

    def words(self) -> tuple[Word, ...]:
        """The forms in alphabetical order, with what belongs to them in one language or another."""
        ways: dict[str, Mapping[str, int]] = {}
        families: dict[str, set[str]] = defaultdict(set)
        compounds: dict[str, set[str]] = defaultdict(set)
        for language, counts in self.written.items():
            forms = _forms(counts)
            for form, counted in forms.items():
                ways[form] = Counter(ways[form]) + Counter(counted) if form in ways else counted
            shown = {form: _shown(counted) for form, counted in forms.items()}
            related = _families(shown, language)
            for form, others in related.items():
                families[form] |= others
            if language == "de":
                for form, longer in _compounds(shown, related).items():
                    compounds[form] |= longer
        return tuple(
            Word(
                form,
                _shown(ways[form]),
                sum(ways[form].values()),
                tuple(sorted(families[form])),
                tuple(sorted(compounds[form] - families[form] - {form})),
            )
            for form in sorted(ways)
        )


def _forms(counts: Counter[str]) -> Mapping[str, Mapping[str, int]]:
    """The ways in which each form is written, in the order of the texts."""
    forms: dict[str, dict[str, int]] = defaultdict(dict)
    for word, count in counts.items():
        forms[fold(word)][word] = count
    return forms


def _shown(ways: Mapping[str, int]) -> str:
    """The way a form is mostly written; of equals the one in small letters, then by the alphabet."""
    if len(ways) == 1:
        return next(iter(ways))
    return min(ways, key=lambda word: (-ways[word], word != word.lower(), word))


def _is_noun(word: str) -> bool:
    """Whether a German word is a noun or a name: those begin with a capital letter."""
    return word[:1].isupper()


def _families(shown: Mapping[str, str], language: str) -> Mapping[str, set[str]]:
    """The other forms of each word of a language, all of which share its stem."""
    members: dict[str, list[str]] = defaultdict(list)
    for form, stem in _stems(shown, language).items():
        members[stem].append(form)
    same = vowels.agree if language == "de" else lambda one, two: True
    return {
        form: {other for other in forms if other != form and same(shown[form], shown[other])}
        for forms in members.values()
        for form in forms
    }


def _stems(shown: Mapping[str, str], language: str) -> dict[str, str]:
    """The stem of each form; without a stemmer for the language a form is its own."""
    name = LANGUAGES.get(language)
    stem = Stemmer.Stemmer(name, 0).stemWord if name else str  # each form is asked for once: nothing is kept
    stems = {form: stem(word.lower()) for form, word in shown.items()}
    if language == "de":
        stems |= {form: f"={form}" for form in ALONE & stems.keys()}
        stems |= {form: _LONG.sub("", form) for form in stems if _LONG.search(form)}
    for form in sorted(shown):
        base = form[:-1]
        if form.endswith("s") and base in stems and _is_noun(shown[form]) and _is_noun(shown[base]):
            stems[form] = stems[base]
    return stems


def _compounds(shown: Mapping[str, str], families: Mapping[str, set[str]]) -> Mapping[str, set[str]]:
    """The compounds of each noun: only nouns, only of words that the texts have."""
    found: dict[str, set[str]] = defaultdict(set)
    nouns = {form for form, word in shown.items() if _is_noun(word) and len(form) >= PART}
    for form in sorted(nouns):
        for part in _parts(form, nouns):
            for one in {part, *families[part]}:
                if _is_noun(shown[one]):
                    found[one].add(form)
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
