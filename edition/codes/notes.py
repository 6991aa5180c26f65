"""K: notes apart from the text they belong to. The rules on notes of the commentary stand in the ODD."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

_LEAD = Bilingual(
    "Name the passage in @target, or let a mark in the text (<ref>, <ptr>) point to the note.",
    "Die Stelle in @target nennen oder ein Zeichen im Text (<ref>, <ptr>) auf die Anmerkung zeigen lassen.",
)

CODES: dict[str, Code] = {
    "K010": Code(
        "warning",
        Bilingual("note without its passage", "Anmerkung ohne Stelle"),
        Bilingual(
            "A note that nothing in the text leads to is read by nobody.",
            "Eine Anmerkung, zu der nichts im Text hinführt, liest niemand.",
        ),
        Words(
            Bilingual(
                "The note {id} names no passage, and nothing in this file points to it.",
                "Die Anmerkung {id} nennt keine Stelle, und nichts in dieser Datei zeigt auf sie.",
            ),
            _LEAD,
        ),
        {
            "bare": Words(
                Bilingual(
                    "This note stands apart from the text and names no passage.",
                    "Diese Anmerkung steht abseits des Textes und nennt keine Stelle.",
                ),
                _LEAD,
            ),
        },
    ),
    "K011": Code(
        "error",
        Bilingual(
            "passage of a note ends before it begins", "Stelle einer Anmerkung endet, bevor sie beginnt"
        ),
        Bilingual(
            "A range read backwards selects nothing, or everything between the wrong ends.",
            "Eine rückwärts gelesene Spanne umfasst nichts oder alles zwischen den falschen Enden.",
        ),
        Words(
            Bilingual(
                "The passage of this note begins at {begin} and ends at {end}, which stands before it.",
                "Die Stelle dieser Anmerkung beginnt bei {begin} und endet bei {end}, das davor steht.",
            ),
            Bilingual("Exchange @target and @targetEnd.", "@target und @targetEnd vertauschen."),
        ),
    ),
}
