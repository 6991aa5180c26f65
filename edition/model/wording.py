"""A sentence in the two languages of every message."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

LANGUAGES = ("en", "de")


class Bilingual(Struct, frozen=True, order=True):
    """The same in English and German. As a string it is English; without words it is false."""

    en: str = ""
    de: str = ""

    def __str__(self) -> str:
        return self.en

    def __bool__(self) -> bool:
        return bool(self.en)

    def in_(self, language: str) -> str:
        """The words in one of LANGUAGES."""
        return self.de if language == "de" else self.en

    def filled(self, values: Mapping[str, object]) -> Bilingual:
        """With `{name}` replaced in both; a value may itself be bilingual. KeyError for a name without value."""
        return Bilingual(*(self.in_(language).format_map(_each(values, language)) for language in LANGUAGES))


SILENT = Bilingual()  # no words


def _each(values: Mapping[str, object], language: str) -> dict[str, object]:
    return {
        name: value.in_(language) if isinstance(value, Bilingual) else value for name, value in values.items()
    }
