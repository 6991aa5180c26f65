"""Makes an edition of very many small documents: `python benchmarks/diary.py 16000 FOLDER`.

TEI of others: no schema of ours, no ids in the texts, registers in files of their own. Diary-like: about 250 words in three
paragraphs, a dozen mentions in each document, of persons and places named as they are in diaries: a few in every third
entry, most of them once or twice or never. Names and words are made of syllables. The same number and seed give the same
files.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

ENTITIES = 20_000
PERSONS = 0.7  # of the entities
WORDS, PARAGRAPHS, MENTIONS = 250, 3, 12
COMMON = "und die der ich in zu den das nicht war mit es ein auf sie von dem so im am sich ist er an auch als wir wie bei nur noch".split()
ONSETS = "b br d dr f fl g gr h k kl kr l m n p pr r s sch schl st str t tr v w z".split()
VOWELS = "a e i o u ei au ie ä ö ü".split()
CODAS = "n r l t s ch nd rt lt ng m f gel ner ler lich ung heit keit".split()
FIRST = date(1880, 1, 1)


class Writer:
    """One seeded source of everything."""

    def __init__(self, seed: int, entities: int) -> None:
        self.random = random.Random(seed)
        self.vocabulary = [self.word() for _ in range(12_000)]
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.vocabulary))))
        self.entities = [self.entity(number, entities) for number in range(entities)]
        # A long tail: the n-th entity is named in proportion to 1/n, so that a few stand in every third document.
        self.fame = list(accumulate(1 / (rank + 6) for rank in range(entities)))

    def word(self) -> str:
        """A word of one to three syllables."""
        pick = self.random.choice
        return "".join(pick(ONSETS) + pick(VOWELS) for _ in range(self.random.randint(0, 2))) + (
            pick(ONSETS) + pick(VOWELS) + pick(CODAS)
        )

    def entity(self, number: int, of: int) -> tuple[str, str, str]:
        """Kind, id and name."""
        name = self.word().capitalize()
        if number % 10 < PERSONS * 10:
            return "person", f"p{number:05d}", f"{name}, {self.word().capitalize()}"
        return "place", f"o{number:05d}", name

    def drawn(self, weights: Sequence[float]) -> int:
        """A rank, the first ones most often."""
        return bisect(weights, self.random.random() * weights[-1])

    def words(self, count: int) -> list[str]:
        """Running text: function words and vocabulary, capitals and full stops now and then."""
        found = [
            self.random.choice(COMMON)
            if self.random.random() < 0.45
            else self.vocabulary[self.drawn(self.weights)]
            for _ in range(count)
        ]
        for place in range(0, count, 14):
            found[place] = found[place].capitalize()
            if place:
                found[place - 1] += "."
        found[-1] += "."
        return found

    def paragraph(self) -> str:
        """A paragraph with its share of the mentions."""
        found = self.words(WORDS // PARAGRAPHS)
        for place in self.random.sample(range(1, len(found) - 1), MENTIONS // PARAGRAPHS):
            kind, name, called = self.entities[self.drawn(self.fame)]
            text = " ".join(reversed(called.split(", ")))
            found[place] = f'<rs type="{kind}" ref="#{name}">{text}</rs>'
        return f"<p>{' '.join(found)}</p>"


HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="entry__{day}" xml:lang="de">
<teiHeader><fileDesc><titleStmt><title level="a">{title}</title><title type="iso-date" when-iso="{day}">{day}</title>
<author>Erfunden</author></titleStmt><publicationStmt><publisher>Erfunden</publisher><date when="2026-01-01">2026</date>
<availability><licence target="https://creativecommons.org/licenses/by/4.0/"/></availability></publicationStmt>
<sourceDesc><p>Erfunden.</p></sourceDesc></fileDesc></teiHeader>
"""
TEXT = '<text><body><div type="diary-day"><head>{title}</head>\n{body}\n</div></body></text>\n</TEI>\n'
REGISTER = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Register</title></titleStmt><publicationStmt><p>Erfunden.</p></publicationStmt>
<sourceDesc><p>Erfunden.</p></sourceDesc></fileDesc></teiHeader>
<text><body><{list}>
{rows}
</{list}></body></text>
</TEI>
"""


def document(writer: Writer, number: int) -> tuple[str, str]:
    """The name and the text of a document."""
    day = FIRST + timedelta(days=number)
    title = f"{day.day}. {day.month}. {day.year}"
    body = "\n".join(writer.paragraph() for _ in range(PARAGRAPHS))
    return f"entry__{day}", HEADER.format(day=day, title=title) + TEXT.format(title=title, body=body)


def register(kind: str, writer: Writer) -> str:
    """The list of a kind, with every entry: some are named in no document."""
    rows = "\n".join(_entry(kind, name, called) for found, name, called in writer.entities if found == kind)
    return REGISTER.format(list="listPerson" if kind == "person" else "listPlace", rows=rows)


def _entry(kind: str, name: str, called: str) -> str:
    if kind == "place":
        return f'<place xml:id="{name}"><placeName>{called}</placeName><desc>Erfunden.</desc></place>'
    family, given = called.split(", ")
    return (
        f'<person xml:id="{name}"><persName><surname>{family}</surname><forename>{given}</forename></persName>'
        f"<note>Erfunden.</note></person>"
    )


def make(count: int, folder: Path, seed: int = 1, entities: int = ENTITIES) -> None:
    """Write the edition: `editions/`, `indices/`, and an edition.toml with no more than a title."""
    writer = Writer(seed, entities)
    for name in ("editions", "indices"):
        (folder / name).mkdir(parents=True)
    (folder / "edition.toml").write_text(f'title = "Ein Tagebuch von {count} Tagen"\n', encoding="utf-8")
    for number in range(count):
        name, text = document(writer, number)
        (folder / "editions" / f"{name}.xml").write_text(text, encoding="utf-8")
    for kind in ("person", "place"):
        (folder / "indices" / f"list{kind}.xml").write_text(register(kind, writer), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--entities", type=int, default=ENTITIES)
    given = parser.parse_args()
    make(given.documents, given.folder, given.seed, given.entities)
