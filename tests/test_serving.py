"""`serve`: follows changes, shows findings at their place, keeps the old site, and nothing can end it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition import resources, swap
from edition import serving as site_on_hand
from edition.errors import InputError
from edition.model import LANGUAGES, SILENT, Bilingual, Finding
from edition.serving import builder, overlay, pieces, replies, watch
from edition.serving.outcome import Outcome, Spot
from tests import serving as tests_serving
from tests.conftest import ROOT, TESTS, TOY
from tests.serving import PATIENCE, Answer, Running, serving

SECOND = "texts/zweiter.html"
NOTE = 'class="serve_note'


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server over the toy edition that no test changes."""
    with serving(TOY, tmp_path_factory.mktemp("still") / "site") as running:
        running.wait("/", ready)
        yield running


def ready(answer: Answer) -> bool:
    """The first build has ended, and well: until then every page says that it is under way."""
    return answer.status == 200 and "serve_banner" not in answer.text


def test_a_change_is_built_and_shown(toy: Path, tmp_path: Path) -> None:
    with serving(toy, tmp_path / "site") as running:
        before = running.wait(f"/{SECOND}", ready)
        assert "serve_banner" not in before.text
        assert json.loads(running.get("/_state").text)["building"] in (True, False)
        replace(toy / "tei/articles/zweiter.xml", ">Muster<", ">Änne Muster<")
        replace(toy / "tei/copytext/zweiter.txt", "Muster", "Änne Muster")
        running.wait(f"/{SECOND}", lambda answer: ">Änne Muster</a>" in answer.text)


def test_an_error_is_shown_at_its_paragraph_and_the_old_site_stays(toy: Path, tmp_path: Path) -> None:
    article = toy / "tei/articles/erster.xml"
    with serving(toy, tmp_path / "site") as running:
        running.wait("/texts/erster.html", ready)
        kept = (tmp_path / "site/texts/erster.html").read_bytes()
        replace(article, "place:wien", "place:wein")
        found = running.wait(
            "/texts/erster.html", lambda answer: "This is the former site" in answer.text
        ).text
        behind = found[found.index('id="p-2"') :]
        note = behind[behind.index(NOTE) : behind.index("</p>")]
        assert "R010" in note
        assert "Did you mean place:wien?" in note
        assert NOTE not in found[: found.index('id="p-2"')]
        assert ">Wien<" in found
        assert (tmp_path / "site/texts/erster.html").read_bytes() == kept
        other = running.get(f"/{SECOND}").text
        assert NOTE not in other
        assert "not on this page" in other
        assert 'href="/texts/erster.html#p-2"' in running.get("/_findings").text
        replace(article, "place:wein", "place:wien")
        running.wait("/texts/erster.html", lambda answer: "serve_banner" not in answer.text)


def test_a_finding_in_the_register_is_shown_on_the_page_of_the_entry(toy: Path, tmp_path: Path) -> None:
    with serving(toy, tmp_path / "site") as running:
        running.wait("/persons/muster-aenne.html", ready)
        replace(toy / "tei/authority/persons.xml", 'when="1890-12-30"', 'when="1890-02-30"')
        found = running.wait("/persons/muster-aenne.html", lambda answer: "1890-02-30" in answer.text).text
        assert found.index("<aside") < found.index("1890-02-30") < found.index("<main")
        assert "1890-02-30" not in running.get("/persons/muster-berta.html").text


def test_files_that_cannot_be_read_are_told_with_the_old_site(toy: Path, tmp_path: Path) -> None:
    with serving(toy, tmp_path / "site") as running:
        running.wait("/", ready)
        (toy / "tei/articles/zweiter.xml").write_text("<TEI>", encoding="utf-8")
        running.wait("/", lambda answer: "is not closed where it should be" in answer.text)
        (toy / "tei/edition.toml").unlink()
        running.wait(f"/{SECOND}", lambda answer: "There is no file tei/edition.toml" in answer.text)


def test_without_a_site_the_failure_is_shown(toy: Path, tmp_path: Path) -> None:
    (toy / "tei/articles/zweiter.xml").write_text("<TEI>", encoding="utf-8")
    with serving(toy, tmp_path / "site") as running:
        answer = running.wait("/", lambda answer: "is not closed" in answer.text)
        assert answer.status == 503
        assert pieces.SCRIPT in answer.text
        assert running.get("/_findings").status == 200


def test_stylesheets_of_the_edition_are_followed() -> None:
    folders = {folder.name for folder in resources.sources_of_the_site()}
    assert folders == {"xslt", "templates", "assets", "scripts", "typst"}


def test_ctrl_c_says_stopped(toy: Path, tmp_path: Path) -> None:
    with serving(toy, tmp_path / "site") as running:
        running.wait("/", ready)
        code, out, err = running.stop()
    assert (code, err.strip()) == (130, "Stopped.")
    assert "0 errors, 0 warnings." in out


@pytest.mark.parametrize("delay", [0, 0.3, 0.6, 0.9, 1.2])
def test_ctrl_c_during_a_build_leaves_nothing_half_done(delay: float, tmp_path: Path) -> None:
    with serving(TOY, tmp_path / "out" / "site") as running:
        time.sleep(delay)  # the moment does not matter: whatever is under way, it ends in order
        os.killpg(running.process.pid, signal.SIGINT)  # as a terminal does: to the build as well
        _, err = running.process.communicate(timeout=PATIENCE)
    assert (running.process.returncode, err.strip()) == (130, "Stopped.")
    left = {path.name for path in (tmp_path / "out").iterdir()} if (tmp_path / "out").is_dir() else set()
    assert left <= {"site", ".site.memory"}


def test_a_port_in_use_gets_a_sentence(still: Running) -> None:
    said = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "serve", "--source", str(TOY), "--port", str(still.port)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert said.returncode == 1
    assert f"Port {still.port} is in use" in said.stderr
    assert "--port" in said.stderr.partition("Hint: ")[2]


@pytest.mark.parametrize(
    "path",
    [
        "/../edition.toml", "/texts/../../x", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/%5c..%5cx",
        "/texts/zweiter.html%00.png", "/%ff", "/.edition-site", "/texts/%2e%2e/index.html", "/a\\b",
    ],
)  # fmt: skip
def test_addresses_that_leave_the_site_are_refused(path: str, still: Running) -> None:
    answer = still.get(path)
    assert answer.status == 400
    assert "This is no address of the site." in answer.text


@pytest.mark.parametrize(
    "path", ["//etc/passwd", "/etc/passwd", "/nowhere.html", "/texts/", "/" + "x" * 5000]
)
def test_what_is_not_there_gets_a_sentence(path: str, still: Running) -> None:
    answer = still.get(path)
    assert answer.status == 404
    assert "The site has no page at this address." in answer.text


def test_a_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "in.txt").write_text("in", encoding="utf-8")
    (site / "out.txt").symlink_to(tmp_path / "secret.txt")
    (site / "loop").symlink_to("loop")
    assert (
        replies.reply("/in.txt", site, Outcome("1", True, SILENT)).status == 503
    )  # a folder that is no site
    (site / swap.MARK).touch()
    assert replies.reply("/in.txt", site, Outcome("1", True, SILENT)).body == b"in"
    assert replies.reply("/out.txt", site, Outcome("1", True, SILENT)).status == 400
    assert replies.reply("/loop", site, Outcome("1", True, SILENT)).status == 404


def test_a_site_has_its_own_words_for_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / swap.MARK).touch()
    (tmp_path / "404.html").write_text("<html><head></head><body>Nicht da.</body></html>", encoding="utf-8")
    answer = replies.reply("/x.html", tmp_path, Outcome("1", True, SILENT))
    assert answer.status == 404
    assert b"Nicht da." in answer.body
    assert pieces.SCRIPT.encode() in answer.body


@given(st.text(max_size=40))
def test_no_address_leads_out(path: str) -> None:
    found = replies.address(path)
    assert found is None or not (Path("/site") / found.lstrip("/")).as_posix().count("..")


def test_folders_redirect_inside_the_site(still: Running) -> None:
    assert still.raw(b"GET //persons HTTP/1.0\r\n\r\n").split(b"\r\n")[0].split()[1] == b"301"
    assert b"\r\nLocation: /persons/\r\n" in still.raw(b"GET //persons HTTP/1.0\r\n\r\n")
    assert "Personen" in still.get("/persons/").text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/edition.css", "text/css; charset=utf-8"),
        ("/data/tei/articles/erster.xml", "application/xml; charset=utf-8"),
        ("/data/tei/schema/edition.odd", "application/xml; charset=utf-8"),
        ("/_state", "application/json; charset=utf-8"),
        ("/_serve/reload.js", "text/javascript; charset=utf-8"),
        ("/_serve/style.css", "text/css; charset=utf-8"),
    ],
)
def test_content_types(path: str, kind: str, still: Running) -> None:
    answer = still.get(path)
    assert (answer.status, answer.type) == (200, kind)


def test_every_file_of_the_site_has_a_content_type(still: Running, toy_site: Path) -> None:
    kinds = {path.suffix for path in toy_site.rglob("*") if path.is_file()} - {""}
    assert kinds <= set(replies._TYPES)


def test_head_has_no_body_and_other_methods_are_refused(still: Running) -> None:
    head = still.raw(b"HEAD /index.html HTTP/1.0\r\n\r\n")
    got = still.raw(b"GET /index.html HTTP/1.0\r\n\r\n")
    assert head.endswith(b"\r\n\r\n")
    assert next(line for line in head.split(b"\r\n") if b"Length" in line) in got
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert still.get("/", method).status == 405
    assert still.get("/", "BREW").status == 501


@pytest.mark.parametrize(
    "data",
    [
        b"\r\n\r\n", b"GET\r\n\r\n", b"\x00\x01\x02\xff\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET http://[ HTTP/1.0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: [\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 300 + b"\r\n",
        b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n", b"", b"GET / HTTP/1.1\r\nHost", b"\x16\x03\x01\x02\x00",
    ],
)  # fmt: skip
def test_malformed_requests_end_nothing(data: bytes, still: Running) -> None:
    answer = still.raw(data)
    assert b"Traceback" not in answer
    assert not answer or answer.startswith((b"HTTP/1.0 ", b"<!DOCTYPE")), answer[:80]
    assert still.get("/").status == 200


def test_dropped_connections_end_nothing(still: Running) -> None:
    for _ in range(20):
        client = socket.create_connection(("127.0.0.1", still.port))
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        client.sendall(b"GET /data/tei/schema/edition.odd HTTP/1.0\r\n\r\n")
        client.close()  # a reset: nobody reads the answer
    assert still.get("/").status == 200


def test_a_silent_client_holds_up_nobody(still: Running) -> None:
    with socket.create_connection(("127.0.0.1", still.port)):
        assert still.get("/").status == 200


def test_another_host_name_is_refused(still: Running) -> None:
    assert still.get("/", host="localhost:8000").status == 200
    assert still.get("/", host="evil.example").status == 421


# Builds


def test_a_fault_of_the_program_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(builder.site, "build", lambda *_, **__: {}["missing"])
    outcome = builder.build(TOY, tmp_path, "1")
    assert not outcome.built
    assert "A fault of this program, not of your files: KeyError" in outcome.sentence.en


def test_a_build_that_is_killed_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(builder, "_child", tests_serving.die)
    outcome = builder.in_child(TOY, tmp_path, "1")
    assert not outcome.built
    assert "exit code 9" in outcome.sentence.en


def test_strict_lets_warnings_stop_the_build(spoil: Callable[[Path], Path], tmp_path: Path) -> None:
    toy = spoil(TESTS / "checks" / "T003" / "bad.toml")
    assert builder.build(toy, tmp_path / "site", "1").built
    outcome = builder.build(toy, tmp_path / "strict", "2", strict=True)
    assert not outcome.built
    assert [one.code for one in outcome.findings] == ["T003"]


# What is put into a page


def spot(ids: tuple[str, ...] = (), page: str = "x.html") -> Spot:
    message, hint = Bilingual("<b>& is wrong", "<b>& ist falsch"), Bilingual("Do.", "Tun.")
    return Spot(Finding("T001", "error", "tei/x.xml", 1, 2, message, hint), (page,), ids)


def failed(*spots: Spot) -> Outcome:
    return Outcome("1", False, Bilingual("1 error.", "1 Fehler."), Bilingual("Mend.", "Beheben."), spots)


PAGE = (
    "<!DOCTYPE html><html><head><meta content=\"default-src 'none'; img-src 'self'\"></head><body><main id=\"m\">"
    '<h1 title="a>b"><span id="head">T</span></h1><div id="text"><p id="p-1">Eins <i id="i">x</i></p><ul id="u"><li>y</li>'
    "</ul></div></main></body></html>"
)


@pytest.mark.parametrize(
    ("ids", "before"),
    [
        (("text", "p-1"), '<p id="p-1">'),
        (("text", "p-1", "i"), '<p id="p-1">'),
        (("text", "p-1", "gone"), '<p id="p-1">'),
        (("text", "u"), '<div id="text">'),
        (("head",), '<span id="head">'),
    ],
)
def test_a_finding_stands_in_the_block_it_concerns(ids: tuple[str, ...], before: str) -> None:
    html = overlay.dress(PAGE, "x.html", failed(spot(ids)), "en")
    assert f"{before}<span {NOTE} error" in html
    assert "&lt;b&gt;&amp;" in html
    assert html.count("T001") == 1


def test_a_finding_without_a_place_stands_at_the_top() -> None:
    html = overlay.dress(PAGE, "x.html", failed(spot(("nowhere",))), "en")
    assert NOTE not in html
    assert html.index("<body><aside") < html.index("T001") < html.index('<main id="m">')


def test_nothing_is_shown_where_there_is_nothing_to_say() -> None:
    html = overlay.dress(PAGE, "x.html", Outcome("1", True, SILENT), "en")
    assert "serve_banner" not in html
    assert "script-src 'self'" in html


class _Check(HTMLParser):
    """Whether tags nest."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_put_in_nests_and_asks_nothing_from_elsewhere(language: str) -> None:
    outcome = failed(spot(("p-1",)), spot(), spot(page="y.html"))
    for html in (
        overlay.dress(PAGE, "x.html", outcome, language),
        pieces.findings_page(outcome, lambda _: True, language),
        pieces.sentence_page(Bilingual("No.", "Nein."), outcome, language),
    ):
        check = _Check()
        check.feed(html)
        assert check.open == []
        assert "http:" not in html
        assert "https:" not in html


def test_what_is_put_in_is_in_one_language_and_says_which() -> None:
    outcome = failed(spot(("p-1",)), spot(), spot(page="y.html"))
    english = overlay.dress(PAGE, "x.html", outcome, "en")
    german = overlay.dress(PAGE, "x.html", outcome, "de")
    for said, other in (
        ("T001 Fehler", "T001 error"),
        ("ist falsch", "is wrong"),
        ("Tun.", "Do."),
        ("1 Fehler.", "1 error."),
        ("Dies ist die vorige", "This is the former"),
        ("Alle Funde", "All findings"),
        ("1 nicht auf dieser Seite", "1 not on this page"),
        ("Der Server läuft nicht mehr", "The server has stopped"),
    ):
        assert said in german, said
        assert said not in english, said
        assert other in english, other
        assert other not in german, other
    assert (
        german.count('lang="de"') == english.count('lang="en"') == 3
    )  # the script's words, a note, the banner
    page = pieces.findings_page(outcome, lambda _: True, "de")
    assert '<html lang="de">' in page
    assert 'href="/y.html">Zeigen</a>' in page


def test_the_server_speaks_the_language_that_is_asked_for(toy: Path, tmp_path: Path) -> None:
    replace(toy / "tei/articles/erster.xml", "place:wien", "place:wein")
    with serving(toy, tmp_path / "site", "--lang", "de") as running:
        page = running.wait("/", lambda answer: "Nichts wurde erstellt" in answer.text)
        assert '<html lang="de">' in page.text
        assert "Noch gibt es keine Website." in page.text
        assert "War place:wien gemeint?" in running.get("/_findings").text
        code, out, err = running.stop()
    assert (code, err.strip()) == (130, "Beendet.")
    assert "Hinweis: War place:wien gemeint?" in out


# Watching


def test_changes_are_seen_once_they_rest(tmp_path: Path) -> None:
    seen = watch.changes((tmp_path,), 0.01)
    next(seen)
    (tmp_path / "a.xml").write_text("1", encoding="utf-8")
    next(seen)
    os.utime(tmp_path / "a.xml", ns=(1, 1))
    next(seen)
    (tmp_path / "a.xml").unlink()
    next(seen)


def test_safety_copies_of_editors_are_no_changes(tmp_path: Path) -> None:
    for name in (".a.xml.swp", "a.xml~", "#a.xml#", ".git/x"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    assert watch.snapshot((tmp_path,)) == {}


def test_a_look_at_the_sources_takes_no_time() -> None:
    start = time.perf_counter()
    watch.snapshot((ROOT / "tei", ROOT / "xslt", ROOT / "edition"))
    assert time.perf_counter() - start < 0.5


def test_a_folder_that_does_not_exist_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no folder"):
        site_on_hand.run(
            tmp_path / "nowhere",
            tmp_path / "site",
            0,
            strict=False,
            exports=False,
            language="en",
            ready=print,
            built=print,
        )
