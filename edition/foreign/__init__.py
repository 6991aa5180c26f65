"""Any TEI file, wherever it lies: no edition around it, no settings, no network.

| module | answers |
|---|---|
| `files` | which files the arguments of the command mean |
| `decoding` | the characters of a file in whatever encoding, and what its DOCTYPE says |
| `opening` | a file that can be examined, or the finding why not |
| `pointers` | do pointers lead somewhere, in this file and in those beside it |
| `models` | which schemas files name, and which of them can be used |
| `examining` | all of it, file by file |
"""

from edition.foreign.examining import examine, verdict
from edition.foreign.files import expanded

__all__ = ["examine", "expanded", "verdict"]
