"""The documents speak of the project as it is."""

from __future__ import annotations

import re

from edition import cli, kinds, urls
from tests.conftest import ROOT
from tests.test_architecture import MAY_IMPORT

ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
URLS = (ROOT / "docs/urls.md").read_text(encoding="utf-8")


def test_every_module_has_its_line_in_the_architecture() -> None:
    named = set(re.findall(r"`([a-z_]+)/?`", ARCHITECTURE))
    assert set(MAY_IMPORT) - {"__init__"} <= named


def test_every_command_is_in_the_readme() -> None:
    for name in cli.command.commands:
        assert name == "build" or f"edition {name}" in README, name


def test_the_readme_names_every_document() -> None:
    for path in (ROOT / "docs").iterdir():
        if path.suffix in (".md", ".json"):
            assert f"(docs/{path.name})" in README, path.name
    assert len(README.splitlines()) <= 160


def test_every_computed_page_is_in_the_contract_of_addresses() -> None:
    for path in urls.named().values():
        assert path.rpartition("/")[2] in URLS, path
    for kind in kinds.KINDS:
        assert f"`{kind.plural}/`" in URLS


def test_links_of_the_documents_lead_somewhere() -> None:
    for document in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(path.name[:3]) for path in (ROOT / "docs/decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
