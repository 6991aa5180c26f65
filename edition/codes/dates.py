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
            "Daten werden in ihrer W3C-Form sortiert und verglichen (TEI: att.datable.w3c); 1925-13 oder der 31. Juni "
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
}
