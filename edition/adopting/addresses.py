"""Where a pointer of any TEI leads: to an id of some file, to an address of the web, or to a key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname, join, normpath
from typing import Any, NamedTuple
from urllib.parse import unquote

from edition import expressions, identifiers
from edition.corpus import NS, every

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_GROUP = re.compile(r"\$([0-9])")
_ELSEWHERE = "@sameAs | @corresp | @ref | *[self::t:persName or self::t:placeName or self::t:orgName]/@ref"
_WEB = frozenset({"http", "https"})
Prefixes = Mapping[str, Sequence[tuple[str, str]]]


class Address(NamedTuple):
    """What a pointer means: `file` is a path below the edition's folder, '' where the pointer names none."""

    sort: str  # "id", "uri", "key"
    value: str
    file: str = ""


def prefixes(root: Any) -> dict[str, list[tuple[str, str]]]:
    """The prefixes a file declares: by prefix, pattern and replacement (TEI Guidelines, 17.2.3)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for node in every(root, "//t:prefixDef[@ident]"):
        row = (node.get("matchPattern", ""), node.get("replacementPattern", ""))
        found.setdefault(node.get("ident"), []).append(row)
    return found


def of_pointer(token: str, path: str, known: Prefixes) -> Address | None:
    """Where one pointer leads, from the file at `path`; None for what is no pointer to an entry or a document."""
    scheme = _SCHEME.fullmatch(token)
    if scheme and scheme[1] in known:
        expanded = _expanded(known[scheme[1]], scheme[2])
        if not expanded or (_SCHEME.fullmatch(expanded) and expanded.partition(":")[0] == scheme[1]):
            return Address("id", scheme[2])
        return of_pointer(expanded, path, {})
    if scheme and scheme[1].lower() in _WEB:
        return Address("uri", canonical(token))
    if scheme:  # a prefix that nobody has declared: most often an id follows
        return Address("id", scheme[2]) if scheme[2] and "/" not in scheme[2] else None
    file, mark, fragment = token.partition("#")
    if mark and fragment:
        return Address("id", unquote(fragment), _beside(file, path) if file else path)
    if not mark and file.endswith((".xml", ".tei")):
        return Address("id", "", _beside(file, path))
    return Address("key", token) if file and not mark else None


def is_web(value: str) -> bool:
    """Whether something is an address of the web."""
    return value.startswith(("http://", "https://"))


def of_entry(element: Any) -> Iterator[str]:
    """The addresses of the web by which an entry says that it is known elsewhere, beside its `idno`."""
    for value in element.xpath(_ELSEWHERE, namespaces=NS):
        yield from (one for one in str(value).split() if is_web(one))


def of_key(key: str) -> Address | None:
    """What @key means: an id or a name of an entry; some write the pointer of a @ref there."""
    key = " ".join(key.split())
    if not key:
        return None
    if is_web(key):
        return Address("uri", canonical(key))
    return Address("key", key.removeprefix("#"))


def canonical(uri: str) -> str:
    """An address in the one form that identifiers of a known authority file have."""
    scheme = identifiers.recognise(uri)
    return (identifiers.canonical(scheme, uri) or uri) if scheme else uri.strip()


def _beside(file: str, path: str) -> str:
    return normpath(join(dirname(path), unquote(file)))


def _expanded(rows: Sequence[tuple[str, str]], value: str) -> str:
    """What a prefix makes of a value, or ''."""
    for pattern, replacement in rows:
        try:
            found = expressions.expression(pattern).fullmatch(value)
        except expressions.UnknownError:  # regular expressions of XML Schema know more than ours
            continue
        if found is not None:
            parts = (value, *found)
            return _GROUP.sub(lambda number, parts=parts: "".join(parts[int(number[1]) :][:1]), replacement)  # type: ignore[misc]
    return ""
