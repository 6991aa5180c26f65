"""What encloses a place of a file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.errors import InputError
from edition.places import chains, enclosing

TEXT = '<a xml:id="a">\n <p xml:id="p-1">Ä <b>x</b> <c xml:id="c" d="1>2"/> y</p\n><!-- z -->\n</a>'
DATA = TEXT.encode()


def place(words: str, step: int = 0) -> tuple[int, int]:
    """Line and column of some words of the text."""
    offset = TEXT.index(words) + step
    before = TEXT[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (place("<a"), "a"),
        (place("<p", -1), "a"),
        (place("<p"), "p-1"),
        (place("Ä"), "p-1"),
        (place("<b>"), "p-1"),
        (place("x</b>"), "p-1"),
        (place("<c"), "c"),
        (place("1>2", 2), "c"),
        (place(" y"), "p-1"),
        (place("</p"), "p-1"),
        (place("><!--"), "p-1"),
        (place("<!--"), "a"),
        (place(" z"), "a"),
        (place("</a>", 3), "a"),
        ((9, 1), ""),
    ],
)
def test_the_innermost_element_with_an_id(where: tuple[int, int], expected: str) -> None:
    assert enclosing(DATA, "x.xml", [where]) == (expected,)


def test_places_are_answered_in_the_order_of_the_question() -> None:
    asked = [place(" y"), place("<a"), place("<c"), place(" y")]
    assert chains(DATA, "x.xml", asked) == (("a", "p-1"), ("a",), ("a", "p-1", "c"), ("a", "p-1"))


def test_a_file_that_is_no_xml_is_refused() -> None:
    with pytest.raises(InputError):
        enclosing(b"<a>", "x.xml", [(1, 1)])


trees = st.recursive(
    st.text("aä>\n ", max_size=4).map(lambda words: words.replace("]]>", "")),
    lambda below: st.tuples(st.booleans(), st.lists(below, max_size=4)),
    max_leaves=12,
)


@settings(deadline=None)
@given(trees)
def test_every_character_belongs_to_the_elements_around_it(tree: object) -> None:
    signs: list[tuple[str, tuple[str, ...]]] = []
    count = iter(range(10**6))

    def write(node: object, above: tuple[str, ...]) -> None:
        if isinstance(node, str):
            signs.extend((sign, above) for sign in node)
            return
        named, below = node  # type: ignore[misc]
        mine = (*above, f"n{next(count)}") if named else above
        signs.extend((sign, mine) for sign in (f'<e xml:id="{mine[-1]}">' if named else "<e>"))
        for child in below:
            write(child, mine)
        signs.extend((sign, mine) for sign in "</e>")

    write((True, [tree]), ())
    line, column, asked, expected = 1, 1, [], []
    for sign, above in signs:
        asked.append((line, column))
        expected.append(above)
        line, column = (line + 1, 1) if sign == "\n" else (line, column + 1)
    data = "".join(sign for sign, _ in signs).encode()
    assert chains(data, "x.xml", asked) == tuple(expected)
