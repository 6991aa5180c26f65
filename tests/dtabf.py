"""Rules of the DTA-Basisformat that the export relies on, as tables.

Source: DTABf 1.2.0, github.com/deutschestextarchiv/dtabf at 0dbc0e0, schema/basisformat_all.odd (elements, attributes,
values) and basisformat.odd (printed texts); schema/basisformat.sch (what the numbers E… forbid).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edition.corpus import NS, TEI
from edition.transcript import local

# moduleRef/@include of basisformat_all.odd, without what basisformat.odd takes out for printed texts.
ELEMENTS = frozenset(
    """
    abbr addrLine address author bibl biblScope cb choice cit corr date editor email expan foreign gap head hi item l lb
    lg list listBibl measure milestone name note orig p pb pubPlace publisher q quote ref reg resp respStmt sic sp speaker
    stage title unclear
    abstract availability biblFull classCode correspDesc correspAction correspContext edition editionStmt editorialDecl
    encodingDesc extent fileDesc idno langUsage language licence notesStmt profileDesc publicationStmt rendition seriesStmt
    sourceDesc tagsDecl teiHeader textClass titleStmt
    TEI argument back body byline closer dateline div docAuthor docDate docEdition docImprint docTitle epigraph
    floatingText front imprimatur opener postscript salute signed text titlePage titlePart trailer
    channel textDesc actor castGroup castItem castList role roleDesc spGrp cell figure formula row table
    msDesc msIdentifier physDesc repository typeDesc
    addName country forename genName nameLink orgName persName placeName roleName surname
    fw space supplied
    """.split()
)

_PLAIN = "xml:id xml:lang rend rendition corresp next prev"
# attributes that are left of each element that the export writes
ATTRIBUTES: dict[str, str] = {
    "TEI": "", "teiHeader": "", "fileDesc": "", "titleStmt": "", "editionStmt": "", "edition": "n", "extent": "",
    "measure": "type", "publicationStmt": "", "publisher": "xml:id corresp rend rendition", "pubPlace": _PLAIN,
    "availability": "xml:id corresp", "licence": "target", "idno": "type", "notesStmt": "", "sourceDesc": "",
    "biblFull": "", "seriesStmt": "", "encodingDesc": "", "editorialDecl": "", "profileDesc": "", "abstract": "xml:lang",
    "langUsage": "", "language": "ident", "resp": "", "respStmt": "xml:id corresp", "surname": "", "forename": "",
    "title": "type level n", "author": "", "editor": "corresp role",
    "text": "", "front": "xml:id corresp next prev", "body": "xml:id corresp next prev rend", "back": "xml:id corresp next prev",
    "div": f"{_PLAIN} type n", "head": _PLAIN, "byline": _PLAIN, "argument": _PLAIN, "epigraph": _PLAIN, "p": _PLAIN,
    "list": _PLAIN, "item": _PLAIN, "listBibl": _PLAIN, "cit": _PLAIN, "docAuthor": _PLAIN, "foreign": _PLAIN,
    "bibl": f"{_PLAIN} type", "biblScope": "unit", "quote": f"{_PLAIN} type",
    "persName": "xml:id xml:lang corresp next prev ref", "placeName": "xml:id xml:lang corresp next prev ref",
    "orgName": "xml:id xml:lang corresp next prev ref role", "name": f"{_PLAIN} ref type", "date": f"{_PLAIN} when type",
    "choice": "xml:id corresp next prev", "sic": _PLAIN, "corr": f"{_PLAIN} type", "orig": _PLAIN, "reg": _PLAIN,
    "hi": "rendition rend", "note": f"{_PLAIN} n type place resp sameAs", "ref": f"{_PLAIN} type target",
}  # fmt: skip
REQUIRED = {
    "foreign": "xml:lang", "hi": "rendition", "title": "type", "measure": "type", "biblScope": "unit",
    "licence": "target",
}  # fmt: skip
# closed lists of values, as far as the export writes them
VALUES = {
    "div/@type": "bibliography jArticle", "corr/@type": "addenda corrigenda editorial",
    "date/@type": "firstPublication publication importDTA creation", "quote/@type": "translation",
    "note/@type": "editorial remarkResponsibility remarkRevisionDTA remarkSource remarkDocument",
    "name/@type": "artificialWork", "title/@type": "main sub volume part", "title/@level": "m a j s",
    "measure/@type": "images tokens types characters pages", "bibl/@type": "M MM DM DS JA J MMS MS",
    "biblScope/@unit": "volume issue pages", "orgName/@role": "hostingInstitution project",
    "idno/@type": "URN EPN URLCatalogue URLImages URLWeb URLXML URLText URLHTML PIDCMDI DOI", "editor/@role": "translator",
}  # fmt: skip
_ALIEN = (
    "addName address addrLine email biblFull country forename genName measure msDesc nameLink publicationStmt resp "
    "respStmt roleName surname titleStmt title"
)
_ADDRESS = "not(starts-with({0}, '#') or starts-with({0}, 'http://') or starts-with({0}, 'https://'))"
_NOWHERE = "starts-with({0}, '#') and not(//@xml:id = substring-after({0}, '#'))"
# number → what must not be found
FORBIDDEN = {
    "E0001": " | ".join(f"//t:text//t:{name}" for name in _ALIEN.split()),
    "E0003": "//t:quote//t:bibl",
    "E0004": "//t:bibl[not(*) and not(normalize-space())]",
    "E0005": "//t:choice[count(*) < 2]",
    "E0006": "//t:corr[count(../t:sic) != 1]",
    "E0009": "//t:reg[count(../t:orig) != 1]",
    "E0010": "//t:resp[not(*)]",
    "E0011": "//t:resp[text()[normalize-space()]]",
    "E0012": "//t:sic[count(../t:corr) != 1]",
    "E0013": "//*[self::t:corr or self::t:expan or self::t:reg or self::t:sic][not(parent::t:choice)]",
    "E0017": "//*[@next][not(starts-with(@next, '#'))]",
    "E0019": f"//*[@next][{_NOWHERE.format('@next')}]",
    "E0021": f"//*[@prev][{_NOWHERE.format('@prev')}]",
    "E0022": "//*[@sameAs][not(starts-with(@sameAs, '#'))]",
    "E0024": f"//*[@target][{_ADDRESS.format('@target')}]",
    "E0025": "//*[@prev][not(starts-with(@prev, '#'))]",
    "E0026": f"//*[@corresp][{_NOWHERE.format('@corresp')}]",
    "E0028": f"//*[@corresp][{_ADDRESS.format('@corresp')}]",
    "E0032": f"//*[@target][{_NOWHERE.format('@target')}]",
    "E0033": "//t:text//t:bibl[@type]",
    "E0035": "//t:note[not(@type or @place)]",
    "W0001": "//*[@rend and @rendition][not(self::t:hi)]",
    "W0005": "//*[@*[. = '']]",
}


def broken(root: Any) -> Iterator[str]:
    """Each rule that a document breaks, with the element that breaks it."""
    for element in root.iter(f"{{{TEI}}}*"):
        name = local(element)
        given = {
            key.replace("{http://www.w3.org/XML/1998/namespace}", "xml:"): one for key, one in element.items()
        }
        if name not in ELEMENTS or name not in ATTRIBUTES:
            yield f"element {name}"
            continue
        yield from (f"{name}/@{key}" for key in given if key not in ATTRIBUTES[name].split())
        yield from (f"{name} without @{key}" for key in REQUIRED.get(name, "").split() if key not in given)
        for key, value in given.items():
            values = VALUES.get(f"{name}/@{key}")
            if values is not None and value not in values.split():
                yield f"{name}/@{key}={value}"
    for code, xpath in FORBIDDEN.items():
        yield from (f"{code} {local(one)}" for one in root.xpath(xpath, namespaces=NS))
