"""What lies in the package: the sources, the formats, and above them the two that describe the whole."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from edition import corpus, rights, urls
from edition.exports import cff, datacite
from edition.exports.deposit import media, sources
from edition.exports.deposit.part import Folder, Package, Part
from edition.exports.format import Export, Made
from edition.exports.shared.notice import NAME as README
from edition.model import Bilingual, Config, Edition, File
from edition.rights import Licence

FOLDER = "exports/"
_ABOVE = (cff.EXPORT, datacite.EXPORT)  # made here, whatever else is skipped
_README = Bilingual("What the files beside it are, and how to cite them.", "Was die Dateien daneben sind und wie sie zu zitieren sind.")  # fmt: skip


def package(root: Path, config: Config, edition: Edition, others: Sequence[Made]) -> Package:
    """Everything but what describes the package itself."""
    texts = {urls.data(path.relative_to(root).as_posix()): role for path, role in corpus.files(root, config)}
    above = tuple(
        _part(export, file, file.path.rpartition("/")[2], (file,), config, texts)
        for export in _ABOVE
        for file in export.function(root, config, edition)
    )
    slugs = {export.slug for export in _ABOVE}
    formats = (_folder(made, config, texts) for made in packed(others) if made.export.slug not in slugs)
    return Package(above, (sources.folder(root, config, edition), *formats))


def packed(others: Sequence[Made]) -> Iterator[Made]:
    """The formats that lie in the package."""
    return (made for made in others if made.files and made.export.packed)


def _folder(made: Made, config: Config, texts: dict[str, str]) -> Folder:
    export = made.export
    return Folder(
        f"{FOLDER}{export.slug}/",
        export.title,
        Bilingual(
            f"{export.purpose.en} {export.losses.en}".strip(),
            f"{export.purpose.de} {export.losses.de}".strip(),
        ),
        tuple(
            _part(export, file, f"{FOLDER}{export.slug}/{_below(export, file)}", made.files, config, texts)
            for file in sorted(made.files, key=lambda file: file.path)
        ),
    )


def _below(export: Export, file: File) -> str:
    """The path of a file in the folder of its format."""
    return file.path.removeprefix(urls.exported(export.slug, ""))


def _part(
    export: Export, file: File, path: str, files: Collection[File], config: Config, texts: dict[str, str]
) -> Part:
    name = file.path.rpartition("/")[2]
    return Part(
        path=path,
        content=file.content,
        name=export.title.de if len(files) == 1 else f"{export.title.de}: {_below(export, file)}",
        about=_README if name == README else export.purpose,
        media_type=media.of_format(
            file.path, [one.path for one in files if not one.path.endswith(README)], export.media_type
        ),
        licences=_licences(export, file, config, texts.get(file.path, "")),
    )


def _licences(export: Export, file: File, config: Config, role: str) -> tuple[Licence, ...]:
    """Of both layers, unless the format or the role of a TEI file says that no words of the texts are in it."""
    text, own = rights.layers(config)
    if role:
        return (text, own) if role == "article" else (own,)
    name = _below(export, file)
    without = any(fnmatchcase(name, pattern) for pattern in (*export.own, README))
    return (own,) if without else (text, own)
