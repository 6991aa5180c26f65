"""Texts to try datatypes with: one document in which every line is one text as one datatype."""

from __future__ import annotations

from xml.sax.saxutils import escape

TYPES = (
    "string normalizedString token Name NCName ID IDREF IDREFS NMTOKEN NMTOKENS language anyURI boolean decimal "
    "float double hexBinary base64Binary integer nonNegativeInteger positiveInteger nonPositiveInteger "
    "negativeInteger byte short int long unsignedByte unsignedShort unsignedInt unsignedLong dateTime date time "
    "gYearMonth gYear gMonthDay gMonth gDay duration"
).split()
TEXTS = (
    "", " ", "a", "A b", " a ", "ä", "a-b", "-a", "1a", "a:b", ":a", "_", "a.b", "a b:c", "\u00b7", "a\u00a0b", "é1",
    "0", "1", "-1", "+1", "007", "127", "128", "-128", "-129", "255", "256", "32768", "65536", "2147483648",
    "9223372036854775807", "9223372036854775808", "18446744073709551616", "1.0", "1.", ".5", "-.5", ".", "+", "1e3",
    "1E-3", "1e", "e3", "INF", "-INF", "+INF", "NaN", "inf", "1,5", "1 000", "٣", "true", "false", "TRUE", "yes",
    "de", "de-CH", "de-1996", "de_CH", "abcdefghi", "de-", "x-klingon", "http://example.org/", "http://a b", "#x",
    "a#b#c", "%41", "%4", "%zz", "1a:b", "ö:x", "mailto:a@b", "?a:b", "/a:b", ":", "a:", "person:x", "urn:isbn:1",
    "{x}", "[x]", "\\", "<", "0f", "0F0", "zz", "QQ==", "QQ", "QUI=", "QUJD", "QR==", "Q Q = =", "====",
    "2007", "02007", "-0044", "0000", "12007", "207", "2007Z", "2007+14:00", "2007+14:01", "2007-15:00", "2007+1:00",
    "2007-11", "2007-13", "2007-00", "2007-11Z", "2007-11-15", "2007-11-31", "2007-02-29", "2008-02-29",
    "1900-02-29", "2000-02-29", "-0004-02-29", "-0005-02-29", "2007-11-15Z", "2007-11-15+02:00", "2007-1-5",
    "15.11.2007", "2007-11-15T12:00:00", "2007-11-15T12:00", "2007-11-15T24:00:00", "2007-11-15T24:00:01",
    "2007-11-15T23:59:60", "2007-11-15T12:00:00.5Z", "2007-11-15T12:00:00.", "12:00:00", "12:00", "25:00:00",
    "24:00:00", "12:60:00", "12:00:00-05:30", "--11", "--13", "--11--", "--11Z", "--11-15", "--02-29", "--02-30",
    "--11-31", "---15", "---32", "---00", "---15Z", "P1Y", "P1Y2M3DT4H5M6S", "-P1Y", "P", "PT", "P1YT", "PT1.5S",
    "PT1.S", "P1M1Y", "1Y", "P-1Y", "P1.5Y", "PT36H", "P1W", "+P1Y", " 2007-11-15 ",
)  # fmt: skip
# Datatypes with facets: name of the datatype, facets, and texts that lie about their limits.
FACETS: tuple[tuple[str, dict[str, str], tuple[str, ...]], ...] = (
    ("integer", {"minInclusive": "-2", "maxExclusive": "3"}, ("-3", "-2", "2", "3", "x")),
    ("double", {"minExclusive": "0", "maxInclusive": "1"}, ("0", "0.1", "1", "1.0e0", "NaN", "INF")),
    ("decimal", {"totalDigits": "3", "fractionDigits": "1"}, ("1", "123", "1234", "12.5", "1.55", "1.50", "001", "0.5")),
    ("date", {"minInclusive": "2007-11-15"}, ("2007-11-15", "2007-11-14", "2008-01-01", "2007-11-14Z", "2007-11-16Z")),
    ("gYear", {"maxExclusive": "0001"}, ("-0001", "0001", "2000")),
    ("dateTime", {"maxInclusive": "2007-11-15T12:00:00Z"},
     ("2007-11-15T12:00:00Z", "2007-11-15T13:00:00+01:00", "2007-11-15T13:00:00Z", "2007-11-14T12:00:00",
      "2007-11-15T12:00:00", "2007-11-14T21:59:59")),
    ("string", {"length": "3"}, ("abc", "ab", "a b", "äöü", "\U0001d11eab", " abc")),
    ("token", {"minLength": "2", "maxLength": "3"}, ("a", "ab", "abc", "abcd", " ab  c ", "a  b")),
    ("NMTOKENS", {"length": "2"}, ("a b", "a", "a  b", "a b c")),
    ("hexBinary", {"length": "2"}, ("0f0f", "0f", "0F0f0f")),
    ("token", {"pattern": r"[\p{L}\p{N}\p{P}\p{S}]+"}, ("a", "ä1-+", "a b", "a\u0301", "", "\u200b")),
    ("token", {"pattern": r"\i\c*"}, ("a:b", "1a", "ä", "-")),
    ("token", {"pattern": r"[\i-[:]][\c-[:]]*"}, ("a", "a:b", "ab-1")),
    ("token", {"pattern": r"\d{2,3}"}, ("1", "12", "123", "1234", "١٢")),
    ("token", {"pattern": r"\w+"}, ("aä1", "a-b", "a_b", "€", "a b")),
    ("token", {"pattern": r"\W\S\D"}, ("-a", "-ab", " ab", "--1")),
    ("token", {"pattern": r"a.c|^$|\.\*"}, ("abc", "a.c", "^$", "", ".*", "x")),
    ("token", {"pattern": r"[^a-c]+"}, ("d", "a", "xyz", "^")),
    ("token", {"pattern": r"[a\-z]+"}, ("a-z", "b")),
    ("token", {"pattern": r"(a|b)?c{2}"}, ("acc", "cc", "bcc", "c", "abcc")),
    ("token", {"pattern": r"[^\P{L}]+"}, ("a", "1")),
    ("token", {"pattern": r"\p{IsGreek}+"}, ("αβ", "a")),
    ("string", {"pattern": r"a\tb|a\nb|x\s"}, ("x ", "x", "ab")),
    ("anyURI", {"pattern": r"https?://\S+"}, ("https://a.b", "http:/a", "ftp://a")),
    ("Name", {"pattern": ".{3}"}, ("abc", "ab", "1bc")),
)  # fmt: skip

_XSD = "http://www.w3.org/2001/XMLSchema-datatypes"


def grammar_and_document() -> tuple[bytes, bytes, list[tuple[str, str]]]:
    """A grammar with an element for each datatype, a document of one line for each text, and what they are."""
    elements, lines, said = [], [], []
    cases = [(name, {}, TEXTS) for name in TYPES] + list(FACETS)
    for index, (name, facets, texts) in enumerate(cases):
        params = "".join(f'<param name="{facet}">{escape(value)}</param>' for facet, value in facets.items())
        elements.append(f'<element name="t{index}"><data type="{name}">{params}</data></element>')
        lines += [f"<t{index}>{escape(text)}</t{index}>" for text in texts]
        said += [(" ".join([name, *sorted(facets)]), text) for text in texts]
    grammar = (
        f'<element name="all" xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="{_XSD}">'
        f"<zeroOrMore><choice>{''.join(elements)}</choice></zeroOrMore></element>"
    )
    document = "<all>" + "\n".join(lines) + "</all>"
    return grammar.encode(), document.encode(), said


# Where jing and XML Schema part, and we follow XML Schema: (datatype, text) → why.
_EDITION = "XML 1.0, fifth edition, lets a name begin with this letter-like digit; jing follows the fourth"
_MIDNIGHT = "the end of a day may be written 24:00:00"
_BIG = "years have no greatest number"
_POINT = "a point needs a digit after it"
DIFFERENCES: dict[tuple[str, str], str] = {
    **{(name, "٣"): _EDITION for name in ("Name", "NCName", "ID", "IDREF", "IDREFS")},
    ("dateTime", "2007-11-15T24:00:00"): _MIDNIGHT,
    ("time", "24:00:00"): _MIDNIGHT,
    ("dateTime", "2007-11-15T23:59:60"): "there are no leap seconds",
    ("dateTime", "2007-11-15T12:00:00."): _POINT,
    ("duration", "PT1.S"): _POINT,
    **{("gYear", text): _BIG for text in TEXTS if text.isdecimal() and len(text) > 9},
    ("decimal fractionDigits totalDigits", "1.50"): "zeros at the end do not count, because 1.50 is 1.5",
}
