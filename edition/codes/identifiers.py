"""I: identifiers of other authority files."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

CODES: dict[str, Code] = {
    "I001": Code(
        "error",
        Bilingual("identifier malformed or not canonical", "Kennung missgebildet oder nicht kanonisch"),
        Bilingual(
            "Other editions compare identifiers as strings: only the address in its canonical form is found again.",
            "Andere Editionen vergleichen Kennungen als Zeichenketten: Nur die kanonische Adresse wird "
            "wiedergefunden.",
        ),
        Words(
            Bilingual("{value} is no {scheme} identifier.", "{value} ist keine Kennung von {scheme}."),
            Bilingual(
                "Write the address exactly as the authority file gives it.",
                "Die Adresse genau so schreiben, wie die Normdatei sie angibt.",
            ),
        ),
        {
            "address": Words(
                Bilingual(
                    "{value} is no canonical {scheme} address ({address}).",
                    "{value} ist keine kanonische Adresse von {scheme} ({address}).",
                ),
                Bilingual(
                    "Write the address exactly as the authority file gives it.",
                    "Die Adresse genau so schreiben, wie die Normdatei sie angibt.",
                ),
            )
        },
    ),
    "I002": Code(
        "error",
        Bilingual("identifier with a wrong check digit", "Kennung mit falscher Prüfziffer"),
        Bilingual(
            "The last digit of these identifiers is computed from the others: a slip shows.",
            "Die letzte Ziffer dieser Kennungen ist aus den übrigen berechnet: Ein Versehen zeigt sich.",
        ),
        Words(
            Bilingual(
                "{value} fails the check digit of {scheme}.",
                "Die Prüfziffer von {value} ({scheme}) stimmt nicht.",
            ),
            Bilingual(
                "Copy it again from the authority file: a digit is wrong.",
                "Noch einmal aus der Normdatei übernehmen: Eine Ziffer ist falsch.",
            ),
        ),
    ),
    "I003": Code(
        "error",
        Bilingual("identifier shared by two entries", "Kennung zweier Einträge"),
        Bilingual(
            "An identifier stands for one person, one place, one work; two entries with it are one, or one is "
            "wrong.",
            "Eine Kennung steht für eine Person, einen Ort, ein Werk; zwei Einträge mit ihr sind einer, oder einer "
            "ist falsch.",
        ),
        Words(
            Bilingual(
                "{pointer} has the same {scheme} ({value}) as {other}.",
                "{pointer} hat dieselbe Kennung von {scheme} ({value}) wie {other}.",
            ),
            Bilingual(
                "Two entries are one, or one of the identifiers is wrong.",
                "Zwei Einträge sind einer, oder eine der Kennungen ist falsch.",
            ),
        ),
    ),
    "I004": Code(
        "warning",
        Bilingual(
            "link to an authority file that is not its address", "Link in eine Normdatei, nicht ihre Adresse"
        ),
        Bilingual(
            "The page about a thing and the thing have different addresses (…/about, /wiki/): only the second "
            "names "
            "the thing, and only in its canonical form is it found again.",
            "Die Seite über eine Sache und die Sache haben verschiedene Adressen (…/about, /wiki/): Nur die zweite "
            "benennt die Sache, und nur in der kanonischen Form wird sie wiedergefunden.",
        ),
        Words(
            Bilingual(
                "@{attribute} of <{element}> is {value}, which is not the canonical {scheme} address.",
                "@{attribute} von <{element}> ist {value}; das ist nicht die kanonische Adresse von {scheme}.",
            ),
            Bilingual(
                "Write the address exactly as the authority file gives it.",
                "Die Adresse genau so schreiben, wie die Normdatei sie angibt.",
            ),
        ),
    ),
}
