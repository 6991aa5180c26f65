"""M: names in the text and their tags."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

_HINT = Bilingual(
    "Tag it: {tag}. If something else is meant, say so with a reason in tei/suppressions.toml.",
    "Auszeichnen: {tag}. Ist etwas anderes gemeint, dies mit Begründung in tei/suppressions.toml festhalten.",
)

CODES: dict[str, Code] = {
    "M001": Code(
        "warning",
        Bilingual("known name without a tag", "bekannter Name ohne Auszeichnung"),
        Bilingual(
            "An index is only as complete as the tags it is made from; a name that is missed is missing there.",
            "Ein Register ist so vollständig wie die Auszeichnung, aus der es entsteht; ein übersehener Name fehlt "
            "darin.",
        ),
        Words(
            Bilingual(
                "»{form}« stands here without a tag; the lists have this name for {entries}.",
                "»{form}« steht hier ohne Auszeichnung; die Listen führen diesen Namen bei {entries}.",
            ),
            _HINT,
        ),
    ),
    "M002": Code(
        "warning",
        Bilingual(
            "name tagged elsewhere in the text and not here",
            "Name an anderer Stelle ausgezeichnet, hier nicht",
        ),
        Bilingual(
            "A name that is tagged in one place and not in another makes the index look complete where it is not.",
            "Ein Name, der einmal ausgezeichnet ist und einmal nicht, lässt das Register vollständig scheinen, wo es "
            "das nicht ist.",
        ),
        Words(
            Bilingual(
                "»{form}« stands here without a tag; in line {line} it is tagged as {there}.",
                "»{form}« steht hier ohne Auszeichnung; in Zeile {line} ist es als {there} ausgezeichnet.",
            ),
            _HINT,
        ),
    ),
    "M003": Code(
        "warning",
        Bilingual(
            "two entries of one kind with the same full name",
            "zwei Einträge einer Art mit demselben vollen Namen",
        ),
        Bilingual(
            "Where two entries have one name, a tag may lead to the wrong one and nobody will notice.",
            "Wo zwei Einträge einen Namen haben, kann eine Auszeichnung zum falschen führen, ohne dass es auffällt.",
        ),
        Words(
            Bilingual(
                "»{name}« is a name of {pointer} and of {other}.",
                "»{name}« heißen {pointer} und {other}.",
            ),
            Bilingual(
                "Make one of the two if they are the same; else tell them apart by what their names say.",
                "Sind beide dasselbe, einen Eintrag daraus machen; sonst die Namen so ergänzen, dass sie sich "
                "unterscheiden.",
            ),
        ),
    ),
    "M004": Code(
        "warning",
        Bilingual(
            "tagged words are no name of their entry", "ausgezeichnete Wörter sind kein Name ihres Eintrags"
        ),
        Bilingual(
            "A tag that leads to the wrong entry looks like one that leads to the right one; the words give it away.",
            "Eine Auszeichnung, die zum falschen Eintrag führt, sieht aus wie eine richtige; nur die Wörter verraten sie.",
        ),
        Words(
            Bilingual(
                "»{words}« is tagged as {pointer}, whose names are: {names}.",
                "»{words}« ist als {pointer} ausgezeichnet; dessen Namen sind: {names}.",
            ),
            Bilingual(
                'Correct the pointer, enter the form among the names of the entry (type="printed"), or tag a '
                "paraphrase as <rs>.",
                'Den Zeiger berichtigen, die Form unter den Namen des Eintrags aufnehmen (type="printed") oder eine '
                "Umschreibung als <rs> auszeichnen.",
            ),
        ),
    ),
}
