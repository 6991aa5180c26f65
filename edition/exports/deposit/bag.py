"""BagIt (RFC 8493, version 1.0): the files that make a folder verifiable.

Written here, not by the library `bagit`: that one writes the older version 0.97, works in a folder that it makes the
current one of the whole process, and needs what the payload is written to disk first. The tests let it validate.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from edition import citation, urls
from edition.model import Config

ALGORITHMS = ("sha256", "sha512")  # section 2.4: SHA-512 is the default, SHA-256 what most tools know
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag(config: Config, payload: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the bag by their path in it: declaration, metadata, manifests, payload."""
    data = {f"data/{path}": payload[path] for path in sorted(payload)}
    tags = {"bagit.txt": _DECLARATION.encode(), "bag-info.txt": _info(config, payload)}
    tags |= {f"manifest-{name}.txt": _manifest(name, data) for name in ALGORITHMS}
    return tags | {f"tagmanifest-{name}.txt": _manifest(name, tags) for name in ALGORITHMS} | data


def _manifest(algorithm: str, files: Mapping[str, bytes]) -> bytes:
    """A line for each file: checksum and path (section 2.1.3)."""
    lines = (
        f"{hashlib.new(algorithm, content).hexdigest()}  {_encoded(path)}\n"
        for path, content in files.items()
    )
    return "".join(lines).encode("utf-8")


def _encoded(path: str) -> str:
    """A path with percent, CR and LF as percent signs and numbers, and nothing else (section 2.1.3)."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _info(config: Config, payload: Mapping[str, bytes]) -> bytes:
    """Reserved elements of section 2.2.2; the date is that of the version, for a build has no clock."""
    size = sum(len(content) for content in payload.values())
    fields = {
        "Source-Organization": config.publisher,
        "Contact-Email": "" if "://" in config.contact else config.contact,
        "External-Description": f"{config.title}. {config.subtitle}" if config.subtitle else config.title,
        "External-Identifier": citation.address(config, urls.HOME),
        "Bagging-Date": config.date,
        "Payload-Oxum": f"{size}.{len(payload)}",
    }
    lines = (f"{name}: {' '.join(value.split())}\n" for name, value in fields.items() if value)
    return "".join(lines).encode("utf-8")
