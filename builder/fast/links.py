"""Addresses on pages: MkDocs' own answer for each, asked once for all pages of a folder."""

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import _RelativePathTreeprocessor

Anchors = dict[File, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Links:
    """Where the addresses in Markdown lead, by MkDocs' own rules and with its own warnings."""

    files: Files
    config: MkDocsConfig
    known: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def on(self, file: File) -> tuple[Callable[[str], str], Anchors]:
        """Return what turns an address on the page of `file` into one on the site, and the anchors it has met."""
        asked = _RelativePathTreeprocessor(file, self.files, self.config)
        known = self.known.setdefault((posixpath.dirname(file.src_uri), posixpath.dirname(file.url.rstrip("/"))), {})
        name = file.name

        def address(url: str) -> str:
            # Pages of a folder share an answer unless it leads to the page itself or to a part of a page.
            if name in url or "#" in url:
                return asked.path_to_url(url)
            if url not in known:
                known[url] = asked.path_to_url(url)
            return known[url]

        return address, asked.links_to_anchors
