"""Names and lists in the words of a message, and the name that was probably meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches

from edition.grammar import names
from edition.grammar.expectations import Expected, Options, Wildcard
from edition.grammar.names import AnyName
from edition.model import LANGUAGES, Bilingual

SHORT = 4  # as many things are named in a message, the rest is counted
LONG = 20  # … and in a hint
_ALIKE = 0.75  # persNam and persName; not lb and pb
_LONGEST = 60  # characters of the document that a message repeats

Words = str | Bilingual  # names are the same in both languages

_AND = Bilingual(" and ", " und ")
_OR = Bilingual(" or ", " oder ")
_MORE = Bilingual("{list} and {count} more", "{list} und {count} weitere")
_ONE_OF_MORE = Bilingual("{list} or one of {count} more", "{list} oder eines von {count} weiteren")
_TEXT = Bilingual("text", "Text")
_NOTHING = Bilingual("nothing", "nichts")
_MORE_CONTENT = Bilingual("more content", "weiterer Inhalt")
_SEVERAL = Bilingual(
    "words separated by spaces, each of them {one}", "durch Leerzeichen getrennte Wörter, jedes davon {one}"
)
_QUOTED = Bilingual('"{text}"', "»{text}«")
_ANY = {
    "element": Bilingual("any element", "jedes Element"),
    "attribute": Bilingual("any attribute", "jedes Attribut"),
}
_ANY_OF = Bilingual('{any} of the namespace "{namespace}"', "{any} des Namensraums »{namespace}«")


def element(name: str, namespace: str, label: str = "") -> str:
    """`<p>`; with its namespace if that is not the one of the grammar; `label` is an attribute to know it by."""
    own, local = names.split(name)
    foreign = "" if own == namespace else f'xmlns="{shortened(own)}"'
    parts = [shortened(local), label, foreign]
    return f"<{' '.join(part for part in parts if part)}>"


def attribute(name: str) -> str:
    """`@ref`, `@xml:id`; with its namespace if that is another."""
    namespace, local = names.split(name)
    prefix = "xml:" if namespace == names.XML else f"{{{shortened(namespace)}}}" if namespace else ""
    return f"@{prefix}{shortened(local)}"


def wildcard(found: Wildcard, what: str) -> Bilingual:
    """`any element`, `any attribute of the namespace …`."""
    everything = _ANY[what]
    if isinstance(found, AnyName):
        return everything
    return _ANY_OF.filled({"any": everything, "namespace": found.namespace})


def elements(expected: Expected, namespace: str) -> list[Words]:
    """Everything that may come in the content of an element."""
    text: list[Words] = [_TEXT] if expected.text else []
    named = [element(name, namespace) for name in expected.names]
    return [*text, *named, *(wildcard(found, "element") for found in expected.wildcards)]


def needed(expected: Expected, namespace: str) -> Bilingual:
    """What an element still needs, in the form `<p> or <head>`."""
    return either(elements(expected, namespace) or [_MORE_CONTENT])


def attributes(expected: Expected) -> list[Words]:
    """Attributes as words."""
    named = map(attribute, expected.names)
    return [*named, *(wildcard(found, "attribute") for found in expected.wildcards)]


def values(options: Options) -> Bilingual:
    """What a value may be, to complete "expected: …"."""
    literals: list[Words] = [
        text if text and text == text.strip() else _QUOTED.filled({"text": text}) for text in options.literals
    ]
    limit = SHORT if options.descriptions else LONG
    one = either([*literals, *options.descriptions] or [_NOTHING], limit)
    return _SEVERAL.filled({"one": one}) if options.several else one


def limited(items: Sequence[Words], limit: int = SHORT) -> Bilingual:
    """`a, b, c, d and 14 more`; a single one more is named as well."""
    if len(items) <= limit + 1:
        return joined(items)
    return _MORE.filled({"list": joined(items[:limit]), "count": len(items) - limit})


def either(items: Sequence[Words], limit: int = SHORT) -> Bilingual:
    """`a, b or c`; of many only some, and their number."""
    if len(items) > limit + 1:
        return _ONE_OF_MORE.filled({"list": joined(items[:limit]), "count": len(items) - limit})
    return joined([part for part in (joined(items[:-1]), *items[-1:]) if part], _OR)


def every(items: Sequence[Words]) -> Bilingual:
    """`a and b`."""
    return joined(items, _AND)


def joined(items: Sequence[Words], between: Words = ", ") -> Bilingual:
    """The items in a row, in each language."""
    return Bilingual(
        *(_in(between, language).join(_in(one, language) for one in items) for language in LANGUAGES)
    )


def _in(words: Words, language: str) -> str:
    return words.in_(language) if isinstance(words, Bilingual) else words


def shortened(text: str) -> str:
    """Text of the document as a message repeats it: on one line and not without end."""
    text = text[: 10 * _LONGEST]
    line = " ".join(text.split()) if "\n" in text else text
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def nearest(wanted: str, candidates: Iterable[str], spelling: Callable[[str], str] = str) -> str | None:
    """The candidate whose spelling is so near that a slip is likely."""
    word = spelling(wanted).lower()
    ends = word.lstrip("@")
    if not 0 < len(ends) <= _LONGEST:
        return None
    by_spelling: dict[str, str] = {}
    for candidate in candidates:
        other = spelling(candidate).lower()
        # Comparing takes long; nobody misspells a name at both of its ends.
        if other.lstrip("@")[:1] == ends[0] or other[-1:] == ends[-1]:
            by_spelling.setdefault(other, candidate)
    found = get_close_matches(word, by_spelling, 1, _ALIKE)
    return by_spelling[found[0]] if found else None
