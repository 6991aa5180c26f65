"""R: pointers, ids and entries."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

CODES: dict[str, Code] = {
    "R001": Code(
        "error",
        Bilingual("pointer inside the file without its target", "Zeiger in der Datei ohne Ziel"),
        Bilingual(
            "A pointer #id is a promise that the file keeps by itself; without its target a link, a note or "
            "a date that counts from another leads nowhere.",
            "Ein Zeiger #id ist ein Versprechen, das die Datei selbst einlöst; ohne Ziel führt ein Verweis, "
            "eine Anmerkung oder ein von einem anderen gezähltes Datum ins Leere.",
        ),
        Words(
            Bilingual(
                "@{attribute} of <{element}> points to {target}, and nothing in this file has that xml:id.",
                "@{attribute} von <{element}> zeigt auf {target}, doch nichts in dieser Datei hat diese xml:id.",
            ),
            Bilingual(
                "Correct the pointer, or give the element it means this xml:id.",
                "Den Zeiger berichtigen oder dem gemeinten Element diese xml:id geben.",
            ),
        ),
    ),
    "R002": Code(
        "error",
        Bilingual("prefix not declared", "Präfix nicht erklärt"),
        Bilingual(
            "A pointer like person:serge-victor can only be resolved by others when the header says what its "
            "prefix means (TEI: prefixDef).",
            "Einen Zeiger wie person:serge-victor können andere nur auflösen, wenn der Kopf der Datei sagt, "
            "was sein Präfix bedeutet (TEI: prefixDef).",
        ),
        Words(
            Bilingual(
                "@{attribute} of <{element}> uses the prefix '{prefix}', which this file does not declare.",
                "@{attribute} von <{element}> verwendet das Präfix »{prefix}«, das diese Datei nicht erklärt.",
            ),
            Bilingual(
                'Add a <prefixDef ident="{prefix}" …> to its <listPrefixDef>, or correct the prefix.',
                '<prefixDef ident="{prefix}" …> in <listPrefixDef> ergänzen oder das Präfix berichtigen.',
            ),
        ),
    ),
    "R003": Code(
        "error",
        Bilingual(
            "pointer does not fit the pattern of its prefix", "Zeiger passt nicht zum Muster seines Präfixes"
        ),
        Bilingual(
            "The header promises the form of what follows a prefix; programs elsewhere resolve pointers by it.",
            "Der Kopf der Datei verspricht, wie es nach dem Präfix weitergeht; danach lösen andere Programme "
            "Zeiger auf.",
        ),
        Words(
            Bilingual(
                "@{attribute} of <{element}> is '{target}', which does not fit the pattern of its prefix.",
                "@{attribute} von <{element}> ist »{target}« und passt nicht zum Muster seines Präfixes.",
            ),
            Bilingual(
                "What follows the prefix has the form {pattern}; correct the pointer, or the @matchPattern.",
                "Nach dem Präfix steht {pattern}; den Zeiger oder das @matchPattern berichtigen.",
            ),
        ),
    ),
    "R004": Code(
        "error",
        Bilingual("xml:id used twice in a file", "xml:id zweimal in einer Datei"),
        Bilingual(
            "An xml:id names one element (XML: ID); with two of them, nobody can tell which one a pointer means.",
            "Eine xml:id benennt genau ein Element (XML: ID); bei zweien weiß niemand, welches ein Zeiger meint.",
        ),
        Words(
            Bilingual(
                "The xml:id '{id}' stands already in line {first}.",
                "Die xml:id »{id}« steht schon in Zeile {first}.",
            ),
            Bilingual(
                "Give one of the two another id, and correct what points to it.",
                "Einem der beiden eine andere Kennung geben und berichtigen, was darauf zeigt.",
            ),
        ),
    ),
    "R010": Code(
        "error",
        Bilingual("pointer to an entry that does not exist", "Zeiger auf einen Eintrag, den es nicht gibt"),
        Bilingual(
            "Every tagged name leads to an entry of the authority lists; a name that leads nowhere is neither "
            "in the index nor a link.",
            "Jeder ausgezeichnete Name führt zu einem Eintrag der Normdatenlisten; führt er ins Leere, fehlt er "
            "im Register und ist kein Link.",
        ),
        Words(
            Bilingual(
                "@{attribute} of <{element}> points to {target}, and there is no such entry.",
                "@{attribute} von <{element}> zeigt auf {target}, und diesen Eintrag gibt es nicht.",
            ),
            Bilingual(
                "Correct the pointer, or add the entry.", "Den Zeiger berichtigen oder den Eintrag anlegen."
            ),
        ),
        {
            "list": Words(
                Bilingual(
                    "@{attribute} of <{element}> points to {target}, but {file} is missing or has no entries; "
                    "pointers that lead there: {count}.",
                    "@{attribute} von <{element}> zeigt auf {target}, doch {file} fehlt oder hat keine Einträge; "
                    "Zeiger, die dorthin führen: {count}.",
                ),
                Bilingual(
                    "Restore the file, or add its entries.",
                    "Die Datei wiederherstellen oder ihre Einträge anlegen.",
                ),
            )
        },
    ),
    "R011": Code(
        "error",
        Bilingual("entry that nothing points to", "Eintrag, auf den nichts zeigt"),
        Bilingual(
            "The lists hold what the edition speaks of; an entry without a mention is left over or a mention "
            "was forgotten.",
            "Die Listen enthalten, wovon die Edition spricht; ein Eintrag ohne Erwähnung ist übrig geblieben, "
            "oder eine Erwähnung wurde vergessen.",
        ),
        Words(
            Bilingual("Nothing points to {pointer} ({name}).", "Nichts zeigt auf {pointer} ({name})."),
            Bilingual(
                "Tag its mentions in the text, or remove the entry.",
                "Die Erwähnungen im Text auszeichnen oder den Eintrag entfernen.",
            ),
        ),
        {
            "source": Words(
                Bilingual("Nothing rests on {pointer}.", "Nichts stützt sich auf {pointer}."),
                Bilingual(
                    "Cite it where it is the source of a fact, or remove the entry.",
                    "Dort anführen, wo es Quelle einer Angabe ist, oder den Eintrag entfernen.",
                ),
            )
        },
    ),
    "R012": Code(
        "error",
        Bilingual("id shared by two entries", "Kennung zweier Einträge"),
        Bilingual(
            "Anchors and addresses are made of the ids of entries, whatever their kind; one id, one entry.",
            "Aus den Kennungen der Einträge entstehen Anker und Adressen, gleich welcher Art; eine Kennung, ein "
            "Eintrag.",
        ),
        Words(
            Bilingual(
                "The id '{id}' belongs to {count} entries of the authority files.",
                "Die Kennung »{id}« gehört {count} Einträgen der Normdatenlisten.",
            ),
            Bilingual(
                "Ids are unique across all kinds, for anchors are made of them: rename one.",
                "Kennungen sind über alle Arten hinweg eindeutig, denn aus ihnen entstehen Anker: eine umbenennen.",
            ),
        ),
    ),
    "R013": Code(
        "error",
        Bilingual("reserved id", "vorbehaltene Kennung"),
        Bilingual(
            "The page of an entry with this id would stand where the index of its kind stands.",
            "Die Seite eines Eintrags mit dieser Kennung stünde dort, wo das Register seiner Art steht.",
        ),
        Words(
            Bilingual(
                "The id '{id}' is that of the index page itself.",
                "Die Kennung »{id}« gehört der Registerseite selbst.",
            ),
            Bilingual("Give the entry another xml:id.", "Dem Eintrag eine andere xml:id geben."),
        ),
    ),
}
