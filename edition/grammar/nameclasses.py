"""The name class of an `element` or `attribute` pattern, read from its attribute or its first child."""

from __future__ import annotations

from lxml import etree

from edition.grammar.names import AnyName, NameChoice, NameClass, NamespaceName
from edition.grammar.syntax import Syntax


def of(syntax: Syntax, node: etree._Element, namespace: str) -> NameClass:
    """The names that a pattern element stands for, in the namespace that holds in it."""
    name = node.get("name")
    if name is not None:
        return syntax.name(node, name, namespace)
    first = next(syntax.children(node), None)
    if first is None:
        syntax.refuse(node, "no name", kind=syntax.kind(node))
    return _read(syntax, first, namespace)


def _read(syntax: Syntax, node: etree._Element, namespace: str) -> NameClass:
    kind = syntax.kind(node)
    own = node.get("ns")
    inside = namespace if own is None else own
    if kind == "name":
        return syntax.name(node, syntax.text(node), inside)
    if kind == "choice":
        return NameChoice(tuple(_read(syntax, child, inside) for child in syntax.children(node)))
    if kind == "anyName":
        return AnyName(_exceptions(syntax, node, inside))
    if kind != "nsName":
        syntax.refuse(node, "no name class", kind=kind)
    return NamespaceName(inside, _exceptions(syntax, node, inside))


def _exceptions(syntax: Syntax, node: etree._Element, namespace: str) -> NameClass | None:
    members: list[NameClass] = []
    for child in syntax.children(node):
        if syntax.kind(child) != "except":
            syntax.refuse(child, "in name class", kind=syntax.kind(child))
        inside = child.get("ns")
        inside = namespace if inside is None else inside
        members.extend(_read(syntax, member, inside) for member in syntax.children(child))
    return NameChoice(tuple(members)) if members else None
