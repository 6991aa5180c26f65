"""What the official validator of DTS asks of a live interface, fifteen questions, written anew from the specification.

The validator (https://github.com/distributed-text-services/validator) is in no registry. It validates JSON against
schemas, follows the templates of the first text it finds, and wants every answer to be a success.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.dts import Dts, conforms, names, wrapped


def one_resource(dts: Dts) -> Any:
    """As its client does: from the root through one collection."""
    return dts.resources()[-1]


def first_and_last(dts: Dts) -> tuple[Any, str, str]:
    resource = one_resource(dts)
    units = dts.navigation(resource, down=1).json["member"]
    return resource, units[0]["identifier"], units[-1]["identifier"]


def entry_has_the_fields(dts: Dts) -> None:
    conforms(dts.entry, "entry")


def entry_has_the_templates(dts: Dts) -> None:
    assert {"id", "nav"} <= names(dts.entry["collection"])
    assert {"resource", "ref", "start", "end", "down"} <= names(dts.entry["navigation"])
    assert {"resource", "ref", "start", "end"} <= names(dts.entry["document"])


def the_root_is_a_collection(dts: Dts) -> None:
    root = conforms(dts.collection(), "collection")
    assert root["@type"] == "Collection"
    assert root["dtsVersion"] == "1.0"
    assert "totalItems" not in root
    assert root["totalChildren"] == len(root["member"])
    assert root["totalParents"] == 0


def the_last_member_of_the_root(dts: Dts) -> None:
    last = dts.collection()["member"][-1]
    found = conforms(dts.collection(id=last["@id"]), "collection")
    assert {key: found[key] for key in last} == last
    assert found["totalChildren"] == len(found["member"])


def one_text(dts: Dts) -> None:
    resource = one_resource(dts)
    found = conforms(dts.resource(resource["@id"]), "collection")
    assert {key: found[key] for key in resource} == resource
    assert found["totalChildren"] == 0


def a_text_has_the_templates(dts: Dts) -> None:
    resource = one_resource(dts)
    assert "nav" in names(resource["collection"])
    for endpoint in ("navigation", "document"):
        assert {"ref", "start", "end"} <= names(resource[endpoint])
        assert "resource" not in names(resource[endpoint])  # filled in already


def navigation_one_level_down(dts: Dts) -> None:
    found = conforms(dts.navigation(one_resource(dts), down=1).json, "navigation")
    assert {unit["level"] for unit in found["member"]} == {1}


def navigation_two_levels_down(dts: Dts) -> None:
    found = conforms(dts.navigation(one_resource(dts), down=2).json, "navigation")
    assert {unit["level"] for unit in found["member"]} <= {1, 2}


def below_the_last_unit(dts: Dts) -> None:
    resource, _, last = first_and_last(dts)
    found = conforms(dts.navigation(resource, ref=last, down=-1).json, "navigation")
    assert found["ref"] == found["member"][0]


def two_levels_below_the_last_unit(dts: Dts) -> None:
    resource, _, last = first_and_last(dts)
    found = conforms(dts.navigation(resource, ref=last, down=2).json, "navigation")
    assert found["member"][0]["identifier"] == last


def a_range_one_level_down(dts: Dts) -> None:
    resource, first, last = first_and_last(dts)
    found = conforms(dts.navigation(resource, start=first, end=last, down=1).json, "navigation")
    assert (found["start"]["identifier"], found["end"]["identifier"]) == (first, last)
    assert found["start"] in found["member"]
    assert found["end"] in found["member"]


def a_range_by_itself(dts: Dts) -> None:
    resource, first, last = first_and_last(dts)
    found = conforms(dts.navigation(resource, start=first, end=last).json, "navigation")
    assert "member" not in found


def a_whole_document(dts: Dts) -> None:
    assert b"<TEI " in dts.document(one_resource(dts)).body


def a_passage(dts: Dts) -> None:
    resource, first, _ = first_and_last(dts)
    assert wrapped(dts.document(resource, ref=first).body).get("ref")


def a_range_of_passages(dts: Dts) -> None:
    resource, first, last = first_and_last(dts)
    found = wrapped(dts.document(resource, start=first, end=last).body)
    assert {"start", "end"} == set(found.keys())


CHECKS: tuple[Callable[[Dts], None], ...] = (
    entry_has_the_fields, entry_has_the_templates, the_root_is_a_collection, the_last_member_of_the_root, one_text,
    a_text_has_the_templates, navigation_one_level_down, navigation_two_levels_down, below_the_last_unit,
    two_levels_below_the_last_unit, a_range_one_level_down, a_range_by_itself, a_whole_document, a_passage,
    a_range_of_passages,
)  # fmt: skip
# What files cannot answer unless the ranges are made: start and end are no part of Level 0.
OF_RANGES = (entry_has_the_templates, a_text_has_the_templates, a_range_one_level_down, a_range_by_itself, a_range_of_passages)  # fmt: skip
