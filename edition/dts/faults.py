"""A request that cannot be answered."""

from __future__ import annotations

from http import HTTPStatus

from edition.model import Bilingual


class RequestError(Exception):
    """`status` is 400 where the parameters do not go together, 404 where they name what there is not."""

    def __init__(self, status: HTTPStatus, message: Bilingual) -> None:
        super().__init__(str(message))
        self.status = status
        self.message = message


def wrong(english: str, german: str) -> RequestError:
    """400: the parameters do not go together, or one of them cannot be read."""
    return RequestError(HTTPStatus.BAD_REQUEST, Bilingual(english, german))


def missing(english: str, german: str) -> RequestError:
    """404: the parameters name what there is not."""
    return RequestError(HTTPStatus.NOT_FOUND, Bilingual(english, german))
