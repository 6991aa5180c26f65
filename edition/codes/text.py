"""T: the words themselves."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

CODES: dict[str, Code] = {
    "T001": Code(
        "error",
        Bilingual("text differs from the copy text", "Text weicht von der Vorlage ab"),
        Bilingual(
            "The transcription is proved against the text it was made from, sign by sign: nothing is lost, added or "
            "altered unseen.",
            "Die Umschrift wird Zeichen für Zeichen an ihrer Vorlage geprüft: Nichts geht verloren, kommt hinzu oder "
            "ändert sich ungesehen.",
        ),
        Words(
            Bilingual(
                "The text differs from the copy text: »{here}« here, »{there}« in {place}.",
                "Der Text weicht von der Vorlage ab: hier »{here}«, in {place} »{there}«.",
            ),
            Bilingual(
                "Correct the transcription; what is a misprint stays in <sic>.",
                "Die Umschrift berichtigen; ein Druckfehler bleibt in <sic> stehen.",
            ),
        ),
    ),
    "T002": Code(
        "error",
        Bilingual("text not in Unicode form NFC", "Text nicht in der Unicode-Form NFC"),
        Bilingual(
            "Two spellings of one letter look alike and are not found by the same search (W3C: Character Model).",
            "Zwei Schreibungen eines Buchstabens sehen gleich aus und werden nicht von derselben Suche gefunden "
            "(W3C: Character Model).",
        ),
        Words(
            Bilingual(
                "A sign is not in Unicode form NFC, an accent written by itself for instance.",
                "Ein Zeichen steht nicht in der Unicode-Form NFC, etwa ein für sich geschriebener Akzent.",
            ),
            Bilingual(
                "Write the letter with its accent as one character; most editors can convert a file to NFC.",
                "Den Buchstaben mit Akzent als ein Zeichen schreiben; die meisten Editoren können eine Datei nach NFC "
                "umwandeln.",
            ),
        ),
    ),
    "T003": Code(
        "warning",
        Bilingual("article without copy text", "Artikel ohne Vorlage"),
        Bilingual(
            "Only beside the text it was made from can a transcription be proved exact.",
            "Nur neben dem Text, nach dem sie gemacht ist, lässt sich eine Umschrift als genau erweisen.",
        ),
        Words(
            Bilingual("There is no copy text {place}.", "Es gibt keine Vorlage {place}."),
            Bilingual(
                "Put the text there that the transcription was made from: only then can it be proved exact.",
                "Dort den Text ablegen, nach dem die Umschrift gemacht ist: Nur so lässt sie sich als genau erweisen.",
            ),
        ),
    ),
}
