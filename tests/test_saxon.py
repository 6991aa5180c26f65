"""The one door to Saxon: results, parameters, and every failure as a sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from edition.errors import StylesheetError
from edition.saxon import Stylesheet

ROOT = Path(__file__).parent.parent
HEAD = (
    '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">'
    '<xsl:output method="text"/>'
)


def sheet(body: str, declarations: str = "") -> Stylesheet:
    text = f'{HEAD}{declarations}<xsl:template match="/">{body}</xsl:template></xsl:stylesheet>'
    return Stylesheet.from_text(text, "test.xsl")


ECHO = '<xsl:value-of select="/a"/>'


@pytest.mark.parametrize(
    "document",
    [
        "<a>Ünï › 𝔊</a>",
        "<a>Ünï › 𝔊</a>".encode(),
        "\ufeff<a>Ünï › 𝔊</a>".encode(),
        '<?xml version="1.0" encoding="UTF-8"?>\n<a>Ünï › 𝔊</a>'.encode(),
        '<?xml version="1.0" encoding="ISO-8859-1"?><a>Ünï › 𝔊</a>',
    ],
)
def test_text_passes_unchanged_however_the_document_is_handed_over(document: bytes | str) -> None:
    assert sheet(ECHO)(document) == "Ünï › 𝔊"


def test_an_empty_result_is_an_empty_string() -> None:
    assert sheet("")("<a/>") == ""


def test_parameters_are_strings_and_do_not_outlive_their_call() -> None:
    echo = sheet('<xsl:value-of select="$p"/>', '<xsl:param name="p" as="xs:string" select="\'none\'"/>')
    assert echo("<a/>", p='<&">') == '<&">'
    assert echo("<a/>") == "none"


def test_an_undeclared_parameter_is_refused_and_the_declared_ones_are_named(tmp_path: Path) -> None:
    tmp_path.joinpath("deep").mkdir()
    tmp_path.joinpath("deep/part.xsl").write_text(
        HEAD + '<xsl:param name="included" as="xs:string" select="\'\'"/></xsl:stylesheet>'
    )
    main = tmp_path / "main.xsl"
    main.write_text(HEAD + '<xsl:include href="deep/part.xsl"/></xsl:stylesheet>')
    assert Stylesheet(main)("<a>t</a>", included="x") == "t"
    with pytest.raises(StylesheetError, match=r"main\.xsl has no parameter inclded.*declares: included"):
        Stylesheet(main)("<a/>", inclded="x")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("<xsl:message>Odd.</xsl:message>", "Odd."),
        ('<xsl:message terminate="yes">No way.</xsl:message>', "No way."),
        ("<xsl:message>One.</xsl:message><xsl:message>Two.</xsl:message>", "One. Two."),
        ("<xsl:sequence select=\"error(QName('urn:f', 'f:bad'), 'Ümläut.')\"/>", "Ümläut."),
        ('<xsl:sequence select="xs:integer(/a) + 1"/>', 'Cannot convert string "t" to an integer'),
    ],
)
def test_messages_and_failures_name_stylesheet_and_document(body: str, sentence: str) -> None:
    with pytest.raises(StylesheetError) as caught:
        sheet(body)("<a>t</a>", name="tei/x.xml")
    assert str(caught.value).startswith("The stylesheet test.xsl stopped at tei/x.xml: ")
    assert sentence in str(caught.value)


def test_a_fault_of_the_stylesheet_is_told_with_module_and_line(tmp_path: Path) -> None:
    main = tmp_path / "main.xsl"
    body = "<xsl:template match='/'>\n<xsl:value-of select='xs:integer(a)'/></xsl:template>"
    main.write_text(HEAD + body + "</xsl:stylesheet>")
    with pytest.raises(StylesheetError) as caught:
        Stylesheet(main)("<a>t</a>")
    sentence = 'main.xsl, line 2: Cannot convert string "t" to an integer (FORG0001)'
    assert str(caught.value) == f"The stylesheet main.xsl stopped: {sentence}"


def test_a_failure_leaves_nothing_behind_for_the_next_document() -> None:
    moody = sheet('<xsl:if test="/a = 1"><xsl:message>One.</xsl:message></xsl:if>' + ECHO)
    with pytest.raises(StylesheetError):
        moody("<a>1</a>")
    assert moody("<a>2</a>") == "2"


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ("<a>", "must start and end"),
        ('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>', "DOCTYPE is disallowed"),
        (b"<a>\xfc</a>", "codec can't decode"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused(document: str | bytes, sentence: str) -> None:
    with pytest.raises(StylesheetError, match=sentence):
        sheet(ECHO)(document, name="x.xml")


def test_compile_errors_say_where_and_what_and_all_of_it() -> None:
    with pytest.raises(StylesheetError) as caught:
        sheet('\n<xsl:value-of select="$b"/>\n<xsl:value-of select="$c"/>')
    message = str(caught.value)
    assert message.startswith("The stylesheet test.xsl cannot be used: ")
    assert "line 2: Variable $b has not been declared" in message
    assert "line 3: Variable $c has not been declared" in message
    assert message.count("(XPST0008)") == 2


def test_compile_errors_name_the_module_they_are_in(tmp_path: Path) -> None:
    tmp_path.joinpath("part.xsl").write_text(
        f'{HEAD}\n<xsl:variable name="v" select="1 +"/></xsl:stylesheet>'
    )
    main = tmp_path / "main.xsl"
    main.write_text(HEAD + '<xsl:include href="part.xsl"/></xsl:stylesheet>')
    with pytest.raises(StylesheetError, match=r"main\.xsl cannot be used: part\.xsl, line 2: "):
        Stylesheet(main)


@pytest.mark.parametrize("text", ["", "<a", "<a/>"])
def test_what_is_no_stylesheet_is_refused(text: str) -> None:
    with pytest.raises(StylesheetError, match=r"^The stylesheet odd\.xsl cannot be used: \S"):
        Stylesheet.from_text(text, "odd.xsl")


def test_a_missing_stylesheet_is_named(tmp_path: Path) -> None:
    with pytest.raises(StylesheetError, match=r"no stylesheet at .*gone\.xsl"):
        Stylesheet(tmp_path / "gone.xsl")


def test_nothing_is_written_to_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(StylesheetError):
        sheet("<xsl:sequence select=\"error((), 'Loud.')\"/>")("<a/>")
    assert capfd.readouterr() == ("", "")


def in_a_process_of_its_own(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )


def test_a_thread_may_not_make_the_processor_but_may_use_it() -> None:
    start = (
        "import threading\nfrom edition.saxon import Stylesheet\nfrom edition.errors import StylesheetError\n"
    )
    text = f"text = '''{HEAD}</xsl:stylesheet>'''\n"
    first = (
        "def run():\n    try: Stylesheet.from_text(text, 'x')\n    except StylesheetError as e: print(e)\n"
        "t = threading.Thread(target=run); t.start(); t.join()\n"
    )
    then = (
        "sheet = Stylesheet.from_text(text, 'x')\n"
        "t = threading.Thread(target=lambda: print(sheet('<a>t</a>'))); t.start(); t.join()\n"
    )
    done = in_a_process_of_its_own(start + text + first + then)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "The first stylesheet must be compiled in the main thread.\nt\n"


def test_saxon_has_no_warning_about_our_own_stylesheets() -> None:
    code = (
        "from saxonche import PySaxonProcessor\ncompiler = PySaxonProcessor().new_xslt30_processor()\n"
        "from pathlib import Path\nfor path in sorted(Path('xslt').glob('*.xsl')):\n"
        "    compiler.compile_stylesheet(stylesheet_file=str(path))\n"
    )
    done = in_a_process_of_its_own(code)
    assert (done.returncode, done.stderr) == (0, "")
