"""Which schemas files name (`<?xml-model?>`: W3C, Associating Schemas with XML documents), and which can be used.

A schema is named once, however many files name it: what it is not good for is said at the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.parsers import expat

from msgspec import Struct, field

from edition import codes, grammar, stored
from edition.errors import EditionError, SchemaError
from edition.foreign.library import exists
from edition.model import Bilingual, Finding, Source

RELAXNG = "http://relaxng.org/ns/structure/1.0"
SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
_PSEUDO = re.compile(r"""([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


class Model(Struct, frozen=True):
    """An instruction: which schema, in which language, and where it says so."""

    href: str
    language: str
    line: int
    column: int

    @property
    def remote(self) -> bool:
        """Whether it is elsewhere than on this disk."""
        return bool(_ABSOLUTE.match(self.href)) or self.href.startswith("//")


def models(source: Source) -> tuple[Model, ...]:
    """The instructions of a file."""
    found: list[Model] = []
    parser = expat.ParserCreate()

    def instruction(target: str, words: str) -> None:
        if target == "xml-model":
            given = {name: one or other for name, one, other in _PSEUDO.findall(words)}
            place = (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
            if given.get("href"):
                found.append(Model(given["href"].partition("#")[0], _language(given), *place))

    parser.ProcessingInstructionHandler = instruction
    parser.Parse(source.data[: source.events[0].position.byte], False)
    return tuple(found)


def _language(given: dict[str, str]) -> str:
    stated = given.get("schematypens", "")
    by_name = {".sch": SCHEMATRON, ".rng": RELAXNG}
    return stated or by_name.get(Path(given["href"]).suffix.lower(), "")


class _Named(Struct):
    """A schema with something to say about it: code, variant, and the files that name it."""

    path: str
    line: int
    column: int
    code: str
    variant: str
    reason: Bilingual | str
    files: set[str] = field(default_factory=set)


class Schemas(Struct):
    """The schemas of all files, each read once. `given` is that of the command, in place of what files name."""

    given: grammar.Grammar | None = None
    _grammars: dict[Path, grammar.Grammar | EditionError] = field(default_factory=dict)
    _named: dict[tuple[str, str, str], _Named] = field(default_factory=dict)

    @classmethod
    def with_given(cls, path: Path | None) -> Schemas:
        """Schemas, one of them perhaps given by the command; SchemaError or InputError if it cannot be used."""
        return cls(_load(path) if path else None)

    def grammars(self, source: Source, path: Path) -> list[grammar.Grammar]:
        """The grammars a file is to be checked against."""
        if self.given:
            return [self.given]
        found = []
        for model in models(source):
            if model.language == SCHEMATRON and not model.href.lower().endswith(".rng"):
                continue
            usable = self._usable(model, source.path, path)
            if usable:
                found.append(usable)
        return found

    def rules(self, source: Source, path: Path) -> Iterator[tuple[Model, Path]]:
        """The Schematron files on this disk that a file names."""
        for model in models(source):
            if model.language == SCHEMATRON and not model.href.lower().endswith(".rng"):
                place = path.parent / unquote(model.href)
                if model.remote:
                    if not self.given:
                        self.remark(model, source.path, "X020")
                elif not (exists(place) and place.is_file()):
                    self.remark(model, source.path, "X021")
                else:
                    yield model, place

    def _usable(self, model: Model, shown: str, path: Path) -> grammar.Grammar | None:
        if model.remote:
            self.remark(model, shown, "X020")
        elif model.language == SCHEMATRON:
            self.remark(model, shown, "X022", "embedded")
        elif model.language != RELAXNG or model.href.lower().endswith(".rnc"):
            self.remark(model, shown, "X022")
        else:
            return self._local(model, shown, path.parent / unquote(model.href))
        return None

    def _local(self, model: Model, shown: str, place: Path) -> grammar.Grammar | None:
        if not (exists(place) and place.is_file()):
            self.remark(model, shown, "X021")
            return None
        place = place.resolve()
        if place not in self._grammars:
            try:
                self._grammars[place] = _load(place)
            except EditionError as error:
                self._grammars[place] = error
        found = self._grammars[place]
        if isinstance(found, EditionError):
            self.remark(model, shown, "X021", "unusable", found.message)
            return None
        return found

    def remark(
        self, model: Model, shown: str, code: str, variant: str = "", reason: Bilingual | str = ""
    ) -> None:
        """Note that a file was not checked against a schema it names."""
        row = self._named.setdefault(
            (model.href, code, variant), _Named(shown, model.line, model.column, code, variant, reason)
        )
        row.files.add(shown)

    def findings(self) -> Iterator[Finding]:
        """One finding for each schema that could not be used, at the first place that names it."""
        for (href, _, _), row in self._named.items():
            yield codes.finding(
                row.code, row.path, row.line, row.column, variant=row.variant, href=href,
                files=_were(len(row.files)), reason=row.reason,
            )  # fmt: skip


def _were(count: int) -> Bilingual:
    if count == 1:
        return Bilingual("1 file was", "1 Datei wurde")
    return Bilingual(f"{count} files were", f"{count} Dateien wurden")


def _load(path: Path) -> grammar.Grammar:
    try:
        return grammar.load(stored.read(path), path.name)
    except OSError as error:
        raise SchemaError(
            Bilingual(
                f"The schema {path} cannot be read: {error.strerror}.",
                f"Das Schema {path} ist nicht zu lesen: {error.strerror}.",
            ),
            Bilingual("Check the path given with --schema.", "Den mit --schema gegebenen Pfad prüfen."),
        ) from None
