"""Measures the search of a built site: `python benchmarks/search.py SITE` asks the queries of the tests.

Size of the index; bytes of it that each query loads, with an empty cache; time from sending a query to its first results, in
Chromium, from disk, the files of the index not yet loaded, and a second time.
"""

from __future__ import annotations

import gzip
import statistics
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests import chromium
from tests.asking import answers

ASK = """query => new Promise(done => {
  const began = performance.now();
  const list = document.getElementById('suche_ergebnisse');
  const said = document.getElementById('suche_stand');
  const look = () => {
    if (list.children.length || /Nichts/.test(said.textContent)) {
      watch.disconnect();
      done(performance.now() - began);
    }
  };
  const watch = new MutationObserver(look);
  watch.observe(document.getElementById('seite_inhalt'), { childList: true, subtree: true, characterData: true });
  document.getElementById('suche_feld').value = query;
  document.getElementById('suche_form').requestSubmit();
})"""


def main(site: Path) -> None:
    """Print the figures."""
    table = tomllib.loads(
        (Path(__file__).parent.parent / "tests" / "queries.toml").read_text(encoding="utf-8")
    )
    queries = [one["ask"] for one in table["query"] if "error" not in one]
    sizes = {
        f"search/{path.name}": len(gzip.compress(path.read_bytes(), 6))
        for path in (site / "search").iterdir()
    }
    plain = sum(path.stat().st_size for path in (site / "search").iterdir())
    print(f"index: {len(sizes)} files, {plain / 1000:.0f} kB, compressed {sum(sizes.values()) / 1000:.0f} kB")
    loaded = [sum(sizes[file] for file in answer.loaded) / 1000 for answer in answers(site, queries)]
    print(f"compressed kB loaded by each of {len(queries)} queries: {spread(loaded)}")
    first, second = [], []
    with chromium.browser() as browser:
        for query in queries:
            with chromium.cut_off(browser) as (context, _):
                page = context.new_page()
                page.goto((site / "search.html").as_uri())
                first.append(page.evaluate(ASK, query))
                page.goto(f"{(site / 'search.html').as_uri()}#q={quote('qwxyz')}")
                second.append(page.evaluate(ASK, query))
    print(f"milliseconds to the first results, nothing loaded: {spread(first)}")
    print(f"milliseconds, the files loaded: {spread(second)}")


def spread(values: Sequence[float]) -> str:
    """Median and 95th percentile."""
    return f"median {statistics.median(values):.0f}, 95th percentile {statistics.quantiles(values, n=20)[-1]:.0f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
