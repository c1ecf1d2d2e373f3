"""Figures in the browser look as they do on the contact sheets."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Error, Page

from builder.figures import draw_figure
from tests.figures.golden import difference, on_white
from tests.figures.helpers import BLOCKS, block
from tests.figures.renderers import MOST, WIDTH, by_resvg, whole_pixels

TRIES = 3


@pytest.fixture(scope="module")
def paper(browser):
    """One page for all figures: a window for each wears Chromium out."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 1200}, color_scheme="light")
    yield page
    page.close()


def photograph(page: Page) -> bytes:
    """Return the drawing as PNG. Chromium on a busy machine now and then says that it cannot: it is asked again."""
    for left in reversed(range(TRIES)):
        try:
            return page.locator("svg").screenshot()
        except Error as refusal:
            if not left or "Unable to capture" not in refusal.message:
                raise
    raise AssertionError


@pytest.mark.parametrize("slug", sorted(BLOCKS))
def test_chromium_draws_the_figure_as_resvg_does(paper, slug):
    """Chromium draws the figure as resvg does."""
    svg = whole_pixels(draw_figure(block(slug), name=slug, slug=slug))
    wanted = by_resvg(svg)
    paper.set_content(f"<style>*{{margin:0}}svg{{display:block;width:{WIDTH}px}}</style>{svg}")
    shot = on_white(Image.open(io.BytesIO(photograph(paper))))
    assert difference(wanted, shot) < MOST


def test_a_screen_reader_gets_the_title_and_the_description(paper):
    """Without ids or labels in the file, Chromium names the drawing by its title and describes it."""
    paper.set_content(draw_figure(block("bird-dog"), name="Bird dog", slug="bird-dog"))
    tree = paper.context.new_cdp_session(paper).send("Accessibility.getFullAXTree")
    (drawing,) = (node for node in tree["nodes"] if node.get("role", {}).get("value") == "image")
    assert drawing["name"]["value"] == "Bird dog"
    assert drawing["description"]["value"].startswith("On hands and knees.")
