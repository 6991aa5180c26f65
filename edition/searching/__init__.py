"""The index of the site's search: what can be found, under which words, in files that a browser loads one by one.

| module | what for |
|---|---|
| `folding` | the words of a text, and the form under which a word is looked up |
| `units` | what can be found: paragraphs, notes, entries, with what is quoted and named in them |
| `families`, `vowels` | which forms belong together: inflected forms, parts of compounds |
| `names` | the words by which an entity is found |
| `postings` | where each form stands |
| `parts` | what some texts or entries add to the index, made by itself |
| `shards` | the files, put together from the parts |

The client knows the forms and needs no stemmer; it loads the shards that a query asks for, and no others.
"""

from edition.searching.folding import Words, fold, written
from edition.searching.parts import Part, Stretch, part, stretches, whole
from edition.searching.postings import units_of
from edition.searching.shards import files
from edition.searching.units import ENTRY, NOTE, TEXT, Unit, units, zones

__all__ = [
    "ENTRY", "NOTE", "TEXT", "Part", "Stretch", "Unit", "Words", "files", "fold", "part", "stretches", "units", "units_of", "whole",
    "written", "zones",
]  # fmt: skip
