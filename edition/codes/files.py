"""H: the file and its header. Rules on the header inside one file stand in the ODD."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

CODES: dict[str, Code] = {
    "H001": Code(
        "error",
        Bilingual("file name and TEI/@xml:id differ", "Dateiname und TEI/@xml:id verschieden"),
        Bilingual(
            "The name of the file is part of the address of its page and of every pointer to it.",
            "Der Name der Datei ist Teil der Adresse ihrer Seite und jedes Zeigers auf sie.",
        ),
        Words(
            Bilingual(
                "The file is called {slug}.xml, but its TEI/@xml:id is '{id}'.",
                "Die Datei heißt {slug}.xml, ihre TEI/@xml:id aber »{id}«.",
            ),
            Bilingual(
                "Make them the same: the name is part of the address of the page.",
                "Beide gleich machen: Der Name ist Teil der Adresse der Seite.",
            ),
        ),
    ),
    "H020": Code(
        "error",
        Bilingual(
            "header and edition.toml name different versions",
            "Kopf und edition.toml nennen verschiedene Fassungen",
        ),
        Bilingual(
            "Version and date are printed on every page and in every citation; there can be only one of them.",
            "Fassung und Datum stehen auf jeder Seite und in jedem Zitat; es kann nur eine geben.",
        ),
        Words(
            Bilingual(
                "The header speaks of version {version} of {date}, edition.toml of {wanted} of {wanted_date}.",
                "Der Kopf nennt Fassung {version} vom {date}, edition.toml {wanted} vom {wanted_date}.",
            ),
            Bilingual(
                "Make editionStmt and edition.toml the same; both are printed on every page.",
                "editionStmt und edition.toml gleich machen; beide stehen auf jeder Seite.",
            ),
        ),
    ),
}
