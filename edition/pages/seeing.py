"""What the script of the pages with pictures says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from edition.interface import Messages

# Names in braces are filled in.
WORDS = Messages({"larger": "Größer", "smaller": "Kleiner", "whole": "Ganzes Bild"})


def aids(least: str = "") -> Mapping[str, Any]:
    """Put into the page as JSON; `least` is what the slider is called that leaves out what is counted less often."""
    return {"words": {**WORDS, "counted": "{count}", "least": least}}
