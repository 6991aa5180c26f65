"""Images that texts show: files of the edition's own folder, in formats that hold pictures and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from edition.adopting import addresses

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")  # no SVG: it can hold scripts


def place(graphic: Any, path: str) -> str:
    """Where the image of a graphic in a file lies; '' for one on the web, or none."""
    url = (graphic.get("url") or "").strip()
    return "" if addresses.is_web(url) or not url else normpath(join(dirname(path), unquote(url)))


def is_image(place: str) -> bool:
    """Whether a file is called like one that holds a picture and nothing else."""
    return place.lower().endswith(ENDINGS)


def named(graphics: Iterable[Any], path: str) -> Iterator[str]:
    """The images that graphics in a file show, be they there or not."""
    return (found for one in graphics if is_image(found := place(one, path)))


def there(root: Path, path: str) -> bool:
    """Whether an image lies below the folder; a link that leads out of it does not."""
    if "\0" in path:
        return False
    top, place = os.path.realpath(root), os.path.realpath(root / path)
    return place.startswith(top + os.sep) and os.path.isfile(place)
