"""Distributed Text Services as files: the questions of the official validator, the table of `down`, every passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations_with_replacement
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from edition import settings, urls, validation
from edition.dts import templates
from edition.errors import EditionError, ExportError, InputError, StylesheetError
from edition.exports import dts
from edition.exports import tei as published
from edition.model import Article
from edition.transcript import DIPLOMATIC, flatten
from tests.both import BOTH, ROOTS, edition_of, exported
from tests.conftest import ROOT, TOY
from tests.dts import TEI, Dts, Files, Unit, conforms, expand, expected, names, wrapped
from tests.dts_checks import CHECKS, OF_RANGES

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
DOWNS = (None, 0, 1, 2, -1)


@cache
def files(root: Path, passages: str) -> Dts:
    """The export as a client meets it."""
    edition = edition_of(root)
    config = replace(edition.config, dts=passages)
    made = dts.files(root, config, replace(edition, config=config))
    return Dts(Files(config.base_url, {file.path: file.content for file in made}))


def texts() -> list[Any]:
    return [
        pytest.param(root, article, id=article.id) for root in ROOTS for article in edition_of(root).articles
    ]


@cache
def source(root: Path, article: Article) -> Any:
    return etree.parse(root / article.path).getroot()


# The official validator


@BOTH
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_with_ranges_the_files_answer_all_the_validator_asks(
    check: Callable[[Dts], None], root: Path
) -> None:
    check(files(root, "ranges"))


@BOTH
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_without_ranges_they_answer_all_but_ranges(check: Callable[[Dts], None], root: Path) -> None:
    if check in OF_RANGES:
        with pytest.raises((AssertionError, KeyError)):
            check(files(root, "units"))
    else:
        check(files(root, "units"))


@BOTH
def test_templates_promise_nothing_that_is_not_there(root: Path) -> None:
    offered = files(root, "units").entry
    assert not {"start", "end"} & {name for key in ("navigation", "document") for name in names(offered[key])}
    assert "page" not in names(offered["collection"]) | names(offered["navigation"])


# Every file


@BOTH
@pytest.mark.parametrize("passages", ["units", "ranges"])
def test_every_file_has_the_address_it_gives_itself(root: Path, passages: str) -> None:
    client = files(root, passages).client
    assert isinstance(client, Files)
    for path, body in spread(client.files.items()):
        if path.endswith(".jsonld"):
            kind = "entry" if path.endswith("dts/index.jsonld") else path.split("/")[2].split(";")[0]
            answer = conforms(client.fetch(client.base_url + path).json, kind.removesuffix(".jsonld"))
            if kind in ("entry", "navigation"):
                assert client.fetch(answer["@id"]).body == body
        else:
            beside = ("data/dts/catalogue.json", "data/dts/README.txt")
            assert path in beside or path.startswith("data/dts/document/")


def test_the_same_edition_gives_the_same_bytes() -> None:
    edition = edition_of(TOY)
    assert list(dts.files(TOY, edition.config, edition)) == list(dts.files(TOY, edition.config, edition))


# Collections


@BOTH
def test_every_text_is_found_from_the_root_with_its_rights(root: Path) -> None:
    edition, interface = edition_of(root), files(root, "units")
    resources = interface.resources()
    assert [one["@id"] for one in resources] == [article.id for article in edition.articles]
    for article, one in zip(edition.articles, resources, strict=True):
        said = one["dublinCore"]
        assert one["title"] == article.title
        assert [name["value"] for name in said["creator"]] == list(article.authors)
        assert said["created"] == article.published.when
        assert said["language"] == article.language
        assert said["license"] == [edition.config.licence_text, edition.config.licence_edition]
        assert len(said["rights"]) == 2
        assert (said["issued"], said["hasVersion"]) == (edition.config.date, edition.config.version)
        assert edition.config.version in said["bibliographicCitation"][0]["value"]


@BOTH
def test_parents_lead_back_to_the_root(root: Path) -> None:
    interface = files(root, "units")
    for resource in interface.resources():
        (above,) = interface.collection(id=resource["@id"], nav="parents")["member"]
        (top,) = interface.collection(id=above["@id"], nav="parents")["member"]
        assert (above["totalParents"], resource["totalParents"], top["totalParents"]) == (1, 1, 0)
        assert interface.collection(id=top["@id"]) == interface.collection()
        assert interface.collection(id=top["@id"], nav="parents")["member"] == []
        assert interface.collection(id=above["@id"], nav="children") == interface.collection(id=above["@id"])
    assert interface.collection(nav="parents")["member"] == []


@BOTH
def test_downloads_are_files_of_the_site(root: Path) -> None:
    made = {path for slug in ("tei", "text", "markdown") for path in exported(slug, root).files}
    for resource in files(root, "units").resources():
        found = [one.removeprefix(edition_of(root).config.base_url) for one in resource["download"]]
        assert set(found) <= made
        assert found[0].startswith("data/tei/")


# Units


def declared(root: Path, article: Article) -> list[tuple[str, str | None, str, Any]]:
    """Identifier, parent, type and element of each unit, by the paths of the header: read here by lxml."""

    def found(structures: list[Any], context: Any, parent: str | None) -> Iterator[tuple[Any, ...]]:
        hits = [(one, node) for one in structures for node in evaluated(one.get("match"), context)]
        order = {node: place for place, node in enumerate(source(root, article).iter())}
        for structure, node in sorted(hits, key=lambda hit: order[hit[1]]):
            own = evaluated(structure.get("use"), node)
            if own:
                name = (parent or "") + structure.get("delim", "") + str(own[0])
                yield name, parent, structure.get("unit"), node
                yield from found(structure.findall(f"{TEI}citeStructure"), node, name)

    header = source(root, article).findall(f".//{TEI}refsDecl/{TEI}citeStructure")
    return list(found(header, source(root, article).getroottree(), None))


def evaluated(path: str, context: Any) -> list[Any]:
    """XPath 1.0 has no default namespace: every name of an element gets a prefix."""
    prefixed = re.sub(r"(?<!xml:)(?<![@\w'\"-])(?!or\b|and\b)([A-Za-z]\w*)(?![\w(]|::|:)", r"t:\1", path)
    return list(context.xpath(prefixed, namespaces={"t": TEI[1:-1]}))


@pytest.mark.parametrize(("root", "article"), texts())
def test_units_are_those_that_the_header_declares(root: Path, article: Article) -> None:
    interface = files(root, "units")
    units = interface.units(interface.resource(article.id))
    wanted = declared(root, article)
    assert units
    assert [(one["identifier"], one["parent"], one["citeType"]) for one in units] == [
        row[:3] for row in wanted
    ]
    levels = {one["identifier"]: one["level"] for one in units}
    assert all(one["level"] == levels.get(one["parent"], 0) + 1 for one in units)
    page = edition_of(root).config.base_url + urls.article(article.id)
    assert [one["@id"] for one in units] == [f"{page}#{node.get(XML_ID)}" for *_, node in wanted]
    numbered = [block.number for block in article.blocks if block.number]
    assert [one["identifier"].split(".")[-1] for one in units if one["citeType"] == "paragraph"] == numbered


@pytest.mark.parametrize(("root", "article"), texts())
def test_the_tree_has_the_types_of_the_units(root: Path, article: Article) -> None:
    interface = files(root, "units")
    resource = interface.resource(article.id)

    def paths(structures: list[Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
        for one in structures:
            yield (*above, one["citeType"])
            yield from paths(one.get("citeStructure", []), (*above, one["citeType"]))

    (tree,) = resource["citationTrees"]
    assert "identifier" not in tree  # the default tree has none
    units = {one["identifier"]: one for one in interface.units(resource)}
    seen = {
        (units[one["parent"]]["citeType"], one["citeType"]) if one["parent"] else (one["citeType"],)
        for one in units.values()
    }
    assert seen == set(paths(tree["citeStructure"]))


@BOTH
def test_where_a_unit_is_read_there_is_such_a_place(root: Path, toy_site: Path, real_site: Path) -> None:
    interface, site = files(root, "units"), toy_site if root == TOY else real_site
    base = edition_of(root).config.base_url
    for resource in interface.resources():
        for unit in interface.units(resource):
            page, _, anchor = unit["@id"].removeprefix(base).partition("#")
            assert f'id="{anchor}"' in (site / page).read_text(encoding="utf-8"), unit


# The table


def requests(units: list[Unit], *, ranges: bool) -> Iterator[dict[str, Any]]:
    yield {}
    yield from ({"ref": one["identifier"]} for one in units)
    if ranges:
        pairs = combinations_with_replacement([one["identifier"] for one in units], 2)
        yield from ({"start": start, "end": end} for start, end in pairs)


@pytest.mark.parametrize("passages", ["units", "ranges"])
@pytest.mark.parametrize(("root", "article"), texts())
def test_the_table_of_down(root: Path, article: Article, passages: str) -> None:
    interface = files(root, passages)
    resource = interface.resource(article.id)
    units = interface.units(resource)
    known = {one["identifier"]: one for one in units}
    deepest = max(one["level"] for one in units)
    for asked in requests(units, ranges=passages == "ranges"):
        for down in DOWNS:
            answer = interface.navigation(resource, down=down, **asked)
            if (down is None and not asked) or (down == 0 and "ref" not in asked):
                assert answer.status == 404  # a host of files cannot say 400
                continue
            if (
                "start" in asked
                and down
                and down > max(1, deepest - max(known[one]["level"] for one in asked.values()))
            ):
                continue  # the same as -1, and no file
            found = answer.json
            assert {name: found.get(name) for name in asked} == {
                name: known[one] for name, one in asked.items()
            }
            assert not {"ref", "start", "end"} - set(asked) & set(found)
            if down is None:
                assert "member" not in found
            else:
                assert [one["identifier"] for one in found["member"]] == expected(units, down, **asked)
                assert all(one == known[one["identifier"]] for one in found["member"])


@BOTH
def test_what_is_not_there_is_not_found(root: Path) -> None:
    interface = files(root, "ranges")
    resource = interface.resources()[0]
    first, last = (interface.units(resource)[place]["identifier"] for place in (0, -1))
    for asked in ({"ref": "none"}, {"start": last, "end": first}, {"ref": first, "tree": "none"}):
        assert interface.navigation(resource, down=1, **asked).status == 404
        assert interface.document(resource, **asked).status == 404


# Documents


def flat(element: Any) -> str:
    return "".join(element.itertext())


def canonical(element: Any) -> bytes:
    return bytes(etree.tostring(element, with_tail=False, method="c14n", exclusive=True))


def spread(items: Iterable[Any]) -> list[Any]:
    """All of a few; of many some hundred, from everywhere."""
    listed = list(items)
    return listed[:: max(1, len(listed) // 200)]


class Line:
    """All text of a file in a line, and which stretch of it each element has: read by walking."""

    def __init__(self, root: Any) -> None:
        self.text = ""
        self.spans: dict[str, tuple[int, int]] = {}
        self._walk(root)

    def _walk(self, element: Any) -> None:
        start = len(self.text)
        if isinstance(element.tag, str):
            self.text += element.text or ""
            for child in element:
                self._walk(child)
                self.text += child.tail or ""
            if element.get(XML_ID):
                self.spans[element.get(XML_ID)] = (start, len(self.text))


@pytest.mark.parametrize(("root", "article"), texts())
def test_the_whole_document_is_the_published_file(root: Path, article: Article) -> None:
    edition = edition_of(root)
    made = {file.path: file.content for file in published.files(root, edition.config, edition)}
    interface = files(root, "units")
    whole = interface.document(interface.resource(article.id)).body
    assert whole == made[urls.data(article.path)]


@pytest.mark.parametrize(("root", "article"), texts())
def test_a_passage_has_the_text_of_its_block(root: Path, article: Article) -> None:
    interface = files(root, "units")
    resource = interface.resource(article.id)
    blocks = {block.id: block for block in article.blocks}
    compared = 0
    for unit in interface.units(resource):
        wrapper = wrapped(interface.document(resource, ref=unit["identifier"]).body)
        (passage,) = wrapper
        assert wrapper.getroottree().xpath(wrapper.get("ref")) == [passage]
        assert f"#{passage.get(XML_ID)}" == "#" + unit["@id"].partition("#")[2]
        block = blocks.get(passage.get(XML_ID))
        if block:
            compared += 1
            assert (flatten(passage).text, flatten(passage, DIPLOMATIC).text) == (block.text, block.printed)
    assert compared >= sum(1 for block in article.blocks if block.number)


@pytest.mark.parametrize(("root", "article"), texts())
def test_a_range_has_the_text_from_its_first_unit_to_its_last(root: Path, article: Article) -> None:
    interface = files(root, "ranges")
    resource = interface.resource(article.id)
    line = Line(source(root, article).find(f"{TEI}text"))
    ids = {one["identifier"]: one["@id"].partition("#")[2] for one in interface.units(resource)}
    singles = {one: canonical(wrapped(interface.document(resource, ref=one).body)[0]) for one in ids}
    for start, end in spread(combinations_with_replacement(ids, 2)):
        document = interface.document(resource, start=start, end=end).body
        wrapper = wrapped(document)
        assert flat(wrapper) == line.text[line.spans[ids[start]][0] : line.spans[ids[end]][1]], (start, end)
        (first,), (last,) = (wrapper.xpath(wrapper.get(name)) for name in ("start", "end"))
        assert (first.get(XML_ID), last.get(XML_ID)) == (ids[start], ids[end])
        if not first.xpath(".//*[@xml:id=$id]", id=ids[end]):
            for one, element in ((start, first), (end, last)):
                assert canonical(element) == singles[one]


@pytest.mark.parametrize(("root", "article"), texts())
def test_a_passage_stands_in_the_elements_it_stands_in(root: Path, article: Article) -> None:
    interface = files(root, "ranges")
    resource = interface.resource(article.id)
    tree = source(root, article)

    def around(element: Any) -> list[tuple[str, dict[str, str]]]:
        return [(one.tag, dict(one.attrib)) for one in element.iterancestors() if one.tag != wrapper.tag]

    order = [one["@id"].partition("#")[2] for one in interface.units(resource)]
    for asked in spread(requests(interface.units(resource), ranges=True)):
        if not asked:
            continue
        wrapper = wrapped(interface.document(resource, **asked).body)
        ids = {name: wrapper.xpath(f"{wrapper.get(name)}/@xml:id")[0] for name in asked}
        for identifier in ids.values():
            (here,) = wrapper.xpath("descendant::*[@xml:id=$id]", id=identifier)
            (there,) = tree.xpath("//*[@xml:id=$id]", id=identifier)
            assert around(here) == around(there)
        assert all(identifier in order for identifier in ids.values())


@pytest.mark.parametrize(("root", "article"), texts())
def test_a_passage_names_title_version_and_both_licences(root: Path, article: Article) -> None:
    interface, config = files(root, "units"), edition_of(root).config
    resource = interface.resource(article.id)
    whole = etree.fromstring(interface.document(resource).body).find(f".//{TEI}fileDesc")
    for unit in interface.units(resource):
        root_element = etree.fromstring(interface.document(resource, ref=unit["identifier"]).body)
        (head,) = root_element.findall(f"{TEI}teiHeader/{TEI}fileDesc")
        assert etree.tostring(head, with_tail=False) == etree.tostring(whole, with_tail=False)
        assert [one.get("target") for one in head.iter(f"{TEI}licence")] == [
            config.licence_text,
            config.licence_edition,
        ]
        assert head.find(f".//{TEI}edition").get("n") == config.version


# Other ways of citing


def changed(toy: Path, old: str, new: str, **setting: str) -> Dts:
    path = toy / "tei/articles/erster.xml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    config = replace(settings.load(toy), **setting)
    edition = replace(validation.examine(toy, config).edition, config=config)
    return Dts(Files(config.base_url, {file.path: file.content for file in dts.files(toy, config, edition)}))


CITED = '<citeStructure unit="paragraph" match="/TEI/text/body/div/p" use="@n"/>'


def test_a_text_without_declared_units_has_no_citation_tree(toy: Path) -> None:
    interface = changed(toy, CITED, "<p>Zitiert wird nach Absätzen.</p>")
    resource = interface.resource("erster")
    assert resource["citationTrees"] == []
    for down in (None, 1, 2, -1):
        assert conforms(interface.navigation(resource, down=down).json, "navigation")["member"] == []
    assert interface.document(resource).status == 200


def test_units_inside_units_have_their_numbers_behind_them(toy: Path) -> None:
    nested = (
        '<citeStructure unit="part" match="/TEI/text/body/div" use="@xml:id">'
        '<citeData property="http://purl.org/dc/terms/title" use="p[1]/persName[1]"/>'
        '<citeData property="http://example.org/other" use="@type"/>'
        '<citeStructure unit="paragraph" match="p" use="@n" delim=":">'
        '<citeStructure unit="quotation" match=".//quote" use="@xml:id" delim="/"/></citeStructure></citeStructure>'
    )
    with pytest.raises(ExportError, match=r"text:1/q-das-eis.* cannot be a file name"):
        changed(toy, CITED, nested)
    path = toy / "tei/articles/erster.xml"
    path.write_text(path.read_text(encoding="utf-8").replace('delim="/"', 'delim=" § "'), encoding="utf-8")
    interface = changed(toy, "Ein Artikel zum", "Ein Artikel zum", dts="ranges")
    resource = interface.resource("erster")
    units = interface.units(resource)
    assert [one["identifier"] for one in units] == ["text", "text:1", "text:1 § q-das-eis", "text:2"]
    assert [one["level"] for one in units] == [1, 2, 3, 2]
    assert units[0]["dublinCore"] == {"title": [{"lang": "de", "value": "Änne Muster"}]}
    for asked in requests(units, ranges=True):
        for down in (1, -1):
            found = interface.navigation(resource, down=down, **asked).json
            assert [one["identifier"] for one in found["member"]] == expected(units, down, **asked)
    assert (
        flat(wrapped(interface.document(resource, ref=units[2]["identifier"]).body)) == "»Das Eis war dünn.«"
    )
    found = flat(wrapped(interface.document(resource, start="text:1 § q-das-eis", end="text:2").body))
    assert found.startswith("»Das Eis")
    assert found.endswith("kam nie an.")


def test_units_stand_in_the_order_of_the_text_whichever_path_finds_them(toy: Path) -> None:
    both = f'{CITED}<citeStructure unit="front" match="/TEI/text/front/*" use="@xml:id"/>'
    interface = changed(toy, CITED, both)
    units = interface.units(interface.resource("erster"))
    assert [one["identifier"] for one in units] == ["head", "byline", "1", "2"]


@pytest.mark.parametrize(
    ("structure", "said"),
    [
        ('match="/TEI/text/body/div/p" use="@rend"', None),
        ('match="/TEI/text//*[@xml:id]" use="local-name()"', "more than one citable unit"),
        ('match="/TEI/text/body/div/p[" use="@n"', r'The path "/TEI/text/body/div/p\[" in @match of citeStructure cannot'),
        ('match="/TEI/text/body/div/p" use="nothing("', r'The path "nothing\(" in @use of citeStructure cannot be used'),
        ('match="/TEI/text/body/div/p/@n" use="."', "finds something that is no element"),
        ('match="/TEI/text/body/div/p" use="concat(\'.\', @n)"', "cannot be a file name"),
    ],
)  # fmt: skip
def test_a_declaration_that_cannot_be_followed_is_a_sentence(
    toy: Path, structure: str, said: str | None
) -> None:
    new = f'<citeStructure unit="paragraph" {structure}/>'
    if said is None:  # nothing has a number: nothing can be cited
        interface = changed(toy, CITED, new)
        assert interface.units(interface.resource("erster")) == []
        return
    with pytest.raises((ExportError, StylesheetError), match=said) as caught:
        changed(toy, CITED, new)
    assert isinstance(caught.value, EditionError)
    assert caught.value.hint


def test_inner_units_do_not_lead_out_of_the_outer(toy: Path) -> None:
    nested = (
        '<citeStructure unit="paragraph" match="/TEI/text/body/div/p" use="@n">'
        '<citeStructure unit="next" match="following::p" use="@n" delim="."/></citeStructure>'
    )
    with pytest.raises(StylesheetError, match="leads out of the unit around it"):
        changed(toy, CITED, nested)


def test_the_setting_is_one_of_two(toy: Path) -> None:
    path = toy / "tei/edition.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f'dts = "ranges"\n{text}', encoding="utf-8")
    assert settings.load(toy).dts == "ranges"
    path.write_text(f'dts = "all"\n{text}', encoding="utf-8")
    with pytest.raises(InputError, match=r'dts in tei/edition\.toml must be "units" or "ranges"'):
        settings.load(toy)
    assert settings.load(ROOT).dts == "units"


# Templates

TEMPLATES = (
    "https://x.org/a{/id}{;nav}.jsonld", "https://x.org/a/{resource}{;tree}{;down}{/ref,start,end}.jsonld",
    "https://x.org/a/{?resource,ref,start,end}", "https://x.org/a/?resource=b{&ref,start,end}",
)  # fmt: skip
VALUES = st.dictionaries(st.sampled_from(["id", "nav", "resource", "tree", "down", "ref", "start", "end"]), st.text(min_size=1))  # fmt: skip


@given(st.sampled_from(TEMPLATES), VALUES, VALUES)
def test_templates_are_expanded_as_the_standard_says(
    template: str, values: dict[str, str], first: dict[str, str]
) -> None:
    values = {name: value for name, value in values.items() if value.isprintable()}
    assert templates.expanded(template, values) == expand(template, **values)
    first = {"resource": "a b"} if "resource" in first else {}
    whole = templates.expanded(template, values | first)
    if not values or template != TEMPLATES[1]:
        assert expand(templates.filled(template, first), **values) == whole
