"""A: the relations between the entries of the authority lists."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

CODES: dict[str, Code] = {
    "A002": Code(
        "error",
        Bilingual("relation stated twice", "Beziehung zweimal angegeben"),
        Bilingual(
            "Each relation stands once, mutual ones for both sides; stated twice, it is shown and counted twice.",
            "Jede Beziehung steht einmal, eine gegenseitige für beide Seiten; zweimal angegeben wird sie zweimal "
            "gezeigt und gezählt.",
        ),
        Words(
            Bilingual(
                'The relation "{relation}" of {first} and {second} stands already in line {line}, at no other '
                "time.",
                "Die Beziehung »{relation}« von {first} und {second} steht schon in Zeile {line}, zu keiner "
                "anderen Zeit.",
            ),
            Bilingual(
                "Remove one of them, or date both so that they do not overlap.",
                "Eine davon entfernen oder beide so datieren, dass sie sich nicht überschneiden.",
            ),
        ),
    ),
    "A003": Code(
        "error",
        Bilingual("relation both ways", "Beziehung in beiden Richtungen"),
        Bilingual(
            "Nobody is the child of their own child, or a member of their own member: one of the statements is "
            "wrong.",
            "Niemand ist Kind des eigenen Kindes oder Mitglied des eigenen Mitglieds: Eine der Angaben ist falsch.",
        ),
        Words(
            Bilingual(
                '{first} is "{relation}" of {second}, which by other relations is "{relation}" of {first}.',
                "{first} ist »{relation}« von {second}, doch nach anderen Angaben ist {second} auch »{relation}« "
                "von {first}.",
            ),
            Bilingual(
                "Exchange @active and @passive of one of them, or remove it.",
                "Bei einer davon @active und @passive vertauschen oder sie entfernen.",
            ),
        ),
    ),
    "A004": Code(
        "error",
        Bilingual("relation with the wrong kind of entry", "Beziehung zur falschen Art von Eintrag"),
        Bilingual(
            "A relation has a sense: people have parents, groups have members; a place has neither.",
            "Eine Beziehung hat einen Sinn: Menschen haben Eltern, Gruppen Mitglieder; ein Ort hat keines von "
            "beiden.",
        ),
        Words(
            Bilingual(
                'The relation "{relation}" joins {member} on this side, where it can join only: {kinds}.',
                "Die Beziehung »{relation}« verbindet {member} auf dieser Seite; dort kann nur stehen: {kinds}.",
            ),
            Bilingual(
                "Correct the pointer, the name of the relation, or exchange @active and @passive.",
                "Den Zeiger oder den Namen der Beziehung berichtigen oder @active und @passive vertauschen.",
            ),
        ),
    ),
    "A007": Code(
        "error",
        Bilingual("parent younger than the child", "Elternteil jünger als das Kind"),
        Bilingual(
            "Parents are older than their children; the relation is turned round, or a date is wrong.",
            "Eltern sind älter als ihre Kinder; die Beziehung ist verkehrt herum, oder ein Datum ist falsch.",
        ),
        Words(
            Bilingual(
                "{parent} is said to be a parent of {child}, but was born later.",
                "{parent} soll Elternteil von {child} sein, ist aber später geboren.",
            ),
            Bilingual(
                "@active is the parent, @passive the child; or correct a date of birth.",
                "@active ist der Elternteil, @passive das Kind; oder ein Geburtsdatum berichtigen.",
            ),
        ),
    ),
    "A008": Code(
        "warning",
        Bilingual("unlikely parent", "unwahrscheinlicher Elternteil"),
        Bilingual(
            "A parent younger than twelve, or dead long before the birth, is more likely another person or a "
            "wrong date.",
            "Ein Elternteil unter zwölf Jahren oder lange vor der Geburt gestorben ist eher eine andere Person "
            "oder ein falsches Datum.",
        ),
        Words(
            Bilingual(
                "{parent} was not yet {years} years old when {child} was born.",
                "{parent} war noch keine {years} Jahre alt, als {child} geboren wurde.",
            ),
            Bilingual(
                "Compare both dates of birth and the relation with their sources.",
                "Beide Geburtsdaten und die Beziehung mit den Quellen vergleichen.",
            ),
        ),
        {
            "dead": Words(
                Bilingual(
                    "{parent} had been dead for more than nine months when {child} was born.",
                    "{parent} war mehr als neun Monate tot, als {child} geboren wurde.",
                ),
                Bilingual(
                    "Compare the dates and the relation with their sources.",
                    "Die Daten und die Beziehung mit den Quellen vergleichen.",
                ),
            )
        },
    ),
    "A010": Code(
        "warning",
        Bilingual("relation or event outside a life", "Beziehung oder Ereignis außerhalb eines Lebens"),
        Bilingual(
            "Whoever acts lives, and a group has members while it exists.",
            "Wer handelt, lebt, und eine Gruppe hat Mitglieder, solange es sie gibt.",
        ),
        Words(
            Bilingual(
                'The relation "{relation}" is dated {dates}, and {member} did not live or exist then.',
                "Die Beziehung »{relation}« ist auf {dates} datiert; {member} lebte oder bestand da nicht.",
            ),
            Bilingual(
                "Correct the date, the pointer, or the dates of the entry.",
                "Das Datum, den Zeiger oder die Daten des Eintrags berichtigen.",
            ),
        ),
        {
            "apart": Words(
                Bilingual(
                    'The relation "{relation}" joins {member} and {other}, and the first was dead before the '
                    "second was born.",
                    "Die Beziehung »{relation}« verbindet {member} und {other}, doch die erste Person war tot, "
                    "ehe die zweite geboren wurde.",
                ),
                Bilingual(
                    "Correct a pointer, or the dates of an entry.",
                    "Einen Zeiger oder die Daten eines Eintrags berichtigen.",
                ),
            )
        },
    ),
}
