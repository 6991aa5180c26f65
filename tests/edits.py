"""Random edits of an edition and of the program that builds it, as its editors make them; and accidents.

An edit gets a folder with a copy of the edition (`tei`) and one of the program, and a source of chance. It changes files and
says what it did.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

_TEXT = re.compile(r">([^<>&]{12,})<")
_WORDS = ("Nebel", "Brücke", "1936", "lief", "Übersee", "und", "Straße", "Moskau")
_REF = re.compile(r'\bref="([a-z]+:[^"\s]+)"')
_TAGGED = re.compile(r"<(persName|placeName|rs|orgName|title)\b[^<>]*>([^<>]*)</\1>")
_DATE = re.compile(r'\b(when|notBefore|notAfter|from|to)="(\d{4})')


@dataclass
class Bench:
    """Where edits are made. `undone` holds what files held before, so that an edit can be taken back."""

    edition: Path
    program: Path
    chance: random.Random
    undone: list[tuple[Path, bytes | None]] = field(default_factory=list)

    def files(self, *parts: str) -> list[Path]:
        """The TEI files of the edition, of all or of these folders."""
        found = sorted(self.edition.rglob("*.xml"))
        return [one for one in found if not parts or any(part in one.as_posix() for part in parts)]

    def write(self, path: Path, content: bytes | None) -> None:
        """Write a file, or remove it."""
        self.undone.append((path, path.read_bytes() if path.exists() else None))
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def take_back(self, begun: int) -> None:
        """Undo all edits but the first ones, which are so many."""
        while len(self.undone) > begun:
            path, content = self.undone.pop()
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)

    def some(self, found: list[Path]) -> Path:
        """One of several files."""
        return self.chance.choice(found)


def _replaced(
    bench: Bench, path: Path, pattern: re.Pattern[str], made: Callable[[re.Match[str]], str]
) -> str:
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    body = text.find("<text") if "<text" in text else text.find("<standOff")
    found = list(pattern.finditer(text, max(body, 0)))
    if found:
        one = bench.chance.choice(found)
        text = text[: one.start()] + made(one) + text[one.end() :]
        bench.write(path, text.encode("utf-8", "surrogateescape"))
    return f"{pattern.pattern} in {path.name}"


def word(bench: Bench) -> str:
    """A word more, or one less, somewhere in a text or a list."""
    said = bench.chance.choice((*_WORDS, ""))

    def made(one: re.Match[str]) -> str:
        words = one[1].split(" ")
        place = bench.chance.randrange(1, len(words)) if len(words) > 1 else 0
        words[place : place + bench.chance.randrange(2)] = [said] if said else []
        return f">{' '.join(words)}<"

    return "word: " + _replaced(bench, bench.some(bench.files()), _TEXT, made)


def mention(bench: Bench) -> str:
    """A name that points elsewhere."""
    everywhere = sorted(
        {one for path in bench.files() for one in _REF.findall(path.read_text("utf-8", "replace"))}
    )
    return "mention: " + _replaced(
        bench, bench.some(bench.files()), _REF, lambda _: f'ref="{bench.chance.choice(everywhere)}"'
    )


def untag(bench: Bench) -> str:
    """A name that is no longer marked."""
    return "untag: " + _replaced(bench, bench.some(bench.files()), _TAGGED, lambda one: one[2])


def date(bench: Bench) -> str:
    """Another year."""
    return "date: " + _replaced(
        bench, bench.some(bench.files()), _DATE, lambda one: f'{one[1]}="{bench.chance.randrange(1880, 1950)}'
    )


def title(bench: Bench) -> str:
    """Another title in a header."""
    path = bench.some(bench.files())
    text = path.read_bytes().decode("utf-8", "surrogateescape")
    said = bench.chance.choice(_WORDS)
    bench.write(
        path, re.sub(r"(<title\b[^>]*>)", rf"\g<1>{said} ", text, count=1).encode("utf-8", "surrogateescape")
    )
    return f"title: {path.name}"


def paragraph(bench: Bench) -> str:
    """A paragraph less, or one twice (without its id)."""
    path = bench.some(bench.files())
    twice = bench.chance.random() < 0.6

    def made(one: re.Match[str]) -> str:
        again = re.sub(r'\sxml:id="[^"]*"', "", one[0])
        return one[0] + again if twice else ""

    return "paragraph: " + _replaced(
        bench, path, re.compile(r"<p\b[^>]*>(?:(?!<p\b).)*?</p>", re.DOTALL), made
    )


def add(bench: Bench) -> str:
    """A file more: a copy of one that is there."""
    path = bench.some(bench.files())
    name = f"{path.stem}-{bench.chance.randrange(100)}"
    text = (
        path.read_bytes()
        .decode("utf-8", "surrogateescape")
        .replace(f'xml:id="{path.stem}"', f'xml:id="{name}"')
    )
    bench.write(path.with_name(f"{name}.xml"), text.encode("utf-8", "surrogateescape"))
    return f"add: {name}"


def remove(bench: Bench) -> str:
    """A file less."""
    path = bench.some(bench.files())
    bench.write(path, None)
    return f"remove: {path.name}"


def rename(bench: Bench) -> str:
    """A file under another name."""
    path = bench.some(bench.files())
    name = f"{path.stem}-x"
    text = (
        path.read_bytes()
        .decode("utf-8", "surrogateescape")
        .replace(f'xml:id="{path.stem}"', f'xml:id="{name}"')
    )
    bench.write(path, None)
    bench.write(path.with_name(f"{name}.xml"), text.encode("utf-8", "surrogateescape"))
    return f"rename: {path.name}"


def setting(bench: Bench) -> str:
    """Another setting."""
    for name in ("tei/edition.toml", "edition.toml"):
        path = bench.edition / name
        if path.exists():
            said = bench.chance.choice((*_WORDS, "1.0.1"))
            key = bench.chance.choice(("subtitle", "publisher", "version", "title"))
            text = re.sub(rf'(?m)^{key} = ".*"$', f'{key} = "{said}"', path.read_text("utf-8"))
            bench.write(path, text.encode())
            return f"setting: {key} {said}"
    bench.write(bench.edition / "edition.toml", f'title = "{bench.chance.choice(_WORDS)}"\n'.encode())
    return "setting: first"


def stylesheet(bench: Bench) -> str:
    """The program shows a paragraph otherwise."""
    path = bench.program / "xslt" / "reading" / "blocks.xsl"
    text = path.read_text("utf-8")
    name = f"paragraph{bench.chance.randrange(9)}"
    bench.write(path, re.sub(r"'paragraph\d?'", f"'{name}'", text, count=1).encode())
    return f"stylesheet: {name}"


def template(bench: Bench) -> str:
    """The program says something more on some pages."""
    path = bench.some(sorted((bench.program / "edition" / "templates").glob("*.html")))
    text = path.read_text("utf-8")
    bench.write(path, text.replace("<main", f'<main data-{bench.chance.choice("abc")}=""', 1).encode())
    return f"template: {path.name}"


def style(bench: Bench) -> str:
    """A rule more in a style sheet."""
    path = bench.program / "edition" / "assets" / "base.css"
    bench.write(
        path, path.read_bytes() + f"\n.x{bench.chance.randrange(99)} {{ color: inherit; }}\n".encode()
    )
    return "style"


def undo(bench: Bench) -> str:
    """Something is as it was before."""
    if bench.undone:
        path, content = bench.undone[bench.chance.randrange(-min(len(bench.undone), 6), 0)]
        bench.write(path, content)
        return f"undo: {path.name}"
    return "undo: nothing"


def touch(bench: Bench) -> str:
    """A file is saved as it was."""
    path = bench.some(bench.files())
    path.write_bytes(path.read_bytes())
    return f"touch: {path.name}"


EDITS = (
    word, word, word, mention, mention, untag, date, title, paragraph, add, remove, rename, setting, stylesheet, template,
    style, undo, undo, undo, touch,
)  # fmt: skip


def site_spoiled(bench: Bench, site: Path) -> str:
    """A file of the finished site is changed, lost, or put there."""
    files = sorted(one for one in site.rglob("*.html"))
    if files:
        path = bench.chance.choice(files)
        way = bench.chance.randrange(3)
        if way == 0:
            path.write_bytes(path.read_bytes() + b" ")
        elif way == 1:
            path.unlink()
        else:
            path.with_name("fremd.html").write_bytes(b"fremd")
    return "spoiled: the site"


def memory_spoiled(bench: Bench, site: Path) -> str:
    """A file of the memory is cut, turned into another, or lost."""
    folder = site.with_name(f".{site.name}.memory")
    files = sorted(one for one in folder.rglob("*") if one.is_file())
    if files:
        path = bench.chance.choice(files)
        content = path.read_bytes()
        way = bench.chance.randrange(4)
        if way == 0:
            path.write_bytes(content[: len(content) // 2])
        elif way == 1:
            place = bench.chance.randrange(len(content) or 1)
            path.write_bytes(content[:place] + b"X" + content[place + 1 :])
        elif way == 2:
            path.unlink()
        else:
            shutil.rmtree(folder)
    return "spoiled: the memory"


ACCIDENTS = (site_spoiled, memory_spoiled)
