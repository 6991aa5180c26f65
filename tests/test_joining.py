"""Modules joined into one classic script."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.joining import joined


def written(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def test_modules_stand_before_those_that_need_them_and_once(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        page='import { b } from "./b.js";\nimport {\n  c,\n} from "./c.js";\nb(c);\n',
        b='/** Says it.\n * @returns {void} */\nimport { c } from "./c.js";\nexport function b() {}\n',
        c="export const c = 1;\nconst exported = 2;\n",
    )
    script = joined(folder, "page.js")
    assert script == (
        '(() => {\n"use strict";\n// c.js\nconst c = 1;\nconst exported = 2;\n\n// b.js\nfunction b() {}\n\n'
        "// page.js\nb(c);\n})();\n"
    )


def test_types_go_and_code_beside_them_stays(tmp_path: Path) -> None:
    code = "/** @type {A} */ (a).b();\n"
    folder = written(tmp_path, a=f"{code}/** @type {{B}} */\nlet b;\n  /**\n   * C\n   */\n  c();\n")
    script = joined(folder, "a.js")
    assert script == f'(() => {{\n"use strict";\n// a.js\n{code}let b;\n  c();\n}})();\n'


def test_a_circle_ends(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        a='import { b } from "./b.js";\nexport function a() { b; }\n',
        b='import { a } from "./a.js";\nexport function b() { a; }\n',
    )
    assert joined(folder, "a.js").count("function") == 2


@pytest.mark.parametrize(
    "line",
    [
        'import all from "./b.js";',
        'import * as b from "./b.js";',
        'import { b } from "elsewhere";',
        "export default 1;",
        "export { b };",
        "export let b;",
    ],
)
def test_what_cannot_be_joined_is_named(tmp_path: Path, line: str) -> None:
    folder = written(tmp_path, a=f"{line}\n", b="")
    with pytest.raises(ValueError, match="cannot be joined"):
        joined(folder, "a.js")
