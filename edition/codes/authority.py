"""A: the entries of the authority lists: their names, lives and places."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

CODES: dict[str, Code] = {
    "A001": Code(
        "warning",
        Bilingual("name of two entries", "Name zweier Einträge"),
        Bilingual(
            "Entries of one kind with one name are one thing entered twice, or readers cannot tell them apart in "
            "the index.",
            "Einträge einer Art mit einem Namen sind eine Sache, zweimal eingetragen, oder im Register nicht zu "
            "unterscheiden.",
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
            "GeoNames gives coordinates for every number; without them the place is missing wherever there is a "
            "map.",
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
