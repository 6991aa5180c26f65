"""Mutants: a document with one thing wrong, or perhaps still right; always the same for the same seed."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator

from lxml import etree

Node = etree._Element
_XML = "{http://www.w3.org/XML/1998/namespace}"
_VALUES = ("", "x", "1", "-7", "1.5", "two words", "2007-11-15", "2007-02-30", "#p-1", "ä&ö", "high", "hgh",
           "true", "a:b", "http://example.org/ x", "de-CH", "P1Y", "%zz", " 1943 ", "unknown")  # fmt: skip


def mutants(document: bytes, number: int, seed: int = 2007) -> Iterator[bytes]:
    """That many mutants of a document."""
    chance = random.Random(seed)
    original = etree.fromstring(document)
    vocabulary = sorted({str(node.tag) for node in _elements(original)})
    attributes = sorted({str(name) for node in _elements(original) for name in node.attrib})
    for _ in range(number):
        root = copy.deepcopy(original)
        for _ in range(chance.choice((1, 1, 1, 2))):
            chance.choice(_CHANGES)(root, chance, vocabulary, attributes)
        yield etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=True)


def _elements(root: Node) -> list[Node]:
    return [node for node in root.iter() if isinstance(node.tag, str)]


def _inner(root: Node, chance: random.Random) -> Node:
    """Any element but the root."""
    return chance.choice([*_elements(root)[1:]] or [root])


Change = Callable[[Node, random.Random, list[str], list[str]], None]


def _rename(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    node = chance.choice(_elements(root))
    misspelt = str(node.tag)[:-1] + chance.choice("xy")
    node.tag = chance.choice([*vocabulary, misspelt, etree.QName(node).localname])


def _drop(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    node = _inner(root, chance)
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _unwrap(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    node = _inner(root, chance)
    parent = node.getparent()
    if parent is not None:
        place = parent.index(node)
        parent.remove(node)
        parent[place:place] = list(node)


def _double(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    node = _inner(root, chance)
    node.addnext(copy.deepcopy(node)) if node.getparent() is not None else None


def _move(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    node, target = _inner(root, chance), chance.choice(_elements(root))
    if node.getparent() is not None and node not in (target, *target.iterancestors()):
        target.insert(chance.randint(0, len(target)), node)


def _insert(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    target = chance.choice(_elements(root))
    target.insert(chance.randint(0, len(target)), target.makeelement(chance.choice(vocabulary)))


def _drop_attribute(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    node = chance.choice([node for node in _elements(root) if node.attrib] or [root])
    for name in list(node.attrib)[:1]:
        del node.attrib[name]


def _add_attribute(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    name = chance.choice([*attributes, "foo", f"{_XML}foo", "{http://example.org/ns}a"])
    chance.choice(_elements(root)).set(name, chance.choice(_VALUES))


def _alter_attribute(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    node = chance.choice([node for node in _elements(root) if node.attrib] or [root])
    for name in chance.sample(list(node.attrib), min(1, len(node.attrib))):
        node.set(name, chance.choice(_VALUES))


def _add_text(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    chance.choice(_elements(root)).text = chance.choice(("Wort", "  ", "zwei Wörter", "\u00a0"))


def _add_tail(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    node = _inner(root, chance)
    if node is not root:
        node.tail = chance.choice(("Wort", " ", None))


def _empty(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    node = _inner(root, chance)
    node[:] = []
    node.text = None


def _swap(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    node = _inner(root, chance)
    following = node.getnext()
    if following is not None:
        following.addnext(node)


def _wrap(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    node = _inner(root, chance)
    parent = node.getparent()
    if parent is not None:
        wrapper = parent.makeelement(chance.choice(vocabulary))
        wrapper.tail, node.tail = node.tail, None
        parent.replace(node, wrapper)
        wrapper.append(node)


def _interrupt(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    """A comment or an instruction in the middle of text changes nothing."""
    node = chance.choice(_elements(root))
    text = node.text or ""
    between = chance.choice((etree.Comment(" x "), etree.ProcessingInstruction("x", "y")))
    node.text, between.tail = text[: len(text) // 2], text[len(text) // 2 :]
    node.insert(0, between)


def _spread(root: Node, chance: random.Random, vocabulary: list[str], attributes: list[str]) -> None:
    """White space at the ends of a value matters to some datatypes only."""
    node = chance.choice([node for node in _elements(root) if node.attrib] or [root])
    for name in chance.sample(list(node.attrib), min(1, len(node.attrib))):
        node.set(name, chance.choice((" {} ", "\t{}", "{}\n", "{0} {0}")).format(node.get(name)))


_CHANGES: tuple[Change, ...] = (
    _rename, _rename, _drop, _unwrap, _double, _move, _insert, _drop_attribute, _add_attribute,
    _alter_attribute, _alter_attribute, _add_text, _add_tail, _empty, _swap, _wrap, _interrupt,
    _spread,
)  # fmt: skip
