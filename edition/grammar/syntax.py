"""The XML of a RELAX NG grammar: its files and elements, what they inherit, and complaints about them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NoReturn

from lxml import etree
from msgspec import Struct

from edition.errors import SchemaError
from edition.grammar import names
from edition.grammar.complaints import say
from edition.grammar.files import Beside, relative
from edition.model import SILENT, Bilingual

RNG = "http://relaxng.org/ns/structure/1.0"
MOST_FILES = 1000  # files that refer to others several times each could go on without end
_AT = Bilingual("{place}: {words}.", "{place}: {words}.")
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"  # byte order marks and white space
_PREFIX = f"{{{RNG}}}"
_ANYWHERE = frozenset({"ns", "datatypeLibrary"})
# Where the other attributes may stand. Those with a namespace belong to annotations.
_ATTRIBUTES = {
    "name": frozenset({"element", "attribute", "ref", "parentRef", "define", "param"}),
    "type": frozenset({"data", "value"}),
    "combine": frozenset({"define", "start"}),
    "href": frozenset({"include", "externalRef"}),
}


class Inherited(Struct, frozen=True):
    """What an element takes over from those around it."""

    namespace: str = ""
    library: str = ""


class Syntax:
    """The elements of a grammar: of its file, and of the files that `beside` gives by their relative paths."""

    def __init__(self, rng: bytes, path: str, beside: Beside | None = None) -> None:
        self.path = path
        self.files: dict[str, bytes] = {}  # what was read besides
        self._beside = beside
        self._origins: dict[
            etree._Element, tuple[str, ...]
        ] = {}  # from a root: its file, and who refers to it
        self.root = self._parsed(rng, (PurePosixPath(path).name,))

    def referred(self, node: etree._Element) -> etree._Element:
        """The root of the file to which an element refers."""
        kind, href = self.kind(node), self.needed(node, "href")
        trail = self._origins[node.getroottree().getroot()]
        name, wrong = relative(href, trail[0])
        if wrong:
            self.refuse(node, wrong, "save", kind=kind, href=href)
        if self._beside is None:
            self.refuse(node, "one file", "compile", kind=kind, href=href)
        if name in trail:
            self.refuse(node, "circle", kind=kind, href=href)
        if len(self._origins) > MOST_FILES:
            self.refuse(node, "too many files", limit=MOST_FILES)
        try:
            data = self.files[name] = self.files.get(name) or self._beside(name)
        except OSError as error:
            self.refuse(node, "absent", kind=kind, href=href, reason=error.strerror or error)
        return self._parsed(data, (name, *trail))

    def _parsed(self, rng: bytes, trail: tuple[str, ...]) -> etree._Element:
        path = self._shown(trail) or "given"
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False)
        try:
            root = etree.fromstring(rng, parser)
        except etree.XMLSyntaxError as error:
            if rng.strip() and rng.lstrip(_BEFORE_XML)[:1] != b"<":
                raise SchemaError(say("compact", path=path), say("trang")) from error
            raise SchemaError(say("not xml", path=path, reason=error.msg)) from error
        self._origins[root] = trail
        if root.getroottree().docinfo.doctype:
            raise SchemaError(say("doctype", path=path), say("remove doctype"))
        if not str(root.tag).startswith(_PREFIX):
            self.refuse(root, "root", "convert", name=etree.QName(root).localname)
        return root

    def _shown(self, trail: tuple[str, ...]) -> str:
        return str(PurePosixPath(self.path).parent / trail[0]) if len(trail) > 1 else self.path

    def refuse(self, node: etree._Element, key: str, hint: str = "", **values: object) -> NoReturn:
        """Raise a SchemaError about this element, with the sentences of these keys."""
        self.refuse_in_words(node, say(key, **values), say(hint) if hint else SILENT)

    def refuse_in_words(self, node: etree._Element, words: Bilingual, hint: Bilingual = SILENT) -> NoReturn:
        """The same with a sentence that has been made already, without a full stop."""
        place = f"{self._shown(self._origins[node.getroottree().getroot()]) or 'grammar'}:{node.sourceline}"
        raise SchemaError(_AT.filled({"place": place, "words": words}), hint)

    def kind(self, node: etree._Element) -> str:
        """The local name of an element of RELAX NG, with its attributes checked."""
        kind = str(node.tag)[len(_PREFIX) :]
        for attribute in map(str, node.attrib):
            if attribute in _ANYWHERE or attribute.startswith("{"):
                continue
            if kind not in _ATTRIBUTES.get(attribute, ()):
                self.refuse(node, "unknown attribute", name=attribute, kind=kind)
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
            self.refuse(node, "needs", kind=self.kind(node), name=attribute)
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
                self.refuse(node, "prefix", prefix=prefix, name=name)
            namespace = declared
        return names.Name(names.key(namespace, local))
