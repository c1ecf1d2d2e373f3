"""MkDocs' build, step by step, with our own hands at the three slow steps: Markdown, the theme and the search.

The order of the steps and of the plugins is that of `mkdocs.commands.build.build`, but for one thing: a page that no
other page shows anything of is converted only when it is written, on any core.
"""

from mkdocs.commands.build import _build_theme_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from builder.fast.desk import Desk, Done
from builder.fast.warned import Warned
from builder.fast.workers import cut_shares, do_shares


def build_site(config: MkDocsConfig, warned: Warned) -> None:
    """Build the site of `config` into its `site_dir`, which must be empty."""
    desk = _look(config)
    pages = [file.page or Page(None, file, config) for file in desk.files.documentation_pages()]
    for page in pages:
        desk.read(page)
    for page in pages:
        if _is_shown(page, desk):
            desk.convert(page)
    environment = config.plugins.on_env(desk.environment, config=config, files=desk.files)
    desk.files.copy_static_files()
    for name in config.theme.static_templates:
        _build_theme_template(name, environment, desk.files, config, desk.nav)
    _write(pages, desk, warned)
    for page in pages:
        page.validate_anchor_links(files=desk.files, log_level=config.validation.links.anchors)
    config.plugins.on_post_build(config=config)


def _look(config: MkDocsConfig) -> Desk:
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    environment = config.theme.get_env()
    files.add_files_from_theme(environment, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    return Desk(config, files, environment, nav)


def _is_shown(page: Page, desk: Desk) -> bool:
    """Whether other pages show what is on this one: its title from a heading, or a list of tags to fill."""
    return "title" not in page.meta or any(listing.page is page for listing in desk.tags.plugin.listings)


def _write(pages: list[Page], desk: Desk, warned: Warned) -> None:
    """Write all pages; then bring together what the processes found out, in the order of the pages."""

    def work(share: list[Page]) -> tuple[list[Done], int]:
        return [desk.write(page) for page in share], warned.count

    before = warned.count
    shares = cut_shares(pages, alike=lambda page: (page.file.src_uri.rpartition("/")[0], page.meta.get("kind")))
    results = do_shares(shares, work)
    warned.count += sum(count - before for _, count in results[1:])
    by_path = {done.path: done for dones, _ in results for done in dones}
    for page in pages:
        desk.gather(page, by_path[page.file.src_uri])
