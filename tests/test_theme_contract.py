"""What the site relies on in the theme: a new version that changes it fails here first, and says where."""

import re
from html.parser import HTMLParser
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

import material
import pytest

from tests.worlds import REPOSITORY, contents, tiny_built

pytestmark = pytest.mark.xdist_group("tiny-built")
THEME = Path(material.__file__).parent / "templates"
OURS = REPOSITORY / "overrides"
COMMENT = re.compile(r"\{#.*?#\}\n?", re.DOTALL)

# Where a page may lead when a reader presses a link. None of these is asked for while a page loads.
LINKED_HOSTS = {
    "github.com": "the repository: the link in the header, and Edit this record",
    "strong-back.github.io": "the site itself: the canonical address",
    "example.org": "the sources of the tiny world",
}
# Hosts in the theme's scripts. They stay asleep: a test below holds that no page has what wakes them.
SLEEPING_HOSTS = {
    "api.github.com": "asked for stars where a page has data-md-component=source; our source.html has none",
    "unpkg.com": "loads diagrams where a page has an element of class mermaid; and names a library in a comment",
    "clipboardjs.com": "a comment",
    "lunrjs.com": "a comment",
    "tartarus.org": "a comment",
    "bit.ly": "a comment",
}


class Addresses(HTMLParser):
    """What a page loads by itself, and where it leads when somebody presses a link."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.loaded: set[str] = set()
        self.linked: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Gather every attribute that holds an address."""
        found = {name: value or "" for name, value in attrs}
        passive = tag == "a" or found.get("rel") in {"canonical", "next", "prev", "edit"}
        for name in found.keys() & {"href", "src", "srcset", "action", "poster", "data", "xlink:href", "formaction"}:
            (self.linked if passive and name == "href" else self.loaded).add(found[name])
        self.loaded |= set(re.findall(r"url\(([^)]*)\)", found.get("style", "")))


def host(address: str) -> str:
    """Return the host of an address, or nothing if it stays on the site."""
    return urlsplit(address.strip("\"' ")).netloc


def pages() -> dict[str, str]:
    """Return the HTML of every page of the tiny site."""
    return {path: data.decode() for path, data in contents(tiny_built() / "site").items() if path.endswith(".html")}


@pytest.mark.parametrize("package", ["mkdocs", "mkdocs-material", "markdown", "jinja2", "pymdown-extensions"])
def test_the_locked_version_is_installed(package: str) -> None:
    """The package that builds the site here is the one that the lock file names."""
    lock = (REPOSITORY / "requirements/site.txt").read_text(encoding="utf-8")
    assert version(package) in re.findall(rf"(?m)^{package}==(\S+)", lock)


def test_the_search_dialog_is_the_theme_s_own() -> None:
    """Our copy of the search dialog equals the theme's but for the name that screen readers need."""
    ours, theirs = (COMMENT.sub("", (f / "partials/search.html").read_text(encoding="utf-8")) for f in (OURS, THEME))
    assert ours.count(' role="dialog" aria-label="Search"') == 1
    assert ours.replace(' role="dialog" aria-label="Search"', ' role="dialog"').strip() == theirs.strip()


def test_the_settings_name_one_search_script() -> None:
    """The theme's settings block holds `"search": "` once, where our own search script is put in."""
    template = (THEME / "base.html").read_text(encoding="utf-8")
    block = re.findall(r"(?s)\{% block config %\}.*?\{% endblock %\}", template)
    assert len(block) == 1
    assert len(re.findall(r'"search": ', block[0])) == 1


def test_our_search_script_is_the_one_that_runs() -> None:
    """Every page's settings name our search script, by an address that leads to it."""
    for path, html in pages().items():
        found = re.findall(r'"search": ?"([^"]*search-worker\.js)"', html)
        assert len(found) == 1, path
        base = tiny_built() / "site" if found[0].startswith("/") else (tiny_built() / "site" / path).parent
        relative = re.sub(r"^/strong-back/|^/", "", found[0]) if found[0].startswith("/") else found[0]
        assert (base / relative).resolve().is_file(), (path, found)


@pytest.mark.parametrize("name", sorted(p.relative_to(OURS).as_posix() for p in OURS.rglob("*.html")))
def test_an_override_stands_for_something(name: str) -> None:
    """Each of our templates replaces one that the theme still has, or is included by one of ours."""
    included = any(f'"{name}"' in other.read_text(encoding="utf-8") for other in OURS.rglob("*.html"))
    assert (THEME / name).is_file() or included


def test_the_theme_still_includes_what_we_replace() -> None:
    """The theme's templates include each partial that we replace; else ours would be dead."""
    used = "".join(p.read_text(encoding="utf-8") for f in (THEME, OURS) for p in f.rglob("*.html"))
    for ours in (OURS / "partials").glob("*.html"):
        assert f'"partials/{ours.name}"' in used, ours.name


def test_no_page_loads_from_elsewhere() -> None:
    """No page asks another host for anything while it loads: no font, script, style, picture or frame."""
    for path, html in pages().items():
        assert {host(a) for a in Addresses(html).loaded} == {""}, path


def test_links_lead_to_known_hosts() -> None:
    """A reader who presses a link comes to the site, its repository or a cited source, and to no other host."""
    found = {host(a) for html in pages().values() for a in Addresses(html).linked}
    assert found - {""} == set(LINKED_HOSTS)


def test_styles_load_nothing_from_elsewhere() -> None:
    """No style sheet imports or loads anything that is not on the site or inside the sheet."""
    sheets = {p: d.decode() for p, d in contents(tiny_built() / "site").items() if p.endswith(".css")}
    inline = {f"{p} <style>": "".join(re.findall(r"(?s)<style>(.*?)</style>", html)) for p, html in pages().items()}
    assert sheets
    for path, css in {**sheets, **inline}.items():
        assert "@import" not in css, path
        loaded = [a.strip("\"' ") for a in re.findall(r"url\(([^)]*)\)", css)]
        assert all(a.startswith("data:") or not host(a) for a in loaded), path


def test_scripts_know_no_other_host() -> None:
    """The scripts that pages run name only hosts that stay asleep, each for a reason that is written down."""
    loaded = {path for path in contents(tiny_built() / "site") if re.search(r"javascripts/(bundle|workers/|search-|figures).*\.js$", path)}  # fmt: skip
    assert len(loaded) >= 3
    scripts = [(tiny_built() / "site" / path).read_text(encoding="utf-8") for path in loaded]
    scripts += [
        "".join(re.findall(r"(?s)<script(?! type=\"application/ld\+json\")[^>]*>(.*?)</script>", html))
        for html in pages().values()
    ]
    found = {host for text in scripts for host in re.findall(r"https?://([a-z][a-z0-9.-]+\.[a-z]{2,})\b", text)}
    assert found - {"strong-back.github.io"} == set(SLEEPING_HOSTS)


def test_nothing_wakes_the_sleeping_hosts() -> None:
    """No page has the elements that make the theme's script ask GitHub for stars or load a drawing library."""
    for path, html in pages().items():
        assert 'data-md-component="source"' not in html, path
        assert not re.search(r'class="[^"]*\bmermaid\b', html), path


def test_the_generator_is_not_advertised() -> None:
    """Pages carry no link to the theme's maker."""
    for path, html in pages().items():
        assert "squidfunk" not in html, path
