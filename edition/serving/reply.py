"""An answer to a request, before it goes on the wire."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, content type, body; where to go instead (a redirection), and the header `Link`."""

    status: HTTPStatus
    type: str
    body: bytes
    location: str = ""
    link: str = ""
