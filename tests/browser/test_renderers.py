"""Figures in the browser look as they do on the contact sheets."""

import io

import pytest
from PIL import Image

from builder.figures import draw_figure
from tests.figures.golden import difference, on_white
from tests.figures.helpers import BLOCKS, block
from tests.figures.renderers import MOST, WIDTH, by_resvg, whole_pixels


@pytest.mark.parametrize("slug", sorted(BLOCKS))
def test_chromium_draws_the_figure_as_resvg_does(browser, slug):
    """Chromium draws the figure as resvg does."""
    svg = whole_pixels(draw_figure(block(slug), name=slug, slug=slug))
    wanted = by_resvg(svg)
    page = browser.new_page(viewport={"width": WIDTH, "height": wanted.height}, color_scheme="light")
    page.set_content(f"<style>*{{margin:0}}svg{{display:block;width:{WIDTH}px}}</style>{svg}")
    shot = on_white(Image.open(io.BytesIO(page.screenshot())))
    page.close()
    assert difference(wanted, shot) < MOST
