"""Tags of a page with their links: the tags plugin's own answer, asked once for all pages with the same tags."""

from dataclasses import dataclass, field
from typing import Any

from material.plugins.tags.plugin import TagsPlugin
from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags plugin, and what it said so far. With more than one list of tags, the nearest one counts: no sharing."""

    plugin: TagsPlugin
    known: dict[tuple[str, ...], list[Any]] = field(default_factory=dict)

    def add(self, context: Any, page: Page) -> None:
        """Add the tags of `page` to the context of its template."""
        tags = page.meta.get("tags")
        listings = list(self.plugin.listings)
        if not isinstance(tags, list) or len(listings) != 1 or listings[0].page is page:
            self.plugin.on_page_context(context, page=page)
            return
        key = tuple(map(repr, tags))
        if key not in self.known:
            self.plugin.on_page_context(context, page=page)
            self.known[key] = context.get("tags", [])
        elif self.known[key]:
            context["tags"] = self.known[key]
