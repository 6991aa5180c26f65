"""What lies in the package: the sources, the formats, and above them the two that describe the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from edition import corpus, rights, urls
from edition.exports import cff, datacite
from edition.exports.deposit import media, sources
from edition.exports.deposit.part import Folder, Package, Part
from edition.exports.format import Export, Made
from edition.exports.shared.notice import NAME as README
from edition.model import Bilingual, Config, Edition
from edition.rights import Licence

FOLDER = "exports/"
_ABOVE = (cff.EXPORT, datacite.EXPORT)  # made here, whatever else is skipped
_README = Bilingual("What the files beside it are, and how to cite them.", "Was die Dateien daneben sind und wie sie zu zitieren sind.")  # fmt: skip


def package(root: Path, config: Config, edition: Edition, others: Sequence[Made]) -> Package:
    """Everything but what describes the package itself."""
    roles = {urls.data(path.relative_to(root).as_posix()): role for path, role in corpus.files(root, config)}
    beside = [Made(export, tuple(export.function(root, config, edition))) for export in _ABOVE]
    above = tuple(part for made in beside for part in _parts(made, "", config, roles))
    slugs = {export.slug for export in _ABOVE}
    formats = (_folder(made, config, roles) for made in packed(others) if made.export.slug not in slugs)
    return Package(above, (sources.folder(root, config, edition), *formats))


def packed(others: Sequence[Made]) -> Iterator[Made]:
    """The formats that lie in the package."""
    return (made for made in others if made.files and made.export.packed)


def _folder(made: Made, config: Config, roles: Mapping[str, str]) -> Folder:
    export, path = made.export, f"{FOLDER}{made.export.slug}/"
    return Folder(
        path,
        export.title,
        Bilingual(
            f"{export.purpose.en} {export.losses.en}".strip(),
            f"{export.purpose.de} {export.losses.de}".strip(),
        ),
        tuple(_parts(made, path, config, roles)),
    )


def _parts(made: Made, folder: str, config: Config, roles: Mapping[str, str]) -> Iterator[Part]:
    """The files of a format; `roles` are those of the TEI files, by their path in the site."""
    export = made.export
    endings = media.endings(file.path for file in made.files if not file.path.endswith(README))
    for file in sorted(made.files, key=lambda file: file.path):
        name = file.path.removeprefix(urls.exported(export.slug, ""))
        yield Part(
            path=folder + name,
            content=file.content,
            name=export.title.de if len(made.files) == 1 else f"{export.title.de}: {name}",
            about=_README if name.endswith(README) else export.purpose,
            media_type=media.of_format(name, endings, export.media_type),
            licences=_licences(export, name, roles.get(file.path, ""), rights.layers(config)),
        )


def _licences(export: Export, name: str, role: str, layers: tuple[Licence, Licence]) -> tuple[Licence, ...]:
    """Of both layers, unless the format or the role of a TEI file says that no words of the texts are in it."""
    if role:
        without = role != "article"
    else:
        without = any(fnmatchcase(name, pattern) for pattern in (*export.own, README))
    return layers[1:] if without else layers
