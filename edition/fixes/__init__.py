"""Certain repairs, written into the files: everything else in them stays as it is, byte for byte.

A finding brings its repair along as edits (`Finding.edits`). All edits of a finding are made or none. Where two
findings want the same place, the first is mended and the next round sees to the other. A repair that makes the
schema complain is none, and is left out.

| module | what for |
|---|---|
| `edits` | which edits of a file can be made together, and the bytes that come of them |
| `planning` | what can be mended at once, file by file |
| `replacing` | a file replaced in one step |
| `mending` | round by round |
| `summary` | what was mended, in numbers |
"""

from edition.fixes.mending import mend
from edition.fixes.planning import Mending, beyond, planned
from edition.fixes.summary import summary

__all__ = ["Mending", "beyond", "mend", "planned", "summary"]
