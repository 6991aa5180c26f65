"""Stated relations in a few groups, so that a picture can tell them apart; a relation without a row is `OTHER`."""

from __future__ import annotations

FAMILY, FRIENDS, POLITICS, HELP, HOSTILITY, OTHER = (
    "family",
    "friends",
    "politics",
    "help",
    "hostility",
    "other",
)
NEAR = "near"  # not stated: nearness in the text
DOUBT = "doubt"  # what a picture adds to a line whose relation is not certain
GROUPS = (FAMILY, FRIENDS, POLITICS, HELP, HOSTILITY, OTHER)
_MEMBERS = {
    FAMILY: ("spouse", "partner", "sibling", "parent"),
    FRIENDS: ("friend", "co-author", "fellow-passenger", "translator"),
    POLITICS: ("comrade", "founder", "member", "successor", "employer"),
    HELP: ("defender", "rescuer", "supporter"),
    HOSTILITY: ("murderer", "attacker", "opponent"),
}
_GROUP = {relation: group for group, relations in _MEMBERS.items() for relation in relations}


def group(relation: str) -> str:
    """The group of a relation, one of GROUPS."""
    return _GROUP.get(relation, OTHER)
