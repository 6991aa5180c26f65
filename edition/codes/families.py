"""What the letter of a code stands for."""

from __future__ import annotations

from edition.model import Bilingual

FAMILIES: dict[str, Bilingual] = {
    "A": Bilingual("Authority data", "Normdaten"),
    "B": Bilingual("Bibliography", "Literaturangaben"),
    "C": Bilingual("Corrections", "Korrekturen"),
    "D": Bilingual("Dates", "Zeitangaben"),
    "E": Bilingual("Entries and what they rest on", "Einträge und ihre Belege"),
    "G": Bilingual("Grammar of the schema", "Grammatik des Schemas"),
    "H": Bilingual("Files and their headers", "Dateien und ihre Köpfe"),
    "I": Bilingual("Identifiers", "Kennungen der Normdateien"),
    "K": Bilingual("Commentary", "Kommentar"),
    "L": Bilingual("Relations", "Beziehungen"),
    "M": Bilingual("Mentions", "Erwähnungen"),
    "N": Bilingual("Names", "Namen"),
    "P": Bilingual("Paragraphs", "Absätze"),
    "Q": Bilingual("Quotations", "Zitate"),
    "R": Bilingual("Pointers", "Zeiger"),
    "S": Bilingual("Accepted warnings", "Hingenommene Warnungen"),
    "T": Bilingual("Text", "Wortlaut"),
    "X": Bilingual("Files from elsewhere", "Dateien von anderswo"),
    "Y": Bilingual("Editions from elsewhere", "Editionen von anderswo"),
}
