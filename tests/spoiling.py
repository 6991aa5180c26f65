"""TEI files spoiled by chance: bytes cut out and put in, trees with parts moved, renamed and doubled."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st
from lxml import etree

from edition.corpus import TEI, XML_ID

_TEI = f"{{{TEI}}}"
SCRAPS = (
    b"<", b">", b"</p>", b"<p>", b"<div>", b"&", b"&lt;", b"]]>", b"<!--", b"-->", b"<![CDATA[", b"<?x?>", b"\0", b"\xff", b"\xc3",
    "\u202e\U0001d50a\u0308".encode(), b' xml:id="x"', b"=", b'"', b"'", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"\r", b" xmlns=''",
    b"<?xml version='1.0' encoding='UTF-16'?>", b"\xef\xbb\xbf", b"\xfe\xff", b"#", b":", b"-", b"<TEI>",
)  # fmt: skip
NAMES = (
    "p", "div", "head", "text", "body", "front", "TEI", "teiHeader", "note", "quote", "said", "persName", "placeName", "date", "ref",
    "choice", "sic", "corr", "list", "item", "bibl", "listBibl", "person", "birth", "relation", "milestone", "lb", "pb", "lg", "l",
    "table", "row", "cell", "figure", "graphic", "app", "rdg", "title", "idno", "standOff", "annotation", "unheardOf", "code", "egXML",
)  # fmt: skip
ATTRIBUTES = (
    XML_ID, "{http://www.w3.org/XML/1998/namespace}lang", "{http://www.w3.org/XML/1998/namespace}base", "n", "type", "ref", "target",
    "corresp", "who", "source", "resp", "when", "from", "to", "notBefore", "notAfter", "datingPoint", "dur", "cert", "matchPattern",
    "replacementPattern", "ident", "unit", "level", "active", "passive", "mutual", "name", "url", "facs", "when-iso", "subtype",
)  # fmt: skip
VALUES = (
    "", " ", "#", "#x", "x", "#p-1 #p-2", "person:x", "person:", ":", "://", "http://[", "https://example.org/%", "1943", "1943-13",
    "-0001", "0000", "1943-02-30", "9" * 5000, "P", "P1Y", "P" + "9" * 5000 + "D", "\u202e", "(a+)+b", "(", "[", "$1", "a b", "..", "../../x",
    "²", "١٩٤٣", "de", "de-", "-", "main", "preferred", "page:index", "source:x", "true", "p-1", "index", "\U0001d7d9", "é", "e\u0301",
)  # fmt: skip
Act = Callable[[Any, Any, int, int], None]  # on an element; another one, and two numbers


def _drop(one: Any, _other: Any, _first: int, _second: int) -> None:
    if one.getparent() is not None:
        one.getparent().remove(one)


def _move(one: Any, other: Any, first: int, _second: int) -> None:
    if one.getparent() is not None and other not in one.iter():
        other.insert(first % (len(other) + 1), one)


def _double(one: Any, other: Any, first: int, _second: int) -> None:
    if len(one) < 20 and one.getparent() is not None:
        other.insert(first % (len(other) + 1), deepcopy(one))


def _rename(one: Any, _other: Any, first: int, second: int) -> None:
    space = (_TEI, _TEI, _TEI, "", "{http://www.w3.org/1999/xhtml}")[second % 5]
    one.tag = space + NAMES[first % len(NAMES)]


def _set(one: Any, _other: Any, first: int, second: int) -> None:
    one.set(ATTRIBUTES[first % len(ATTRIBUTES)], VALUES[second % len(VALUES)])


def _change(one: Any, _other: Any, first: int, second: int) -> None:
    if one.attrib:
        one.set(list(one.attrib)[first % len(one.attrib)], VALUES[second % len(VALUES)])


def _forget(one: Any, _other: Any, first: int, _second: int) -> None:
    if one.attrib:
        del one.attrib[list(one.attrib)[first % len(one.attrib)]]


def _say(one: Any, _other: Any, first: int, second: int) -> None:
    if second % 2:
        one.text = VALUES[first % len(VALUES)]
    else:
        one.tail = VALUES[first % len(VALUES)]


def _empty(one: Any, _other: Any, _first: int, _second: int) -> None:
    if one.getparent() is not None:
        tail = one.tail
        one.clear()
        one.tail = tail


def _unwrap(one: Any, _other: Any, _first: int, _second: int) -> None:
    above = one.getparent()
    if above is not None:
        place = above.index(one)
        above[place : place + 1] = list(one)


def _wrap(one: Any, _other: Any, first: int, _second: int) -> None:
    above = one.getparent()
    if above is not None:
        new = etree.Element(_TEI + NAMES[first % len(NAMES)])
        above.replace(one, new)
        new.append(one)


def _interrupt(one: Any, _other: Any, first: int, second: int) -> None:
    new = etree.Comment("x") if second % 2 else etree.ProcessingInstruction("x", "y")
    one.insert(first % (len(one) + 1), new)


ACTS: tuple[Act, ...] = (
    _drop, _move, _double, _rename, _set, _change, _forget, _say, _empty, _unwrap, _wrap, _interrupt,
)  # fmt: skip
NUMBER = st.integers(0, 2**16)
Step = tuple[Act, int, int, int, int]
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), NUMBER, NUMBER, NUMBER, NUMBER), min_size=1, max_size=8)
Cut = tuple[int, int, bytes]
CUTS = st.lists(
    st.tuples(st.integers(0, 2**18), st.integers(0, 60), st.sampled_from(SCRAPS) | st.binary(max_size=8)),
    min_size=1,
    max_size=6,
)


def tree(data: bytes, steps: list[Step]) -> bytes:
    """A file with parts of its tree changed, still well-formed."""
    root = etree.fromstring(data, etree.XMLParser(collect_ids=False))
    for act, one, other, first, second in steps:
        nodes = list(root.iter("{*}*"))
        act(nodes[one % len(nodes)], nodes[other % len(nodes)], first, second)
    return etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=True)


def cut(data: bytes, cuts: list[Cut]) -> bytes:
    """A file with bytes cut out and put in."""
    for start, length, scrap in cuts:
        start %= len(data) + 1
        data = data[:start] + scrap + data[start + length :]
    return data
