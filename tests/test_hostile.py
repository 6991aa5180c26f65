"""Whatever stands in a file: a finding or safe output, in seconds; nothing fetched, started or written elsewhere."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

from tests import hostile, soak
from tests.conftest import TOY
from tests.hostile import Result

SECONDS = 5  # of computing
NOWHERE = "http://127.0.0.1:9"
RELAXNG = "http://relaxng.org/ns/structure/1.0"
XINCLUDE = 'xmlns:xi="http://www.w3.org/2001/XInclude"'


def tei(body: str, head: str = "") -> bytes:
    return f'{head}\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>\n{body}\n</body></text></TEI>'.encode()


def declared(subset: str, body: str = "<p>x</p>") -> bytes:
    return f"<!DOCTYPE TEI [{subset}]>".encode() + tei(body)


def laughter() -> bytes:
    more = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    return declared(f'<!ENTITY a "aaaaaaaaaa">{more}', "<p>&m;</p>")


def model(href: str) -> str:
    return f'<?xml-model href="{href}" schematypens="{RELAXNG}"?>'


def prefixed(pattern: str, value: str) -> bytes:
    return tei(
        f'<prefixDef ident="x" matchPattern="{pattern}" replacementPattern="#$1"/><ref target="x:{value}"/>'
    )


def in_encoding(encoding: str, named: str, body: str = "<p>x</p>") -> bytes:
    return (f'<?xml version="1.0" encoding="{named}"?>' + tei(body).decode()).encode(encoding)


def attributes(name: str, count: int) -> str:
    return "<p " + " ".join(f'{name.format(n)}="x"' for n in range(count)) + "/>"


UP = "../" * 12
# What is in the file, and what is said of it; "" for nothing.
FILES: dict[str, tuple[bytes, str]] = {
    "external entity": (declared('<!ENTITY a SYSTEM "file:///etc/passwd">', "<p>&a;</p>"), "X002"),
    "external subset": (tei("<p>x</p>", f'<!DOCTYPE TEI SYSTEM "{NOWHERE}/x.dtd">'), "X006"),
    "parameter entity": (declared(f'<!ENTITY % a SYSTEM "{NOWHERE}/x.dtd">%a;'), "X002"),
    "laughter": (laughter(), "X002"),
    "quadratic entity": (declared(f'<!ENTITY a "{"a" * 100_000}">', f"<p>{'&a;' * 1000}</p>"), "X002"),
    "entity in an attribute": (declared('<!ENTITY a "b">', '<p n="&a;"/>'), "X002"),
    "attribute by default": (declared('<!ATTLIST p n CDATA "x">'), "X002"),
    "XInclude of a file": (tei(f'<xi:include {XINCLUDE} href="/etc/passwd" parse="text"/>'), "0 errors"),
    "XInclude of a file, relative": (tei(f'<xi:include {XINCLUDE} href="{UP}dev/zero"/><ref target="#x"/>'), "R001"),
    "XInclude of an address": (tei(f'<xi:include {XINCLUDE} href="{NOWHERE}/x"/>'), "0 errors"),
    "XInclude of itself": (tei(f'<xi:include {XINCLUDE} href=""/><xi:include {XINCLUDE} href="case.xml"/>'), "0 errors"),
    "a stylesheet": (tei("<p/>", f'<?xml-stylesheet type="text/xsl" href="{NOWHERE}/x.xsl"?>'), "0 errors"),
    "a schema that never ends": (tei("<p/>", model(f"{UP}dev/zero")), "X021"),
    "a schema that is a pipe": (tei("<p/>", model("pipe")), "X021"),
    "a schema elsewhere": (tei("<p/>", model(f"{NOWHERE}/x.rng")), "X020"),
    "a file that never ends": (tei(f'<ref target="{UP}dev/zero#x"/>'), "0 errors"),
    "a file that is a pipe": (tei('<ref target="pipe#x"/>'), "0 errors"),
    "a base out of reach": (tei('<ref xml:base="file:///etc/" target="passwd#x"/><ref xml:base="/etc/" target="passwd#x"/>'), "0 errors"),
    "100,000 levels": (tei("<div>" * 100_000 + "</div>" * 100_000), "X001"),
    "1,900 levels": (tei("<div>" * 1900 + "<p>x</p>" + "</div>" * 1900), "nested more than"),
    "100,000 attributes": (tei(attributes("a{}", 100_000)), "0 errors"),
    "100,000 ids, all the same": (tei('<p xml:id="p"/>' * 100_000), "more than 10000 findings"),
    "100,000 dead pointers": (tei('<ref target="#x"/>' * 100_000), "more than 10000 findings"),
    "20,000 schemas": (tei("<p/>", "".join(model(f"{NOWHERE}/{n}.rng") for n in range(20_000))), "X020"),
    "50,000 namespaces": (tei(attributes("xmlns:a{}", 50_000)), "0 errors"),
    "an expression with very many ways": (prefixed("(a+)+b", "a" * 40), "R003"),
    "an expression with many ways": (prefixed("(.*)(.*)(.*)(.*)b", "a" * 3000), "R003"),
    "an expression of alternatives": (prefixed("(a|a)" * 40 + "b", "a" * 40), "R003"),
    "an expression that grows": (prefixed("((a{999}){999}){999}", "a"), "R003"),
    "years of thousands of digits": (
        tei(f'<date when="{"9" * 10_000}"/><date when="{"1" * 10_000}-01-01"/><date from="-{"9" * 9000}" to="{"9" * 9000}"/>'),
        "0 errors",
    ),
    "an ISBN of 100 kB": (tei(f'<idno type="ISBN">{"9" * 100_000}</idno><idno type="ISSN">²²²²-²²²²</idno>'), "I001"),
    "NUL": (tei("<p>a\0b</p>"), "X001"),
    "nothing but NULs": (b"\0" * 1000, "X001"),
    "a reference to NUL": (tei("<p>&#0;</p>"), "X001"),
    "a reference beyond Unicode": (tei("<p>&#x110000;</p>"), "X001"),
    "half a character": (tei("<p>x</p>") + b"\xc3", "X003"),
    "invalid UTF-8": (tei("<p>x</p>").replace(b">x<", b">\xff\xfe<"), "X003"),
    "overlong UTF-8": (tei("<p>x</p>").replace(b">x<", b">\xc0\xbcscript\xc0\xbe<"), "X003"),
    "surrogates": (tei("<p>x</p>").replace(b">x<", b">\xed\xa0\x80<"), "X003"),
    "UTF-7": (in_encoding("ascii", "UTF-7", "<p>+ADw-script+AD4-</p>"), "X003"),
    "UTF-16": (in_encoding("utf-16", "UTF-16"), "0 errors"),
    "half of UTF-16": (in_encoding("utf-16", "UTF-16")[:-1], "X003"),
    "UTF-32": (in_encoding("utf-32", "UTF-32"), "0 errors"),
    "EBCDIC": (in_encoding("cp037", "cp037"), "X003"),
    "it says UTF-16 and is not": (in_encoding("utf-8", "UTF-16"), "X003"),
    "addresses that run": (
        tei('<ref target="javascript:alert(1)"/><graphic url="data:text/html,x"/><pb facs="javascript:alert(1)"/>'), "0 errors",
    ),
    "steering of the terminal": (tei('<ref target="#\x9b2Jx\u202e"/>'), "R001"),
}  # fmt: skip
MEGA = 10_000_000
HEAVY: dict[str, Callable[[], bytes]] = {
    "a paragraph of 10 MB": lambda: tei(f"<p>{'Wort ' * (MEGA // 5)}</p>"),
    "an attribute of 10 MB": lambda: tei(f'<p n="{"a" * MEGA}"/>'),
    "an id of 10 MB": lambda: tei(f'<p xml:id="{"a" * MEGA}"/>'),
    "a name of 10 MB": lambda: tei(f"<{'a' * MEGA}/>"),
    "a comment of 10 MB": lambda: tei(f"<!--{'x' * MEGA}-->"),
    "an instruction of 10 MB": lambda: tei(f"<?x {'y' * MEGA}?>"),
    "pointers of 10 MB": lambda: tei(f'<ref target="{"#a " * (MEGA // 3)}"/>'),
    "a prefix of 10 MB": lambda: prefixed("(.*)(.*)a", "b" * MEGA),
}
# With `make soak` a million, larger than any book: what that takes is said in docs/validating.md.
MANY = soak.times(100_000, 1_000_000)
LARGEST: dict[str, Callable[[], bytes]] = {
    "attributes": lambda: tei(attributes("a{}", MANY)),
    "ids": lambda: tei("".join(f'<p xml:id="p{n}"/>' for n in range(MANY))),
    "lines": lambda: tei("<p>" + "\n" * 5 * MANY + '</p><ref target="#x"/>'),
}


def wrong(result: Result, expected: str, seconds: int = SECONDS) -> list[str]:
    """What a result should not be."""
    found = list(result.strayed)
    if result.code not in (0, 1, 2, 3) or "Traceback" in result.said:
        found.append(f"exit code {result.code}: {result.said[-500:]}")
    if result.seconds > seconds:
        found.append(f"{result.seconds:.1f} seconds")
    if any(
        unicodedata.category(sign) == "Cc" or sign in "\u202e\u2066" for sign in result.said.replace("\n", "")
    ):
        found.append(f"steers the terminal: {result.said[:500]!r}")
    if expected not in result.said:
        found.append(f"{expected!r} is not said: {result.said[:500]} … {result.said[-500:]}")
    return found


def judged(folder: Path, files: dict[str, tuple[bytes, str]], seconds: int = SECONDS) -> dict[str, list[str]]:
    """What is wrong with `validate FILE`, by the name of the case."""
    commands = []
    for number, (name, (data, _)) in enumerate(files.items()):
        place = folder / "sources" / str(number)
        place.mkdir(parents=True)
        (place / "case.xml").write_bytes(data)
        os.mkfifo(place / "pipe")
        commands.append((name, place, ["validate", "case.xml"]))
    (folder / "writing").mkdir()
    results = hostile.run(commands, folder / "writing", [folder / "sources"])
    found = {one.name: wrong(one, files[one.name][1], seconds) for one in results}
    return {name: several for name, several in found.items() if several}


def test_no_file_harms(tmp_path: Path) -> None:
    assert judged(tmp_path, FILES) == {}


def test_no_file_of_ten_megabytes_harms(tmp_path: Path) -> None:
    assert judged(tmp_path, {name: (make(), "") for name, make in HEAVY.items()}) == {}


def test_no_file_of_very_many_things_harms(tmp_path: Path) -> None:
    many = {name: (make(), "") for name, make in LARGEST.items()}
    assert judged(tmp_path, many, soak.times(SECONDS, 60)) == {}


def test_what_strays_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "case.xml").write_bytes(tei("<p/>"))
    (tmp_path / "writing").mkdir()
    words = ["validate", "case.xml", "-o", str(tmp_path / "out"), "--schema", "/etc/passwd"]
    (result,) = hostile.run([("", tmp_path, words)], tmp_path / "writing", [tmp_path / "case.xml"])
    assert [one.split()[:2] for one in result.strayed] == [["open", "'/etc/passwd'"]]
    (result,) = hostile.run(
        [("", tmp_path, ["validate", "case.xml", "-o", "out"])], tmp_path / "writing", [tmp_path]
    )
    assert [one.split()[-1] for one in result.strayed] == ["written"]


# An edition.

SECOND = "tei/articles/zweiter.xml"
FIRST = "tei/articles/erster.xml"
PERSONS = "tei/authority/persons.xml"
SETTINGS = "tei/edition.toml"
Spoil = Callable[[Path], None]


def text(file: str, old: str, new: str) -> Spoil:
    """Replace in a file, once."""

    def spoil(toy: Path) -> None:
        words = (toy / file).read_text(encoding="utf-8")
        assert old in words, old
        (toy / file).write_text(words.replace(old, new, 1), encoding="utf-8")

    return spoil


def renamed(name: str | bytes, identity: str = "") -> Spoil:
    """The second article under another name, and with that name as its id."""

    def spoil(toy: Path) -> None:
        old = toy / SECOND
        data = old.read_text(encoding="utf-8").replace(
            'xml:id="zweiter"', f'xml:id="{identity or "zweiter"}"'
        )
        old.unlink()
        with open(os.path.join(os.fsencode(old.parent), os.fsencode(name)), "w", encoding="utf-8") as file:
            file.write(data)

    return spoil


def settings(old: str, new: str) -> Spoil:
    return text(SETTINGS, old, new)


def linked(name: str, to: str) -> Spoil:
    """A link in the place of a file."""

    def spoil(toy: Path) -> None:
        (toy / name).unlink(missing_ok=True)
        (toy / name).symlink_to(to)

    return spoil


def piped(name: str) -> Spoil:
    def spoil(toy: Path) -> None:
        os.mkfifo(toy / name)

    return spoil


def written(name: str, data: bytes) -> Spoil:
    def spoil(toy: Path) -> None:
        (toy / name).write_bytes(data)

    return spoil


def head(instruction: str) -> Spoil:
    return text(SECOND, "<TEI ", f"{instruction}\n<TEI ")


ARTICLES = 'article = ["tei/articles/*.xml"]'
SISTER = 'xml:id="muster-berta"'
BLOCK = "kam nie an."
# What is done to an edition, the exit code of `build`, and what is said.
EDITIONS: dict[str, tuple[Spoil, int, str]] = {
    "external entity": (head('<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), 3, "has a DOCTYPE"),
    "external subset": (head(f'<!DOCTYPE TEI SYSTEM "{NOWHERE}/x.dtd">'), 3, "has a DOCTYPE"),
    "XInclude": (text(FIRST, BLOCK, f'<xi:include {XINCLUDE} href="/etc/passwd" parse="text"/>'), 1, "G00"),
    "a script of HTML": (text(FIRST, BLOCK, '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'), 1, "G00"),
    "an address that runs": (text(FIRST, BLOCK, '<ref target="javascript:alert(1)">x</ref>'), 1, "javascript:alert(1)"),
    "an address that is data": (text(FIRST, BLOCK, '<ref target="data:text/html,x">x</ref>'), 1, "data:text/html,x"),
    "an entry that runs": (text(FIRST, 'ref="person:muster-berta"', 'ref="javascript:alert(1)"'), 1, "javascript:alert(1)"),
    "an image that runs": (text(FIRST, BLOCK, '<pb facs="javascript:alert(1)"/>'), 1, "G001"),
    "a source that runs": (
        text("tei/authority/sources.xml", "https://example.org/lexikon", "javascript:alert(1)"), 1, "javascript:alert(1)",
    ),
    "an id with a path": (text(PERSONS, SISTER, 'xml:id="../../../x"'), 1, "../../../x"),
    "an absolute id": (text(PERSONS, SISTER, 'xml:id="/etc/passwd"'), 1, "/etc/passwd"),
    "an id with HTML": (text(PERSONS, SISTER, 'xml:id="&lt;script>"'), 1, "<script>"),
    "an id in another case": (text(PERSONS, SISTER, 'xml:id="Muster-Aenne"'), 1, "Muster-Aenne"),
    "an id in another normal form": (text(PERSONS, SISTER, 'xml:id="muster-a\u0308nne"'), 1, "muster-a"),
    "an id that is the index": (text(PERSONS, SISTER, 'xml:id="index"'), 1, "index"),
    "an id of 300 letters": (text(PERSONS, SISTER, f'xml:id="{"a" * 300}"'), 1, "aaa"),
    "an id of two entries": (text(PERSONS, SISTER, 'xml:id="muster-aenne"'), 1, "muster-aenne"),
    "a name with a path": (renamed("..xml", "../x"), 1, "../x"),
    "a name with a space and HTML": (renamed("<img src=x onerror=alert(1)>.xml"), 1, "H001"),
    "a name with a line end": (renamed("a\nb\x1b[2J.xml"), 1, "H001"),
    "a name with a dot at its end": (renamed("zweiter..xml", "zweiter."), 1, "zweiter."),
    "a name of Windows": (renamed("con.xml", "con"), 0, "files"),
    "a name of 250 letters": (renamed("a" * 246 + ".xml", "a" * 246), 1, "aaaa"),
    "a name in another case": (renamed("Erster.xml", "Erster"), 1, "Erster"),
    "a name that is not UTF-8": (renamed(b"\xff\xfe.xml"), 3, "is not UTF-8"),
    "a name in another normal form": (renamed("zwo\u0308lf.xml", "zw\u00f6lf"), 1, "H001"),
    "a link out of the edition": (linked(SECOND, "/etc/passwd"), 3, "leads out of the edition"),
    "a link to a folder above": (linked("tei/articles/x.xml", "../../.."), 3, "leads out of the edition"),
    "a loop of links": (linked("tei/articles/x.xml", "x.xml"), 3, "x.xml"),
    "a device": (linked(SECOND, "/dev/zero"), 3, "leads out of the edition"),
    "a pipe": (piped("tei/articles/x.xml"), 3, "device or a pipe"),
    "a folder": (lambda toy: (toy / "tei/articles/x.xml").mkdir(), 3, "is a folder"),
    "NUL": (text(FIRST, BLOCK, "\0"), 3, "erster.xml"),
    "UTF-16": (written(SECOND, tei("<p/>").decode().encode("utf-16")), 3, "not in UTF-8"),
    "invalid UTF-8": (written(SECOND, b"<TEI>\xff</TEI>"), 3, "UTF-8"),
    "1,900 levels": (text(FIRST, BLOCK, "<hi>" * 1900 + "x" + "</hi>" * 1900), 3, "nested more than"),
    "80 levels": (text(FIRST, BLOCK, "<emph>" * 80 + "x" + "</emph>" * 80), 1, "T001"),
    "a year of 10,000 digits": (text(FIRST, 'when="1921-05"', f'when="{"1" * 10_000}"'), 1, ""),
    "a duration of 10,000 digits": (text(FIRST, 'dur="P1Y"', f'dur="P{"1" * 10_000}Y"'), 1, ""),
    "an expression with very many ways": (text(FIRST, 'matchPattern="([a-z0-9-]+)"', 'matchPattern="([a-z-]+)+!"'), 1, "R003"),
    "a pattern with ..": (settings(ARTICLES, 'article = ["../*.xml"]'), 3, "patterns"),
    "a pattern with .. inside": (settings(ARTICLES, 'article = ["tei/../../*/*.xml"]'), 3, "patterns"),
    "an absolute pattern": (settings(ARTICLES, 'article = ["/etc/*"]'), 3, "patterns"),
    "a pattern with NUL": (settings(ARTICLES, r'article = ["tei/\u0000*.xml"]'), 3, "matches tei/\ufffd*.xml"),
    "a pattern of folders": (settings(ARTICLES, 'article = ["tei/**"]'), 3, ""),
    "a pattern of everything": (settings(ARTICLES, 'article = ["**/*"]'), 3, ""),
    "a pattern that is none": (settings(ARTICLES, 'article = ["tei/**x/*.xml"]'), 3, ""),
    "a pattern of two roles": (settings(ARTICLES, 'article = ["tei/articles/*.xml", "tei/pages/*.xml"]'), 1, "would both be"),
    "a number of 10,000 digits": (settings("[patterns]", f"x = {'1' * 10_000}\n[patterns]"), 3, "TOML"),
    "10,000 levels of settings": (settings("[patterns]", f"x = {'[' * 10_000}\n[patterns]"), 3, "TOML"),
    "a name of settings with 100,000 parts": (settings("[patterns]", f"x{' . x' * 100_000} = 1\n[patterns]"), 3, "TOML"),
    "settings that are not UTF-8": (written(SETTINGS, b"\xff"), 3, "not UTF-8"),
    "settings that are a device": (linked(SETTINGS, "/dev/zero"), 3, "edition.toml"),
    "settings that are a pipe": (lambda toy: ((toy / SETTINGS).unlink(), os.mkfifo(toy / SETTINGS))[0], 3, "edition.toml"),
    "an address that is none": (settings("https://example.org/klein/", "javascript:alert(1)"), 3, "base_url"),
    "a contact that runs": (settings("[patterns]", 'contact = "javascript:alert(1)"\n[patterns]'), 3, "contact"),
    "a home page with a path": (settings('home = "ueber"', 'home = "../../etc/passwd"'), 3, "home"),
    "a language with a path": (settings('languages = ["de"]', 'languages = ["../../x"]'), 3, "languages"),
    "a format with a path": (settings("[patterns]", '[exports]\nskip = ["../x"]\n[patterns]'), 3, "../x"),
}  # fmt: skip


def test_no_edition_harms(tmp_path: Path) -> None:
    commands, outs = [], {}
    (tmp_path / "writing").mkdir()
    for number, (name, (spoil, _, _)) in enumerate(EDITIONS.items()):
        toy = tmp_path / "sources" / str(number)
        shutil.copytree(TOY, toy)
        spoil(toy)
        outs[name] = tmp_path / "writing" / str(number)
        commands.append((name, toy, ["build", "--no-exports", "--out", str(outs[name])]))
    results = hostile.run(commands, tmp_path / "writing", [tmp_path / "sources"])
    found = {}
    for one in results:
        _, code, said = EDITIONS[one.name]
        several = wrong(one, said)
        if one.code != code:
            several.append(f"exit code {one.code}: {one.said[:500]}")
        if outs[one.name].exists() != (code == 0):
            several.append("a site was made" if code else "no site was made")
        if several:
            found[one.name] = several
    assert found == {}
