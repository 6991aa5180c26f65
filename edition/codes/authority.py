"""A: the entries of the authority lists, each by itself and against the others."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

CODES: dict[str, Code] = {
    "A001": Code(
        "warning",
        Bilingual("name of two entries", "Name zweier Einträge"),
        Bilingual(
            "Entries of one kind with one name are one thing entered twice, or readers cannot tell them apart in the index.",
            "Einträge einer Art mit einem Namen sind eine Sache, zweimal eingetragen, oder im Register nicht zu unterscheiden.",
        ),
        Words(
            Bilingual(
                "{pointer} is filed under »{name}«, which is a name of {other} as well.",
                "{pointer} steht unter »{name}«; so heißt auch {other}.",
            ),
            Bilingual(
                "Make them one entry, or give one of them a name that tells them apart.",
                "Zu einem Eintrag vereinen oder einem von beiden einen unterscheidenden Namen geben.",
            ),
        ),
    ),
    "A002": Code(
        "error",
        Bilingual("relation stated twice", "Beziehung zweimal angegeben"),
        Bilingual(
            "Each relation stands once, mutual ones for both sides; stated twice, it is shown and counted twice.",
            "Jede Beziehung steht einmal, eine gegenseitige für beide Seiten; zweimal angegeben wird sie zweimal gezeigt und gezählt.",
        ),
        Words(
            Bilingual(
                'The relation "{relation}" of {first} and {second} stands already in line {line}, at no other time.',
                "Die Beziehung »{relation}« von {first} und {second} steht schon in Zeile {line}, zu keiner anderen Zeit.",
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
            "Nobody is the child of their own child, or a member of their own member: one of the statements is wrong.",
            "Niemand ist Kind des eigenen Kindes oder Mitglied des eigenen Mitglieds: Eine der Angaben ist falsch.",
        ),
        Words(
            Bilingual(
                '{first} is "{relation}" of {second}, which by other relations is "{relation}" of {first}.',
                "{first} ist »{relation}« von {second}, doch nach anderen Angaben ist {second} auch »{relation}« von {first}.",
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
            "Eine Beziehung hat einen Sinn: Menschen haben Eltern, Gruppen Mitglieder; ein Ort hat keines von beiden.",
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
    "A005": Code(
        "error",
        Bilingual("ended before begun", "beendet vor dem Beginn"),
        Bilingual(
            "Nobody dies before being born; one of the dates is a slip.",
            "Niemand stirbt vor der Geburt; eines der Daten ist ein Versehen.",
        ),
        Words(
            Bilingual(
                "{pointer} ({name}) was dead by {died} and not born before {born}.",
                "{pointer} ({name}) war am {died} tot und nicht vor dem {born} geboren.",
            ),
            Bilingual(
                "Correct <birth> or <death> after its source.",
                "<birth> oder <death> nach der Quelle berichtigen.",
            ),
        ),
        {
            "group": Words(
                Bilingual(
                    "{pointer} ({name}) had ended by {died} and was not founded before {born}.",
                    "{pointer} ({name}) war am {died} beendet und nicht vor dem {born} gegründet.",
                ),
                Bilingual(
                    'Correct the events "founding" or "end" after their source.',
                    "Das Ereignis »founding« oder »end« nach der Quelle berichtigen.",
                ),
            )
        },
    ),
    "A006": Code(
        "warning",
        Bilingual("life beyond all measure", "Leben über jedes Maß"),
        Bilingual(
            "Hardly anybody lives longer than 115 years; a digit of a year is more often wrong.",
            "Kaum jemand lebt länger als 115 Jahre; öfter ist eine Ziffer falsch.",
        ),
        Words(
            Bilingual(
                "{pointer} ({name}) would have lived for at least {years} years.",
                "{pointer} ({name}) hätte mindestens {years} Jahre gelebt.",
            ),
            Bilingual(
                "Compare <birth> and <death> with their sources.",
                "<birth> und <death> mit den Quellen vergleichen.",
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
            "A parent younger than twelve, or dead long before the birth, is more likely another person or a wrong date.",
            "Ein Elternteil unter zwölf Jahren oder lange vor der Geburt gestorben ist eher eine andere Person oder ein falsches Datum.",
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
    "A009": Code(
        "error",
        Bilingual("fact outside the life", "Angabe außerhalb der Lebenszeit"),
        Bilingual(
            "Nobody lives somewhere or has an occupation before birth or after death.",
            "Niemand wohnt oder arbeitet vor der Geburt oder nach dem Tod.",
        ),
        Words(
            Bilingual(
                "»{fact}« of {pointer} ({name}) is dated {dates}; that is outside the dates of the life.",
                "»{fact}« von {pointer} ({name}) ist auf {dates} datiert; das liegt außerhalb der Lebensdaten.",
            ),
            Bilingual(
                "Correct the date of the fact, or <birth> and <death>.",
                "Das Datum der Angabe berichtigen, oder <birth> und <death>.",
            ),
        ),
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
                    'The relation "{relation}" joins {member} and {other}, and the first was dead before the second was born.',
                    "Die Beziehung »{relation}« verbindet {member} und {other}, doch die erste Person war tot, ehe die zweite geboren wurde.",
                ),
                Bilingual(
                    "Correct a pointer, or the dates of an entry.",
                    "Einen Zeiger oder die Daten eines Eintrags berichtigen.",
                ),
            )
        },
    ),
    "A011": Code(
        "error",
        Bilingual("work before its author", "Werk vor seiner Verfasserin, seinem Verfasser"),
        Bilingual(
            "A work can appear after the death of its author, but not before the birth.",
            "Ein Werk kann nach dem Tod erscheinen, aber nicht vor der Geburt dessen, von dem es ist.",
        ),
        Words(
            Bilingual(
                "{pointer} ({name}) appeared by {printed}, and {maker} was not born before {born}.",
                "{pointer} ({name}) war am {printed} erschienen, und {maker} ist nicht vor dem {born} geboren.",
            ),
            Bilingual(
                "Correct the date of the work, its author, or <birth>.",
                "Das Datum des Werks, den Namen oder <birth> berichtigen.",
            ),
        ),
    ),
    "A012": Code(
        "error",
        Bilingual("no point on the earth", "kein Punkt auf der Erde"),
        Bilingual(
            "Latitude goes from -90 to 90, longitude from -180 to 180 (WGS 84); often the two are exchanged.",
            "Die Breite geht von -90 bis 90, die Länge von -180 bis 180 (WGS 84); oft sind beide vertauscht.",
        ),
        Words(
            Bilingual(
                "{pointer} ({name}) has the coordinates »{point}«.",
                "{pointer} ({name}) hat die Koordinaten »{point}«.",
            ),
            Bilingual(
                "Write latitude, a space, and longitude in degrees: 59.94 30.31.",
                "Breite, Leerzeichen und Länge in Grad schreiben: 59.94 30.31.",
            ),
        ),
    ),
    "A013": Code(
        "warning",
        Bilingual("place without its coordinates", "Ort ohne seine Koordinaten"),
        Bilingual(
            "GeoNames gives coordinates for every number; without them the place is missing wherever there is a map.",
            "GeoNames gibt zu jeder Nummer Koordinaten; ohne sie fehlt der Ort auf jeder Karte.",
        ),
        Words(
            Bilingual(
                "{pointer} ({name}) has a number of GeoNames and no coordinates.",
                "{pointer} ({name}) hat eine Nummer von GeoNames und keine Koordinaten.",
            ),
            Bilingual(
                "Add <location><geo>…</geo></location> after its source.",
                "<location><geo>…</geo></location> nach der Quelle ergänzen.",
            ),
        ),
    ),
    "A014": Code(
        "error",
        Bilingual("place within itself", "Ort in sich selbst"),
        Bilingual(
            "A place lies in a larger one; a circle of places has no largest.",
            "Ein Ort liegt in einem größeren; ein Kreis von Orten hat keinen größten.",
        ),
        Words(
            Bilingual(
                "{pointer} ({name}) lies in {target}, which lies in {pointer} in turn.",
                "{pointer} ({name}) liegt in {target}, und das liegt seinerseits in {pointer}.",
            ),
            Bilingual(
                'Correct one of the <location type="within">.',
                'Eines der <location type="within"> berichtigen.',
            ),
        ),
    ),
}
