"""Y: what is met while TEI of others is made into a site. Nothing of it stops a build; nothing of it is silent."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

_FAULT = Bilingual(
    "This is a fault of the program: please report it with this place of the file.",
    "Das ist ein Fehler des Programms: bitte mit dieser Stelle der Datei melden.",
)

CODES: dict[str, Code] = {
    "Y001": Code(
        "warning",
        Bilingual("name that points to no entry", "Name, der zu keinem Eintrag führt"),
        Bilingual(
            "A name whose pointer leads nowhere is shown, but it is in no index.",
            "Ein Name, dessen Zeiger ins Leere geht, wird gezeigt, steht aber in keinem Register.",
        ),
        Words(
            Bilingual(
                "<{element}> points to '{target}', and no list of the edition has such an entry.",
                "<{element}> zeigt auf »{target}«, und keine Liste der Edition hat einen solchen Eintrag.",
            ),
            Bilingual(
                "Correct the pointer, or add the entry.", "Den Zeiger berichtigen oder den Eintrag ergänzen."
            ),
        ),
    ),
    "Y002": Code(
        "warning",
        Bilingual("element without a form of its own", "Element ohne eigene Darstellung"),
        Bilingual(
            "The words of an element that the tool does not know are shown, but not what the element means.",
            "Die Wörter eines Elements, das das Programm nicht kennt, werden gezeigt, aber nicht, was es bedeutet.",
        ),
        Words(
            Bilingual(
                "<{element}> is not known here: its words are shown as plain text ({count} in this file).",
                "<{element}> ist hier nicht bekannt: Seine Wörter erscheinen als einfacher Text ({count} in dieser Datei).",
            ),
            Bilingual(
                "Nothing is lost. Use an element of TEI P5 that says the same, if there is one.",
                "Es geht nichts verloren. Wenn es eines gibt, ein Element aus TEI P5 verwenden, das dasselbe sagt.",
            ),
        ),
    ),
    "Y003": Code(
        "warning",
        Bilingual("page says other words than the TEI", "Seite sagt andere Wörter als das TEI"),
        Bilingual(
            "Every page is compared with its source, letter by letter and with its spaces: the text, each of its notes, each "
            "reading of its apparatus.",
            "Jede Seite wird mit ihrer Quelle verglichen, Buchstabe für Buchstabe und mit den Leerzeichen: der Text, jede "
            "Anmerkung, jede Lesart.",
        ),
        Words(
            Bilingual(
                "The page and the TEI differ: after »{before}« the TEI has »{tei}«, the page »{page}«.",
                "Seite und TEI weichen voneinander ab: Nach »{before}« hat das TEI »{tei}«, die Seite »{page}«.",
            ),
            _FAULT,
        ),
        {
            "note": Words(
                Bilingual(
                    "A note differs on the page: after »{before}« the TEI has »{tei}«, the page »{page}«.",
                    "Eine Anmerkung weicht auf der Seite ab: Nach »{before}« hat das TEI »{tei}«, die Seite »{page}«.",
                ),
                _FAULT,
            ),
            "reading": Words(
                Bilingual(
                    "The apparatus differs on the page: after »{before}« the TEI has »{tei}«, the page »{page}«.",
                    "Der Apparat weicht auf der Seite ab: Nach »{before}« hat das TEI »{tei}«, die Seite »{page}«.",
                ),
                _FAULT,
            ),
        },
    ),
    "Y004": Code(
        "warning",
        Bilingual("image that cannot be shown", "Bild, das nicht gezeigt werden kann"),
        Bilingual(
            "Images are published with the site if they lie in the folder of the edition and are PNG, JPEG, GIF, WebP "
            "or AVIF; SVG can hold programs, and images elsewhere would be fetched from readers' machines.",
            "Bilder erscheinen mit der Website, wenn sie im Ordner der Edition liegen und PNG, JPEG, GIF, WebP oder AVIF "
            "sind; SVG kann Programme enthalten, und Bilder von anderswo würden von den Geräten der Leser geladen.",
        ),
        Words(
            Bilingual(
                "The image {url} is not shown: there is no such file in the folder of the edition.",
                "Das Bild {url} wird nicht gezeigt: Im Ordner der Edition gibt es keine solche Datei.",
            ),
            Bilingual(
                "Put it there, or correct the address.", "Es dort ablegen oder die Adresse berichtigen."
            ),
        ),
        {
            "format": Words(
                Bilingual(
                    "The image {url} is not shown: its format is none that is safe in every browser.",
                    "Das Bild {url} wird nicht gezeigt: Sein Format ist keines, das in jedem Browser sicher ist.",
                ),
                Bilingual("Convert it to PNG or JPEG.", "Es in PNG oder JPEG umwandeln."),
            ),
        },
    ),
    "Y005": Code(
        "warning",
        Bilingual("id that occurs twice", "doppelte Kennung"),
        Bilingual(
            "A link to an id that occurs twice leads to the first of them only.",
            "Ein Link auf eine doppelte Kennung führt nur zur ersten Stelle.",
        ),
        Words(
            Bilingual(
                "xml:id '{id}' occurs twice in this document; the second gets another one on the page.",
                "Die xml:id »{id}« kommt in diesem Dokument zweimal vor; die zweite bekommt auf der Seite eine andere.",
            ),
            Bilingual("Make every xml:id unique.", "Jede xml:id nur einmal vergeben."),
        ),
    ),
    "Y006": Code(
        "warning",
        Bilingual("link that leads nowhere", "Verweis ins Leere"),
        Bilingual(
            "A link to what is not in the edition would be dead; its words are shown without one.",
            "Ein Verweis auf etwas, das nicht in der Edition ist, wäre tot; seine Wörter erscheinen ohne Link.",
        ),
        Words(
            Bilingual(
                "<{element}> points to '{target}', and the edition has no such document, place or entry.",
                "<{element}> zeigt auf »{target}«, und die Edition hat kein solches Dokument, keine solche Stelle und "
                "keinen solchen Eintrag.",
            ),
            Bilingual("Correct the pointer.", "Den Zeiger berichtigen."),
        ),
    ),
    "Y007": Code(
        "warning",
        Bilingual("TEI without text", "TEI ohne Text"),
        Bilingual(
            "A file with a header only, with pictures (facsimile) or an embedded transcription (sourceDoc) has no text in "
            "the sense of TEI, and gets no page.",
            "Eine Datei, die nur einen Header, Bilder (facsimile) oder eine eingebettete Transkription (sourceDoc) hat, "
            "enthält keinen Text im Sinne von TEI und bekommt keine Seite.",
        ),
        Words(
            Bilingual(
                "The file holds no <text> and no entries: it is not shown.",
                "Die Datei enthält keinen <text> und keine Einträge: Sie wird nicht gezeigt.",
            ),
            Bilingual(
                "Give it a text, or leave it out with patterns in edition.toml.",
                "Einen Text ergänzen, oder sie mit patterns in edition.toml auslassen.",
            ),
        ),
    ),
    "Y008": Code(
        "warning",
        Bilingual("file that a browser might run", "Datei, die ein Browser ausführen könnte"),
        Bilingual(
            "Elements of HTML and SVG inside TEI, and style sheets that transform, are run by a browser that opens the "
            "file: scripts in them would run on the site.",
            "Elemente von HTML und SVG in TEI und umwandelnde Stylesheets führt ein Browser aus, der die Datei öffnet: "
            "Skripte darin liefen auf der Website.",
        ),
        Words(
            Bilingual(
                "The file holds HTML, SVG or names a style sheet: it is published without them, not byte for byte.",
                "Die Datei enthält HTML oder SVG oder nennt ein Stylesheet: Sie wird ohne sie veröffentlicht, nicht Byte für "
                "Byte.",
            ),
            Bilingual(
                "Use elements of TEI; leave the style sheet to those who transform.",
                "Elemente von TEI verwenden; das Stylesheet denen überlassen, die umwandeln.",
            ),
        ),
    ),
}
