"""Catalogue → drawings: `{path in content/: SVG text}`, one beside the page of each exercise that has a figure."""

from collections.abc import Mapping

from builder.figures import draw_figure
from builder.views import Catalogue


def render_drawings(catalogue: Catalogue) -> Mapping[str, str]:
    """Return every drawing of the site."""
    return {
        view.drawing: draw_figure(view.figure, name=view.card.name, slug=view.card.slug)
        for view in catalogue.exercises
        if view.figure
    }
