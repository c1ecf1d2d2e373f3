"""A figure as a drawing and in words, each made once: whatever shows it asks here, under one name in the cache."""

from functools import partial

from builder.cache import Cache
from builder.figures import Figure, Room, describe_figure, draw_figure


def picture(figure: Figure, name: str, slug: str, room: Room, kept: Cache) -> str:
    """Return the figure as SVG, laid out for a room."""
    draw = partial(draw_figure, figure, name=name, slug=slug, room=room)
    return kept.text("figure", figure.content, name, slug, str(room), make=draw)


def alt_text(figure: Figure, kept: Cache) -> str:
    """Return what the figure shows, in words."""
    return kept.text("alt", figure.content, make=partial(describe_figure, figure))
