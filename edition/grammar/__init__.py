"""Does a document keep to the grammar, and if not: where, and what was expected there?

A RELAX NG validator after James Clark's algorithm (derivatives of patterns), in pure Python: `reader` turns
the schema's XML into patterns, `derive` says what remains of a pattern, `automaton` remembers it,
`validation` drives it with what expat finds in the `document`, and `recovery` finds words for what went wrong.

| code | finding |
|---|---|
| G001 | an element is not allowed here |
| G002 | an attribute is not allowed here |
| G003 | content is incomplete: something required is missing |
| G004 | a value is not allowed (of an attribute or of text) |
| G005 | a required attribute is missing |
| G006 | text is not allowed here |

Identifiers and references are checked as names only; that they are unique and lead somewhere is the
business of other checks. White space and positions are those of the document as it is stored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from edition.errors import SchemaError
from edition.grammar import names
from edition.grammar.attributes import Attributes
from edition.grammar.automaton import Automaton
from edition.grammar.document import Document
from edition.grammar.reader import Reader
from edition.grammar.recovery import Recovery
from edition.grammar.validation import Validation
from edition.grammar.vocabulary import Vocabulary
from edition.model import Finding

__all__ = ["Grammar", "load"]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """A grammar that has been read. It learns from every document, but its answers do not change.

    Pickled as the bytes it was read from.
    """

    path: str
    rng: bytes
    _recovery: Recovery
    _attributes: Attributes

    def check(self, data: bytes, path: str) -> tuple[Finding, ...]:
        """What in this document is against the grammar, in the order of the document.

        A document that is not well-formed, or that refers to external entities, is an InputError.
        """
        validation = Validation(self._recovery, self._attributes, Document(data, path))
        validation.read()
        return tuple(sorted(validation.findings, key=lambda finding: (finding.line, finding.column)))

    @property
    def elements(self) -> frozenset[tuple[str, str]]:
        """Namespace and local name of every element that the grammar calls by name."""
        return frozenset(names.split(name) for name in self._recovery.vocabulary.contents)

    def __reduce__(self) -> tuple[Callable[[bytes, str], Grammar], tuple[bytes, str]]:
        return load, (self.rng, self.path)


def load(rng: bytes, path: str = "") -> Grammar:
    """The grammar in the XML syntax of RELAX NG; SchemaError with a sentence if it cannot be used."""
    try:
        reader = Reader(rng, path)
        start = reader.start()
    except RecursionError as error:
        raise SchemaError(f"The grammar {path} nests its patterns too deeply.") from error
    automaton, vocabulary = Automaton(reader.make, start), Vocabulary.of(reader.elements, start)
    return Grammar(path, rng, Recovery(automaton, vocabulary), Attributes(automaton, vocabulary))
