"""A process that builds editions one after the other, each in a child of its own: `python -m tests.rebuilding PROGRAM`.

Reads lines of JSON (`root`, `out`, `remember`, `anew`) and answers each with a line: what the build said. PROGRAM is a copy
of the program, so that its templates and stylesheets can be edited; a child is as fresh as a process, for its parent has
imported modules and done nothing else.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

SMALL = {
    "apparatus": {"HEAVY": 900}, "chronology": {"HEAVY": 900}, "concordance": {"HEAVY": 700}, "order": {"FEW": 1},
    "parts": {"HEAVY": 900, "MANY": 4}, "quotations": {"HEAVY": 1500}, "wordlist": {"ALL": 60, "HEAVY": 3000},
}  # fmt: skip


def _built(asked: dict[str, Any]) -> dict[str, Any]:
    from edition import site
    from edition.errors import EditionError

    try:
        made = site.build(
            Path(asked["root"]), Path(asked["out"]), exports=False, jobs=1,
            remember=asked["remember"], anew=asked.get("anew", False),
        )  # fmt: skip
    except EditionError as error:
        return {"error": str(error), "findings": [str(one) for one in error.findings]}
    return {
        "findings": [str(one) for one in made.findings], "files": made.files, "taken": made.taken,
        "remarks": [str(one) for one in made.remarks],
    }  # fmt: skip


def _in_child(asked: dict[str, Any]) -> str:
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(writer, json.dumps(_built(asked)).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as said:
        answer = said.read().decode()
    os.waitpid(child, 0)
    return answer


def main(program: str) -> None:
    """Serve until the input ends."""
    sys.path[0] = program
    import importlib

    for name in ("site", "cli", "adopting", "exporting"):
        importlib.import_module(f"edition.{name}")
    if "--small" in sys.argv:  # registers of a toy are divided as those of a large edition
        for name, values in SMALL.items():
            for constant, value in values.items():
                module = importlib.import_module(f"edition.pages.{name}")
                assert hasattr(module, constant), (name, constant)
                setattr(module, constant, value)
    for line in sys.stdin:
        print(_in_child(json.loads(line)), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
