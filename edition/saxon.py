"""How a stylesheet is run: one Saxon processor for the process, kept for ever.

Saxon opens stylesheets but never a document: those are handed over as text, already guarded by `corpus`.
A message, a failure or a parameter that the stylesheet does not declare is a `StylesheetError`.
"""

from __future__ import annotations

import os
import re
import tempfile
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from saxonche import PySaxonApiError, PySaxonProcessor, PyXdmNode, PyXsltExecutable

from edition.errors import StylesheetError
from edition.model import SILENT, Bilingual

_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_STDERR = 2
# By default Saxon's parser reads external entities; this refuses every DOCTYPE, for the whole process.
_NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl"
_PARSER_FEATURE = "http://saxon.sf.net/feature/parserFeature?uri=" + _NO_DOCTYPE.replace(":", "%3A")
_PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"
_DECLARATION = re.compile(r"^\ufeff?(<\?xml\s[^>]*\?>)?")
_REPORT = re.compile(
    r"^ ?(?:\w+ )?[Ee]rror\b[^\n]*?(?: on line (?P<line>\d+) column \d+(?: of (?P<module>\S+?))?)?:?\s*\n"
    r" +(?P<code>[A-Z]{4}\d{4}) +(?P<sentence>.+?)(?=\n\S|\n  In |\s*\Z)",
    re.DOTALL | re.MULTILINE,
)


class Stylesheet:
    """A compiled stylesheet: call it with a document to get the text of the result."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise StylesheetError(
                Bilingual(f"There is no stylesheet at {path}.", f"Unter {path} gibt es kein Stylesheet."),
                Bilingual("Check the installation.", "Die Installation prüfen."),
            )
        self._compile(path.name, path.read_text(encoding="utf-8"), path)

    @classmethod
    def from_text(cls, text: str, name: str) -> Stylesheet:
        """A stylesheet that stands in no file; `name` is what errors call it."""
        self = cls.__new__(cls)
        self._compile(name, text, None)
        return self

    def _compile(self, name: str, text: str, path: Path | None) -> None:
        self.name = name
        compiler = _processor().new_xslt30_processor()
        try:
            self._parameters = frozenset(_parameters(text, path.parent if path else None))
            with _saxon_listened_to():
                if path:
                    self._executable = compiler.compile_stylesheet(stylesheet_file=str(path.resolve()))
                else:
                    self._executable = compiler.compile_stylesheet(stylesheet_text=text)
        except (ET.ParseError, PySaxonApiError) as error:
            said = _sentence(error)
            raise StylesheetError(
                Bilingual(
                    f"The stylesheet {name} cannot be used: {said}",
                    f"Das Stylesheet {name} ist nicht verwendbar: {said}",
                )
            ) from error

    def __call__(self, document: bytes | str, *, name: str = "", **params: str) -> str:
        """The result of the transformation as text; `name` is what errors call the document."""
        self._check_parameters(params)
        # A clone has its own parameters and messages, and may run in another thread.
        run = self._executable.clone()
        run.set_save_xsl_message(True)
        try:
            with _saxon_listened_to():
                for key, value in params.items():
                    run.set_parameter(key, _processor().make_string_value(value))
                result = run.transform_to_string(xdm_node=_parsed(document))
        except (PySaxonApiError, UnicodeDecodeError) as error:
            raise self._failure(name, _messages(run) or _sentence(error)) from error
        if messages := _messages(run):
            raise self._failure(name, messages)
        return result or ""

    def _check_parameters(self, params: dict[str, str]) -> None:
        if undeclared := sorted(params.keys() - self._parameters):
            names, known = ", ".join(undeclared), ", ".join(sorted(self._parameters))
            raise StylesheetError(
                Bilingual(
                    f"The stylesheet {self.name} has no parameter {names}.",
                    f"Das Stylesheet {self.name} hat keinen Parameter {names}.",
                ),
                Bilingual(f"It declares: {known or 'none'}.", f"Es erklärt: {known or 'keinen'}."),
            )

    def _failure(self, document: str, sentence: str) -> StylesheetError:
        where = Bilingual(f" at {document}", f" bei {document}") if document else SILENT
        what, _, hint = sentence.partition(" Hint: ")
        return StylesheetError(
            Bilingual(
                f"The stylesheet {self.name} stopped{where.en}: {what}",
                f"Das Stylesheet {self.name} hat{where.de} abgebrochen: {what}",
            ),
            Bilingual(hint, hint),  # stylesheets speak English
        )


def start() -> None:
    """Start Saxon in this process, as must be done in its main thread before another uses it."""
    _processor()


def started() -> bool:
    """Whether Saxon has run in this process: its threads would be missing in a fork of it."""
    return _processor.cache_info().currsize > 0


@cache
def _processor() -> PySaxonProcessor:
    if threading.current_thread() is not threading.main_thread():
        # Saxon's native library aborts the process when a thread makes the first processor.
        raise StylesheetError(
            Bilingual(
                "The first stylesheet must be compiled in the main thread.",
                "Das erste Stylesheet muss im Hauptthread übersetzt werden.",
            )
        )
    processor = PySaxonProcessor(license=False)
    processor.set_configuration_property(_PARSER_FEATURE, "true")
    processor.set_configuration_property(_PROTOCOLS, "file")  # what a stylesheet asks for is never fetched
    return processor


@contextmanager
def _saxon_listened_to() -> Iterator[None]:
    """Saxon writes its reports to file descriptor 2: an error's report becomes a note of the exception.

    The exception alone lacks code and line, and only the CLI speaks to the user. Without an error
    (a warning), the words go where they were meant to go.
    """
    with _LISTENING, tempfile.TemporaryFile() as file:
        terminal = os.dup(_STDERR)
        os.dup2(file.fileno(), _STDERR)
        try:
            yield
        except PySaxonApiError as error:
            error.add_note(_read(file.fileno()))
            raise
        else:
            os.write(terminal, _read(file.fileno()).encode())
        finally:
            os.dup2(terminal, _STDERR)
            os.close(terminal)


_LISTENING = threading.Lock()  # there is one descriptor 2 for all threads


def _read(descriptor: int) -> str:
    size = os.lseek(descriptor, 0, os.SEEK_CUR)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, size).decode("utf-8", "replace")


def _parameters(text: str, folder: Path | None) -> Iterator[str]:
    """The names of the global parameters, those of included modules too: Saxon does not tell them."""
    for element in ET.fromstring(text):
        if element.tag == f"{_XSL}param":
            yield element.get("name", "")
        elif folder and element.tag in (f"{_XSL}include", f"{_XSL}import"):
            module = folder / element.get("href", "")
            if module.is_file():  # if not, Saxon says so
                yield from _parameters(module.read_text(encoding="utf-8"), module.parent)


@lru_cache(maxsize=1)  # a text is shown in several layers and languages, one after the other
def _parsed(document: bytes | str) -> PyXdmNode:
    return _processor().parse_xml(xml_text=_text(document))


def _text(document: bytes | str) -> str:
    """The document without its XML declaration, whose encoding no longer holds for text."""
    text = document.decode("utf-8") if isinstance(document, bytes) else document
    return _DECLARATION.sub("", text)


def _messages(run: PyXsltExecutable) -> str:
    messages = run.get_xsl_messages()
    if messages is None:
        return ""
    items = (messages.item_at(number) for number in range(messages.size))
    return " ".join(item.string_value.strip() for item in items if item)


def _sentence(error: Exception) -> str:
    """What Saxon says, each report with code, module and line; our own `error()`s stand for themselves."""
    told = "\n".join((str(error), *getattr(error, "__notes__", ())))
    reports = (
        f"{_place(report)}{' '.join(report['sentence'].split())} ({report['code']})"
        for report in _REPORT.finditer(told)
        if report["code"] != "FOER0000"
    )
    return " ".join(dict.fromkeys(reports)) or " ".join(str(error).split())


def _place(report: re.Match[str]) -> str:
    if not report["line"]:
        return ""
    module = unquote(urlsplit(report["module"] or "").path).rpartition("/")[2]
    return f"{module}, line {report['line']}: " if module else f"line {report['line']}: "
