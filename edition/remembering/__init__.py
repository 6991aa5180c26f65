"""What a build remembers for the next one, so that only what has changed is made anew; never what a clean build would not.

| module | what for |
|---|---|
| `digests` | whether two things are the same |
| `inputs` | everything that a build reads, as one digest |
| `storing` | how it is written down, and read again only if it is whole and from this very program |
| `records` | what came of each piece of work, on the disk, of which memory holds only where it stands |
| `files` | whether a file can have been changed |
| `memory` | pieces of work that are taken over from the former build, with their files |

The rule (docs/decisions/031; `edition.keys` says what pages depend on): a result is taken over only if the digest of all it depends on is that of the former build
*and* each file that it wrote stands there untouched. What depends on what is said coarsely: a change in a list, in a title,
in the settings, in the program makes all pages anew; a change within a text makes those anew that name what it names.
"""

from edition.remembering.digests import digest
from edition.remembering.memory import ADOPTED, Asked, Memory, opened

__all__ = ["ADOPTED", "Asked", "Memory", "digest", "opened"]
