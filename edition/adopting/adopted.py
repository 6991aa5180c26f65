"""A folder of TEI of others, adopted file by file: scanned, its entries put in order, then written in our shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from edition import corpus, reading, settings
from edition.adopting import addresses, describing, entries, images, scanning
from edition.adopting.authority import Authority, Gathered, collect
from edition.adopting.documents import Adopted, Whole, adopt
from edition.adopting.finding import found_in
from edition.adopting.scanning import Entry, Scan
from edition.adopting.slugs import Slugs, slug
from edition.checks.subject import Subject
from edition.corpus import TEI, XML_ID
from edition.desk import Desk, Folders
from edition.engine import Engine, Task
from edition.errors import InputError
from edition.foreign import examining, opening
from edition.kinds import BY_SLUG, KINDS
from edition.model import Bilingual, Config, File, Finding, Reading
from edition.remembering import ADOPTED, Memory, digest

REGISTERS = "registers"  # where the adopted entries stand, below the workspace
_E = ElementMaker(namespace=TEI, nsmap={None: TEI})
_TEI = "{" + TEI + "}TEI"


@dataclass(frozen=True, slots=True)
class Made:
    """What adopting a folder gives besides the files: settings that name them, the facts of all files, findings, and the
    images that texts show."""

    config: Config
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    images: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Given:
    """What each text is adopted with."""

    root: Path
    whole: Whole


@dataclass(frozen=True, slots=True)
class _Document:
    """An adopted document, as far as the whole edition needs to know it."""

    path: str
    reading: Reading
    findings: tuple[Finding, ...]
    images: tuple[str, ...]


def adopted(root: Path, folder: Path, work: Engine, memory: Memory) -> Made:
    """Write the TEI of others below `root`, adopted, into `folder`.

    Raises:
        InputError: there is no TEI text, or edition.toml is not in order.
    """
    given, desk = settings.of_others(root), Folders(root, folder)
    files = found_in(root, given.patterns)
    former = Folders(memory.folder / ADOPTED if memory.folder else folder, folder)
    contents = _Contents(root)
    task = Task(_scanned, desk, None, files, lambda file: file[:1])
    with closing(
        memory.map(work, task, former, lambda file: contents.named("scan", file), lambda _: ())
    ) as scanned:
        scans = tuple(scanned)
    texts = [one for one in scans if one.role in ("article", "page")]
    findings = [finding for one in scans for finding in one.findings]
    if not any(one.role == "article" for one in scans):
        raise _nothing(root, findings)
    authority, listed, gathered = collect(scans)
    whole = Whole(
        authority,
        _slugs(texts),
        {one.path: one.ids for one in texts if one.ids},
        next((one.language for one in texts if one.language), ""),
        frozenset(image for one in scans for image in one.images if images.there(root, image)),
    )
    written: dict[str, list[str]] = {"authority": [], "article": [], "page": []}
    originals = {
        _place(one, slug(Path(one.path).stem)): one.path
        for one in scans
        if (one.role == "authority" or one.corpus) and not one.active
    }
    documents: list[_Document] = []
    around = whole.digest()
    adopting_all = memory.map(
        work,
        Task(_adopted, desk, _Given(root, whole), texts, lambda one: (one.path,)),
        former,
        lambda one: contents.named("adopted", (one.path, one.role), around),
        lambda made: [document.path for document in made],
    )
    with closing(adopting_all) as several:
        for one, made in zip(texts, several, strict=True):
            documents += made
            written[one.role] += (document.path for document in made)
            originals |= {} if one.corpus or one.active else {document.path: one.path for document in made}
    registers = list(_registers(desk, listed, gathered, authority))
    written["authority"] = [one.path for one in registers]
    patterns = {role: tuple(paths) for role, paths in written.items()}
    findings += (finding for document in documents for finding in document.findings)
    return Made(
        replace(describing.completed(given, root, scans), patterns=patterns, originals=originals),
        (*registers, *(document.reading for document in documents)),
        tuple(_located(root, findings)),
        tuple(dict.fromkeys(image for document in documents for image in document.images)),
    )


@dataclass(slots=True)
class _Contents:
    """The files of an edition, as far as it must be known whether they are the same as before."""

    root: Path
    digests: dict[str, str] = field(default_factory=dict)

    def named(self, what: str, file: tuple[str, str], *around: str) -> tuple[str, str]:
        """Name and key of what is done with a file in its role."""
        path, role = file
        if path not in self.digests:
            self.digests[path] = digest(corpus.read(self.root / path))
        return f"{what} {path}", digest(role, self.digests[path], *around)


def _scanned(desk: Desk, _: None, file: tuple[str, str]) -> Scan:
    path, role = file
    return scanning.scan(desk.read(path), path, role)


def _adopted(desk: Desk, given: _Given, one: Scan) -> tuple[_Document, ...]:
    """Adopt the documents of a file, write them, and read them."""
    made = []
    for document in _documents(desk.read(one.path), one, given):
        path = _place(one, document.slug)
        desk.write(File(path, document.content))
        # XPath from the top would see the whole corpus.
        source = (
            corpus.written(document.content, path, one.role)
            if one.corpus
            else corpus.made(document.root, document.content, path, one.role)
        )
        facts = reading.of_source(source)
        made.append(_Document(path, facts, tuple(document.findings), tuple(document.images)))
    return tuple(made)


def _located(root: Path, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that know what part of their file they lie in."""
    by_path: dict[str, list[Finding]] = {}
    for one in findings:
        by_path.setdefault(one.path, []).append(one)
    for path, found in by_path.items():
        yield from examining.located(found, corpus.read(root / path))


def _nothing(root: Path, findings: list[Finding]) -> InputError:
    return InputError(
        Bilingual(f"There is no TEI text in {root}.", f"In {root} gibt es keinen Text in TEI."),
        Bilingual(
            f"Give the folder with the TEI files by --source; an edition.toml in it may say where they are. "
            f"An edition begun with `new` has {settings.FILE}.",
            f"Den Ordner mit den TEI-Dateien mit --source angeben; eine edition.toml darin kann sagen, wo sie liegen. "
            f"Eine mit `new` begonnene Edition hat {settings.FILE}.",
        ),
        tuple(findings),
    )


def _slugs(texts: Iterable[Scan]) -> dict[tuple[str, str], str]:
    """The slug of each document: the name of its file; of several in one file, with the id or number of each."""
    slugs, found = Slugs(), {}
    for one in texts:
        stem = Path(one.path).stem
        for number, name in enumerate(one.documents, 1):
            found[_key(one, number, name)] = slugs.take(
                stem if not one.corpus else f"{stem}-{name or number}", "t"
            )
    return found


def _documents(stored: bytes, one: Scan, given: _Given) -> Iterator[Adopted]:
    read = opening.opened(stored, one.path, judged=True)
    assert read.source is not None  # it was read a moment ago
    top = read.source.tree.getroot()
    known = addresses.prefixes(top)
    subject = Subject(read.source, corpus.Locator(read.source, later=True), given.root)
    for number, node in enumerate([top] if not one.corpus else list(top.iter(_TEI)), 1):
        node.tail = None  # what stands between the texts of a corpus belongs to none
        name = given.whole.slugs[_key(one, number, node.get(XML_ID, ""))]
        yield adopt(node, name, subject, given.whole, known)


def _key(one: Scan, number: int, name: str) -> tuple[str, str]:
    """By what a document is known: its file, and of several in one its id or number."""
    return one.path, (name or str(number)) if one.corpus else ""


def _place(one: Scan, name: str) -> str:
    """Where an adopted document stands, and where its original is published: in folders called like those it is from,
    one of several in a folder of their file."""
    given = Path(one.path)
    folders = [*given.parts[:-1], *([given.stem] if one.corpus and name != slug(given.stem) else [])]
    return "/".join([*map(slug, folders), f"{name}.xml"])


def _registers(
    desk: Desk, listed: Mapping[str, Entry], gathered: Iterable[Gathered], authority: Authority
) -> Iterator[Reading]:
    """The facts of a register for each kind that has entries, which is written in our form."""
    unlisted = list(gathered)
    for kind in KINDS:
        made = [
            entries.converted(
                entry.content, kind.slug, pointer.partition(":")[2], _resolver(authority, entry)
            )
            for pointer, entry in listed.items()
            if entry.kind == kind.slug
        ]
        made += [
            entries.gathered(
                one.pointer.partition(":")[2],
                kind.slug,
                one.name,
                one.address.value if one.address.sort == "uri" else "",
            )
            for one in unlisted
            if one.pointer.partition(":")[0] == kind.slug
        ]
        if made:
            register = File(f"{REGISTERS}/{kind.plural}.xml", _file(kind.slug, made))
            desk.write(register)
            yield reading.of_source(corpus.written(register.content, register.path, "authority"))


def _resolver(authority: Authority, entry: Entry) -> entries.Resolve:
    def resolve(kind: str, element: Any) -> str:
        for address in scanning.pointed(element, entry.path, {}):
            pointer = authority.pointer(kind, address)
            if pointer:
                return pointer
        return ""

    return resolve


def _file(kind: str, made: list[Any]) -> bytes:
    plural = BY_SLUG[kind].plural
    title = _E.titleStmt(_E.title(plural))
    header = _E.teiHeader(_E.fileDesc(title, _E.publicationStmt(_E.p()), _E.sourceDesc(_E.p())))
    root = _E.TEI(header, _E.standOff(_E.list(*made)))
    root.set(XML_ID, plural)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)
