"""The same figure drawn by every program that readers, printers and reviewers meet, as grey pictures of one width."""

from __future__ import annotations

import io
import math
import re
import tempfile
from pathlib import Path

import pyvips
import typst
from PIL import Image

from tests.figures.golden import on_white, raster

WIDTH = 400
TALL = 4 * WIDTH  # no figure is taller; librsvg fits its picture into a box
MOST = 2.0  # mean difference in grey levels of 255; edges are smoothed differently by each renderer
PAGE = (
    '#set page(width: {}pt, height: {}pt, margin: 0pt)\n#image("figure.svg", width: 100%, height: 100%, fit: "stretch")'
)


def by_resvg(svg: str) -> Image.Image:
    """What the contact sheets and the golden pictures are drawn by."""
    return on_white(raster(svg, WIDTH))


def by_librsvg(svg: str) -> Image.Image:
    """What desktop programs and Wikimedia draw by; it comes inside libvips' wheel."""
    picture = pyvips.Image.thumbnail_buffer(svg.encode(), WIDTH, height=TALL)
    return on_white(Image.open(io.BytesIO(picture.pngsave_buffer())))


def by_typst(svg: str) -> Image.Image:
    """What the printed sheets will be set by. The figure says its size: see `whole_pixels`."""
    size = re.search(r'width="(\d+)" height="(\d+)"', svg)
    assert size
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "figure.svg").write_text(svg, encoding="utf-8")
        (folder / "page.typ").write_text(PAGE.format(*size.groups()), encoding="utf-8")
        return on_white(Image.open(io.BytesIO(typst.compile(str(folder / "page.typ"), format="png", ppi=72))))


def whole_pixels(svg: str) -> str:
    """The figure on a ground that is a whole number of pixels high, so that no renderer rounds its scale."""

    def lengthen(found: re.Match[str]) -> str:
        x, y, width, height = map(float, found[1].split())
        pixels = math.ceil(height * WIDTH / width)
        return f'width="{WIDTH}" height="{pixels}" viewBox="{x} {y} {width} {pixels * width / WIDTH}"'

    return re.sub(r'viewBox="([^"]*)"', lengthen, svg, count=1)
