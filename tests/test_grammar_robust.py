"""Whatever bytes it is given, the grammar validator answers or refuses with a sentence, and in bounded time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition import grammar
from edition.errors import InputError
from tests import datatypes, grammars
from tests.conftest import ROOT, TOY

TEI = "http://www.tei-c.org/ns/1.0"
RULES = grammar.load((ROOT / "tei/schema/edition.rng").read_bytes(), "edition.rng")
DOCUMENT = (TOY / "tei/articles/zweiter.xml").read_bytes()
SCRAPS = (b"<", b">", b"</p>", b"<p>", b"&", b"&lt;", b"]]>", b"<!--", b"-->", b"<![CDATA[", b"<?x?>", b"\0", b"\xff", b"\xc3",
          "ä\u00a0𝔊".encode(), b' xml:id="x"', b"=", b'"', b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"\r\n", b"xmlns=''")  # fmt: skip
CUTS = st.lists(
    st.tuples(
        st.integers(0, len(DOCUMENT)), st.integers(0, 40), st.sampled_from(SCRAPS) | st.binary(max_size=8)
    ),
    max_size=6,
)
SECONDS = 30  # far above what is needed on a busy machine, far below what quadratic work would need


def judged(rules: grammar.Grammar, document: bytes) -> int:
    """How many findings there are; -1 if the document is refused with a sentence in both languages."""
    try:
        found = rules.check(document, "x.xml")
    except InputError as error:
        assert error.message.en and error.message.de
        return -1
    assert all(one.message.en and one.message.de and len(one.message.en) < 2000 for one in found)
    assert all(one.line > 0 and one.column > 0 for one in found)
    return len(found)


@given(CUTS)
@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_a_document_with_bytes_cut_out_and_put_in_is_judged_or_refused(
    cuts: list[tuple[int, int, bytes]],
) -> None:
    document = DOCUMENT
    for start, length, scrap in cuts:
        document = document[:start] + scrap + document[start + length :]
    judged(RULES, document)


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_bytes_are_judged_or_refused(document: bytes) -> None:
    judged(RULES, document)


@given(st.sampled_from(grammars.ALL), st.text(max_size=30))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_the_small_grammars_bear_any_text(cases: grammars.Cases, text: str) -> None:
    rules = grammar.load(cases.grammar)
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    for document in cases.valid:
        judged(rules, document.replace(b"</", safe.encode("utf-8", "replace") + b"</", 1))


def inside(content: bytes) -> bytes:
    return f'<TEI xmlns="{TEI}"><teiHeader/><text><body>'.encode() + content + b"</body></text></TEI>"


HUGE: dict[str, Callable[[], bytes]] = {
    "10,000 levels": lambda: inside(b"<div>" * 10_000 + b"</div>" * 10_000),
    "10,000 levels of what is unknown": lambda: inside(b"<x>" * 10_000 + b"</x>" * 10_000),
    "an attribute of 1 MB": lambda: inside(b'<p xml:id="' + b"a" * 1_000_000 + b'">x</p>'),
    "300,000 pointers in an attribute": lambda: inside(b'<p resp="' + b"#a " * 300_000 + b'">x</p>'),
    "a year of 1 MB": lambda: inside(b'<p><date when="' + b"9" * 1_000_000 + b'"/></p>'),
    "100,000 siblings": lambda: inside(b"<p>x</p>" * 100_000),
    "10,000 siblings that are not allowed": lambda: inside(b"<x>x</x>" * 10_000),
    "10,000 attributes that are not allowed": lambda: inside(
        b"<p " + b" ".join(b"a%d=''" % number for number in range(10_000)) + b"/>"
    ),
    "5,000 unknown names": lambda: inside(b"".join(b"<pers%d/>" % number for number in range(5_000))),
    "1 MB of text where none belongs": lambda: inside(b"x\n" * 500_000),
    "a name of 200,000 letters": lambda: inside(b"<" + b"a" * 200_000 + b"/>"),
}


@pytest.mark.parametrize("document", HUGE.values(), ids=HUGE.keys())
def test_huge_documents_are_judged_in_bounded_time(document: Callable[[], bytes]) -> None:
    data = document()
    start = time.perf_counter()
    assert judged(RULES, data) > 0
    assert time.perf_counter() - start < SECONDS


@pytest.mark.parametrize("name", sorted(datatypes.TYPES))
def test_huge_values_are_judged_by_every_datatype(name: str) -> None:
    rng = 'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
    rules = grammar.load(f'<element {rng} name="a"><data type="{name}"/></element>'.encode())
    for text in ("9" * 100_000, "-" + "9" * 100_000 + "-01-01", "P" + "9" * 100_000 + "Y", "a b " * 30_000):
        judged(rules, f"<a>{text}</a>".encode())
