"""Contact sheets for review (needs the test requirements).

`python -m tests.figures.sheet FOLDER OUTPUT [--only SLUG …]` draws each record or block under FOLDER: all of them on
sheet-1.png and so on, and on changed-1.png and so on, as they were accepted and as they are now, those that changed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw

from builder.figures import Figure, check_figure, describe_figure, draw_figure, read_figure
from tests.figures.golden import PICTURES, accepted, difference, picture, raster

CELL = (500, 380)
COLUMNS = 4
MARGIN = 30
PAPER = "white"
SHEETS = ("sheet", "changed")


@dataclass(frozen=True)
class Drawn:
    slug: str
    figure: Figure
    svg: str


def contact_sheet(
    items: Sequence[tuple[str, Image.Image]], cell: tuple[int, int] = CELL, columns: int = COLUMNS
) -> Image.Image:
    """(label, picture) pairs on one page."""
    columns = min(columns, len(items)) or 1
    rows = -(-len(items) // columns)
    page = Image.new("RGB", (columns * cell[0], rows * cell[1]), PAPER)
    draw = ImageDraw.Draw(page)
    for i, (label, image) in enumerate(items):
        x, y = (i % columns) * cell[0], (i // columns) * cell[1]
        fit = min((cell[0] - 12) / image.width, (cell[1] - MARGIN) / image.height)
        size = (max(1, int(image.width * fit)), max(1, int(image.height * fit)))
        fitted = image.convert("RGBA").resize(size, Image.Resampling.LANCZOS)
        page.paste(fitted, (x + (cell[0] - size[0]) // 2, y + 22 + (cell[1] - MARGIN - size[1]) // 2), fitted)
        draw.text((x + 8, y + 4), label, fill="black")
        draw.rectangle((x, y, x + cell[0] - 1, y + cell[1] - 1), outline="#dddddd")
    return page


def changes(drawn: Sequence[Drawn], pictures: Path) -> Iterator[tuple[str, Image.Image]]:
    """Of each figure that is not as it was accepted two labelled pictures: accepted, and now."""
    for item in drawn:
        before, now = accepted(item.slug, pictures), picture(item.svg)
        if before is None or difference(before, now):
            nothing = Image.new("L", now.size, PAPER)
            yield f"{item.slug}: {'accepted' if before else 'new: none accepted yet'}", before or nothing
            yield f"{item.slug}: now", raster(item.svg, CELL[0] * 2)


def read_blocks(folder: Path, only: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """(slug, data) of each figure: what stands under `figure:` in a record, or a bare block."""
    for path in sorted(folder.rglob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        block = data.get("figure") if "status" in data else data
        if block is not None and (not only or path.stem in only):
            yield path.stem, block


def draw(slug: str, block: Any, bases: Any) -> tuple[Drawn | None, list[str]]:
    """One figure, and a line for each of its faults."""
    figure, faults = read_figure(block, bases)
    lines = [
        f"{slug}: {'.'.join(map(str, fault.path))}: {fault.code} {fault.message}"
        for fault in (*faults, *(check_figure(figure) if figure else ()))
    ]
    return (Drawn(slug, figure, draw_figure(figure, name=slug, slug=slug)) if figure else None), lines


def write_sheets(drawn: Sequence[Drawn], output: Path, pictures: Path, a_page: int) -> int:
    """Write both kinds of sheets in place of those of an earlier run; return how many figures changed."""
    for old in (path for kind in SHEETS for path in output.glob(f"{kind}-*.png")):
        old.unlink()
    every = [(f"{item.slug}  {len(item.svg) / 1024:.1f} KB", raster(item.svg, CELL[0] * 2)) for item in drawn]
    changed = list(changes(drawn, pictures))
    for kind, items in zip(SHEETS, (every, changed), strict=True):
        for i in range(0, len(items), a_page):
            contact_sheet(items[i : i + a_page]).save(output / f"{kind}-{i // a_page + 1}.png")
    return len(changed) // 2


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of records, or of bare figure blocks, <slug>.yaml")
    parser.add_argument("output", type=Path, help="folder for the SVG files and the sheets")
    parser.add_argument("--only", nargs="*", default=[], help="only these figures")
    parser.add_argument("--pictures", type=Path, default=PICTURES, help="folder of the accepted pictures")
    parser.add_argument("--bases", type=Path, default=Path("vocabulary/base_poses.yaml"))
    parser.add_argument("--a-page", type=int, default=16, help="pictures on one sheet")
    given = parser.parse_args(arguments)
    bases = yaml.safe_load(given.bases.read_text(encoding="utf-8"))
    given.output.mkdir(parents=True, exist_ok=True)
    drawn, bad = [], 0
    for slug, block in read_blocks(given.folder, given.only):
        item, lines = draw(slug, block, bases)
        bad += len(lines)
        print("".join(f"{line}\n" for line in lines), end="", file=sys.stderr)
        if item:
            (given.output / f"{slug}.svg").write_text(item.svg, encoding="utf-8")
            print(f"{slug}: {describe_figure(item.figure)}")
            drawn.append(item)
    changed = write_sheets(drawn, given.output, given.pictures, given.a_page)
    where = " (changed-1.png)" if changed else ""
    print(f"Changed since they were accepted: {changed} of {len(drawn)} figures{where}.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
