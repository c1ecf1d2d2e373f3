"""Film strips for review: what a moving figure shows at eight moments of its way there, side by side, as PNG sheets.

`python -m tests.figures.film FOLDER OUTPUT [--only SLUG …]` takes each record or block under FOLDER.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from builder.figures import draw_motion, read_figure
from tests.figures.golden import raster
from tests.figures.sheet import contact_sheet, read_blocks

MOMENTS = 8
CELL = (300, 260)
ANIMATED = re.compile(r' d="[^"]*">(<animate [^>]*values="([^"]*)"/>)')
NUMBER = re.compile(r"-?\d+")


def moment(moving: str, share: float) -> str:
    """The moving figure at a share of its frames, as a still: numbers of the path are blended as a browser does."""
    moving = re.sub(r'<g class="st">.*?</g>', "", moving)
    return ANIMATED.sub(lambda found: f' d="{_blend(found[2].split(";"), share)}">', moving)


def _blend(values: Sequence[str], share: float) -> str:
    place = share * (len(values) - 1)
    at = min(int(place), len(values) - 2)
    after = iter(NUMBER.findall(values[at + 1]))

    def between(found: re.Match[str]) -> str:
        start, end = int(found[0]), int(next(after))
        text = f"{start + (end - start) * (place - at):.1f}" if start != end else found[0]  # an arc's flag stays a flag
        return text if found.start() == 0 or text.startswith("-") else f" {text}"

    return NUMBER.sub(between, values[at])


def strip(label: str, moving: str, count: int = MOMENTS) -> list[tuple[str, str]]:
    """Moments from the first pose to the last: the first half of the round."""
    times = re.search(r'keyTimes="([^"]*)"', moving)
    frames = len(times[1].split(";")) if times else 2
    last = (frames // 2 - 1) / (frames - 1)
    return [(f"{label} {i + 1}" if i else label, moment(moving, last * i / (count - 1))) for i in range(count)]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of records, or of bare figure blocks, <slug>.yaml")
    parser.add_argument("output", type=Path, help="folder for the sheets")
    parser.add_argument("--only", nargs="*", default=[], help="only these figures")
    parser.add_argument("--bases", type=Path, default=Path("vocabulary/base_poses.yaml"))
    parser.add_argument("--a-page", type=int, default=6, help="figures on one sheet")
    given = parser.parse_args(arguments)
    bases = yaml.safe_load(given.bases.read_text(encoding="utf-8"))
    given.output.mkdir(parents=True, exist_ok=True)
    items: list[tuple[str, str]] = []
    for slug, block in read_blocks(given.folder, given.only):
        figure = read_figure(block, bases)[0]
        moving = draw_motion(figure, name=slug, slug=slug) if figure else None
        items += strip(slug, moving) if moving else []
    page = given.a_page * MOMENTS
    for i in range(0, len(items), page):
        pictures = [(label, raster(svg, CELL[0] * 2)) for label, svg in items[i : i + page]]
        contact_sheet(pictures, CELL, MOMENTS).save(given.output / f"film-{i // page + 1:02}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
