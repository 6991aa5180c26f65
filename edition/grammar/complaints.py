"""SAID: why a grammar or a document cannot be read at all, in English and German; `{name}` stands for a value."""

from __future__ import annotations

from edition.model import Bilingual

SAID: dict[str, Bilingual] = {
    # the file of a grammar
    "not xml": Bilingual(
        "The grammar {path} is not well-formed XML: {reason}.",
        "Die Grammatik {path} ist kein wohlgeformtes XML: {reason}.",
    ),
    "compact": Bilingual(
        "The grammar {path} is not in the XML syntax of RELAX NG; it looks like its compact syntax.",
        "Die Grammatik {path} steht nicht in der XML-Syntax von RELAX NG; sie sieht nach der kompakten Syntax aus.",
    ),
    "trang": Bilingual(
        "Convert it with trang: trang schema.rnc schema.rng.",
        "Mit trang umwandeln: trang schema.rnc schema.rng.",
    ),
    "doctype": Bilingual(
        "The grammar {path} has a DOCTYPE, which is not read.",
        "Die Grammatik {path} hat einen DOCTYPE; er wird nicht gelesen.",
    ),
    "remove doctype": Bilingual("Remove it.", "Den DOCTYPE entfernen."),
    "root": Bilingual(
        "The root <{name}> does not belong to RELAX NG", "Das Wurzelelement <{name}> gehört nicht zu RELAX NG"
    ),
    "convert": Bilingual(
        "A schema is a RELAX NG file (.rng): an ODD is compiled to one, a DTD or a W3C Schema converted.",
        "Ein Schema ist eine RELAX-NG-Datei (.rng): Ein ODD wird dahin übersetzt, eine DTD oder ein W3C-Schema "
        "umgewandelt.",
    ),
    "too deep": Bilingual(
        "The grammar {path} nests its patterns too deeply.",
        "Die Grammatik {path} schachtelt ihre Muster zu tief.",
    ),
    "unreadable": Bilingual("{path} cannot be read: {reason}.", "{path} lässt sich nicht lesen: {reason}."),
    # other files
    "one file": Bilingual(
        "<{kind}> refers to another file, {href}, and here a grammar must be one file",
        "<{kind}> verweist auf eine andere Datei, {href}, hier muss eine Grammatik aber eine einzige Datei sein",
    ),
    "compile": Bilingual(
        "Compile the schema into one file without references to others.",
        "Das Schema in eine einzige Datei ohne Verweise auf andere übersetzen.",
    ),
    "remote": Bilingual(
        "<{kind}> refers to {href}; nothing is fetched from the network",
        "<{kind}> verweist auf {href}; aus dem Netz wird nichts geholt",
    ),
    "save": Bilingual(
        "Save the file in the folder of the grammar and refer to it by its relative path.",
        "Die Datei im Ordner der Grammatik ablegen und mit relativem Pfad auf sie verweisen.",
    ),
    "outside": Bilingual(
        "<{kind}> refers to {href}, which leads out of the folder of the grammar",
        "<{kind}> verweist auf {href}; das führt aus dem Ordner der Grammatik hinaus",
    ),
    "absent": Bilingual(
        "<{kind}> refers to {href}, which cannot be read: {reason}",
        "<{kind}> verweist auf {href}; die Datei lässt sich nicht lesen: {reason}",
    ),
    "circle": Bilingual(
        "<{kind}> refers to {href}, which refers back to here",
        "<{kind}> verweist auf {href}, und diese Datei verweist hierher zurück",
    ),
    "too many files": Bilingual(
        "The grammar refers to more than {limit} files", "Die Grammatik verweist auf mehr als {limit} Dateien"
    ),
    "included root": Bilingual(
        "<include> refers to {href}, whose root is not <grammar>",
        "<include> verweist auf {href}; deren Wurzelelement ist nicht <grammar>",
    ),
    "override": Bilingual(
        "{href} does not define {name}, which is to be replaced here",
        "{href} definiert {name} nicht, das hier ersetzt werden soll",
    ),
    # definitions
    "no start": Bilingual("The grammar has no <start>", "Die Grammatik hat kein <start>"),
    "undefined": Bilingual("The name {name} is not defined", "Der Name {name} ist nicht definiert"),
    "itself": Bilingual(
        "The definition of {name} refers to itself outside of any element",
        "Die Definition von {name} verweist auf sich selbst, ohne dass ein Element dazwischen steht",
    ),
    "twice": Bilingual(
        "{name} is defined twice without combine", "{name} ist ohne combine zweimal definiert"
    ),
    "disagree": Bilingual(
        "The definitions of {name} do not agree on how they combine",
        "Die Definitionen von {name} widersprechen sich darin, wie sie sich verbinden",
    ),
    "in grammar": Bilingual(
        "<{kind}> must not stand in <grammar>", "<{kind}> darf nicht in <grammar> stehen"
    ),
    "in include": Bilingual(
        "<{kind}> must not stand in <include>", "<{kind}> darf nicht in <include> stehen"
    ),
    # patterns
    "no pattern": Bilingual("<{kind}> is no pattern of RELAX NG", "<{kind}> ist kein Muster von RELAX NG"),
    "empty": Bilingual("<{kind}> contains no pattern", "<{kind}> enthält kein Muster"),
    "several": Bilingual(
        "<attribute> contains more than one pattern", "<attribute> enthält mehr als ein Muster"
    ),
    "in data": Bilingual(
        "<{kind}> must not stand here in <data>", "<{kind}> darf an dieser Stelle nicht in <data> stehen"
    ),
    "unknown attribute": Bilingual(
        "RELAX NG knows no attribute {name} of <{kind}>", "RELAX NG kennt kein Attribut {name} von <{kind}>"
    ),
    "needs": Bilingual("<{kind}> needs the attribute {name}", "<{kind}> braucht das Attribut {name}"),
    "prefix": Bilingual(
        "The prefix {prefix} of the name {name} is not declared",
        "Das Präfix {prefix} des Namens {name} ist nicht deklariert",
    ),
    "no name": Bilingual("<{kind}> has no name", "<{kind}> hat keinen Namen"),
    "no name class": Bilingual(
        "<{kind}> is no name class of RELAX NG", "<{kind}> ist keine Namensklasse von RELAX NG"
    ),
    "in name class": Bilingual(
        "<{kind}> must not stand in a name class", "<{kind}> darf nicht in einer Namensklasse stehen"
    ),
    # documents
    "not well-formed": Bilingual(
        "{place}: The document is not well-formed: {reason}.",
        "{place}: Das Dokument ist nicht wohlgeformt: {reason}.",
    ),
    "encoding": Bilingual(
        "{path}: The encoding is not known: {reason}.",
        "{path}: Die Zeichenkodierung ist unbekannt: {reason}.",
    ),
    "utf-8": Bilingual("Use UTF-8.", "UTF-8 verwenden."),
    "external": Bilingual(
        "{place}: The document refers to the external entity {name}.",
        "{place}: Das Dokument verweist auf die externe Entität {name}.",
    ),
    "put in": Bilingual(
        "Put its content into the document.", "Den Inhalt der Entität in das Dokument selbst schreiben."
    ),
    "undeclared": Bilingual(
        "{place}: The document refers to the entity {name}, which it does not declare itself.",
        "{place}: Das Dokument verweist auf die Entität {name}, die es nicht selbst deklariert.",
    ),
    "write character": Bilingual("Write the character itself.", "Das Zeichen selbst schreiben."),
}


def say(key: str, **values: object) -> Bilingual:
    """A sentence of the table, filled."""
    return SAID[key].filled(values)
