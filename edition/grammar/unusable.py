"""Why a datatype, or a param of one, cannot be used: the sentences, in English and German."""

from __future__ import annotations

from edition.model import Bilingual

SAID: dict[str, Bilingual] = {
    "library": Bilingual(
        "The datatype library {name} is not known", "Die Datentypbibliothek {name} ist nicht bekannt"
    ),
    "builtin": Bilingual(
        "RELAX NG itself has the datatypes string and token, without params, but not {name}",
        "RELAX NG selbst hat die Datentypen string und token, ohne params, aber nicht {name}",
    ),
    "declarations": Bilingual(
        "The datatype {name} is not supported: it depends on declarations in the document",
        "Der Datentyp {name} wird nicht unterstützt: Er hängt von Deklarationen im Dokument ab",
    ),
    "datatype": Bilingual("XML Schema has no datatype {name}", "XML Schema hat keinen Datentyp {name}"),
    "literal": Bilingual(
        '"{text}" is no value of the datatype {name}', "»{text}« ist kein Wert des Datentyps {name}"
    ),
    "param": Bilingual(
        'The param {facet} "{literal}" of {name} is wrong: {reason}',
        "Der param {facet} »{literal}« von {name} ist falsch: {reason}",
    ),
    "no param": Bilingual(
        "The datatype {name} has no param {facet}", "Der Datentyp {name} hat keinen param {facet}"
    ),
    "order": Bilingual(
        "it needs a value of the datatype, and a datatype whose values have an order",
        "Er braucht einen Wert des Datentyps und einen Datentyp, dessen Werte eine Ordnung haben",
    ),
    "length": Bilingual("values of the datatype have no length", "Die Werte des Datentyps haben keine Länge"),
    "digits": Bilingual(
        "values of the datatype have no digits to count",
        "Die Werte des Datentyps haben keine Ziffern, die sich zählen ließen",
    ),
    "whole": Bilingual("it needs a whole number", "Er braucht eine ganze Zahl"),
    # regular expressions
    "engine": Bilingual("{reason}", "{reason}"),
    "not closed": Bilingual("a parenthesis is not closed", "Eine Klammer ist nicht geschlossen"),
    "ends": Bilingual("it ends too early", "Er endet zu früh"),
    "not opened": Bilingual(
        "a parenthesis is closed that was not opened",
        "Eine Klammer ist geschlossen, die nicht geöffnet wurde",
    ),
    "nothing": Bilingual("{sign} stands where it means nothing", "{sign} steht, wo es keine Bedeutung hat"),
    "escape": Bilingual("\\{letter} has no meaning", "\\{letter} hat keine Bedeutung"),
    "no category": Bilingual("\\p lacks the name of a category", "Nach \\p fehlt der Name einer Kategorie"),
    "category": Bilingual(
        "the category or block {name} is not known", "Die Kategorie oder der Block {name} ist nicht bekannt"
    ),
    "subtraction": Bilingual(
        "a subtraction must stand at the end of its brackets",
        "Eine Subtraktion muss am Ende ihrer Klammern stehen",
    ),
    "range ends": Bilingual(
        "a range needs a character at each end", "Ein Bereich braucht an jedem Ende ein Zeichen"
    ),
    "upside down": Bilingual("a range is upside down", "Ein Bereich steht auf dem Kopf"),
    "backslash": Bilingual(
        "{sign} needs a backslash inside brackets",
        "{sign} braucht in Klammern einen umgekehrten Schrägstrich",
    ),
}


class UnusableError(ValueError):
    """A datatype or a param that cannot be used; `words` say why, without a full stop."""

    def __init__(self, key: str, **values: object) -> None:
        self.words = SAID[key].filled(values)
        super().__init__(str(self.words))
