"""When the fast way may be taken: with the versions and the settings that it was compared with, and no others."""

from importlib.metadata import version

from mkdocs.config.defaults import MkDocsConfig

# The versions whose output tests/test_fast_site.py compared byte for byte. Change one only after that test is green.
KNOWN = {"mkdocs": "1.6.1", "mkdocs-material": "9.8.1", "markdown": "3.11.3", "jinja2": "3.1.6"}
_EXTENSIONS = ("toc", "tables", "fenced_code")
_PLUGINS = ("material/search", "material/tags")
_TOC = {"permalink", "permalink_title"}


def doubt_versions() -> str:
    """Return which package is not the one that the fast way knows, or nothing."""
    other = [f"{name} {version(name)}" for name, known in KNOWN.items() if version(name) != known]
    return f"it does not know {' and '.join(other)}" if other else ""


def doubt_settings(config: MkDocsConfig) -> str:
    """Return which setting of mkdocs.yml the fast way does not know, or nothing."""
    if tuple(config.markdown_extensions) != _EXTENSIONS or set(config.mdx_configs) != {"toc"}:
        return "markdown_extensions is not what it knows"
    if set(config.mdx_configs["toc"]) != _TOC or config.mdx_configs["toc"]["permalink"] is not True:
        return "the settings of toc are not what it knows"
    if tuple(config.plugins) != _PLUGINS:
        return "plugins is not what it knows"
    if config.hooks or config.extra_templates or config.theme.name != "material" or not config.use_directory_urls:
        return "hooks, extra_templates, theme or use_directory_urls is not what it knows"
    return ""
