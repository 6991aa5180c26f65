"""D: dates. Rules inside one file that XPath can decide stand in the ODD."""

from __future__ import annotations

from edition.codes.code import Code, Words
from edition.model import Bilingual

CODES: dict[str, Code] = {
    "D011": Code(
        "error",
        Bilingual("no date of the calendar", "kein Datum des Kalenders"),
        Bilingual(
            "Dates are sorted and compared in their W3C form (TEI: att.datable.w3c); 1925-13 or 31 June are none.",
            "Daten werden in ihrer W3C-Form sortiert und verglichen (TEI: att.datable.w3c); 1925-13 oder der 31. "
            "Juni "
            "sind keine.",
        ),
        Words(
            Bilingual(
                "'{value}' on <{element}> is no date of the calendar.",
                "»{value}« an <{element}> ist kein Datum des Kalenders.",
            ),
            Bilingual(
                "Write it as 1947, 1947-11 or 1947-11-17.", "Als 1947, 1947-11 oder 1947-11-17 schreiben."
            ),
        ),
        {
            "zero": Words(
                Bilingual(
                    "'{value}' on <{element}>: there is no year 0000.",
                    "»{value}« an <{element}>: Ein Jahr 0000 gibt es nicht.",
                ),
                Bilingual(
                    "The year before 0001 is -0001 in XML Schema 1.0; only in 1.1 is it 0000.",
                    "Das Jahr vor 0001 ist in XML Schema 1.0 -0001; nur in 1.1 ist es 0000.",
                ),
            ),
            "iso": Words(
                Bilingual(
                    "'{value}' on <{element}> is no date of ISO 8601.",
                    "»{value}« an <{element}> ist kein Datum nach ISO 8601.",
                ),
                Bilingual(
                    "Write it as 1947-11-17, 1947-W47-1, 1947-321 or 1947-11-17/1947-11-20.",
                    "Als 1947-11-17, 1947-W47-1, 1947-321 oder 1947-11-17/1947-11-20 schreiben.",
                ),
            ),
        },
    ),
    "D012": Code(
        "error",
        Bilingual("range that ends before it begins", "Zeitraum, der vor seinem Anfang endet"),
        Bilingual(
            "A range in the wrong order is a slip; whatever is computed from it is wrong.",
            "Ein Zeitraum in verkehrter Folge ist ein Versehen; was daraus berechnet wird, ist falsch.",
        ),
        Words(
            Bilingual(
                "The dates of <{element}> end before they begin.",
                "Die Daten von <{element}> enden, bevor sie beginnen.",
            ),
            Bilingual(
                "Exchange @from and @to (or @notBefore and @notAfter).",
                "@from und @to (oder @notBefore und @notAfter) vertauschen.",
            ),
        ),
    ),
    "D013": Code(
        "error",
        Bilingual("relative date that does not come out", "relatives Datum, das nicht aufgeht"),
        Bilingual(
            "»Two months later« is arithmetic: the date it counts from, moved by @dur, must meet the date given.",
            "»Zwei Monate später« ist eine Rechnung: Das Datum, von dem gezählt wird, um @dur verschoben, muss das "
            "angegebene treffen.",
        ),
        Words(
            Bilingual(
                "»{words}« does not come out: {begin} to {end}, moved by {duration}, gives {result}.",
                "»{words}« geht nicht auf: {begin} bis {end}, um {duration} verschoben, ergibt {result}.",
            ),
            Bilingual(
                "Correct @when, @dur, offset/@type or @datingPoint.",
                "@when, @dur, offset/@type oder @datingPoint berichtigen.",
            ),
        ),
    ),
    "D014": Code(
        "error",
        Bilingual("relative date without a dated anchor", "relatives Datum ohne datierten Bezugspunkt"),
        Bilingual(
            "A date that counts from another needs one that does not count from it in turn.",
            "Ein Datum, das von einem anderen zählt, braucht eines, das nicht wieder von ihm zählt.",
        ),
        Words(
            Bilingual(
                "»{words}« counts from {anchor}, which is no dated element or counts from it.",
                "»{words}« zählt von {anchor}; das ist kein datiertes Element oder zählt selbst von diesem.",
            ),
            Bilingual(
                "Point @datingPoint to the date it counts from.",
                "@datingPoint auf das Datum zeigen lassen, von dem gezählt wird.",
            ),
        ),
    ),
    "D015": Code(
        "warning",
        Bilingual("point in time written as a range", "Zeitpunkt als Zeitraum geschrieben"),
        Bilingual(
            "@from and @to say that something lasted; what happened at one time has @when (TEI: att.datable.w3c).",
            "@from und @to sagen, dass etwas andauerte; was zu einer Zeit geschah, hat @when (TEI: "
            "att.datable.w3c).",
        ),
        Words(
            Bilingual(
                "<{element}> goes from {value} to {value}.", "<{element}> reicht von {value} bis {value}."
            ),
            Bilingual('Write when="{value}".', 'when="{value}" schreiben.'),
        ),
    ),
    "D016": Code(
        "error",
        Bilingual("words and value of a date differ", "Wortlaut und Wert eines Datums verschieden"),
        Bilingual(
            "Readers read the words, programs the attributes; if they name different days, one of both is a slip.",
            "Menschen lesen den Wortlaut, Programme die Attribute; nennen sie verschiedene Tage, ist eines davon "
            "ein "
            "Versehen.",
        ),
        Words(
            Bilingual(
                "»{words}« has {value}, and the two have no day in common.",
                "»{words}« hat {value}; beide haben keinen Tag gemeinsam.",
            ),
            Bilingual(
                "Correct the attribute: it says in W3C form what the words say.",
                "Das Attribut berichtigen: Es sagt in W3C-Form, was die Wörter sagen.",
            ),
        ),
        {
            "julian": Words(
                Bilingual(
                    "»{words}« is a date of the Julian calendar, the Gregorian day is {day}; but it has {value}.",
                    "»{words}« ist ein Datum des julianischen Kalenders, der gregorianische Tag ist {day}; doch es "
                    "hat {value}.",
                ),
                Bilingual(
                    "@calendar tells the calendar of the words; the attributes are Gregorian.",
                    "@calendar nennt den Kalender der Wörter; die Attribute sind gregorianisch.",
                ),
            )
        },
    ),
    "D017": Code(
        "warning",
        Bilingual("old calendar not stated", "alter Kalender nicht angegeben"),
        Bilingual(
            "Words and value that lie exactly as far apart as the Julian and the Gregorian calendar are right, if "
            "it "
            "is said; otherwise nobody can tell it from a slip.",
            "Wortlaut und Wert, die genau so weit auseinanderliegen wie der julianische und der gregorianische "
            "Kalender, sind richtig, wenn es gesagt wird; sonst ist es von einem Versehen nicht zu unterscheiden.",
        ),
        Words(
            Bilingual(
                "»{words}« has {value}: that is right if the words are by the Julian calendar.",
                "»{words}« hat {value}: Das stimmt, wenn die Wörter nach julianischem Kalender zählen.",
            ),
            Bilingual(
                "Say so with @calendar, and describe the calendar in the header; or correct the value.",
                "Mit @calendar angeben und den Kalender im Kopf der Datei beschreiben, oder den Wert berichtigen.",
            ),
        ),
    ),
    "D018": Code(
        "warning",
        Bilingual("another day of the week", "anderer Wochentag"),
        Bilingual(
            "A day of the week beside a date proves it or betrays a slip, of the text or of the encoding.",
            "Ein Wochentag neben einem Datum bestätigt es oder verrät ein Versehen, des Textes oder der Kodierung.",
        ),
        Words(
            Bilingual(
                "»{name}« is named with {day}, which was a {right}.",
                "Mit {day} ist »{name}« genannt; der Tag war ein {right}.",
            ),
            Bilingual(
                "Correct the value; if the text errs, say so in a note on the date.",
                "Den Wert berichtigen; irrt der Text, es in einer Anmerkung zum Datum sagen.",
            ),
        ),
    ),
    "D019": Code(
        "warning",
        Bilingual("date beside its event", "Datum neben seinem Ereignis"),
        Bilingual(
            "A date that tells of an event lies within it; where the text errs, readers are told in a note.",
            "Ein Datum, das von einem Ereignis berichtet, liegt in ihm; wo der Text irrt, erfährt man es aus einer "
            "Anmerkung.",
        ),
        Words(
            Bilingual(
                "»{words}« tells of {event} ({name}), which has another date: {days}.",
                "»{words}« berichtet von {event} ({name}), das anders datiert ist: {days}.",
            ),
            Bilingual(
                "Correct the value, @ref or the entry; if the text errs, say so in a note on the date.",
                "Den Wert, @ref oder den Eintrag berichtigen; irrt der Text, es in einer Anmerkung zum Datum "
                "sagen.",
            ),
        ),
    ),
}
