"""`serve` among clients who mean no good, or cannot help it: it answers the others, with the whole site, always."""

from __future__ import annotations

import os
import random
import re
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from edition import swap
from edition.model import SILENT
from edition.serving import replies, server
from edition.serving.outcome import Outcome
from tests.conftest import TOY
from tests.serving import PATIENCE, Answer, Running, serving

HOME = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def ready(answer: Answer) -> bool:
    return answer.status == 200 and "serve_banner" not in answer.text


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with serving(TOY, tmp_path_factory.mktemp("still") / "site") as running:
        running.wait("/", ready)
        yield running


def asked(running: Running, data: bytes) -> int:
    """The status that comes back for these bytes; 0 for none."""
    try:
        answer = running.raw(data)
    except OSError:  # it has closed with bytes of ours unread
        return 0
    assert b"Traceback" not in answer
    found = re.match(rb"HTTP/1\.[01] (\d+)|<!DOCTYPE.{,300}?<p>(\d+)", answer, re.DOTALL)
    return int(found[1] or found[2]) if found else 0


def test_it_listens_on_this_machine_only(still: Running) -> None:
    rows = [
        line.split()
        for name in ("tcp", "tcp6")
        if Path(f"/proc/net/{name}").is_file()
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    ]
    listening = [row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{still.port:04X}")]
    assert listening == [f"0100007F:{still.port:04X}"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/%252e%252e/edition.toml", 404), ("/%2e%2e%2fedition.toml", 400), ("/texts/..%5c..%5cx", 400),
        ("/%c0%ae%c0%ae/x", 400), ("/texts/%2e%2e%2f%2e%2e%2fx", 400), ("/./index.html", 400), ("/texts/./x", 400),
        ("/%00", 400), ("/index.html%00", 400), ("/texts//../x", 400), ("/.site.staging/index.html", 400),
        ("/..;/x", 400), ("/\xff", 404), ("/%0d%0aX: y", 404), ("/texts%0d%0aX:y", 404), ("file:///etc/passwd", 404),
        ("/" + "a/" * 3000, 404), ("/" + "%61" * 20000, 404), ("/dts/../../x", 400), ("/dts/%2e%2e/x", 400),
        ("/_serve/../../x", 400), ("/C:/Windows", 404), ("//127.0.0.1//etc/passwd", 404), ("/~root", 404),
    ],
)  # fmt: skip
def test_no_address_leads_out_of_the_site(path: str, status: int, still: Running) -> None:
    assert asked(still, f"GET {path.replace(' ', '%20')} HTTP/1.0\r\n\r\n".encode("latin-1")) == status


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/index.html").write_text("secret", encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / swap.MARK).touch()
    (site / "out").symlink_to(tmp_path / "secret")
    (site / "404.html").symlink_to(tmp_path / "secret/index.html")
    built = Outcome("1", True, SILENT)
    for path in ("/out", "/out/", "/out/index.html"):
        assert replies.reply(path, site, built).status == 400
    assert b"secret" not in replies.reply("/none", site, built).body


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", 200),
        (b"GET / HTTP/1.1\r\nHost: LOCALHOST:1\r\n\r\n", 200),
        (b"GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", 200),
        (b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 200),
        (b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nHost: localhost.evil.example\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nHost: localhost@evil.example\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nHost: evil.example@localhost\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nHost: localhost:port\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nHost: localhost/evil.example\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1.nip.example\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nHost: 0.0.0.0\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nHost: 2130706433\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nHost: \r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\nHost: \xff\r\n\r\n", 421),
        (b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 421),
        (b"POST / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
        (b"GET /_state HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 400),
    ],
)  # fmt: skip
def test_a_page_of_another_host_learns_nothing(request_: bytes, status: int, still: Running) -> None:
    assert asked(still, request_) == status


@pytest.mark.parametrize(
    ("data", "statuses"),
    [
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 100_000 + b"\r\n", {431, 0}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"y" * 1_000_000 + b"\r\n\r\n", {431, 0}),
        (b"GET /" + b"a" * 10_000_000 + b" HTTP/1.1\r\n\r\n", {414, 0}),
        (b"A" * 1_000_000, {414, 0}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", {200}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\nx", {200, 0}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", {200, 0}),
        (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello", {405, 0}),
        (b"BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", {501}),
        (b"GET\t/\tHTTP/1.1\r\nHost: localhost\r\n\r\n", {200, 400}),
        (b"get / HTTP/1.1\r\nHost: localhost\r\n\r\n", {501}),
        (b"GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", {505}),
        (b"GET / HTTP/1.999999999999999\r\nHost: localhost\r\n\r\n", {200, 400, 505}),
        (b"GET / HTTP/-1\r\nHost: localhost\r\n\r\n", {400}),
        (b"GET / FTP/1.0\r\n\r\n", {400}),
        (b"GET / / HTTP/1.1\r\n\r\n", {400}),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {505}),
        (b"GET * HTTP/1.0\r\n\r\n", {400, 421}),
        (b"GET index.html HTTP/1.0\r\n\r\n", {400, 421}),
        (b"OPTIONS * HTTP/1.0\r\n\r\n", {405}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n", {200, 400, 421}),
        (b"GET / HTTP/1.1\r\n: x\r\nHost: localhost\r\n\r\n", {200, 400}),
        (b"GET / HTTP/1.1\nHost: localhost\n\n", {200}),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=9999999-\r\nExpect: 100-continue\r\n\r\n", {200}),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\xaa" * 500, {0, 400}),
        (b"\r\n" * 1000, {0}),
        (b"GET /dts/collection?id=%0d%0aSet-Cookie:x=y HTTP/1.0\r\n\r\n", {404, 400}),
        (b"GET /dts/?" + b"&" * 60_000 + b" HTTP/1.0\r\n\r\n", {200}),
        (b"GET /dts/navigation?down=" + b"9" * 5000 + b" HTTP/1.0\r\n\r\n", {400}),
    ],
)  # fmt: skip
def test_a_request_that_is_none_gets_its_answer(data: bytes, statuses: set[int], still: Running) -> None:
    assert asked(still, data) in statuses
    assert asked(still, HOME) == 200


def test_the_oldest_protocol_gets_the_page_alone(still: Running) -> None:
    assert b"Kleine Edition" in still.raw(b"GET /\r\n\r\n")


def test_of_requests_in_a_row_the_first_is_answered(still: Running) -> None:
    answer = still.raw(b"GET /_state HTTP/1.1\r\nHost: localhost\r\n\r\n" * 3)
    assert answer.count(b"HTTP/1.") == 1
    assert asked(still, HOME) == 200


def test_what_an_address_says_becomes_no_header(still: Running) -> None:
    for path in (b"/texts%0d%0aX-Evil:%20y", b"//texts%0d%0aX-Evil:%20y/..", b"/dts%0d%0aX-Evil:y"):
        head = still.raw(b"GET " + path + b" HTTP/1.0\r\n\r\n").partition(b"\r\n\r\n")[0]
        assert b"\r\nX-Evil" not in head


def test_garbage_ends_nothing(still: Running) -> None:
    chance = random.Random(11)
    pieces = [
        b"GET ",
        b"/",
        b" HTTP/1.1",
        b"\r\n",
        b"Host: localhost",
        b"\x00",
        b"\xff",
        b"%",
        b":",
        b" ",
        b"HEAD",
        b"..",
        b"?",
    ]
    for _ in range(300):
        data = b"".join(chance.choice(pieces) for _ in range(chance.randrange(20))) + chance.randbytes(
            chance.randrange(40)
        )
        asked(still, data)
    assert asked(still, HOME) == 200


def test_clients_that_say_nothing_hold_up_nobody(still: Running) -> None:
    silent = [socket.create_connection(("127.0.0.1", still.port)) for _ in range(50)]
    for one in silent[:25]:
        one.sendall(b"GET / HTTP/1.1\r\nHost: loc")
    assert asked(still, HOME) == 200
    for one in silent:
        one.close()


@pytest.fixture
def listening(toy_site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """A server in this process, with little patience and little room."""
    monkeypatch.setattr(server, "_PATIENCE", 1)
    monkeypatch.setattr(server, "_MOST", 5)
    monkeypatch.setattr(server._Handler, "timeout", 1)
    with server.listening(toy_site, 0, Outcome("1", True, SILENT), "en") as here:
        yield Running(None, here.server_port)  # type: ignore[arg-type]


def test_a_client_that_sends_letter_by_letter_is_not_waited_for(listening: Running) -> None:
    start = time.monotonic()
    with (
        socket.create_connection(("127.0.0.1", listening.port), timeout=PATIENCE) as client,
        pytest.raises(OSError),
    ):
        while time.monotonic() < start + PATIENCE:
            client.sendall(b"x")
            time.sleep(0.1)
    assert time.monotonic() - start < 10


def test_a_client_that_does_not_read_is_not_waited_for(listening: Running) -> None:
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    client.connect(("127.0.0.1", listening.port))
    client.sendall(b"GET /data/tei/schema/edition.odd HTTP/1.0\r\n\r\n")
    time.sleep(1.5)
    assert asked(listening, HOME) == 200
    client.close()


def test_too_many_clients_are_told_so_and_the_next_ones_answered(listening: Running) -> None:
    silent = [socket.create_connection(("127.0.0.1", listening.port)) for _ in range(5)]
    end = time.monotonic() + PATIENCE
    while asked(listening, HOME) != 503:
        assert time.monotonic() < end
    while asked(listening, HOME) != 200:  # those that say nothing are let go
        assert time.monotonic() < end
    for one in silent:
        one.close()


def test_a_fault_of_the_program_is_an_answer(
    listening: Running, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(server, "reply", lambda *_, **__: {}["missing"])
    answer = listening.get("/")
    assert answer.status == 500
    assert "A fault of this program" in answer.text
    assert capfd.readouterr().err == ""


def test_the_site_is_whole_while_it_is_built_anew(toy: Path, tmp_path: Path) -> None:
    article = toy / "tei/articles/zweiter.xml"
    text = article.read_text(encoding="utf-8")
    with serving(toy, tmp_path / "site") as running:
        running.wait("/", ready)
        seen: list[tuple[str, int, bool]] = []
        enough = threading.Event()

        def read() -> None:
            while not enough.is_set():
                for path, end in (
                    ("/", "</html>\n"),
                    ("/texts/zweiter.html", "</html>\n"),
                    ("/assets/edition.css", "\n"),
                ):
                    answer = running.get(path)
                    seen.append((path, answer.status, answer.text.endswith(end)))

        readers = [threading.Thread(target=read) for _ in range(2)]
        for one in readers:
            one.start()
        try:
            for title in ("Die Heimkehr", "Die Wiederkehr"):
                article.write_text(text.replace("Die Rückkehr", title), encoding="utf-8")
                running.wait("/texts/zweiter.html", lambda answer, title=title: title in answer.text)  # type: ignore[misc]
        finally:
            enough.set()
            for one in readers:
                one.join()
    assert len(seen) > 20
    assert {(status, whole) for _, status, whole in seen} == {(200, True)}


def test_a_server_that_is_killed_leaves_a_build_that_ends_by_itself(tmp_path: Path) -> None:
    out = tmp_path / "out" / "site"
    with serving(TOY, out) as running:
        end = time.monotonic() + PATIENCE
        while not (out.parent / ".site.staging").exists():
            assert time.monotonic() < end
            time.sleep(0.005)
        os.kill(running.process.pid, signal.SIGKILL)
        _, err = running.process.communicate(
            timeout=PATIENCE
        )  # ends with the last that holds the pipe: the build
    assert "Traceback" not in err
    assert {path.name for path in out.parent.iterdir()} == {"site", ".site.memory"}
    assert (out / "index.html").is_file()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_server_that_is_stopped_otherwise_says_so_too(number: signal.Signals, tmp_path: Path) -> None:
    with serving(TOY, tmp_path / "out" / "site") as running:
        running.process.send_signal(number)
        _, err = running.process.communicate(timeout=PATIENCE)
    assert (running.process.returncode, err.strip()) == (130, "Stopped.")
    left = {path.name for path in (tmp_path / "out").iterdir()} if (tmp_path / "out").is_dir() else set()
    assert left <= {"site", ".site.memory"}
