"""Rules in Schematron, run over small documents."""

from __future__ import annotations

import time

import pytest

from edition import corpus
from edition.checks.constraints import Constraints
from edition.errors import SchemaError
from edition.model import Bilingual, Finding

TEI = "http://www.tei-c.org/ns/1.0"


def rules(patterns: str) -> Constraints:
    head = f'<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"><ns prefix="t" uri="{TEI}"/>'
    return Constraints(f"{head}{patterns}</schema>".encode())


def pattern(*rules_of_it: str) -> str:
    return f"<pattern>{''.join(rules_of_it)}</pattern>"


def rule(context: str, content: str) -> str:
    return f'<rule context="{context}">{content}</rule>'


def report(slug: str, test: str = "true()", text: str = "Found.", role: str = "error") -> str:
    return f'<report id="ed-T001-{slug}" role="{role}" test="{test}">{text}</report>'


def check(patterns: str, content: str) -> tuple[Finding, ...]:
    document = f'<TEI xmlns="{TEI}">\n{content}</TEI>'
    return rules(patterns).check(corpus.from_bytes(document.encode(), "x.xml", "page"))


def places(patterns: str, content: str) -> list[tuple[int, int]]:
    return [(one.line, one.column) for one in check(patterns, content)]


def words(text: str) -> Bilingual:
    return Bilingual(text, text)


def test_an_assertion_that_holds_finds_nothing() -> None:
    assert (
        check(pattern(rule("t:p", '<assert id="ed-T001-p" test="node()">Empty.</assert>')), "<p>x</p>") == ()
    )


def test_a_finding_has_code_severity_place_message_and_hint() -> None:
    patterns = pattern(
        rule("t:p", '<assert id="ed-T012-no-p" role="warning" test="false()">Odd.\n Hint: Do  it.</assert>')
    )
    assert check(patterns, "\n  <p/>") == (
        Finding("T012", "warning", "x.xml", 3, 3, words("Odd."), words("Do it.")),
    )


def test_a_diagnostic_is_the_message_in_its_language_and_sees_the_variables_of_its_rule() -> None:
    patterns = pattern(
        rule(
            "t:p",
            '<let name="n" value="@n"/><report id="ed-T012-p" diagnostics="other de" test="true()">Odd. Hint: Do.</report>',
        )
    ) + (
        '<diagnostics><diagnostic id="other">More.</diagnostic>'
        '<diagnostic id="de" xml:lang="de">Seltsam <value-of select="$n"/>. Hinweis: Tun.</diagnostic></diagnostics>'
    )
    (found,) = check(patterns, '<p n="{1}"/>')
    assert (found.message, found.hint) == (Bilingual("Odd.", "Seltsam {1}."), Bilingual("Do.", "Tun."))


def test_a_rule_without_a_role_is_an_error() -> None:
    found = check(pattern(rule("t:p", '<report id="ed-T001-p" test="true()">Odd.</report>')), "<p/>")
    assert [(one.severity, one.hint.en) for one in found] == [("error", "")]


@pytest.mark.parametrize(
    ("context", "content", "expected"),
    [
        ("t:p", "<p/>\n<q><p/></q>", [(2, 1), (3, 4)]),
        ("t:p/@n", '<q/>\n<p n="1"/>', [(3, 1)]),
        ("@n", '<q/>\n<p n="1"/>', [(3, 1)]),
        ("t:p/text()", "<q>a</q>\n<p><q/>\nText</p>", [(3, 1)]),
        ("/", "<p/>", [(1, 1)]),
        ("comment()", "<p>\n<!-- x --></p>", [(2, 1)]),
        ("t:p | t:*", "<p/>", [(1, 1), (2, 1)]),
    ],
)
def test_the_place_is_the_start_of_the_element(
    context: str, content: str, expected: list[tuple[int, int]]
) -> None:
    assert places(pattern(rule(context, report("x"))), content) == expected


def test_a_comment_before_the_root_moves_no_place() -> None:
    document = f'<?xml version="1.0"?>\n<?pi?><!-- c -->\n<TEI xmlns="{TEI}"><p/></TEI>'.encode()
    found = rules(pattern(rule("t:p", report("x")))).check(corpus.from_bytes(document, "x.xml", "page"))
    assert [(one.line, one.column) for one in found] == [(3, 42)]


def test_in_a_pattern_only_the_first_rule_that_matches_is_asked() -> None:
    patterns = pattern(
        rule("t:p[@n]", report("first", "false()")), rule("t:p", report("second", text="Second."))
    )
    assert places(patterns, '<p n="1"/><p/>') == [(2, 11)]


def test_every_pattern_is_asked() -> None:
    patterns = pattern(rule("t:p", report("a", text="A."))) + pattern(rule("t:*", report("b", text="B.")))
    found = check(patterns, "<p><q/></p>")
    assert [(one.column, one.message.en) for one in found] == [(1, "B."), (1, "A."), (1, "B."), (4, "B.")]


def test_a_message_holds_values_and_names() -> None:
    text = "The <name/> in <name path='..'/> is »<value-of select='@n'/>«, <emph>not {1}</emph>."
    assert check(pattern(rule("t:p", report("x", text=text))), '<p n="&lt;2"/>')[0].message.en == (
        "The p in TEI is »<2«, not {1}."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It's \"one\" &lt; {two} || 'three'.", "It's \"one\" < {two} || 'three'."),
        ("<value-of select='(1, 2)'/><value-of select=\"'a', 'b'\"/>", "1 2a b"),
        ("<value-of select='t:q'/>, <value-of select='t:none'/>.", "x y, ."),
        ("", ""),
        ("<emph/>", ""),
    ],
)
def test_a_message_says_what_is_written(text: str, said: str) -> None:
    (found,) = check(pattern(rule("t:p", report("x", text=text))), "<p><q>x</q><q>y</q></p>")
    assert found.message.en == said


def test_variables_hold_in_the_schema_in_a_pattern_and_in_a_rule() -> None:
    patterns = (
        '<let name="all" value="count(//t:p)"/><pattern><let name="first" value="(//t:p)[1]"/>'
        '<rule context="t:p"><let name="n" value="number(@n)"/>'
        '<report id="ed-T001-x" test="$n = $all and not(. is $first)">Last.</report></rule></pattern>'
    )
    assert places(patterns, '<p n="1"/><p n="2"/>') == [(2, 11)]


def test_current_is_the_node_of_the_rule() -> None:
    patterns = pattern(rule("t:p", report("x", "exists(//t:p[@n = current()/@n][. &lt;&lt; current()])")))
    assert places(patterns, '<p n="1"/><p n="2"/><p n="1"/>') == [(2, 21)]


def test_a_rule_takes_over_an_abstract_one() -> None:
    patterns = pattern(
        f'<rule abstract="true" id="base">{report("x", "@n = $n")}</rule>',
        rule("t:p", '<let name="n" value="1"/><extends rule="base"/>'),
        rule("t:q", '<let name="n" value="2"/><extends rule="base"/>'),
    )
    assert places(patterns, '<p n="1"/><q n="1"/><q n="2"/>') == [(2, 1), (2, 21)]


def test_keys_and_functions_can_be_used() -> None:
    xsl = 'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"'
    patterns = (
        f'<xsl:key {xsl} name="n" match="t:p" use="@n"/>'
        f'<xsl:function {xsl} name="t:more" as="xs:boolean"><xsl:param name="p"/>'
        "<xsl:sequence select=\"exists(key('n', $p/@n, root($p))[2])\"/></xsl:function>"
        + pattern(rule("t:p", report("x", "t:more(.)")))
    )
    assert places(patterns, '<p n="1"/><p n="2"/>\n<p n="1"/>') == [(2, 1), (3, 1)]


def test_a_rule_that_cannot_be_applied_is_a_finding_and_hides_no_other() -> None:
    patterns = pattern(rule("t:p", report("date", "xs:date(@n) gt current-date()"))) + pattern(
        rule("t:p", report("x"))
    )
    first, second = check(patterns, '<p n="never"/>')
    assert first.message.en.startswith("The rule cannot be applied here: ")
    assert first.message.de.startswith("Die Regel lässt sich hier nicht anwenden: ")
    assert first.severity == "error"
    assert second.message.en == "Found."


@pytest.mark.parametrize(
    ("patterns", "sentence"),
    [
        (pattern(rule("t:p[", report("x"))), "cannot be used"),
        (pattern(rule("t:p", report("x", "$nothing"))), r"Variable \$nothing"),
        (pattern(rule("u:p", report("x"))), "prefix 'u' has not been declared"),
        (pattern('<rule context="t:p"><extends rule="none"/></rule>'), "not one abstract rule none"),
        ("<phase id='x'/>", "understands the Schematron element phase"),
        (pattern(rule("t:p", "<diagnostics/>")), "understands the Schematron element diagnostics"),
        (
            pattern(rule("t:p", '<report id="ed-T001-x" diagnostics="none" test="true()">x</report>')),
            "not one diagnostic none",
        ),
        ("<pattern is-a='x'/>", "understands the Schematron element pattern"),
        (pattern(rule("t:p", '<report id="none" test="true()">x</report>')), "The rule 'none' has no code"),
    ],
)
def test_rules_that_cannot_be_used_are_refused(patterns: str, sentence: str) -> None:
    with pytest.raises(SchemaError, match=sentence):
        check(patterns, "<p/>")


def test_what_is_no_schematron_is_refused() -> None:
    with pytest.raises(SchemaError, match="cannot be used"):
        Constraints(b"<x/>")


def test_many_rules_and_a_long_document_are_quick() -> None:
    patterns = "".join(
        pattern(rule(f"t:p[@n = '{number}']", report(f"n{number}", "count(t:q) ne 1")))
        for number in range(60)
    )
    content = "".join(
        f'<p n="{number % 70}" xml:id="p-{number}">Some words <q>here</q>.</p>\n' for number in range(1200)
    )
    compiled = rules(patterns)
    source = corpus.from_bytes(f'<TEI xmlns="{TEI}">{content}</TEI>'.encode(), "x.xml", "page")
    compiled.check(source)
    begin = time.perf_counter()
    assert compiled.check(source) == ()
    assert time.perf_counter() - begin < 0.5
