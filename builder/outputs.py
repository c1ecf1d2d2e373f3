"""Catalogue → every generated file of the site: `{path in content/: text or bytes}`. One list of the renderers."""

from collections.abc import Mapping

from builder.api import render_api
from builder.cache import NOTHING_KEPT, Cache
from builder.calendars import render_calendars
from builder.drawings import render_drawings
from builder.pages import render_pages
from builder.rules import RULES
from builder.sheets import render_sheets
from builder.views import Catalogue


def render_outputs(catalogue: Catalogue, kept: Cache = NOTHING_KEPT) -> Mapping[str, str | bytes]:
    """Return all pages, drawings, sheets, calendars and data files."""
    return {
        **render_pages(catalogue, RULES, kept),
        **render_drawings(catalogue, kept),
        **render_sheets(catalogue, kept),
        **render_calendars(catalogue),
        **render_api(catalogue, kept),
    }
