"""Regular expressions of XML Schema: quick ways mean what the plain one means."""

from __future__ import annotations

import sys

import pytest

from edition.grammar import characters, regex


@pytest.mark.parametrize(
    "expression", [r"[^\p{C}\p{Z}]+", r"[\p{L}\p{Nd}]+", r"(\p{Lu}|\p{P})+", r"\d", r"\i\c*"]
)
def test_expressions_mean_the_same_by_category_and_by_set(expression: str) -> None:
    full = regex._compiled(expression, plain=False)
    letters = map(chr, [*range(0x3000), *range(0x10000, 0x10400), *range(0xE0000, 0xE0200), sys.maxunicode])
    assert [
        one for one in letters if regex.matches(expression, one) != (full.fullmatch(one) is not None)
    ] == []


@pytest.mark.parametrize(
    "expression",
    [r".", r"\S", r"\W", r"\I", r"[\i-[:]]", r"[^\c]", r"[^a-é]", r"[\P{L}-[\d]]", r"\p{IsGreek}", r"\P{IsGreek}", r"\p{IsBasicLatin}"],
)  # fmt: skip
def test_an_expression_for_plain_texts_is_the_same_for_them(expression: str) -> None:
    plain, full = (regex._compiled(expression, which) for which in (True, False))
    letters = [chr(code) for code in range(0x80)]
    assert [bool(plain.fullmatch(one)) for one in letters] == [bool(full.fullmatch(one)) for one in letters]
    assert not plain.fullmatch("ä")


def test_the_short_way_to_the_digits_finds_them_all() -> None:
    assert characters.named("Nd") == characters.union([characters._categories()["Nd"]])
