"""T: single signs of the text."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

CODES: dict[str, Code] = {
    "T010": Code(
        "warning",
        Bilingual("doubled space", "doppeltes Leerzeichen"),
        Bilingual(
            "Two spaces inside a line are a slip of the keyboard; a search for the words does not find them.",
            "Zwei Leerzeichen innerhalb einer Zeile sind ein Tippversehen; eine Suche nach den Wörtern findet sie "
            "nicht.",
        ),
        Words(
            Bilingual(
                "There is more than one space in »{around}«.",
                "In »{around}« steht mehr als ein Leerzeichen.",
            ),
            Bilingual(
                'Leave one; a gap that the source has is <space> or xml:space="preserve".',
                'Eines stehen lassen; eine Lücke der Vorlage ist <space> oder xml:space="preserve".',
            ),
        ),
    ),
    "T011": Code(
        "warning",
        Bilingual(
            "space before a closing or after an opening mark",
            "Leerzeichen vor schließendem oder nach öffnendem Zeichen",
        ),
        Bilingual(
            "In German and English such marks stand close to their words; with a space, a line may break between "
            "them.",
            "Im Deutschen und Englischen stehen solche Zeichen dicht am Wort; mit Leerzeichen kann die Zeile "
            "dazwischen umbrechen.",
        ),
        Words(
            Bilingual(
                "There is a space at a mark in »{around}«.",
                "In »{around}« steht ein Leerzeichen an einem Satzzeichen.",
            ),
            Bilingual(
                "Remove the space; if the source has it, write <sic> around it.",
                "Das Leerzeichen entfernen; hat die Vorlage es, <sic> darum setzen.",
            ),
        ),
    ),
    "T012": Code(
        "warning",
        Bilingual(
            "straight quotation mark among typographic ones",
            "gerades Anführungszeichen neben typographischen",
        ),
        Bilingual(
            "The file uses typographic quotation marks; a straight one is left over and says neither whether it "
            "opens nor whether it closes.",
            "Die Datei verwendet typographische Anführungszeichen; ein gerades ist übrig geblieben und sagt "
            "nicht, ob es öffnet oder schließt.",
        ),
        Words(
            Bilingual(
                "A straight quotation mark stands in »{around}«; this file has typographic ones elsewhere.",
                "In »{around}« steht ein gerades Anführungszeichen; sonst hat diese Datei typographische.",
            ),
            Bilingual(
                "Write the mark that opens or closes here; if the source has it, write <sic> or <orig> around it.",
                "Das Zeichen schreiben, das hier öffnet oder schließt; hat die Vorlage es so, <sic> oder <orig> darum "
                "setzen.",
            ),
        ),
    ),
    "T013": Code(
        "warning",
        Bilingual("two ways to write an ellipsis", "zwei Schreibungen der Auslassungspunkte"),
        Bilingual(
            "Three dots and the sign for them look alike; a search for one does not find the other.",
            "Drei Punkte und das Zeichen dafür sehen gleich aus; eine Suche nach dem einen findet das andere "
            "nicht.",
        ),
        Words(
            Bilingual(
                "An ellipsis is written »{here}« here ({count} of {all} in this file), elsewhere »{there}«.",
                "Auslassungspunkte stehen hier als »{here}« ({count} von {all} in dieser Datei), sonst als »{there}«.",
            ),
            Bilingual("Write all of them in one way.", "Alle auf eine Weise schreiben."),
        ),
    ),
    "T014": Code(
        "warning",
        Bilingual("soft hyphen", "weiches Trennzeichen"),
        Bilingual(
            "A soft hyphen is invisible and tears a word apart for every search; hyphenation belongs to the "
            "display.",
            "Ein weiches Trennzeichen ist unsichtbar und zerreißt das Wort für jede Suche; Trennung gehört zur "
            "Anzeige.",
        ),
        Words(
            Bilingual(
                "There is a soft hyphen (U+00AD) in »{around}«.",
                "In »{around}« steht ein weiches Trennzeichen (U+00AD).",
            ),
            Bilingual(
                'Remove it; a break of the source is <lb break="no"/>.',
                'Entfernen; eine Trennung der Vorlage ist <lb break="no"/>.',
            ),
        ),
    ),
    "T015": Code(
        "warning",
        Bilingual("invisible sign", "unsichtbares Zeichen"),
        Bilingual(
            "Signs without width, a byte order mark inside the text and signs of writing direction come along "
            "unseen when text is copied; they part words that look whole and can turn their order round.",
            "Zeichen ohne Breite, eine Byte-Reihenfolge-Marke im Text und Zeichen der Schreibrichtung kommen beim "
            "Kopieren ungesehen mit; sie trennen Wörter, die ganz aussehen, und können ihre Reihenfolge umkehren.",
        ),
        Words(
            Bilingual(
                "There is an invisible sign, {sign} ({name}), at »{around}«.",
                "Bei »{around}« steht ein unsichtbares Zeichen, {sign} ({name}).",
            ),
            Bilingual(
                "Remove it, unless the writing system needs it.",
                "Entfernen, es sei denn, die Schrift braucht es.",
            ),
        ),
    ),
    "T016": Code(
        "warning",
        Bilingual("letters of two scripts in one word", "Buchstaben zweier Schriften in einem Wort"),
        Bilingual(
            "Latin, Greek and Cyrillic have letters that look the same; a word with a wrong one looks right and "
            "is never found (Unicode TR 39: confusables).",
            "Lateinische, griechische und kyrillische Buchstaben sehen einander zum Verwechseln ähnlich; ein Wort "
            "mit einem falschen sieht richtig aus und wird nie gefunden (Unicode TR 39: confusables).",
        ),
        Words(
            Bilingual(
                "»{word}« mixes scripts: {sign} is {name}, the word is {script}.",
                "»{word}« mischt Schriften: {sign} ist {name}, das Wort sonst {script}.",
            ),
            Bilingual(
                "Write the letter of the script that the word is in.",
                "Den Buchstaben der Schrift schreiben, in der das Wort steht.",
            ),
        ),
    ),
    "T017": Code(
        "warning",
        Bilingual("sign for private use", "Zeichen für privaten Gebrauch"),
        Bilingual(
            "Such a code point means nothing by itself: only a certain font shows it, every other reader sees a "
            "box (TEI: chapter on characters, glyphs and writing modes).",
            "Ein solcher Codepunkt bedeutet von sich aus nichts: Nur eine bestimmte Schrift zeigt ihn, alle "
            "anderen sehen ein Kästchen (TEI: Kapitel über Zeichen, Glyphen und Schriftrichtung).",
        ),
        Words(
            Bilingual(
                "{sign} is a code point for private use, at »{around}«.",
                "{sign} ist ein Codepunkt für privaten Gebrauch, bei »{around}«.",
            ),
            Bilingual(
                'Write the sign that Unicode has for it, or <g ref="…"> with a <char> in <charDecl>.',
                'Das Zeichen schreiben, das Unicode dafür hat, oder <g ref="…"> mit einem <char> in <charDecl>.',
            ),
        ),
    ),
    "T018": Code(
        "warning",
        Bilingual("control character", "Steuerzeichen"),
        Bilingual(
            "The control characters U+0080 to U+009F are almost always quotation marks or dashes of Windows-1252 "
            "that were read as Latin-1.",
            "Die Steuerzeichen U+0080 bis U+009F sind fast immer Anführungszeichen oder Striche aus Windows-1252, "
            "die als Latin-1 gelesen wurden.",
        ),
        Words(
            Bilingual(
                "The control character {sign} stands at »{around}«.",
                "Bei »{around}« steht das Steuerzeichen {sign}.",
            ),
            Bilingual(
                "Write the sign that was meant, or convert the file again from its former encoding.",
                "Das gemeinte Zeichen schreiben oder die Datei erneut aus ihrer früheren Kodierung umwandeln.",
            ),
        ),
    ),
    "T019": Code(
        "error",
        Bilingual("replacement character", "Ersatzzeichen"),
        Bilingual(
            "U+FFFD stands where a program could not read a sign: something of the text is lost.",
            "U+FFFD steht, wo ein Programm ein Zeichen nicht lesen konnte: Hier ist Text verloren.",
        ),
        Words(
            Bilingual(
                "A sign was lost at »{around}«: here is the replacement character U+FFFD.",
                "Bei »{around}« ging ein Zeichen verloren: Hier steht das Ersatzzeichen U+FFFD.",
            ),
            Bilingual("Write the sign that the source has.", "Das Zeichen der Vorlage schreiben."),
        ),
    ),
}
