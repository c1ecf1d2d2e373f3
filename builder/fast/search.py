"""Entries of the search index, made by Material's own plugin from sections that were cut in passing."""

from collections.abc import Iterable

from material.plugins.search.plugin import Element, SearchIndex
from material.plugins.search.plugin import Section as Found
from mkdocs.structure.pages import Page

from builder.fast.sections import Section


def add_entries(index: SearchIndex, page: Page, sections: Iterable[Section]) -> None:
    """Add the sections of `page` to the index, as the plugin would that reads its HTML."""
    if (page.meta.get("search") or {}).get("exclude"):
        return
    for section in sections:
        found = Found(Element("hx" if section.ident is None else "h2"))
        found.id, found.title, found.text = section.ident, [section.title] if section.title else [], section.text
        index.create_entry_for_section(found, page.toc, page.url, page)
