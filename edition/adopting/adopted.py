"""A folder of TEI of others, adopted file by file: scanned, its entries put in order, then written in our shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from edition import corpus, reading, settings
from edition.adopting import addresses, describing, images, scanning
from edition.adopting.authority import collect
from edition.adopting.documents import Adopted, Whole, adopt
from edition.adopting.finding import found_in
from edition.adopting.registers import Lists, register
from edition.adopting.scanning import Scan
from edition.adopting.slugs import Slugs, slug
from edition.checks.subject import Subject
from edition.corpus import TEI, XML_ID
from edition.desk import Desk, Folders
from edition.engine import Engine, Here, Task
from edition.errors import InputError
from edition.foreign import examining, opening
from edition.kinds import KINDS
from edition.model import Bilingual, Config, File, Finding, Reading, pickled
from edition.remembering import ADOPTED, Asked, Memory, digest

_TEI = "{" + TEI + "}TEI"


class Made(Struct, frozen=True):
    """What adopting a folder gives besides the files: settings that name them, the facts of all files, findings, and the
    images that texts show."""

    config: Config
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    images: tuple[str, ...]


class _Given(Struct, frozen=True):
    """What each text is adopted with."""

    root: Path
    whole: Whole


@pickled
class _Document(Struct, frozen=True):
    """An adopted document, as far as the whole edition needs to know it."""

    path: str
    reading: Reading
    findings: tuple[Finding, ...]
    images: tuple[str, ...]


class _Text(Struct, frozen=True):
    """A file with texts: in which role, and whether it is published as it is, which a corpus or one that runs something
    is not."""

    path: str
    role: str
    published: bool


class _Begun(Struct, frozen=True):
    """What is known when all is adopted, but what the texts say: their documents stand on a shelf, file by file."""

    config: Config
    registers: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    texts: tuple[_Text, ...]
    documents: Sequence[tuple[_Document, ...]]
    originals: Mapping[str, str]  # of registers and of what is published in parts


def adopted(root: Path, folder: Path, work: Engine, memory: Memory) -> Made:
    """Write the TEI of others below `root`, adopted, into `folder`.

    Raises:
        InputError: there is no TEI text, or edition.toml is not in order.
    """
    # What the files hold is forgotten before what the texts say is read: both are large.
    begun = _begun(_Run(root, Folders(root, folder), work, memory, _Contents(root)))
    written: dict[str, list[str]] = {
        "authority": [one.path for one in begun.registers],
        "article": [],
        "page": [],
    }
    originals = dict(begun.originals)
    documents: list[_Document] = []
    for text, made in zip(begun.texts, begun.documents, strict=True):
        documents += made
        written[text.role] += (document.path for document in made)
        originals |= {document.path: text.path for document in made} if text.published else {}
    patterns = {role: tuple(paths) for role, paths in written.items()}
    findings = [*begun.findings, *(finding for document in documents for finding in document.findings)]
    return Made(
        replace(begun.config, patterns=patterns, originals=originals),
        (*begun.registers, *(document.reading for document in documents)),
        tuple(_located(root, findings)),
        tuple(dict.fromkeys(image for document in documents for image in document.images)),
    )


def _begun(run: _Run) -> _Begun:
    """Scan all files, put their entries in order, adopt their texts."""
    given = settings.of_others(run.root)
    scans = run.scans(found_in(run.root, given.patterns))
    texts = [one for one in scans if one.role in ("article", "page")]
    findings = tuple(finding for one in scans for finding in one.findings)
    if not any(one.role == "article" for one in scans):
        raise _nothing(run.root, findings)
    authority, listed, gathered = collect(scans)
    whole = Whole(
        authority,
        _slugs(texts),
        {one.path: one.ids for one in texts if one.ids},
        next((one.language for one in texts if one.language), ""),
        frozenset(image for one in scans for image in one.images if images.there(run.root, image)),
    )
    around = whole.digest()
    originals = {
        _place(one, slug(Path(one.path).stem)): one.path
        for one in scans
        if (one.role == "authority" or one.corpus) and not one.active
    }
    return _Begun(
        describing.completed(given, run.root, scans),
        run.registers(Lists(authority, listed, tuple(gathered)), around),
        findings,
        tuple(_Text(one.path, one.role, not (one.corpus or one.active)) for one in texts),
        run.documents(texts, whole, around),
        originals,
    )


class _Run(Struct, frozen=True):
    """Where files are read and written, what does the work, and what is remembered of it."""

    root: Path
    desk: Folders
    work: Engine
    memory: Memory
    contents: _Contents

    @property
    def _former(self) -> Folders:
        folder = self.memory.folder / ADOPTED if self.memory.folder else self.desk.target
        return Folders(folder, self.desk.target)

    def scans(self, files: Sequence[tuple[str, str]]) -> tuple[Scan, ...]:
        """What each of the files holds."""
        task = Task(_scanned, self.desk, None, files, lambda file: file[:1])
        name = partial(self.contents.named, "scan")
        with closing(self.memory.map(Asked(self.work, task, self._former, name))) as scans:
            return tuple(scans)

    def registers(self, lists: Lists, around: str) -> tuple[Reading, ...]:
        """The registers, written; `around` is the digest of the whole folder."""
        task = Task(register, self.desk, lists, [kind.slug for kind in KINDS], lambda _: ())
        key = digest(around, tuple(lists.listed.items()), lists.gathered)
        asked = Asked(
            Here(),
            task,
            self._former,
            lambda kind: (f"register {kind}", key),
            lambda register: [one.path for one in register],
        )
        with closing(self.memory.map(asked)) as registers:
            return tuple(chain.from_iterable(registers))

    def documents(self, texts: Sequence[Scan], whole: Whole, around: str) -> Sequence[tuple[_Document, ...]]:
        """The documents of each file, written."""
        return self.memory.shelf(
            Asked(
                self.work,
                Task(_adopted, self.desk, _Given(self.root, whole), texts, lambda one: (one.path,)),
                self._former,
                lambda one: self.contents.named("adopted", (one.path, one.role), around),
                lambda made: [document.path for document in made],
            )
        )


class _Contents(Struct):
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


def _nothing(root: Path, findings: tuple[Finding, ...]) -> InputError:
    return InputError(
        Bilingual(f"There is no TEI text in {root}.", f"In {root} gibt es keinen Text in TEI."),
        Bilingual(
            f"Give the folder with the TEI files by --source; an edition.toml in it may say where they are. "
            f"An edition begun with `new` has {settings.FILE}.",
            f"Den Ordner mit den TEI-Dateien mit --source angeben; eine edition.toml darin kann sagen, wo sie liegen. "
            f"Eine mit `new` begonnene Edition hat {settings.FILE}.",
        ),
        findings,
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
