"""An answer to a request, before it goes on the wire."""

from __future__ import annotations

from http import HTTPStatus

from msgspec import Struct


class Reply(Struct, frozen=True):
    """Status, content type, body; where to go instead (a redirection), and the header `Link`."""

    status: HTTPStatus
    type: str
    body: bytes
    location: str = ""
    link: str = ""
