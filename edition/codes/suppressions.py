"""S: warnings that are accepted on purpose (tei/suppressions.toml)."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

CODES: dict[str, Code] = {
    "S001": Code(
        "warning",
        Bilingual("suppression that silences nothing", "Unterdrückung ohne Wirkung"),
        Bilingual(
            "What was accepted has been mended or moved; a row that stays would one day silence something else.",
            "Was hingenommen war, ist berichtigt oder verschoben; bliebe der Eintrag stehen, brächte er eines "
            "Tages etwas anderes zum Schweigen.",
        ),
        Words(
            Bilingual(
                "No warning {code} in {file} at '{at}' fits this row.",
                "Keine Warnung {code} in {file} bei »{at}« passt zu diesem Eintrag.",
            ),
            Bilingual(
                "Remove the row, or correct at and words: at is the xml:id of the innermost element around the place.",
                "Den Eintrag entfernen oder at und words berichtigen: at ist die xml:id des innersten Elements um "
                "die Stelle.",
            ),
        ),
    ),
    "S002": Code(
        "error",
        Bilingual("suppression of an error", "Unterdrückung eines Fehlers"),
        Bilingual(
            "An error makes pages or data wrong for every reader; it is mended, not accepted.",
            "Ein Fehler macht Seiten oder Daten für alle falsch; er wird behoben, nicht hingenommen.",
        ),
        Words(
            Bilingual(
                "{code} is an error and cannot be suppressed.",
                "{code} ist ein Fehler und nicht zu unterdrücken.",
            ),
            Bilingual(
                "Mend what it reports and remove the row.",
                "Beheben, was er meldet, und den Eintrag entfernen.",
            ),
        ),
    ),
    "S003": Code(
        "error",
        Bilingual("suppression of an unknown code", "Unterdrückung eines unbekannten Codes"),
        Bilingual(
            "A code that no check has silences nothing, and nobody notices.",
            "Ein Code, den keine Prüfung hat, unterdrückt nichts, und niemand merkt es.",
        ),
        Words(
            Bilingual("There is no check {code}.", "Es gibt keine Prüfung {code}."),
            Bilingual(
                "Correct the code, or remove the row.", "Den Code berichtigen oder den Eintrag entfernen."
            ),
        ),
    ),
    "S004": Code(
        "error",
        Bilingual("suppression in an unknown file", "Unterdrückung in einer unbekannten Datei"),
        Bilingual(
            "A row for a file that the edition does not have silences nothing.",
            "Ein Eintrag für eine Datei, die die Edition nicht hat, unterdrückt nichts.",
        ),
        Words(
            Bilingual("The edition has no file {file}.", "Die Edition hat keine Datei {file}."),
            Bilingual(
                "Write the path from the folder of the edition, with slashes, or remove the row.",
                "Den Pfad vom Ordner der Edition aus mit Schrägstrichen angeben oder den Eintrag entfernen.",
            ),
        ),
    ),
    "S005": Code(
        "error",
        Bilingual(
            "suppression that is not complete or not understood",
            "Unterdrückung unvollständig oder unverständlich",
        ),
        Bilingual(
            "A warning is accepted for a reason that others can read; without one it is only hidden.",
            "Eine Warnung wird aus einem Grund hingenommen, den andere lesen können; ohne ihn ist sie bloß versteckt.",
        ),
        Words(
            Bilingual("The row has no {key}.", "Dem Eintrag fehlt {key}."),
            Bilingual(
                "A row has code, file, at, reason and perhaps words, each in quotation marks; only at may be empty.",
                "Ein Eintrag hat code, file, at, reason und vielleicht words, alle in Anführungszeichen; nur at darf "
                "leer sein.",
            ),
        ),
        {
            "unknown": Words(
                Bilingual("Nothing here reads '{key}'.", "»{key}« liest hier niemand."),
                Bilingual(
                    "A row [[suppress]] has code, file, at, reason and perhaps words.",
                    "Ein Eintrag [[suppress]] hat code, file, at, reason und vielleicht words.",
                ),
            ),
            "type": Words(
                Bilingual("{key} is no text.", "{key} ist kein Text."),
                Bilingual("Put the value in quotation marks.", "Den Wert in Anführungszeichen setzen."),
            ),
        },
    ),
}
