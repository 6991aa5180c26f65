"""X: files that belong to no edition of ours, examined one by one."""

from __future__ import annotations

from edition.codes.code import ELSEWHERE, Code, Words
from edition.model import Bilingual

_NOT_READ = Bilingual("Nothing else was checked in this file.", "Sonst wurde in dieser Datei nichts geprüft.")
CODES: dict[str, Code] = {
    "X001": Code(
        "error",
        Bilingual("not well-formed XML", "kein wohlgeformtes XML"),
        Bilingual(
            "A file that is not well-formed cannot be read by any XML program, and nothing else in it can be judged.",
            "Eine nicht wohlgeformte Datei kann kein XML-Programm lesen, und nichts weiter an ihr ist zu beurteilen.",
        ),
        ELSEWHERE,
    ),
    "X002": Code(
        "error",
        Bilingual("DOCTYPE with declarations of its own", "DOCTYPE mit eigenen Deklarationen"),
        Bilingual(
            "Entities can read other files and grow without bounds, and what they stand for is not in the text: such "
            "a file is refused.",
            "Entitäten können andere Dateien lesen und maßlos wachsen, und wofür sie stehen, steht nicht im Text: Eine "
            "solche Datei wird abgewiesen.",
        ),
        Words(
            Bilingual(
                "The DOCTYPE declares entities or elements; the file was not read.",
                "Der DOCTYPE deklariert Entitäten oder Elemente; die Datei wurde nicht gelesen.",
            ),
            Bilingual(
                "Write the characters themselves and remove the DOCTYPE: xmllint --noent --dropdtd does both.",
                "Die Zeichen selbst schreiben und den DOCTYPE entfernen: xmllint --noent --dropdtd tut beides.",
            ),
        ),
    ),
    "X003": Code(
        "error",
        Bilingual("encoding wrong or unknown", "Kodierung falsch oder unbekannt"),
        Bilingual(
            "Bytes that do not fit the encoding named are read as other characters, or not at all.",
            "Bytes, die nicht zur genannten Kodierung passen, werden als andere Zeichen gelesen oder gar nicht.",
        ),
        Words(
            Bilingual(
                "The bytes from here on are not {encoding}, the encoding of this file.",
                "Die Bytes ab hier sind nicht {encoding}, die Kodierung dieser Datei.",
            ),
            Bilingual(
                "Save the file as UTF-8, or correct the encoding in its XML declaration.",
                "Die Datei als UTF-8 speichern oder die Kodierung in ihrer XML-Deklaration berichtigen.",
            ),
        ),
        {
            "unknown": Words(
                Bilingual(
                    "The encoding {encoding} is not known.", "Die Kodierung {encoding} ist nicht bekannt."
                ),
                Bilingual(
                    "Save the file as UTF-8 and say so in its XML declaration.",
                    "Die Datei als UTF-8 speichern und das in ihrer XML-Deklaration angeben.",
                ),
            )
        },
    ),
    "X004": Code(
        "error",
        Bilingual("TEI without its namespace", "TEI ohne seinen Namensraum"),
        Bilingual(
            "Since P5, TEI elements are in the namespace http://www.tei-c.org/ns/1.0; in none, no TEI program knows "
            "them.",
            "Seit P5 stehen TEI-Elemente im Namensraum http://www.tei-c.org/ns/1.0; ohne ihn erkennt sie kein "
            "TEI-Programm.",
        ),
        Words(
            Bilingual("<{root}> is in no namespace.", "<{root}> steht in keinem Namensraum."),
            Bilingual(
                'Write <{root} xmlns="http://www.tei-c.org/ns/1.0">.',
                '<{root} xmlns="http://www.tei-c.org/ns/1.0"> schreiben.',
            ),
        ),
        {
            "p4": Words(
                Bilingual(
                    "<TEI.2> is the root of TEI P4 or older, which is not checked here.",
                    "<TEI.2> ist die Wurzel von TEI P4 oder älter; das wird hier nicht geprüft.",
                ),
                Bilingual(
                    "Convert the file to P5; the TEI Stylesheets do that.",
                    "Die Datei nach P5 umwandeln; die TEI-Stylesheets tun das.",
                ),
            )
        },
    ),
    "X005": Code(
        "warning",
        Bilingual("no TEI file", "keine TEI-Datei"),
        Bilingual(
            "What is asked here is asked of TEI; of another file only whether it is well-formed.",
            "Was hier gefragt wird, gilt TEI; von anderen Dateien nur, ob sie wohlgeformt sind.",
        ),
        Words(
            Bilingual(
                "The root <{root}> is in the namespace '{namespace}', not in that of TEI.",
                "Die Wurzel <{root}> steht im Namensraum »{namespace}«, nicht in dem der TEI.",
            ),
            _NOT_READ,
        ),
        {
            "none": Words(
                Bilingual(
                    "The root <{root}> is in no namespace; this is no TEI file.",
                    "Die Wurzel <{root}> steht in keinem Namensraum; das ist keine TEI-Datei.",
                ),
                _NOT_READ,
            )
        },
    ),
    "X006": Code(
        "warning",
        Bilingual("DTD not read", "DTD nicht gelesen"),
        Bilingual(
            "A DTD may define entities and default attributes; P5 documents are validated with RELAX NG.",
            "Eine DTD kann Entitäten und Vorgabewerte von Attributen festlegen; P5 wird mit RELAX NG geprüft.",
        ),
        Words(
            Bilingual(
                "The file has a DOCTYPE; its DTD was not read.",
                "Die Datei hat einen DOCTYPE; seine DTD wurde nicht gelesen.",
            ),
            Bilingual(
                "Remove the DOCTYPE and name a RELAX NG schema with <?xml-model?> or --schema.",
                "Den DOCTYPE entfernen und mit <?xml-model?> oder --schema ein RELAX-NG-Schema nennen.",
            ),
        ),
    ),
    "X010": Code(
        "error",
        Bilingual(
            "pointer to an id that another file lacks",
            "Zeiger auf eine Kennung, die in der anderen Datei fehlt",
        ),
        Bilingual(
            "A pointer into another file is kept by nobody: an id that was renamed there breaks it here.",
            "Für einen Zeiger in eine andere Datei sorgt niemand: Wird die Kennung dort umbenannt, bricht er hier.",
        ),
        Words(
            Bilingual(
                "@{attribute} of <{element}> points to {target}, and nothing in {file} has that xml:id.",
                "@{attribute} von <{element}> zeigt auf {target}, doch nichts in {file} hat diese xml:id.",
            ),
            Bilingual(
                "Correct the pointer, or give the element there this xml:id.",
                "Den Zeiger berichtigen oder dem Element dort diese xml:id geben.",
            ),
        ),
    ),
    "X011": Code(
        "warning",
        Bilingual("pointer to a file that is not there", "Zeiger auf eine Datei, die es nicht gibt"),
        Bilingual(
            "A relative pointer is resolved from the folder of its file, or from @xml:base (TEI: teidata.pointer).",
            "Ein relativer Zeiger gilt vom Ordner seiner Datei oder von @xml:base aus (TEI: teidata.pointer).",
        ),
        Words(
            Bilingual(
                "@{attribute} of <{element}> points to {target}, and there is no file {file}.",
                "@{attribute} von <{element}> zeigt auf {target}, und es gibt keine Datei {file}.",
            ),
            Bilingual(
                "Correct the pointer, or add the file.", "Den Zeiger berichtigen oder die Datei ergänzen."
            ),
        ),
        {
            "hash": Words(
                Bilingual(
                    "@{attribute} of <{element}> is '{target}': a file beside this one, and there is none.",
                    "@{attribute} von <{element}> ist »{target}«: eine Datei neben dieser, und es gibt keine.",
                ),
            )
        },
    ),
    "X020": Code(
        "warning",
        Bilingual("schema on the web, not fetched", "Schema im Netz, nicht geholt"),
        Bilingual(
            "Nothing is fetched from the network: what is validated today must validate tomorrow, and without a line.",
            "Aus dem Netz wird nichts geholt: Was heute gültig ist, muss es morgen sein, und auch ohne Verbindung.",
        ),
        Words(
            Bilingual(
                "The schema {href} is not fetched; {files} not checked against it.",
                "Das Schema {href} wird nicht geholt; {files} nicht daran geprüft.",
            ),
            Bilingual(
                "Download it and give it with --schema.", "Das Schema herunterladen und mit --schema angeben."
            ),
        ),
    ),
    "X021": Code(
        "error",
        Bilingual("schema missing or unusable", "Schema fehlt oder ist unbrauchbar"),
        Bilingual(
            "A file that names its schema says what it wants to be measured by.",
            "Eine Datei, die ihr Schema nennt, sagt, woran sie gemessen werden will.",
        ),
        Words(
            Bilingual(
                "There is no schema {href}; {files} not checked against it.",
                "Es gibt kein Schema {href}; {files} nicht daran geprüft.",
            ),
            Bilingual(
                "Correct @href of <?xml-model?>, or give the schema with --schema.",
                "@href in <?xml-model?> berichtigen oder das Schema mit --schema angeben.",
            ),
        ),
        {
            "unusable": Words(
                Bilingual(
                    "The schema {href} cannot be used; {files} not checked against it. {reason}",
                    "Das Schema {href} ist nicht zu verwenden; {files} nicht daran geprüft. {reason}",
                ),
                Bilingual("Mend the schema.", "Das Schema berichtigen."),
            )
        },
    ),
    "X022": Code(
        "warning",
        Bilingual("rules that were not run", "nicht ausgeführte Regeln"),
        Bilingual(
            "Whoever reads a clean result must know what was not asked.",
            "Wer ein sauberes Ergebnis liest, muss wissen, was nicht gefragt wurde.",
        ),
        Words(
            Bilingual(
                "{href} is not RELAX NG in XML syntax; {files} not checked against it.",
                "{href} ist kein RELAX NG in XML-Syntax; {files} nicht daran geprüft.",
            ),
            Bilingual(
                "Convert it (trang turns .rnc into .rng) and give it with --schema.",
                "Umwandeln (trang macht aus .rnc eine .rng) und mit --schema angeben.",
            ),
        ),
        {
            "embedded": Words(
                Bilingual(
                    "The Schematron rules inside {href} were not run; {files} not checked against them.",
                    "Die Schematron-Regeln in {href} wurden nicht ausgeführt; {files} nicht daran geprüft.",
                ),
                Bilingual(
                    "Extract them into a .sch file and name it with <?xml-model?>.",
                    "Die Regeln in eine .sch-Datei auslagern und diese mit <?xml-model?> nennen.",
                ),
            ),
            "rules": Words(
                Bilingual(
                    "The rules in {href} were not run; {files} not checked against them. {reason}",
                    "Die Regeln in {href} wurden nicht ausgeführt; {files} nicht daran geprüft. {reason}",
                ),
                Bilingual(
                    "Run them with another Schematron processor.",
                    "Sie mit einem anderen Schematron-Prozessor ausführen.",
                ),
            ),
        },
    ),
    "X023": Code(
        "error",
        Bilingual("rule of the file's own Schematron", "Regel des eigenen Schematrons"),
        Bilingual(
            "The file names these rules itself with <?xml-model?>.",
            "Die Datei nennt diese Regeln selbst mit <?xml-model?>.",
        ),
        ELSEWHERE,
    ),
}
