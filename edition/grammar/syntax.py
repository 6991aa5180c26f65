"""The XML of a RELAX NG grammar: its elements, what they inherit, and complaints about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from lxml import etree

from edition.errors import SchemaError
from edition.grammar import names

RNG = "http://relaxng.org/ns/structure/1.0"
_PREFIX = f"{{{RNG}}}"
_ANYWHERE = frozenset({"ns", "datatypeLibrary"})
# Where the other attributes may stand. Those with a namespace belong to annotations.
_ATTRIBUTES = {
    "name": frozenset({"element", "attribute", "ref", "parentRef", "define", "param"}),
    "type": frozenset({"data", "value"}),
    "combine": frozenset({"define", "start"}),
    "href": frozenset({"include", "externalRef"}),
}


@dataclass(frozen=True, slots=True)
class Inherited:
    """What an element takes over from those around it."""

    namespace: str = ""
    library: str = ""


class Syntax:
    """The elements of one grammar file."""

    def __init__(self, rng: bytes, path: str) -> None:
        self.path = path
        self.root = self._parsed(rng)

    def _parsed(self, rng: bytes) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False)
        try:
            root = etree.fromstring(rng, parser)
        except etree.XMLSyntaxError as error:
            raise SchemaError(
                f"The grammar {self.path or 'given'} is not well-formed XML: {error.msg}.",
                "Only the XML syntax of RELAX NG is read, not the compact one.",
            ) from error
        if root.getroottree().docinfo.doctype:
            raise SchemaError(f"The grammar {self.path} has a DOCTYPE, which is not read.", "Remove it.")
        if not str(root.tag).startswith(_PREFIX):
            self.refuse(root, f"The root <{etree.QName(root).localname}> does not belong to RELAX NG")
        return root

    def refuse(self, node: etree._Element, message: str, hint: str = "") -> NoReturn:
        """Raise a SchemaError about this element."""
        raise SchemaError(f"{self.path or 'grammar'}:{node.sourceline}: {message}.", hint)

    def kind(self, node: etree._Element) -> str:
        """The local name of an element of RELAX NG, with its attributes checked."""
        kind = str(node.tag)[len(_PREFIX) :]
        for attribute in map(str, node.attrib):
            if attribute in _ANYWHERE or attribute.startswith("{"):
                continue
            if kind not in _ATTRIBUTES.get(attribute, ()):
                self.refuse(node, f"RELAX NG knows no attribute {attribute!r} of <{kind}>")
        return kind

    def children(self, node: etree._Element) -> Iterator[etree._Element]:
        """The children that belong to RELAX NG; comments and annotations are passed over."""
        return (child for child in node if isinstance(child.tag, str) and child.tag.startswith(_PREFIX))

    def inherited(self, node: etree._Element, around: Inherited) -> Inherited:
        """What holds inside the element, given what holds around it."""
        namespace, library = node.get("ns"), node.get("datatypeLibrary")
        if namespace is None and library is None:
            return around
        return Inherited(
            around.namespace if namespace is None else namespace,
            around.library if library is None else library,
        )

    def needed(self, node: etree._Element, attribute: str) -> str:
        """The value of an attribute that must be there."""
        value = node.get(attribute)
        if value is None:
            self.refuse(node, f"<{self.kind(node)}> needs the attribute {attribute}")
        return value.strip()

    def text(self, node: etree._Element) -> str:
        """The character content, without comments and annotations."""
        return (node.text or "") + "".join(child.tail or "" for child in node)

    def name(self, node: etree._Element, name: str, namespace: str) -> names.Name:
        """The name class of a name that may have a prefix."""
        prefix, colon, local = name.strip().rpartition(":")
        if colon:
            declared = names.XML if prefix == "xml" else node.nsmap.get(prefix)
            if declared is None:
                self.refuse(node, f"The prefix {prefix} of the name {name} is not declared")
            namespace = declared
        return names.Name(names.key(namespace, local))
