"""What is kept is kept for one edition and one language, and for no other."""

from __future__ import annotations

from edition import interface, kept


def test_a_function_is_asked_once_for_an_edition_in_a_language() -> None:
    asked: list[tuple[int, str]] = []

    @kept.for_edition
    def told(edition: list[int]) -> str:
        asked.append((edition[0], interface.language()))
        return f"{edition[0]} {interface.language()}"

    one, same_values = [1], [1]
    assert [told(one), told(one), told(one)] == ["1 de"] * 3
    with interface.speaking("en", "en/"):
        assert [told(one), told(one)] == ["1 en"] * 2
    assert told(one) == "1 de"
    assert told(same_values) == "1 de"
    assert asked == [(1, "de"), (1, "en"), (1, "de")]  # another edition of the same values is another


def test_only_the_last_few_are_kept() -> None:
    asked: list[int] = []

    @kept.for_edition
    def told(edition: list[int]) -> None:
        asked.append(edition[0])

    several = [[number] for number in range(kept.KEPT + 1)]
    for one in (*several, several[0]):
        told(one)
    assert asked == [*range(kept.KEPT + 1), 0]
