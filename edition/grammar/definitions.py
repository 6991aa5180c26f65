"""The definitions of a grammar: collected from its own file and from those it includes."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct, field

from edition.grammar.patterns import Pattern
from edition.grammar.syntax import Inherited, Syntax

START = ""  # what `start` is called among the definitions; no name can be empty
Node = etree._Element
Written = dict[str, list[tuple[Node, Inherited]]]


class Scope(Struct, eq=False):
    """The definitions of one `grammar`, those around it, and what they have become so far."""

    around: Scope | None
    written: Written
    read: dict[str, Pattern | None] = field(default_factory=dict)  # None: being read


def collect(
    syntax: Syntax, node: Node, inherited: Inherited, into: Written, where: str = "in grammar"
) -> None:
    """Add the definitions in this `grammar`, `div` or `include`; `where` is the complaint about other children."""
    for child in syntax.children(node):
        kind = syntax.kind(child)
        inside = syntax.inherited(child, inherited)
        if kind == "div":
            collect(syntax, child, inside, into, where)
        elif kind in ("define", "start"):
            name = START if kind == "start" else syntax.needed(child, "name")
            into.setdefault(name, []).append((child, inside))
        elif kind == "include" and where == "in grammar":
            _include(syntax, child, inside, into)
        else:
            syntax.refuse(child, where, kind=kind)


def _include(syntax: Syntax, node: Node, inherited: Inherited, into: Written) -> None:
    """The definitions of another file, without those that are given anew here (RELAX NG, section 4.7)."""
    root = syntax.referred(node)
    if syntax.kind(root) != "grammar":
        syntax.refuse(node, "included root", href=syntax.needed(node, "href"))
    found: Written = {}
    collect(syntax, root, syntax.inherited(root, Inherited(inherited.namespace)), found)
    anew: Written = {}
    collect(syntax, node, inherited, anew, "in include")
    for name in anew:
        if name not in found:
            syntax.refuse(node, "override", name=name or "start", href=syntax.needed(node, "href"))
        del found[name]
    for definitions in (found, anew):
        for name, written in definitions.items():
            into.setdefault(name, []).extend(written)


def combination(syntax: Syntax, written: list[tuple[Node, Inherited]]) -> str:
    """How several definitions of one name combine: "choice" or "interleave"."""
    ways = [node.get("combine", "").strip() for node, _ in written]
    node = written[-1][0]
    name = node.get("name", "start")
    if ways.count("") > 1:
        syntax.refuse(node, "twice", name=name)
    said = set(ways) - {""}
    if len(said) > 1 or not said <= {"choice", "interleave"}:
        syntax.refuse(node, "disagree", name=name)
    return said.pop() if said else "choice"
