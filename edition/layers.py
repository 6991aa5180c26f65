"""What of a text belongs to which layer, and where a word ends: tables, and the choice among alternatives.

Two layers: `reading` (as the edition reads it) and `diplomatic` (as it is written). Alternatives are a choice only
where the source says so: a lone `sic` or `abbr` is text like any other (TEI Guidelines, 3.5). The stylesheets have
the same tables in `xslt/reading/layers.xsl`; tests hold both together.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

from edition.corpus import TEI

ADOPTED = "urn:edition:adopted"  # the namespace of what adopting adds
ENTRY = "{urn:edition:adopted}entry"  # the pointers of those who speak, or of a character in the header
UNIT = "{urn:edition:adopted}unit"  # the mark of a citable unit in a text that is not ours
# Has words that are said about the text, or for machines, and are no part of it.
_APART = frozenset(
    "note witDetail wit index figDesc gap space graphic media interp interpGrp span spanGrp link linkGrp join joinGrp "
    "alt altGrp binaryObject timeline fs fLib fvLib certainty precision respons teiHeader standOff facsimile sourceDoc xenoData "
    "listTranspose listChange".split()
)
# Holds nothing but elements, of which not all are read.
_ALTERNATIVES = frozenset("choice app rdgGrp subst".split())
_LAID_OUT = _ALTERNATIVES | {"noteGrp"}  # the white space between elements only lays out the file
# Begins and ends a line of its own.
_LINES = frozenset(
    "ab addrLine address argument back biblFull biblStruct body byline camera caption castGroup castItem castList cell "
    "closer dateline div docEdition docImprint docTitle eg entry entryFree epigraph epilogue event figure floatingText "
    "front fw group head imprimatur item l lg list listBibl listEvent listNym listObject listOrg listPerson listPlace "
    "listRelation listWit nym object opener org p performance person personGrp place postscript prologue row salute "
    "set signed sound sp spGrp speaker stage superEntry table tech text titlePage titlePart trailer u view "
    "witness".split()
)
# Holds parts each of which stands on a line of its own.
_STACKS = frozenset(
    "back body castGroup castList div front group lg list listBibl listPerson listPlace listOrg listEvent listObject "
    "listNym listRelation listWit row sp spGrp table text titlePage".split()
)
_BREAKS = frozenset("lb pb cb gb milestone".split())
_LAYERED = tuple(
    f"{{{TEI}}}{name}"
    for name in (*_ALTERNATIVES, "sic", "corr", "orig", "reg", "abbr", "expan", "am", "ex", "del", "fw")
)
SPACE = " \t\r\n"  # white space in XML: a no-break space is a sign of the text
_PREFIX = "{" + TEI + "}"


class Layer(Struct, frozen=True):
    """A layer: which alternatives are those of the other one, and what is never shown in it."""

    others: frozenset[str]
    silent: frozenset[str]


READING = Layer(frozenset("sic orig abbr am".split()), _APART | {"del", "fw"})
DIPLOMATIC = Layer(frozenset("corr reg expan ex".split()), _APART)
ANNOTATED = Layer(
    READING.others, READING.silent - {"note"}
)  # the reading layer of what is itself said about a text


def local(element: Any) -> str:
    """The local name of a TEI element; empty for comments, instructions and foreign elements."""
    return _local(element.tag)


@lru_cache(maxsize=1000)  # asked of every node several times over
def _local(tag: Any) -> str:
    return tag[len(_PREFIX) :] if isinstance(tag, str) and tag.startswith(_PREFIX) else ""


def parts(element: Any, layer: Layer) -> Iterator[tuple[Any, bool]]:
    """The nodes in an element, each with whether its words are text of the layer."""
    read = chosen(element, layer)
    for child in element:
        yield child, _is_part(child, read, layer)


def is_shown(element: Any, layer: Layer) -> bool:
    """Whether an element stands in what is text of the layer."""
    above = element.getparent()
    while above is not None:
        if not _is_part(element, chosen(above, layer), layer):
            return False
        element, above = above, above.getparent()
    return True


def chosen(element: Any, layer: Layer) -> Any | None:
    """The one part that is read of an element that offers several; itself where it has none, None for all others."""
    choose = _CHOOSE.get(local(element))
    return choose(element, layer) if choose else None


def has_layers(element: Any) -> bool:
    """Whether there is anything in an element by which the layers may differ."""
    return next(element.iter(*_LAYERED), None) is not None


def is_laid_out(element: Any) -> bool:
    """Whether white space in an element, outside the elements in it, is none of the text."""
    return local(element) in _LAID_OUT


def stands_alone(element: Any) -> bool:
    """Whether words before an element, in it and behind it are different words, whatever stands between them."""
    name = local(element)
    if name in _BREAKS:
        return _breaks(element, name)
    return name in _LINES or element.get(UNIT) == "true" or local(element.getparent()) in _STACKS


def _breaks(element: Any, name: str) -> bool:
    """A line ends a word unless it is said not to; a page only where that is said."""
    said = element.get("break")
    return bool(said == "yes" or (name == "lb" and said != "no"))


def joined(text: str, before: Any, behind: Any) -> str:
    """Words without the white space at a break that ends no word: there it is none (TEI, att.breaking)."""
    if _joins(before, backwards=True):
        text = text.lstrip(SPACE)
    return text.rstrip(SPACE) if _joins(behind, backwards=False) else text


def _joins(node: Any, *, backwards: bool) -> bool:
    """Whether a run of breaks, with nothing but white space and comments between them, says so."""
    while node is not None and (not isinstance(node.tag, str) or local(node) in _BREAKS):
        if isinstance(node.tag, str) and node.get("break") == "no":
            return True
        beside = node.getprevious() if backwards else node.getnext()
        between = (node.getparent().text if beside is None else beside.tail) if backwards else node.tail
        if (between or "").strip(SPACE):
            return False
        node = beside
    return False


def _is_part(child: Any, read: Any | None, layer: Layer) -> bool:
    if not isinstance(child.tag, str) or (read is not None and child is not read):
        return False
    name = local(child)
    return name not in layer.silent or (name == "del" and local(child.getparent()) == "restore")


def _alternative(choice: Any, layer: Layer) -> Any:
    found = [child for child in choice if isinstance(child.tag, str)]
    return next((child for child in found if local(child) not in layer.others), found[0] if found else choice)


def _reading(app: Any, _layer: Layer) -> Any:
    """The lemma, else the first reading; in a group of readings only where that is the one."""
    top = app
    while local(top) == "rdgGrp":
        top = top.getparent()
    found = list(_readings(top))
    read = next((one for one in found if local(one) == "lem"), found[0] if found else None)
    while read is not None and read is not top and read.getparent() is not app:
        read = read.getparent()
    return app if read is None or read is top else read


def _readings(group: Any) -> Iterator[Any]:
    for child in group:
        if local(child) in ("lem", "rdg"):
            yield child
        elif local(child) == "rdgGrp":
            yield from _readings(child)


_CHOOSE = {"choice": _alternative, "app": _reading, "rdgGrp": _reading}
