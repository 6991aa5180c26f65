"""What a grammar calls by name: its elements, their possible contents, what is written about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from edition.grammar import expectations, names, sentences, wording
from edition.grammar.expectations import Expected
from edition.grammar.names import literals
from edition.grammar.patterns import Element, Pattern
from edition.model import SILENT, Bilingual

_KNOWN_BY = (names.key(names.XML, "id"), "n")  # the attributes by which a reader finds an element


class Tag(Struct, frozen=True):
    """An element of the document: its name, and the attribute `known_by` which a reader finds it, as written."""

    name: str
    known_by: str = ""
    label: str = ""

    @classmethod
    def of(cls, name: str, attributes: Sequence[str]) -> Tag:
        """From a name and its attributes, in the form name, value, name, value …"""
        values = dict(zip(attributes[::2], attributes[1::2], strict=True))
        known = next((key for key in _KNOWN_BY if values.get(key)), None)
        if known is None:
            return cls(name)
        return cls(name, known, f'{wording.attribute(known)[1:]}="{wording.shortened(values[known])}"')

    def without(self, attribute: str) -> Tag:
        """The tag as a message about this attribute names it: not by the attribute itself."""
        return Tag(self.name) if attribute == self.known_by else self


class Vocabulary(Struct, frozen=True):
    """The elements of a grammar; `namespace` is that of its root, others are shown."""

    contents: Mapping[str, tuple[Pattern, ...]]
    documentation: Mapping[str, Bilingual]
    namespace: str

    @classmethod
    def of(cls, elements: Iterable[Element], start: Pattern) -> Vocabulary:
        """The vocabulary of a grammar with these element patterns and this pattern of a document."""
        contents: dict[str, dict[Pattern, None]] = {}
        documentation: dict[str, Bilingual] = {}
        for element in elements:
            for name in literals(element.names):
                contents.setdefault(name, {})[element.content] = None
                if element.documentation:
                    documentation.setdefault(name, element.documentation)
        roots = expectations.next_elements([start]).names
        namespace = names.split(roots[0])[0] if roots else ""
        return cls({name: tuple(found) for name, found in contents.items()}, documentation, namespace)

    def __contains__(self, name: str) -> bool:
        return name in self.contents

    def show(self, element: str | Tag) -> str:
        """An element in words; a tag with what it is known by."""
        tag = element if isinstance(element, Tag) else Tag(element)
        return wording.element(tag.name, self.namespace, tag.label)

    def located(self, tag: Tag, parent: Tag) -> str:
        """The same; if it has nothing to know it by, with the element in which it stands."""
        alone = tag.label or not parent.name
        return self.show(tag) if alone else f"{self.show(tag)} in {self.show(parent)}"

    def guidelines(self, name: str) -> Bilingual:
        """What the guidelines say about an element."""
        return sentences.guidelines(self.show(name), self.documentation.get(name, SILENT))

    def guidelines_on_only(self, expected: Expected) -> Bilingual:
        """The same about the element that is expected, if it is the only one."""
        alone = len(expected.names) == 1 and not expected.wildcards
        return self.guidelines(expected.names[0]) if alone else SILENT
