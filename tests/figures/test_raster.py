"""Each figure still looks as it did when somebody looked at it. `BLESS=1` draws the golden pictures anew."""

import os

import pytest
from PIL import Image

from builder.figures import draw_figure
from tests.figures.golden import MOST, PICTURES, accepted, difference, picture
from tests.figures.helpers import BLOCKS, block, figure, load


def now(slug: str) -> Image.Image:
    return picture(draw_figure(block(slug), name=slug, slug=slug))


def test_there_is_a_golden_picture_for_every_block():
    """There is a golden picture for every block, and none beside them."""
    if os.environ.get("BLESS"):
        PICTURES.mkdir(exist_ok=True)
        for slug in BLOCKS:
            now(slug).save(PICTURES / f"{slug}.png", optimize=True)
    assert {path.stem for path in PICTURES.glob("*.png")} == set(BLOCKS)


@pytest.mark.parametrize("slug", sorted(BLOCKS))
def test_the_figure_looks_as_it_did(slug):
    """The figure looks as it did."""
    assert difference(accepted(slug), now(slug)) < MOST


def test_a_turned_joint_is_seen():
    """One hip turned by thirty degrees in one pose is more than the tolerance."""
    data = load(BLOCKS["bird-dog"])
    data["poses"]["end"]["left hip"] += 30
    turned = picture(draw_figure(figure(data), name="bird-dog", slug="bird-dog"))
    golden = accepted("bird-dog")
    assert difference(golden, turned.resize(golden.size)) > MOST
