"""Everything in one file for a repository: a BagIt bag (RFC 8493) whose payload is an RO-Crate 1.2, as a ZIP archive.

`contents` says what lies in it and under which terms, `crate` and `words` describe it for programs and for people, `bag`
makes it verifiable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from edition import urls
from edition.exports.deposit import bag, contents, crate, words
from edition.exports.format import Export, Made
from edition.exports.shared import notice
from edition.exports.shared.archive import archive
from edition.model import Bilingual, Config, Edition, File

SLUG = "deposit"
LOSSES = Bilingual(
    "The pages of the site and the program that makes them are left out, and so are formats of very many files.",
    "Die Seiten der Website und das Programm, das sie erstellt, fehlen, ebenso Formate aus sehr vielen Dateien.",
)


def files(root: Path, config: Config, edition: Edition, others: Sequence[Made] = ()) -> Iterator[File]:
    """One archive: the sources, and the files of the other formats."""
    name = _name(config)
    package = contents.package(root, config, edition, others)
    package = package.with_file(words.readme(config, edition, package, others, LOSSES))
    package = package.with_file(words.licences(config, package, (crate.NAME, crate.PREVIEW)))
    payload = {part.path: part.content for part in package.parts}
    payload[crate.NAME] = crate.metadata(config, edition, package)
    payload[crate.PREVIEW] = words.preview(config, package)
    comment = f"{notice.facts(config)['citation']}\n{notice.about(config, LOSSES)}"
    packed = ((f"{name}/{path}", data) for path, data in bag.bag(config, payload).items())
    yield File(urls.exported(SLUG, f"{name}.zip"), archive(packed, config.date, comment=comment))


def _name(config: Config) -> str:
    """The last step of the edition's address, and its version, in letters that every file system takes."""
    place = config.base_url.rstrip("/").rpartition("/")[2]
    return re.sub(r"[^A-Za-z0-9.-]+", "-", f"{place}-{config.version}").strip(".-")


EXPORT = Export(
    SLUG,
    "services",
    Bilingual("Package for a repository", "Paket für ein Repositorium"),
    Bilingual(
        "Everything in one file, for archiving and for a repository: sources, schema and all formats, each file "
        "described and with its checksum (BagIt, RO-Crate 1.2).",
        "Alles in einer Datei, zum Archivieren und für ein Repositorium: Quellen, Schema und alle Formate, jede Datei "
        "beschrieben und mit Prüfsumme (BagIt, RO-Crate 1.2).",
    ),
    "application/zip",
    files,
    LOSSES,
    of_all=files,
    ours=True,
)
