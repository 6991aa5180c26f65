"""`python build.py` builds the edition; `python build.py --help` lists what else it does."""

import importlib.util
import sys

# The modules of what pyproject.toml asks for; a test compares the two.
NEEDED = ("click", "jinja2", "lxml", "msgspec", "saxonche", "Stemmer")


def missing() -> str:
    """What to do where this Python has not all of them, in one sentence; empty where it has."""
    names = ", ".join(name for name in NEEDED if importlib.util.find_spec(name) is None)
    return names and (
        f"This Python ({sys.executable}) has no {names}. Run `make` once, then .venv/bin/python build.py; "
        "README.md says how without make."
    )


if __name__ == "__main__":
    if said := missing():
        raise SystemExit(said)
    from edition.cli import main

    main()
