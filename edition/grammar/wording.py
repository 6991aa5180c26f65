"""Names and lists in the words of a message, and the name that was probably meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches

from edition.grammar import names
from edition.grammar.expectations import Expected, Options, Wildcard
from edition.grammar.names import AnyName

SHORT = 4  # as many things are named in a message, the rest is counted
LONG = 20  # … and in a hint
_ALIKE = 0.75  # persNam and persName; not lb and pb


def element(name: str, namespace: str) -> str:
    """`<p>`; with its namespace if that is not the one of the grammar."""
    own, local = names.split(name)
    return f"<{local}>" if own == namespace else f'<{local} xmlns="{own}">'


def attribute(name: str) -> str:
    """`@ref`, `@xml:id`; with its namespace if that is another."""
    namespace, local = names.split(name)
    if namespace == names.XML:
        return f"@xml:{local}"
    return f"@{{{namespace}}}{local}" if namespace else f"@{local}"


def wildcard(found: Wildcard, what: str) -> str:
    """`any element`, `any attribute of the namespace …`."""
    return f"any {what}" if isinstance(found, AnyName) else f'any {what} of the namespace "{found.namespace}"'


def elements(expected: Expected, namespace: str) -> list[str]:
    """Everything that may come in the content of an element, as words."""
    text = ["text"] if expected.text else []
    named = [element(name, namespace) for name in expected.names]
    return text + named + [wildcard(found, "element") for found in expected.wildcards]


def attributes(expected: Expected) -> list[str]:
    """Attributes as words."""
    return [attribute(name) for name in expected.names] + [
        wildcard(found, "attribute") for found in expected.wildcards
    ]


def values(options: Options) -> str:
    """What a value may be, to complete "expected …"."""
    literals = [text if text and text == text.strip() else f'"{text}"' for text in options.literals]
    several = "words separated by spaces, each " if options.several else ""
    if not literals and not options.descriptions:
        return several + "nothing"
    if not options.descriptions:
        one = "one of " if len(literals) > 1 else ""
        return several + one + limited(literals, LONG)
    return several + either([*literals, *options.descriptions])


def limited(items: Sequence[str], limit: int = SHORT) -> str:
    """`a, b, c, d and 14 more`; a single one more is named as well."""
    if len(items) <= limit + 1:
        return ", ".join(items)
    return f"{', '.join(items[:limit])} and {len(items) - limit} more"


def either(items: Sequence[str], limit: int = SHORT) -> str:
    """`a, b or c`; of many only some, and their number."""
    if len(items) > limit + 1:
        return f"{', '.join(items[:limit])} or one of {len(items) - limit} more"
    return " or ".join(part for part in (", ".join(items[:-1]), items[-1] if items else "") if part)


def nearest(wanted: str, candidates: Iterable[str], spelling: Callable[[str], str] = str) -> str | None:
    """The candidate whose spelling is so near that a slip is likely."""
    by_spelling: dict[str, str] = {}
    for candidate in candidates:
        by_spelling.setdefault(spelling(candidate).lower(), candidate)
    found = get_close_matches(spelling(wanted).lower(), by_spelling, 1, _ALIKE)
    return by_spelling[found[0]] if found else None
