"""Expressions that come with the data: the same answers as Python gives, without its patience."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from edition.expressions import Expression, UnknownError, expression
from edition.expressions.program import Program
from edition.expressions.reader import Reader

PIECES = ("a", "b", "(", ")", "|", "*", "+", "?", ".", "[ab]", "[^a]", "{1,2}", "{2}", "{1,}", "(?:", r"\d")


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), st.text("ab1", max_size=7))
def test_all_ways_at_once_end_where_one_by_one_ends(source: str, text: str) -> None:
    try:
        expression(source)
    except UnknownError:
        assume(False)
    reader = Reader(source)
    program = Program(reader.whole(), reader.groups)
    assert (program.follow(text) is None) == (re.fullmatch(source, text) is None)
    assert (expression(source).fullmatch(text) is None) == (re.fullmatch(source, text) is None)


@pytest.mark.parametrize(
    ("source", "text", "groups"),
    [
        ("([a-z]+)", "abc", ("abc",)),
        ("(.*)(.*)(.*)b", "aab", ("aa", "", "")),
        ("((a|b)+)-(c)?", "ab-", ("ab", "b", "")),
        ("(person|place):([a-z]+(-[a-z]+)*)", "place:a-b-c", ("place", "a-b-c", "-c")),
        ("^[a-z]+$", "abc", ()),
        (r"[\]\[]+\.", "][.", ()),
        ("(a+)+b", "c", None),
    ],
)
def test_groups_hold_what_python_finds(source: str, text: str, groups: tuple[str, ...] | None) -> None:
    found = re.fullmatch(source, text)
    assert expression(source).fullmatch(text) == groups == (found.groups("") if found else None)


@pytest.mark.parametrize(
    "source", ["(", ")", "*", "a**", "a{2}{3}", "[a", r"\1", "(?=a)", "(?P<a>b)", "a$b", "a{3,2}", r"\p{L}", "a" * 300_000,
               "(" * 100 + ")" * 100, "((a?){99}){99}"],
)  # fmt: skip
def test_what_cannot_be_followed_is_refused(source: str) -> None:
    with pytest.raises(UnknownError):
        Expression(source)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("(a+)+b", "a" * 1000),
        ("(a|a)" * 60 + "b", "a" * 60),
        ("(.*)(.*)(.*)(.*)b", "a" * 5000),
        ("(a?){60}a{60}b", "a" * 60),
        ("([a-z]+-?)+!", "serge-victor-" * 50),
    ],
)
def test_no_expression_takes_long(source: str, text: str) -> None:
    start = time.process_time()
    assert expression(source).fullmatch(text) is None
    assert time.process_time() - start < 2


def test_of_a_text_too_long_for_its_expression_nothing_is_said() -> None:
    with pytest.raises(UnknownError):
        expression("(a+)+b").fullmatch("a" * 1_000_000)
    assert expression("a+b").fullmatch("a" * 1_000_000) is None
