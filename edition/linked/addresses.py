"""What a thing is called in linked data: an address of the site, by docs/decisions/017.

What is itself a text or a part of one (the edition, a text, a paragraph, a quotation, an entry of the sources) is
named by its own address. What is not (a person, a place, a work …) is named by the address of its page with `#it`;
whatever belongs to it alone, by `#it.` and a word. No element of a page has an id `it`: these names lead to the page,
but they do not mean a part of it.
"""

from __future__ import annotations

from hashlib import sha256

from edition import citation, urls
from edition.kinds import BY_SLUG
from edition.model import Config

THING = "it"
PUBLISHER = f"{urls.IMPRINT}#publisher"
TERMS = urls.exported("turtle", "terms.ttl")
SHAPES = urls.exported("turtle", "shapes.ttl")
_KINDS = {kind.plural: kind.slug for kind in BY_SLUG.values()}


def edition(config: Config) -> str:
    """The edition as a whole: the address of the site."""
    return citation.address(config, "")


def at(config: Config, path: str) -> str:
    """A page of the site, or what stands at an anchor in it."""
    return citation.address(config, path)


def thing(config: Config, pointer: str) -> str:
    """What an entry of the lists describes, not its page."""
    return at(config, f"{urls.entity(pointer)}#{THING}")


def term(config: Config, name: str) -> str:
    """A term of the edition's own vocabulary."""
    return at(config, f"{TERMS}#{name}")


def beside(address: str, word: str, *content: object) -> str:
    """Something that belongs to a thing alone; `content` tells several apart, whatever their order."""
    base = address if "#" in address else f"{address}#{THING}"
    return f"{base}.{word}" + (f".{_digest(content)}" if content else "")


def pointer(config: Config, address: str) -> str:
    """The pointer of the entry that a name of a thing belongs to, or ''."""
    path, _, fragment = address.removeprefix(edition(config)).partition("#")
    folder, _, name = path.partition("/")
    if fragment != THING or folder not in _KINDS:
        return ""
    return f"{_KINDS[folder]}:{name.removesuffix('.html')}"


def _digest(content: tuple[object, ...]) -> str:
    return sha256(repr(content).encode("utf-8")).hexdigest()[:8]
