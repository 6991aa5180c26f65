"""A plain text as the beginning of an edition: decoded, refused or divided, written as TEI paragraphs.

The first line is the title, blank lines separate paragraphs. Nothing of the text is lost: what stands here as
`copy` and what `paragraphs` holds are the same words (check T001 proves it for the finished edition).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from xml.sax.saxutils import escape

from msgspec import Struct

from edition.errors import InputError
from edition.model import Bilingual

_OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_MARKS = re.compile("[»«›‹]")
_LEVELS = ("»«", "›‹")  # quotation marks alternate, as rule Q001 wants them
_UNWRITABLE = Bilingual(
    "{shown}:{line}:{column} The character U+{sign:04X} cannot stand in a text in XML.",
    "{shown}:{line}:{column} Das Zeichen U+{sign:04X} kann in XML nicht stehen.",
)
_CONVERTED = Bilingual(
    "The text was converted to Unicode form NFC.", "Der Text wurde in die Unicode-Form NFC gebracht."
)
_TAGGED = Bilingual(
    "Quotation marks tagged as <soCalled>: {number}. Make <quote> of those that quote somebody.",
    "Als <soCalled> ausgezeichnete Anführungszeichen: {number}. Wo jemand zitiert wird, <quote> daraus machen.",
)
_LOOSE = Bilingual(
    "Quotation marks in {where} do not pair as »…›…‹…«: validate will ask you to tag them.",
    "Anführungszeichen ohne Gegenstück nach dem Muster »…›…‹…« ({where}): validate wird verlangen, sie auszuzeichnen.",
)
_HEADING = Bilingual("the title", "Titel")
_PARAGRAPH = Bilingual("paragraph {number}", "Absatz {number}")


class Plain(Struct, frozen=True):
    """A text divided. `paragraphs` keep their lines; `remarks` are sentences on what the editor has to know."""

    title: str
    paragraphs: tuple[str, ...]
    copy: str
    remarks: tuple[Bilingual, ...] = ()


def read(data: bytes, shown: str | Bilingual) -> Plain:
    """The text in these bytes; `shown` is what messages call the file.

    Raises:
        InputError: not UTF-8, empty, a title without a text, or a character that XML cannot hold.
    """
    text = _decoded(data, shown).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _refuse_unwritable(text, shown)
    copy = unicodedata.normalize("NFC", text)
    title, paragraphs = _divided(copy)
    if not title:
        raise InputError(
            Bilingual("{shown} is empty.", "{shown} ist leer.").filled({"shown": shown}),
            Bilingual(
                "Its first line is the title; paragraphs follow.",
                "Die erste Zeile ist der Titel; darauf folgen die Absätze.",
            ),
        )
    if not paragraphs:
        raise InputError(
            Bilingual(
                "{shown} has a title, but no text.", "{shown} hat einen Titel, aber keinen Text."
            ).filled({"shown": shown}),
            Bilingual(
                "The first line is the title; put the text below it.",
                "Die erste Zeile ist der Titel; den Text darunter setzen.",
            ),
        )
    remarks = () if copy == text else (_CONVERTED,)
    return Plain(title, paragraphs, copy.rstrip() + "\n", (*remarks, *_on_marks((title, *paragraphs))))


def tei(words: str, numbers: Iterator[int]) -> str:
    """The words as content of a TEI element; quotation marks that pair and alternate enclose <soCalled>.

    `numbers` count the <soCalled> of a file: the register of quotations addresses each by its xml:id.
    """
    pairs = marks_pair(words)
    written = []
    for part in re.split("([»«›‹])", words):
        if pairs and part in ("»", "›"):
            written.append(f'<soCalled xml:id="q-{next(numbers)}">{part}')
        elif pairs and part in ("«", "‹"):
            written.append(f"{part}</soCalled>")
        else:
            written.append(plain(part))
    return "".join(written)


def plain(words: str) -> str:
    """The words escaped; a first sign that would melt with the > of the tag before it becomes a reference."""
    first = words[:1]
    if first and not unicodedata.is_normalized("NFC", f">{first}"):
        return f"&#x{ord(first):X};{escape(words[1:])}"
    return escape(words)


def marks_pair(words: str) -> bool:
    """Whether every quotation mark has its partner and the levels are »…›…‹…«."""
    depth = 0
    for mark in _MARKS.findall(words):
        if mark == _LEVELS[depth % 2][0]:
            depth += 1
        elif depth and mark == _LEVELS[(depth - 1) % 2][1]:
            depth -= 1
        else:
            return False
    return depth == 0


def slug(title: str) -> str:
    """The title as a name for files and addresses: ASCII letters, figures and hyphens, a letter first."""
    german = title.casefold().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"})
    letters = unicodedata.normalize("NFKD", german).encode("ascii", "ignore").decode()
    words = re.sub("[^a-z0-9]+", "-", re.sub("['’]", "", letters)).strip("-")
    short = words if len(words) <= 60 else words[:60].rpartition("-")[0] or words[:60]
    return short if short[:1].isalpha() else f"artikel-{short}".strip("-")


def _decoded(data: bytes, shown: str | Bilingual) -> str:
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            raise InputError(
                Bilingual("{shown} is in {name}.", "{shown} ist in {name}.").filled(
                    {"shown": shown, "name": name}
                ),
                Bilingual("Save it as UTF-8.", "Als UTF-8 speichern."),
            )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            Bilingual(
                "{shown}:{line} The text is not UTF-8: byte {byte} is 0x{value:02X}.",
                "{shown}:{line} Der Text ist kein UTF-8: Byte {byte} ist 0x{value:02X}.",
            ).filled({"shown": shown, "line": line, "byte": error.start, "value": data[error.start]}),
            Bilingual(
                "It may be Latin-1 or Windows-1252: save it as UTF-8.",
                "Vielleicht ist es Latin-1 oder Windows-1252: als UTF-8 speichern.",
            ),
        ) from None


def _refuse_unwritable(text: str, shown: str | Bilingual) -> None:
    """Control characters and the two signs that XML 1.0 excludes (production 2, Char)."""
    for number, line in enumerate(text.split("\n"), 1):
        for column, sign in enumerate(line, 1):
            if sign != "\t" and (unicodedata.category(sign) in ("Cc", "Cs") or sign in "\ufffe\uffff"):
                raise InputError(
                    _UNWRITABLE.filled({"shown": shown, "line": number, "column": column, "sign": ord(sign)}),
                    Bilingual(
                        "Remove it, or put a space or a line break there.",
                        "Entfernen oder durch ein Leerzeichen oder einen Zeilenwechsel ersetzen.",
                    ),
                )


def _divided(text: str) -> tuple[str, tuple[str, ...]]:
    lines = [line.strip() for line in text.split("\n")]
    while lines and not lines[0]:
        lines.pop(0)
    title, rest = (" ".join(lines[0].split()), lines[1:]) if lines else ("", [])
    blocks = re.split(r"\n{2,}", "\n".join(rest).strip("\n"))
    return title, tuple(block for block in blocks if block)


def _on_marks(blocks: tuple[str, ...]) -> Iterator[Bilingual]:
    pairs = sum(len(re.findall("[»›]", block)) for block in blocks if marks_pair(block))
    loose = [number for number, block in enumerate(blocks) if not marks_pair(block)]
    if pairs:
        yield _TAGGED.filled({"number": pairs})
    if loose:
        yield _LOOSE.filled({"where": _listed(loose)})


def _listed(numbers: list[int]) -> Bilingual:
    named = [_PARAGRAPH.filled({"number": number}) if number else _HEADING for number in numbers]
    return Bilingual(", ".join(one.en for one in named), ", ".join(one.de for one in named))
