"""The house stands as drawn: who imports whom, where libraries live, and that public names are documented."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "edition"
MODULES = sorted(PACKAGE.rglob("*.py"))

# module → what it may import of ours. A package stands for all its modules; docs/architecture.md draws it.
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "errors": {"model"},
    "model": set(),
    "identifiers": set(),
    "interface": set(),
    "kept": {"interface"},
    "grouped": {"kept", "model"},
    "resources": set(),
    "joining": set(),
    "expressions": set(),
    "stored": set(),
    "searching": {"grouped", "kept", "model", "kinds", "urls", "joining"},
    "pictures": {"model", "datings", "grouped", "interface"},
    "kinds": {"model", "interface"},
    "urls": {"model", "kinds", "interface"},
    "datings": {"model"},
    "events": {"errors", "model"},
    "codes": {"model"},
    "places": {"events"},
    "plaintext": {"errors", "model"},
    "settings": {"errors", "model", "toml", "interface", "stored"},
    "toml": {"errors", "model"},
    "corpus": {"errors", "model", "events", "stored"},
    "layers": {"corpus"},
    "transcript": {"corpus", "layers"},
    "anchors": {"corpus", "kinds", "transcript"},
    "commented": {"corpus", "transcript"},
    "saxon": {"errors", "model"},
    "reading": {"model", "kinds", "corpus", "errors", "transcript", "anchors", "datings", "identifiers", "commented", "layers"},
    "prose": {"model", "urls", "corpus", "saxon", "resources", "errors"},
    "grammar": {"errors", "model", "expressions", "stored"},
    "schema": {"errors", "model", "saxon", "resources", "corpus"},
    "checks": {
        "model", "kinds", "corpus", "events", "saxon", "errors", "transcript", "datings", "identifiers",
        "resources", "urls", "codes", "commented", "compiled", "toml", "expressions",
    },
    "words": {"model", "kinds", "urls", "interface", "kept"},
    "citation": {"model", "kinds", "urls", "words", "interface"},
    "rights": {"model", "kinds", "urls", "words", "interface"},
    "cited": {"model", "urls", "words", "citation", "rights", "interface"},
    "records": {"cited"},
    "passages": {"model", "urls", "citation", "cited", "records", "interface", "kept"},
    "graph": {"grouped", "kept", "model", "urls", "words", "citation", "datings"},
    "linked": {"grouped", "model", "kinds", "urls", "words", "citation", "rights", "shown"},
    "dts": {"model", "urls", "citation", "rights", "saxon", "resources", "errors", "events"},
    "metadata": {"kept", "model", "kinds", "urls", "citation", "cited", "rights", "linked", "interface"},
    "pages": {
        "model", "kinds", "urls", "words", "citation", "rights", "datings", "codes", "findings", "metadata", "searching",
        "joining", "cited", "passages", "pictures", "graph", "grouped", "interface", "kept",
        "shown",
    },
    "rendering": {"compiled", "kept", "model", "urls", "words", "errors", "metadata", "interface", "languages"},
    "exports": {
        "model", "kinds", "urls", "words", "citation", "cited", "records", "rights", "corpus", "prose", "saxon", "resources",
        "errors", "datings", "dts", "linked", "rendering", "graph",
    },
    "exporting": {"model", "errors", "exports", "settings"},
    "fixes": {"model", "corpus", "errors", "validation"},
    "swap": {"errors", "model", "locking"},
    "locking": {"errors", "model"},
    "verify": {"errors", "model", "traces"},
    "traces": {"model"},
    "suppressions": {"errors", "model", "codes", "toml", "stored"},
    "findings": {"model", "codes", "__init__"},
    "foreign": {
        "model", "codes", "corpus", "errors", "events", "grammar", "checks", "places", "datings", "identifiers",
        "transcript", "findings", "expressions", "stored",
    },
    "adopting": {
        "desk", "engine", "remembering", "expressions", "interface", "reading", "model", "kinds", "corpus", "errors", "codes", "settings", "identifiers", "datings", "layers", "checks", "foreign",
    },
    "workspace": {"engine", "remembering", "model", "corpus", "scratch", "settings", "adopting"},
    "scratch": set(),
    "conservation": {"corpus", "layers"},
    "shown": {"model"},
    "desk": {"corpus", "errors", "model"},
    "engine": {"children", "desk", "errors", "model", "saxon"},
    "apart": {"children", "engine"},
    "compiled": set(),
    "children": set(),
    "cluster": {"engine", "errors", "identity", "model", "saxon"},
    "pressing": {
        "anchors", "model", "codes", "conservation", "corpus", "desk", "findings", "interface", "metadata", "pages", "prose", "rendering",
        "searching", "shown", "urls", "verify", "traces",
    },
    "batching": {"grouped", "model", "pressing"},
    "pressrun": {
        "batching", "model", "corpus", "desk", "engine", "errors", "keys", "metadata", "pressing", "remembering", "resources", "searching",
        "traces", "urls", "validation", "workspace",
    },
    "keys": {"model", "interface", "pages", "pressing", "remembering", "searching"},
    "remembering": {"model", "corpus", "desk", "engine", "errors", "locking", "settings", "stored", "swap"},
    "identity": {"desk", "remembering", "resources", "__init__"},
    "validation": {
        "desk", "engine", "workspace", "model", "corpus", "grammar", "reading", "checks", "resources", "errors", "schema", "places", "codes",
        "suppressions", "findings", "urls", "settings",
    },
    "report": {"model"},
    "assembling": {
        "apart", "corpus", "engine", "exporting", "joining", "model", "pages", "pressrun", "remembering", "report", "resources",
        "searching", "settings", "swap", "urls", "validation", "verify", "workspace",
    },
    "site": {
        "assembling", "cluster", "engine", "errors", "exporting", "identity", "model", "remembering", "report", "swap", "validation",
        "workspace",
    },
    "languages": {"model"},
    "speech": {"model", "errors", "findings", "languages", "rendering"},
    "scaffold": {"errors", "model", "corpus", "plaintext", "resources", "urls", "words"},
    "serving": {
        "errors", "model", "kinds", "urls", "resources", "settings", "corpus", "places", "site", "swap", "findings",
        "dts", "exporting",
    },
    "cli_options": {"model", "speech"},
    "cli_validate": {
        "cli_options", "engine", "errors", "findings", "fixes", "foreign", "model", "settings", "speech", "validation",
        "workspace",
    },
    "cli_export": {
        "cli_options", "desk", "errors", "exporting", "exports", "findings", "model", "speech", "swap", "urls", "validation",
        "workspace",
    },
    "cli_service": {"cli_options", "model", "resources", "scaffold", "serving", "speech"},
    "cli": {
        "cli_options", "cli_validate", "cli_export", "cli_service", "corpus", "errors", "findings", "model", "schema",
        "site", "speech", "swap", "validation", "__init__",
    },
}  # fmt: skip
HOME = {
    "lxml": {"adopting", "corpus", "reading", "checks", "grammar", "verify"},
    "saxonche": {"saxon"},
    "distributed": {"cluster"},
    "jinja2": {"rendering"},
    "markupsafe": {"prose", "pages", "rendering"},  # pages and rendering only name the type
    "click": {"cli", "cli_export", "cli_options", "cli_service", "cli_validate", "speech"},
}


def name_of(path: Path) -> str:
    """The room a file belongs to: its module, or its package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Dotted names a file imports, wherever the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def ours(path: Path) -> set[str]:
    names = {
        parts[1]
        for parts in (name.split(".") for name in imports(path))
        if parts[0] == "edition" and len(parts) > 1
    }
    rooms = {name for name in names if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()}
    return (rooms | ({"__init__"} if names - rooms else set())) - {name_of(path)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_what_the_table_allows(path: Path) -> None:
    assert ours(path) <= MAY_IMPORT[name_of(path)]


def test_the_table_has_no_cycle() -> None:
    done: set[str] = set()
    while len(done) < len(MAY_IMPORT):
        free = {name for name, needs in MAY_IMPORT.items() if name not in done and needs <= done}
        assert free, f"a cycle among {sorted(set(MAY_IMPORT) - done)}"
        done |= free


def test_the_table_lists_the_rooms_there_are() -> None:
    assert set(MAY_IMPORT) == {name_of(path) for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_libraries_have_one_address(path: Path) -> None:
    used = {name.partition(".")[0] for name in imports(path)}
    assert {library for library in used & set(HOME) if name_of(path) not in HOME[library]} == set()


def test_only_prose_and_the_messages_of_templates_are_markup() -> None:
    texts = [path.read_text(encoding="utf-8") for path in MODULES]
    made = {
        path.name: text.count("Markup(")
        for path, text in zip(MODULES, texts, strict=True)
        if "Markup(" in text
    }
    assert made.keys() == {"prose.py", "rendering.py"}
    assert made["rendering.py"] == 1


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_public_names_are_documented(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = [tree, *(node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef))]
    bare = [getattr(node, "name", path.name) for node in nodes if not ast.get_docstring(node)]
    assert [name for name in bare if not name.startswith("_")] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
