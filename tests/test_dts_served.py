"""Distributed Text Services served: the validator's questions, the table of `down`, errors, pages, headers, rebuilding."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
from collections.abc import Iterator
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.dts import CATALOGUE
from edition.model import SILENT
from edition.serving import dts, replies
from edition.serving.outcome import Outcome
from edition.serving.server import listening
from tests.conftest import ROOT, TOY
from tests.dts import Dts, Response, Server, Unit, conforms, expand, expected, wrapped
from tests.dts_checks import CHECKS
from tests.serving import serving
from tests.test_dts import DOWNS, files, spread

DONE = Outcome("1", True, SILENT)
LD, TEI, PROBLEM = "application/ld+json", "application/tei+xml", "application/problem+json"


@pytest.fixture(scope="module")
def sites(toy_site: Path, real_site: Path) -> dict[str, Path]:
    return {"toy": toy_site, "real": real_site}


@pytest.fixture(scope="module", params=["toy", "real"])
def live(request: pytest.FixtureRequest, sites: dict[str, Path]) -> Iterator[Dts]:
    with listening(sites[request.param], 0, DONE, "en") as server:
        yield Dts(Server(server.server_port))


@pytest.fixture(scope="module")
def toy_live(toy_site: Path) -> Iterator[Server]:
    with listening(toy_site, 0, DONE, "en") as server:
        yield Server(server.server_port)


def root_of(live: Dts) -> Path:
    return TOY if len(live.resources()) == 2 else ROOT


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_server_answers_all_the_validator_asks(live: Dts, check: Any) -> None:
    check(live)


def test_units_and_texts_are_those_of_the_files(live: Dts) -> None:
    still = files(root_of(live), "ranges")
    assert [one["@id"] for one in live.resources()] == [one["@id"] for one in still.resources()]
    for one in live.resources():
        other = still.resource(one["@id"])
        assert live.units(one) == still.units(other)
        for key in ("title", "dublinCore", "citationTrees", "totalParents", "totalChildren"):
            assert one[key] == other[key]
        for mine, theirs in zip(one["download"], other["download"], strict=True):
            assert mine.partition("/data/")[2] == theirs.partition("/data/")[2]
            assert live.client.fetch(mine).status == 200
        for start, end in spread(
            combinations_with_replacement([u["identifier"] for u in live.units(one)], 2)
        ):
            asked = {"start": start, "end": end}
            assert live.document(one, **asked).body == still.document(other, **asked).body
        assert live.document(one).body == still.document(other).body


def passages(units: list[Unit]) -> Iterator[dict[str, str]]:
    names = [one["identifier"] for one in units]
    yield {}
    yield from ({"ref": name} for name in names)
    yield from (
        {"start": start, "end": end} for start, end in spread(combinations_with_replacement(names, 2))
    )


def test_the_table_of_down(live: Dts) -> None:
    for resource in live.resources():
        units = live.units(resource)
        known = {one["identifier"]: one for one in units}
        for asked in passages(units):
            for down in (*DOWNS, 7):
                answer = live.navigation(resource, down=down, **asked)
                if (down is None and not asked) or (down == 0 and "ref" not in asked):
                    assert answer.status == 400
                    continue
                found = answer.json
                assert found["@id"] == expand(resource["navigation"], down=down, **asked)
                assert {name: found.get(name) for name in asked} == {
                    name: known[one] for name, one in asked.items()
                }
                assert not {"ref", "start", "end"} - set(asked) & set(found)
                assert "view" not in found
                if down is None:
                    assert "member" not in found
                else:
                    assert [one["identifier"] for one in found["member"]] == expected(units, down, **asked)


def test_answers_have_the_fields_and_headers_of_the_specification(live: Dts) -> None:
    server = live.client
    assert isinstance(server, Server)
    conforms(live.entry, "entry")
    assert server.fetch(server.entry).headers["Content-Type"] == LD
    for resource in live.resources():
        described = server.fetch(expand(live.entry["collection"], id=resource["@id"]))
        conforms(described.json, "collection")
        moved = live.navigation(resource, down=-1)
        conforms(moved.json, "navigation")
        assert described.headers["Content-Type"] == moved.headers["Content-Type"] == LD
        first = moved.json["member"][0]["identifier"]
        for asked in (
            {},
            {"ref": first},
            {"start": first, "end": first},
            {"mediaType": TEI},
            {"tree": "unheard"},
        ):
            document = live.document(resource, **asked)
            assert document.status == 200  # of the whole, tree has no effect
            assert document.headers["Content-Type"] == TEI
            address = re.fullmatch(r'<(.+)>; rel="collection"', document.headers["Link"])
            assert address
            assert server.fetch(address[1]).body == described.body
            head = server.fetch(expand(resource["document"], **asked), "HEAD")
            assert (head.status, head.body) == (200, b"")
            assert int(head.headers["Content-Length"]) == len(document.body)


ERRORS = (
    (400, "navigation/"), (400, "navigation/?down=1"), (400, "navigation/?resource=&down=1"),
    (400, "navigation/?resource=erster"), (400, "navigation/?resource=erster&down=0"),
    (400, "navigation/?resource=erster&ref=1&start=1&end=2"), (400, "navigation/?resource=erster&ref=1&start=1"),
    (400, "navigation/?resource=erster&ref=1&end=1&down=1"), (400, "navigation/?resource=erster&start=1"),
    (400, "navigation/?resource=erster&end=1&down=1"), (400, "navigation/?resource=erster&start=1&end=2&down=0"),
    (400, "navigation/?resource=erster&down=-2"), (400, "navigation/?resource=erster&down=one"),
    (400, "navigation/?resource=erster&down=1.5"), (400, "navigation/?resource=erster&down=1&page=0"),
    (400, "navigation/?resource=erster&down=1&page=-1"), (400, "navigation/?resource=erster&down=1&page=x"),
    (400, "navigation/?resource=erster&resource=zweiter&down=1"), (400, "navigation/?resource=%FF&down=1"),
    (400, "navigation/?resource=erster&down=%D9%A1"), (400, "navigation/?resource=erster&down=" + "9" * 5000),
    (404, "navigation/?resource=dritter&down=1"), (404, "navigation/?resource=erster&ref=9"),
    (404, "navigation/?resource=erster&ref=9&down=1"), (404, "navigation/?resource=erster&start=1&end=9"),
    (404, "navigation/?resource=erster&start=9&end=1&down=1"), (404, "navigation/?resource=erster&start=2&end=1"),
    (404, "navigation/?resource=erster&tree=pages&down=1"), (404, "navigation/?resource=erster&tree=pages&ref=1"),
    (404, "navigation/?resource=erster&down=1&page=2"), (404, "navigation/?resource=edition.texts&down=1"),
    (400, "document/"), (400, "document/?ref=1"), (400, "document/?resource=erster&ref=1&start=1&end=2"),
    (400, "document/?resource=erster&start=1"), (400, "document/?resource=erster&end=1"),
    (404, "document/?resource=dritter"), (404, "document/?resource=erster&ref=9"),
    (404, "document/?resource=erster&start=1&end=9"), (404, "document/?resource=erster&start=2&end=1"),
    (404, "document/?resource=erster&tree=pages&ref=1"), (404, "document/?resource=erster&mediaType=text/html"),
    (400, "collection/?nav=siblings"), (404, "collection/?id=dritter"), (404, "collection/?page=2"),
    (400, "collection/?page=zero"), (404, "documents/?resource=erster"), (404, "collection/erster"),
)  # fmt: skip


@pytest.mark.parametrize(("status", "request_"), ERRORS)
def test_errors(status: int, request_: str, toy_live: Server) -> None:
    answer = toy_live.fetch(toy_live.entry + request_)
    assert answer.status == status
    assert answer.headers["Content-Type"] == PROBLEM
    said = json.loads(answer.body)
    assert said["status"] == status
    assert said["detail"].endswith(".")


@pytest.mark.parametrize(
    "request_",
    [
        "collection", "collection?", "collection/?id=", "navigation?resource=erster&down=1&ref=", "document?resource=erster",
        "document/?resource=erster&mediaType=application/tei+xml", "document/?resource=erster&mediaType=application%2Ftei%2Bxml",
        "navigation/?resource=erster&down=1&colour=red", "navigation/?&&resource=%65rster&down=01",
    ],
)  # fmt: skip
def test_what_says_the_same_is_answered_the_same(request_: str, toy_live: Server) -> None:
    assert toy_live.fetch(toy_live.entry + request_).status == 200


def test_the_entry_has_a_slash(toy_live: Server) -> None:
    answer = toy_live.fetch(toy_live.entry.rstrip("/"))
    assert (answer.status, answer.headers["Location"]) == (301, "/dts/")


def test_addresses_lead_back_to_where_one_asked(toy_site: Path) -> None:
    with listening(toy_site, 0, DONE, "en") as server:
        for host in (f"localhost:{server.server_port}", "localhost", "[::1]:80"):
            reply = http_get(server.server_port, host)
            assert reply["@id"] == f"http://{host}/dts/"


def http_get(port: int, host: str) -> Any:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/dts/", headers={"Host": host})
    return json.loads(connection.getresponse().read())


# Pages


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_long_answers_come_in_pages(size: int, real_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dts, "PAGE", size)
    dts._of.cache_clear()
    with listening(real_site, 0, DONE, "en") as server:
        client = Server(server.server_port)
        live = Dts(client)
        resource = live.resources()[0]
        whole = files(ROOT, "units")
        units = whole.units(whole.resource(resource["@id"]))
        for asked in (
            {"down": 1},
            {"down": -1},
            {"start": "lead", "end": "text.5", "down": 1},
            {"ref": "text", "down": 0},
        ):
            wanted = expected(units, **asked)
            first = expand(resource["navigation"], page=1, **asked)
            assert [unit["identifier"] for unit in walked(client, first)] == wanted
            unpaged = live.navigation(resource, **asked).json
            assert ("view" in unpaged) == (len(wanted) > size)
            assert len(unpaged["member"]) == min(size, len(wanted))
            last = client.fetch(first).json["view"]["last"]
            beyond = re.sub(r"page=(\d+)", lambda found: f"page={int(found[1]) + 1}", last)
            assert client.fetch(beyond).status == 404
        listed = walked(client, expand(live.entry["collection"], id="edition.texts", page=1))
        assert [one["@id"] for one in listed] == [resource["@id"]]
    dts._of.cache_clear()


def walked(client: Server, first: str) -> list[Any]:
    """All members, page after page, and back again."""
    found, address, before = [], first, None
    while address:
        answer = client.fetch(address).json
        view = (
            conforms(answer, answer["@type"].lower())["view"]
            if answer["@type"] == "Navigation"
            else answer["view"]
        )
        assert (view["@id"], view["first"], view["previous"]) == (address, first, before)
        found += answer["member"]
        before, address = address, view["next"]
    assert view["last"] == before
    return found


# Whatever is asked, whatever became of the site


@given(
    st.text(max_size=60),
    st.sampled_from(["", "collection/", "navigation/", "document/", "navigation/?resource=erster&"]),
)
def test_no_request_ends_anything(said: str, before: str) -> None:
    for target in (
        before + "?" + said,
        before + "?resource=erster&down=" + quote(said),
        before + quote(said),
    ):
        reply = replies.reply(f"/dts/{target}", SITE, DONE, origin="http://127.0.0.1/")
        assert reply.status in (200, 301, 400, 404)
        assert reply.status != 200 or reply.type in (LD, TEI)


SITE = Path()


@pytest.fixture(autouse=True, scope="module")
def _site(toy_site: Path) -> None:
    global SITE
    SITE = toy_site


def ask(site: Path, target: str) -> Response:
    reply = replies.reply(target, site, DONE, origin="http://127.0.0.1/")
    return Response(reply.status, reply.body, {"Content-Type": reply.type})


def test_a_site_that_is_not_whole_is_a_sentence(toy_site: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert ask(site, "/dts/").status == 503
    shutil.copytree(toy_site, site)
    passage = "/dts/document/?resource=zweiter&ref=1"
    assert ask(site, passage).status == 200
    tei = site / "data/tei/articles/zweiter.xml"
    dts._document.cache_clear()
    tei.write_bytes(tei.read_bytes().replace(b"Die ", b"Eine "))
    assert ask(site, passage).status == 503  # the catalogue counts elements of another file
    tei.unlink()
    assert ask(site, passage).status == 503
    catalogue = site / "data/dts" / CATALOGUE
    for spoiled in (b"", b"{}", b'{"texts": [{}]}', b"\xff", b"[1]", b'{"texts": 1}'):
        catalogue.write_bytes(spoiled)
        assert ask(site, "/dts/").status == 503
    catalogue.unlink()
    assert ask(site, "/dts/").status == 404
    assert ask(site, "/index.html").status == 200


def test_the_files_are_served_at_their_addresses(toy_site: Path) -> None:
    for path in sorted((toy_site / "data/dts").rglob("*.*")):
        if path.is_file():
            found = ask(toy_site, "/" + quote(path.relative_to(toy_site).as_posix()))
            assert (found.status, found.body) == (200, path.read_bytes())


def test_the_interface_follows_the_text_and_answers_meanwhile(toy: Path, tmp_path: Path) -> None:
    article, copytext = toy / "tei/articles/zweiter.xml", toy / "tei/copytext/zweiter.txt"
    with serving(toy, tmp_path / "site") as running:
        running.wait("/dts/", lambda answer: answer.status == 200)
        live = Dts(Server(running.port))
        resource = live.resource("zweiter")
        for path, old in ((article, ">Muster<"), (copytext, "Muster")):
            new = old.replace("Muster", "Änne Muster")
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        running.wait("/_state", lambda answer: json.loads(answer.text)["building"])
        building = True
        while building:
            assert live.navigation(resource, down=1).status == 200
            assert live.client.fetch(live.client.entry).status == 200
            building = json.loads(running.get("/_state").text)["building"]
        running.wait("/dts/document/?resource=zweiter&ref=1", lambda answer: "Änne Muster" in answer.text)
        article.write_text(
            "<TEI", encoding="utf-8"
        )  # a failing build leaves the former site, and its interface
        running.wait("/", lambda answer: "This is the former site" in answer.text)
        text = "".join(wrapped(live.document(resource, ref="1").body).itertext())
        assert text.startswith("Änne Muster kehrte 1923")


def test_requests_take_no_time(real_site: Path) -> None:
    with listening(real_site, 0, DONE, "en") as server:
        live = Dts(Server(server.server_port))
        resource = live.resources()[0]
        units = live.units(resource)
        spent = os.times().elapsed
        for unit in units:
            assert live.document(resource, ref=unit["identifier"]).status == 200
        assert (os.times().elapsed - spent) / len(units) < 0.1


def test_the_documented_requests_are_answered(real_site: Path) -> None:
    documented = re.findall(
        r"^\| `(/dts/[^`]*)` \|", (ROOT / "docs/dts.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(documented) >= 10
    for target in documented:
        assert ask(real_site, target).status == 200, target
