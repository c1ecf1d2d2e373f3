"""A figure looks the same whoever draws it: resvg is the measure, because its pictures are the ones looked at."""

import pytest

from builder.figures import draw_figure
from tests.figures.golden import difference
from tests.figures.helpers import BLOCKS, block
from tests.figures.renderers import MOST, by_librsvg, by_resvg, by_typst, whole_pixels


@pytest.mark.parametrize("slug", sorted(BLOCKS))
@pytest.mark.parametrize("renderer", [by_librsvg, by_typst])
def test_the_figure_looks_the_same_in_every_renderer(slug, renderer):
    """The figure looks the same in librsvg and in Typst as in resvg."""
    svg = whole_pixels(draw_figure(block(slug), name=slug, slug=slug))
    assert difference(by_resvg(svg), renderer(svg)) < MOST


@pytest.mark.parametrize("renderer", [by_librsvg, by_typst])
def test_a_lost_paint_order_is_seen(renderer):
    """Lines inside the body, as a renderer without `paint-order` draws them, are more than the tolerance."""
    svg = whole_pixels(draw_figure(block("bird-dog"), name="bird-dog", slug="bird-dog"))
    assert difference(by_resvg(svg), renderer(svg.replace("paint-order:stroke;", ""))) > MOST
