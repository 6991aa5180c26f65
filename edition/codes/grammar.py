"""G: what is against the grammar. The words are composed by `edition.grammar`, from what was expected."""

from __future__ import annotations

from edition.codes.code import Code
from edition.model import Bilingual

CODES: dict[str, Code] = {
    "G001": Code(
        "error",
        Bilingual("an element is not allowed here", "Element hier nicht zugelassen"),
        Bilingual(
            "The schema says which elements stand where; programs that read the file rely on it.",
            "Das Schema sagt, welche Elemente wo stehen; Programme, die die Datei lesen, verlassen sich darauf.",
        ),
    ),
    "G002": Code(
        "error",
        Bilingual("an attribute is not allowed here", "Attribut hier nicht zugelassen"),
        Bilingual(
            "An attribute that the schema does not know is read by nobody: what it says is lost.",
            "Ein Attribut, das das Schema nicht kennt, liest niemand: Was es sagt, geht verloren.",
        ),
    ),
    "G003": Code(
        "error",
        Bilingual(
            "content is incomplete: something required is missing", "Inhalt unvollständig: Verlangtes fehlt"
        ),
        Bilingual(
            "What the schema requires, pages and exports use without asking again.",
            "Was das Schema verlangt, verwenden Seiten und Ausgaben, ohne noch einmal zu fragen.",
        ),
    ),
    "G004": Code(
        "error",
        Bilingual(
            "a value is not allowed (of an attribute or of text)",
            "Wert nicht zugelassen (eines Attributs oder von Text)",
        ),
        Bilingual(
            "Closed lists of values keep one thing from having two names.",
            "Geschlossene Wertelisten verhindern, dass eine Sache zwei Namen hat.",
        ),
    ),
    "G005": Code(
        "error",
        Bilingual("a required attribute is missing", "verlangtes Attribut fehlt"),
        Bilingual(
            "Without it the element does not say what it is there to say.",
            "Ohne es sagt das Element nicht, wozu es da ist.",
        ),
    ),
    "G006": Code(
        "error",
        Bilingual("text is not allowed here", "Text hier nicht zugelassen"),
        Bilingual(
            "Text between elements that hold only elements appears on no page: it would be lost.",
            "Text zwischen Elementen, die nur Elemente enthalten, erscheint auf keiner Seite: Er ginge verloren.",
        ),
    ),
}
