"""MkDocs' build, step by step, with our own hands at the three slow steps: Markdown, the theme and the search.

The order of the steps and of the plugins is that of `mkdocs.commands.build.build` and of MkDocs' plugin events.
"""

import logging
import sys
from dataclasses import dataclass

from jinja2 import Environment
from mkdocs import utils
from mkdocs.commands.build import _build_theme_template, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from builder.fast.blocks import convert_page
from builder.fast.links import Links
from builder.fast.search import add_entries
from builder.fast.sections import Section
from builder.fast.shells import Shells

Sections = dict[str, list[Section]]


@dataclass(frozen=True, slots=True)
class Site:
    """What MkDocs knows of the site once it has looked at all files."""

    config: MkDocsConfig
    files: Files
    environment: Environment
    nav: Navigation


def build_site(config: MkDocsConfig) -> None:
    """Build the site of `config` into its `site_dir`, which must be empty."""
    site = _look(config)
    sections = _read_pages(site)
    environment = config.plugins.on_env(site.environment, config=config, files=site.files)
    site.files.copy_static_files()
    for name in config.theme.static_templates:
        _build_theme_template(name, environment, site.files, config, site.nav)
    _write_pages(site, environment, sections)
    for page in _pages(site):
        page.validate_anchor_links(files=site.files, log_level=config.validation.links.anchors)
    config.plugins.on_post_build(config=config)


def _look(config: MkDocsConfig) -> Site:
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    environment = config.theme.get_env()
    files.add_files_from_theme(environment, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    return Site(config, files, environment, nav)


def _pages(site: Site) -> list[Page]:
    return [file.page or Page(None, file, site.config) for file in site.files.documentation_pages()]


def _read_pages(site: Site) -> Sections:
    """Read and convert every page; return the sections of those that Python-Markdown did not have to look at."""
    config, files = site.config, site.files
    links, sections = Links(files, config), {}
    for page in _pages(site):
        page = config.plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(page.markdown, page=page, config=config, files=files)
        found = _convert(page, links, config.mdx_configs["toc"]["permalink_title"])
        if found is None:
            page.render(config, files)
        else:
            sections[page.file.src_uri] = found
        page.content = config.plugins.on_page_content(page.content, page=page, config=config, files=files)
    return sections


def _convert(page: Page, links: Links, permalink_title: str) -> list[Section] | None:
    address, anchors = links.on(page.file)
    converted = convert_page(page.markdown or "", address, permalink_title=permalink_title)
    if converted is None:
        return None
    page.content, page.toc = converted.html, get_toc(converted.toc)
    page._title_from_render = converted.title
    page.present_anchor_ids, page.links_to_anchors = converted.idents, anchors
    return converted.sections


def _write_pages(site: Site, environment: Environment, sections: Sections) -> None:
    config, shells = site.config, Shells(environment)
    search, tags = config.plugins["material/search"], config.plugins["material/tags"]
    doc_files = site.files.documentation_pages()
    for page in _pages(site):
        page.active = True
        context = get_context(site.nav, doc_files, config, page)
        found = sections.get(page.file.src_uri)
        if found is None:
            search.on_page_context(context, page=page, config=config, nav=site.nav)
        else:
            add_entries(search.search_index, page, found)
        tags.on_page_context(context, page=page, config=config, nav=site.nav)
        output = config.plugins.on_post_page(shells.draw(context), page=page, config=config)
        utils.write_file(output.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)
        page.active = False


class Warnings(logging.Handler):
    """Counts what MkDocs warns of: a strict build has none."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one, and say it."""
        print(record.levelname, record.getMessage(), file=sys.stderr)
        self.count += 1
