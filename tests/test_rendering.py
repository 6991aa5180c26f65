"""What a template shows is escaped, by whichever way."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup, escape

from edition import rendering


class Word(str):
    """A string of another kind, which says itself what it is in HTML."""

    def __html__(self) -> str:
        return f"<i>{self}</i>"


@pytest.mark.parametrize(
    "value",
    ["", "plain", "Straße – »ja«", "a & b", "<", ">", "'", '"', "x" * 1000 + "<", Markup("<b>&amp;</b>"), Word("a"), 5, 1.5, None, True],
    ids=repr,
)  # fmt: skip
def test_a_value_is_shown_as_markupsafe_escapes_it(value: object) -> None:
    assert str(rendering._Pages.shown(value)) == str(escape(value))


def test_templates_show_by_that_way(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "{% macro m(x) %}<p>{{ x }}</p>{% endmacro %}{{ a }}{{ m(a) }}{{ a|safe }}{{ a ~ b }}",
        encoding="utf-8",
    )
    made = rendering._Pages(loader=jinja2.FileSystemLoader(tmp_path), **rendering._SETTINGS)
    asked: list[object] = []

    def shown(value: object) -> str:
        asked.append(value)
        return rendering._Pages.shown(value)

    made.shown = shown  # type: ignore[method-assign]
    said = made.get_template("a.html").render(a="<", b=Markup("<br>"))
    assert said == "&lt;<p>&lt;</p><&lt;<br>"
    assert asked == ["<", "<", "<p>&lt;</p>", "<", "&lt;<br>"]


def test_what_is_not_there_is_no_word(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ a }}", encoding="utf-8")
    made = rendering._Pages(loader=jinja2.FileSystemLoader(tmp_path), **rendering._SETTINGS)
    with pytest.raises(jinja2.UndefinedError):
        made.get_template("a.html").render()
