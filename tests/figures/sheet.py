"""Contact sheets for review: every figure, on light and dark ground, as one PNG (needs the test requirements).

`python -m tests.figures.sheet FOLDER OUTPUT [--only SLUG …]` draws each record or block under FOLDER.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from builder.figures import check_figure, describe_figure, draw_figure, read_figure

CELL = (500, 380)
COLUMNS = 4
MARGIN = 30


def read_yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def raster(svg: str, width: int) -> Any:
    """The SVG as a PIL image, drawn by resvg."""
    import resvg_py
    from PIL import Image

    return Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width)))).convert("RGBA")


def contact_sheet(items: Sequence[tuple[str, str]], cell: tuple[int, int] = CELL, columns: int = COLUMNS) -> Any:
    """(label, SVG) pairs on one page."""
    from PIL import Image, ImageDraw

    columns = min(columns, len(items)) or 1
    rows = -(-len(items) // columns)
    page = Image.new("RGB", (columns * cell[0], rows * cell[1]), "white")
    draw = ImageDraw.Draw(page)
    for i, (label, svg) in enumerate(items):
        x, y = (i % columns) * cell[0], (i // columns) * cell[1]
        image = raster(svg, cell[0] * 2)
        fit = min((cell[0] - 12) / image.width, (cell[1] - MARGIN) / image.height)
        image = image.resize(
            (max(1, int(image.width * fit)), max(1, int(image.height * fit))), Image.Resampling.LANCZOS
        )
        page.paste(image, (x + (cell[0] - image.width) // 2, y + 22 + (cell[1] - MARGIN - image.height) // 2), image)
        draw.text((x + 8, y + 4), label, fill="black")
        draw.rectangle((x, y, x + cell[0] - 1, y + cell[1] - 1), outline="#dddddd")
    return page


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of records, or of bare figure blocks, <slug>.yaml")
    parser.add_argument("output", type=Path, help="folder for the SVG files and the sheets")
    parser.add_argument("--only", nargs="*", default=[], help="only these figures")
    parser.add_argument("--bases", type=Path, default=Path("vocabulary/base_poses.yaml"))
    parser.add_argument("--a-page", type=int, default=16, help="figures on one sheet")
    given = parser.parse_args(arguments)
    bases = read_yaml(given.bases)
    given.output.mkdir(parents=True, exist_ok=True)
    items, bad = [], 0
    for path in sorted(given.folder.rglob("*.yaml")):
        data = read_yaml(path)
        block = data.get("figure") if "status" in data else data
        if block is None or (given.only and path.stem not in given.only):
            continue
        figure, faults = read_figure(block, bases)
        for fault in (*faults, *(check_figure(figure) if figure else ())):
            bad += 1
            print(f"{path.stem}: {'.'.join(map(str, fault.path))}: {fault.code} {fault.message}", file=sys.stderr)
        if figure is not None:
            svg = draw_figure(figure, name=path.stem, slug=path.stem)
            (given.output / f"{path.stem}.svg").write_text(svg, encoding="utf-8")
            print(f"{path.stem}: {describe_figure(figure)}")
            items.append((f"{path.stem}  {len(svg) / 1024:.1f} KB", svg))
    for i in range(0, len(items), given.a_page):
        contact_sheet(items[i : i + given.a_page]).save(given.output / f"sheet-{i // given.a_page + 1}.png")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
