"""A running `serve` for tests, in a process of its own, and raw requests to it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import faults
from tests.conftest import ROOT

PATIENCE = 60  # seconds; only a failure waits that long


@dataclass(frozen=True)
class Answer:
    status: int
    type: str
    text: str


@dataclass(frozen=True)
class Running:
    process: subprocess.Popen[str]
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, method: str = "GET", host: str = "") -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers={"Host": host} if host else {})
            answer = connection.getresponse()
            text = answer.read().decode("utf-8")
            return Answer(answer.status, answer.getheader("Content-Type", ""), text)
        finally:
            connection.close()

    def raw(self, data: bytes) -> bytes:
        """What comes back for these bytes, until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as client:
            client.sendall(data)
            client.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: client.recv(65536), b""))

    def wait(self, path: str, condition: Callable[[Answer], bool]) -> Answer:
        """The first answer that meets the condition."""
        end = time.monotonic() + PATIENCE
        while not condition(answer := self.get(path)):
            assert self.process.poll() is None, "the server has ended"
            assert time.monotonic() < end, f"still: {answer.status} {answer.text[:2000]}"
            time.sleep(0.05)
        return answer

    def stop(self) -> tuple[int, str, str]:
        """Exit code and words after Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, err


def die(*_: object) -> None:
    """What a build does that is killed."""
    os._exit(9)


@contextmanager
def serving(source: Path, out: Path, *words: str) -> Iterator[Running]:
    """`serve` on a free port; its first build may still be under way."""
    process = subprocess.Popen(
        [sys.executable, "-u", str(ROOT / "build.py"), "serve", "--source", str(source), "--out", str(out), "--port", "0", *words],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=faults.listening,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("http://127.0.0.1:"), line
        yield Running(process, int(line.split("/")[2].rpartition(":")[2]))
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()
