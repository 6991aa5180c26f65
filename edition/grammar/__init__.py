"""Does a document keep to the grammar, and if not: where, and what was expected there?

A RELAX NG validator after James Clark's algorithm (derivatives of patterns), in pure Python: `reader` turns
the schema's XML into patterns, `derive` says what remains of a pattern, `automaton` remembers it,
`validation` drives it with what expat finds in the `document`; `recovery` and `attributes` say what went wrong, in
the words of `sentences`. A grammar may consist of several files of one folder; nothing is fetched.

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

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from edition import stored
from edition.errors import SchemaError
from edition.grammar import complaints, files, names
from edition.grammar.attributes import Attributes
from edition.grammar.automaton import Automaton
from edition.grammar.document import Document
from edition.grammar.files import Beside
from edition.grammar.reader import Reader
from edition.grammar.recovery import Recovery
from edition.grammar.validation import Validation
from edition.grammar.vocabulary import Vocabulary
from edition.model import Finding

__all__ = ["Grammar", "load", "read"]


class Grammar(Struct, frozen=True, eq=False):
    """A grammar that has been read. It learns from every document, but its answers do not change.

    Pickled as the bytes that it was read from.
    """

    path: str
    rng: bytes
    files: Mapping[str, bytes]  # the other files it consists of
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

    def __reduce__(self) -> tuple[Callable[..., Grammar], tuple[bytes, str, Mapping[str, bytes]]]:
        return _from_memory, (self.rng, self.path, self.files)


def _from_memory(rng: bytes, path: str, others: Mapping[str, bytes]) -> Grammar:
    return load(rng, path, files.among(others) if others else None)


def read(path: Path) -> Grammar:
    """The grammar in a file, which may include others of its folder; SchemaError if it cannot be used."""
    try:
        return load(stored.read(path), path.as_posix(), files.in_folder(path.parent))
    except OSError as error:
        raise SchemaError(complaints.say("unreadable", path=path, reason=error.strerror or error)) from error


def load(rng: bytes, path: str = "", beside: Beside | None = None) -> Grammar:
    """The grammar in the XML syntax of RELAX NG; SchemaError with a sentence if it cannot be used.

    `beside` gives the other files to which it refers; without it there must be none.
    """
    try:
        reader = Reader(rng, path, beside)
        start = reader.start()
    except RecursionError as error:
        raise SchemaError(complaints.say("too deep", path=path)) from error
    automaton, vocabulary = Automaton(reader.make, start), Vocabulary.of(reader.elements, start)
    return Grammar(
        path, rng, reader.files, Recovery(automaton, vocabulary), Attributes(automaton, vocabulary)
    )
