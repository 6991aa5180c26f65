"""The HTTP server: on this machine only, GET and HEAD, a thread a request, nothing a client sends can end it."""

from __future__ import annotations

import errno
import re
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from edition.errors import BuildError
from edition.model import Bilingual
from edition.serving.outcome import Outcome
from edition.serving.replies import broken, reply
from edition.serving.reply import Reply

HOST = "127.0.0.1"
_OURS = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d{0,5})?", re.IGNORECASE)
_PATIENCE = 10  # seconds that a client has for its request, and for taking the answer
_MOST = 100  # clients at a time
_BUSY = b"HTTP/1.0 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"


class Server(ThreadingHTTPServer):
    """Serves the folder `site` and what the last build left."""

    daemon_threads = True
    request_queue_size = _MOST

    def __init__(self, site: Path, port: int, outcome: Outcome, language: str) -> None:
        self.site = site
        self.language = language
        self.outcome = outcome  # replaced as a whole: a request sees one build or the other
        self.building = True
        self._open: dict[socket.socket, float] = {}  # since when a request is waited for; heard: for ever
        super().__init__((HOST, port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread, unless there are too many."""
        if len(self._open) >= _MOST:
            with suppress(OSError):
                request.sendall(_BUSY)
            self.shutdown_request(request)
            return
        self._open[request] = time.monotonic()
        super().process_request(request, client_address)

    def heard(self, request: socket.socket) -> None:
        """The request is there."""
        self._open[request] = float("inf")

    def shutdown_request(self, request: Any) -> None:
        """The connection ends."""
        self._open.pop(request, None)
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """Several times a second: whoever sends a request letter by letter is not waited for."""
        late = time.monotonic() - _PATIENCE
        for request, since in dict(self._open).items():
            if since < late:
                with suppress(OSError):
                    request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is none of our faults; anything else is told as the library does."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server_version = "edition"
    sys_version = ""
    timeout = _PATIENCE
    error_message_format = "<!DOCTYPE html>\n<title>%(message)s</title>\n<p>%(code)d %(message)s</p>\n"
    error_content_type = "text/html; charset=utf-8"

    def parse_request(self) -> bool:
        """Read the request; it is for this machine, or refused."""
        understood = super().parse_request()
        cast(Server, self.server).heard(self.connection)
        if not understood:
            return False
        hosts = self.headers.get_all("Host", [])
        if len(hosts) > 1 or (
            not hosts and self.request_version not in ("HTTP/0.9", "HTTP/1.0")
        ):  # RFC 9112, 3.2
            self.send_error(HTTPStatus.BAD_REQUEST, "A request has one header Host.")
            return False
        if not self._meant_for_us():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This server answers for this machine only.")
            return False
        return True

    def do_GET(self) -> None:
        """Answer."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer without the body."""
        self._answer()

    def _refuse(self) -> None:
        self.send_response(HTTPStatus.METHOD_NOT_ALLOWED)
        self.send_header("Allow", "GET, HEAD")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse

    def _answer(self) -> None:
        server = cast(Server, self.server)
        try:
            answer = reply(
                self.path,
                server.site,
                server.outcome,
                building=server.building,
                language=server.language,
                origin=self._origin(),
            )
        except Exception as error:  # the client learns of it, and the server goes on
            answer = broken(error, server.outcome, server.language)
        self._send(answer)

    def _meant_for_us(self) -> bool:
        """Whether the host asked for is this machine: a page of another site may not read along (DNS rebinding).

        An address may name the host as well; both must be ours.
        """
        named = [self.headers.get("Host", HOST).strip()]
        if not self.path.startswith("/"):
            try:
                named.append(urlsplit(self.path).netloc or HOST)
            except ValueError:
                return False
        return all(_OURS.fullmatch(host) for host in named)

    def _origin(self) -> str:
        """The address by which this server was asked: what it names itself must lead back to it."""
        own = f"{HOST}:{cast(Server, self.server).server_port}"
        return f"http://{_clean(self.headers.get('Host') or own) or own}/"

    def _send(self, answer: Reply) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if answer.location:
            self.send_header("Location", answer.location)
        if answer.link:
            self.send_header("Link", answer.link)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is for the findings."""


def _clean(host: str) -> str:
    """Name and port of a header `Host`, nothing else; empty where it has no port that is one."""
    parts = urlsplit(f"//{host}")
    try:
        port = parts.port
    except ValueError:
        return ""
    name = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    return name if port is None else f"{name}:{port}"


@contextmanager
def listening(site: Path, port: int, outcome: Outcome, language: str) -> Iterator[Server]:
    """A server that answers in a thread of its own while the block runs.

    Raises:
        BuildError: the port is taken, or may not be used.
    """
    try:
        server = Server(site, port, outcome, language)
    except OSError as error:
        raise BuildError(
            _why_not(port, error),
            Bilingual(
                "Choose another with --port; --port 0 takes any free one.",
                "Mit --port einen anderen wählen; --port 0 nimmt irgendeinen freien.",
            ),
        ) from None
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def _why_not(port: int, error: OSError) -> Bilingual:
    if error.errno == errno.EADDRINUSE:
        return Bilingual(
            f"Port {port} is in use, perhaps by another `serve`.",
            f"Port {port} ist belegt, vielleicht durch ein anderes `serve`.",
        )
    return Bilingual(
        f"Port {port} cannot be used: {error.strerror}.",
        f"Port {port} ist nicht zu verwenden: {error.strerror}.",
    )
