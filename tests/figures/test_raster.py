"""Each figure still looks as it did when somebody looked at it. `BLESS=1` draws the golden pictures anew."""

import os

import pytest
from PIL import Image, ImageChops, ImageStat

from builder.figures import draw_figure
from tests.figures.helpers import BLOCKS, HERE, block, figure, load
from tests.figures.sheet import raster

PICTURES = HERE / "pictures"
WIDTH = 180
MOST = 1.5  # mean difference in grey levels of 255


def picture(slug: str) -> Image.Image:
    drawn = raster(draw_figure(block(slug), name=slug, slug=slug), WIDTH)
    page = Image.new("RGBA", drawn.size, "white")
    page.alpha_composite(drawn)
    return page.convert("L").quantize(16).convert("L")


def test_there_is_a_golden_picture_for_every_block():
    """There is a golden picture for every block, and none beside them."""
    if os.environ.get("BLESS"):
        PICTURES.mkdir(exist_ok=True)
        for slug in BLOCKS:
            picture(slug).save(PICTURES / f"{slug}.png", optimize=True)
    assert {path.stem for path in PICTURES.glob("*.png")} == set(BLOCKS)


@pytest.mark.parametrize("slug", sorted(BLOCKS))
def test_the_figure_looks_as_it_did(slug):
    """The figure looks as it did."""
    golden, now = Image.open(PICTURES / f"{slug}.png").convert("L"), picture(slug)
    assert now.size == golden.size
    assert ImageStat.Stat(ImageChops.difference(golden, now)).mean[0] < MOST


def test_a_turned_joint_is_seen():
    """One hip turned by thirty degrees in one pose is more than the tolerance."""
    data = load(BLOCKS["bird-dog"])
    data["poses"]["end"]["left hip"] += 30
    turned = raster(draw_figure(figure(data), name="bird-dog", slug="bird-dog"), WIDTH)
    page = Image.new("RGBA", turned.size, "white")
    page.alpha_composite(turned)
    golden = Image.open(PICTURES / "bird-dog.png").convert("L")
    now = page.convert("L").resize(golden.size)
    assert ImageStat.Stat(ImageChops.difference(golden, now)).mean[0] > MOST
