# make            sets up .venv, builds the edition, says where the site is
# make test       sets up what the tests need (a browser included) and runs everything
# make soak       the tests of faults, hostile files and chance, for as long as an hour
# make docs        writes docs/checks.md and the tables of docs/sqlite.md from what they describe
# make messages    brings the catalogues of messages up to date and says what is to be translated
# make bench      measures a build, each of its formats, and a validation
# make sizes      measures how a build grows with the number of documents (takes some minutes)
# Without make: see README.md.

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
  && echo $$p && break; done)
BIN = .venv/bin

.PHONY: all test sizes soak docs bench messages schema clean check-python
.DEFAULT_GOAL := all

all: .venv/run
	$(BIN)/python build.py

test: .venv/dev
	sh tests/setup.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -n auto

# Other files than those of every run, and many more.
soak: .venv/dev
	SOAK=1 HYPOTHESIS=explore $(BIN)/python -m pytest -q -n auto tests/test_faults.py tests/test_faults_processes.py tests/test_hostile.py tests/test_fuzz.py

bench: .venv/run
	$(BIN)/python benchmarks/bench.py

sizes: .venv/run
	$(BIN)/python benchmarks/sizes.py 1000 4000 16000

docs: .venv/run
	$(BIN)/python docs/make_checks.py
	$(BIN)/python docs/make_sqlite.py

messages: .venv/dev
	$(BIN)/python tools/messages.py

schema: .venv/run
	$(BIN)/python build.py schema

clean:
	rm -rf site .venv

check-python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed. On Debian: apt-get install python3 python3-venv"; exit 1; }

# Debian ships Python without the part that makes environments; root may add it, others are told.
.venv/python: | check-python
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 \
	|| { rm -rf .venv; [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
	     && apt-get install -y -qq python3-venv >/dev/null && $(PYTHON) -m venv .venv; } \
	|| { rm -rf .venv; echo "Python's venv module is missing. On Debian: sudo apt-get install python3-venv"; exit 1; }
	@touch $@

# Without CETEIcean one format of the site is left out: the tool says what is missing, and the build goes on.
.venv/run: .venv/python pyproject.toml constraints.txt tools/ceteicean.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[full]"
	@$(BIN)/python tools/ceteicean.py || true
	@touch $@

.venv/dev: .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@touch $@
