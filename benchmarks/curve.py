"""The first table of docs/performance.md as a picture: `python benchmarks/curve.py`.

What a document costs, over the number of documents, whose axis is logarithmic: a build that grows with its documents and
no faster is a level line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log10
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
TABLE, PICTURE = DOCS / "performance.md", DOCS / "performance.svg"
WIDE, HIGH, LEFT, FOOT, HEAD, RIGHT = 340, 220, 24, 28, 40, 30  # pixels of a panel, and of its margins
STYLE = (
    "text{font:12px sans-serif;fill:#333}.axis{stroke:#999}.line{fill:none;stroke:#8c1d18;stroke-width:2}"
    "circle{fill:#8c1d18}@media(prefers-color-scheme:dark){text{fill:#ddd}.line{stroke:#f0a49c}circle{fill:#f0a49c}}"
)
Point = tuple[int, float]


def rows(markdown: str) -> list[Mapping[str, str]]:
    """The rows of the first table of a document, by the heads of its columns."""
    lines = [line.strip("| ").split(" | ") for line in markdown.splitlines() if line.startswith("| ")]
    head = lines[0]
    return [dict(zip(head, line, strict=True)) for line in lines[1:] if len(line) == len(head)]


def picture(table: Sequence[Mapping[str, str]]) -> str:
    """An SVG with two panels: milliseconds and kilobytes of memory for each document."""
    documents = [int(row["documents"].replace(",", "")) for row in table]
    seconds = [float(row["ms a document"]) for row in table]
    memory = [
        1000 * float(row["memory MB"].replace(",", "")) / count
        for row, count in zip(table, documents, strict=True)
    ]
    panels = [
        _panel("Build: ms a document", list(zip(documents, seconds, strict=True)), 0),
        _panel("Memory at its peak: KB a document", list(zip(documents, memory, strict=True)), WIDE),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDE} {HIGH}" width="{2 * WIDE}" role="img">'
        f"<title>What a document costs, over the number of documents</title><style>{STYLE}</style>"
        f"{''.join(panels)}</svg>\n"
    )


def _panel(title: str, points: Sequence[Point], left: int) -> str:
    """A curve with the figure at each of its points, and the number of documents below."""
    first, last = log10(points[0][0]), log10(points[-1][0])
    most = max(value for _, value in points)
    places = [
        (
            left + LEFT + (log10(count) - first) / (last - first) * (WIDE - LEFT - RIGHT - 20) + 10,
            HIGH - FOOT - value / most * (HIGH - FOOT - HEAD - 16),
        )
        for count, value in points
    ]
    base = HIGH - FOOT
    drawn = [
        f'<text x="{left + LEFT}" y="16">{title}</text>',
        f'<line class="axis" x1="{left + LEFT}" y1="{base}" x2="{left + WIDE - RIGHT}" y2="{base}"/>',
        f'<polyline class="line" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>',
    ]
    for (count, value), (x, y) in zip(points, places, strict=True):
        said = f"{value:.1f}" if value < 100 else f"{value:.0f}"
        drawn += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/>',
            f'<text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="middle">{said}</text>',
            f'<text x="{x:.1f}" y="{base + 16}" text-anchor="middle">{count:,}</text>',
        ]
    return "".join(drawn)


if __name__ == "__main__":
    PICTURE.write_text(picture(rows(TABLE.read_text(encoding="utf-8"))), encoding="utf-8")
