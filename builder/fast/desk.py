"""What is done to one page: read, convert, write; and what is told of it afterwards."""

from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from mkdocs import utils
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from builder.fast.blocks import convert_page
from builder.fast.links import Links
from builder.fast.search import add_entries
from builder.fast.sections import Section
from builder.fast.shells import Shells
from builder.fast.tags import Tags


@dataclass(frozen=True, slots=True)
class Done:
    """What other steps want to know of a page that is written: plain values, to be sent between processes."""

    path: str
    entries: list[dict[str, Any]]
    idents: set[str]
    anchors: dict[str, dict[str, str]]


@dataclass(slots=True)
class Desk:
    """What MkDocs knows of the site once it has looked at all files, and the pages that are under way."""

    config: MkDocsConfig
    files: Files
    environment: Environment
    nav: Navigation
    sections: dict[str, list[Section]] = field(default_factory=dict)
    links: Links = field(init=False)
    shells: Shells = field(init=False)
    tags: Tags = field(init=False)
    search: Any = field(init=False)
    doc_files: list[File] = field(init=False)

    def __post_init__(self) -> None:
        """Lay out the tools."""
        self.links = Links(self.files, self.config)
        self.shells = Shells(self.environment)
        self.tags = Tags(self.config.plugins["material/tags"])
        self.search = self.config.plugins["material/search"]
        self.doc_files = list(self.files.documentation_pages())

    def read(self, page: Page) -> None:
        """Read a page's file and let the plugins see its Markdown."""
        config, files = self.config, self.files
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)

    def convert(self, page: Page) -> None:
        """Turn a page's Markdown into HTML; Python-Markdown does what the converter refuses."""
        addresses, anchors = self.links.on(page.file)
        title = self.config.mdx_configs["toc"]["permalink_title"]
        converted = convert_page(page.markdown or "", addresses, permalink_title=title)
        if converted is None:
            page.render(self.config, self.files)
        else:
            page.content, page.toc = converted.html, get_toc(converted.toc)
            page._title_from_render = converted.title
            page.present_anchor_ids, page.links_to_anchors = converted.idents, anchors
            self.sections[page.file.src_uri] = converted.sections
        plugins = self.config.plugins
        page.content = plugins.on_page_content(page.content or "", page=page, config=self.config, files=self.files)

    def write(self, page: Page) -> Done:
        """Convert a page if that is still to do, draw it and write it."""
        if page.content is None:
            self.convert(page)
        config, search = self.config, self.search
        page.active = True
        context = get_context(self.nav, self.doc_files, config, page)
        before = len(search.search_index.entries)
        if (sections := self.sections.get(page.file.src_uri)) is None:
            search.on_page_context(context, page=page, config=config, nav=self.nav)
        else:
            add_entries(search.search_index, page, sections)
        self.tags.add(context, page)
        output = config.plugins.on_post_page(self.shells.draw(context), page=page, config=config)
        utils.write_file(output.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)
        page.active = False
        entries = search.search_index.entries[before:]
        del search.search_index.entries[before:]
        anchors = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        return Done(page.file.src_uri, entries, page.present_anchor_ids or set(), anchors)

    def gather(self, page: Page, done: Done) -> None:
        """Take what was found out about a page, perhaps by another process."""
        self.search.search_index.entries += done.entries
        page.present_anchor_ids = done.idents
        page.links_to_anchors = {self.files.src_uris[path]: found for path, found in done.anchors.items()}
