"""What a page leads to and what leads to it, as numbers: enough to be sure that a site is whole, not to say why it is not.

A trace is taken when a page is made, in whatever process; the pages of a site that are not surely whole are then read again
with a parser of HTML (`verify`), which says what is wrong. So a site of many thousand pages need not be parsed to be
checked.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from msgspec import Struct

from edition.model import pickled

_IDS = re.compile(r' id="([^"]*)"')
_LINKS = re.compile(r' (?:href|src|srcset|cite|action|formaction|poster|data|background)="([^"]*)"')
_SPACES = "\t\n\f\r"  # what else may stand before an attribute (HTML, 13.1.2); a blank alone is found in half the time
_HERE = ("", "#")  # what an address begins with that stays on its page
_AWAY = 0
# What may ask another host: any element but links, and links of the head, of which most only name an address.
_ABROAD = re.compile(r'="(?:[a-z]+:)?//')
_ATTRIBUTE = re.compile(r"\s(?:href|src|srcset|cite|action|formaction|poster|data|background)$")
_LONGEST = len(" background")
_ASKING = re.compile(r"<(?!a[\s>])[a-z]")
_NAMING = re.compile(r'<link rel="(?:author|canonical|cite-as|license|type|schema\.[A-Za-z]+)" ')


@pickled
class Trace(Struct, frozen=True):
    """A page: the numbers of what it links to, those of its places, and whether it must be read in any case."""

    links: array[int]
    places: array[int]
    doubtful: bool


def trace(path: str, html: str, leaks: Callable[[str], bool]) -> Trace:
    """The trace of a page; one of which `leaks` says so must be read."""
    flat = html
    for space in _SPACES:
        flat = flat.replace(space, " ")
    folder, ids = dirname(path), [unescape(one) for one in _IDS.findall(flat)]
    linked = {
        _within(path, value) if value[:1] in _HERE else _led(folder, value)
        for value in set(_LINKS.findall(flat))
    }
    doubtful = len(set(ids)) < len(ids) or leaks(html) or _asks(html)
    return Trace(
        array("Q", sorted(linked - {_AWAY})),
        array("Q", sorted(number(f"{path}#{one}") for one in ids)),
        doubtful,
    )


def suspects(traces: Mapping[str, Trace], files: Collection[str]) -> Iterator[str]:
    """The pages that may not be whole; of all others it is sure that they are."""
    there = {number(path) for path in files}
    for one in traces.values():
        there.update(one.places)
    for path, one in traces.items():
        if one.doubtful or not there.issuperset(one.links):
            yield path


def number(target: str) -> int:
    """A number that stands for a file, or a place in one: the same in every process and on every machine."""
    return int.from_bytes(blake2b(target.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _within(path: str, value: str) -> int:
    return number(_with(path, unescape(value[1:])))


@lru_cache(maxsize=100_000)  # most links stand on many pages
def _led(folder: str, value: str) -> int:
    """The number of what an address leads to that is written on a page of a folder; `_AWAY` if it leads out of the site."""
    plain = unescape(value)
    if "://" in plain or plain.startswith(("mailto:", "data:")):
        return _AWAY
    file, _, fragment = plain.partition("#")
    return number(_with(normpath(join(folder, unquote(file))), fragment))


def _with(target: str, fragment: str) -> str:
    place = place_of(fragment)
    return f"{target}#{place}" if place else target


def _asks(html: str) -> bool:
    """Whether something on a page may ask another host: looked for around each address with a host, from left to right."""
    looked, asking, naming = 0, False, False
    for address in _ABROAD.finditer(html):
        start = address.start()
        end = html.rfind(">", looked, start)
        if end >= 0:  # another tag than that of the address before
            looked, asking, naming = end, False, False
        asking = asking or _ASKING.search(html, looked, start) is not None
        naming = naming or _NAMING.search(html, looked, start) is not None
        if asking and not naming and _ATTRIBUTE.search(html, max(0, start - _LONGEST), start):
            return True
        looked = start
    return False


def place_of(fragment: str) -> str:
    """The id that a fragment names, if any; a query of the search, as all settings of a view, is none."""
    return "" if "=" in fragment.partition("&")[0] else unquote(fragment)
