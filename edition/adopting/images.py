"""Images that texts show: files of the edition's own folder, in formats that hold pictures and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")  # no SVG: it can hold scripts


def there(root: Path, path: str) -> bool:
    """Whether an image lies below the folder; a link that leads out of it does not."""
    if "\0" in path:
        return False
    top, place = os.path.realpath(root), os.path.realpath(root / path)
    return place.startswith(top + os.sep) and os.path.isfile(place)
