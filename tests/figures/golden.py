"""The golden pictures: each figure as a small grey picture, as it was when somebody looked at it."""

from __future__ import annotations

import io
from pathlib import Path

import resvg_py
from PIL import Image, ImageChops, ImageStat

PICTURES = Path(__file__).parent / "pictures"
WIDTH = 180
MOST = 1.5  # mean difference in grey levels of 255


def raster(svg: str, width: int) -> Image.Image:
    """The SVG drawn by resvg."""
    return Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width)))).convert("RGBA")


def on_white(image: Image.Image) -> Image.Image:
    """The picture as grey on white paper."""
    page = Image.new("RGBA", image.size, "white")
    page.alpha_composite(image.convert("RGBA"))
    return page.convert("L")


def picture(svg: str) -> Image.Image:
    """The SVG as a golden picture: on white, small, in sixteen greys."""
    return on_white(raster(svg, WIDTH)).quantize(16).convert("L")


def accepted(slug: str, pictures: Path = PICTURES) -> Image.Image | None:
    """The golden picture, or None where nobody has accepted one yet."""
    path = pictures / f"{slug}.png"
    return Image.open(path).convert("L") if path.is_file() else None


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are apart: the mean in grey levels, and more than any mean if they differ in size."""
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0] if one.size == other.size else 256.0
