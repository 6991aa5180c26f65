"""Q: quotation marks that no element speaks for. The rules on quotations in the text stand in the ODD."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

_PAIR = Bilingual(
    "Marks come in pairs, and the levels alternate; if the print has the slip, keep it in <sic> and correct it.",
    "Die Zeichen stehen paarweise, und die Stufen wechseln sich ab; steht das Versehen im Druck, bleibt es in <sic> "
    "erhalten und wird daneben verbessert.",
)

CODES: dict[str, Code] = {
    "Q010": Code(
        "warning",
        Bilingual("quotation mark without its partner", "Anführungszeichen ohne Gegenstück"),
        Bilingual(
            "Where a quotation ends decides whose words they are; readers can tell only by the second mark.",
            "Wo ein Zitat endet, entscheidet darüber, wessen Worte es sind; Lesende sehen es nur am zweiten Zeichen.",
        ),
        Words(
            Bilingual(
                "The quotation mark {sign} is opened and not closed: {wanted} is missing.",
                "Das Anführungszeichen {sign} wird geöffnet und nicht geschlossen: {wanted} fehlt.",
            ),
            _PAIR,
        ),
        {
            "unopened": Words(
                Bilingual(
                    "The quotation mark {sign} closes what was not opened: {wanted} is missing before it.",
                    "Das Anführungszeichen {sign} schließt, was nicht geöffnet ist: {wanted} fehlt davor.",
                ),
                _PAIR,
            ),
            "level": Words(
                Bilingual(
                    "The quotation mark {sign} opens where, by the level, {wanted} would open.",
                    "Das Anführungszeichen {sign} öffnet, wo nach der Stufe {wanted} öffnen müsste.",
                ),
                _PAIR,
            ),
        },
    ),
}
