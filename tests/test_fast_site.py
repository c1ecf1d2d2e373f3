"""The faster way to the site: the same bytes as plain MkDocs, or plain MkDocs itself with one line that says why."""

import hashlib
import inspect
import shutil
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from builder.fast import trust
from builder.fast.blocks import convert_page
from builder.fast.inline import Addresses
from builder.fast.publisher import build_site
from builder.fast.shells import Shells
from builder.fast.warned import Warned
from builder.publish import run_fast, run_mkdocs
from tests.generated import generate_world
from tests.worlds import EPOCH, REPOSITORY, command, contents, real_pages, run, tiny_built, tiny_world

CLOCK = datetime.fromtimestamp(int(EPOCH), UTC)
# Generated pages that hold code or tables: Python-Markdown reads them.
LEFT = {"contributing/rules.md", "contributing/ten-poses.md"}


def real_world(root: Path) -> Path:
    """Copy all that the real site is made from, with the pages that are written by hand."""
    for folder in ("exercises", "programs", "vocabulary", "content", "overrides"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    return root


def build_both(root: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the site of `root` built the fast way, which must be taken, and the plain way."""
    command("render", "--root", root)
    for site in ("fast", "plain"):
        (root / site).mkdir()
    assert run_fast(config=root / "mkdocs.yml", site=root / "fast", clock=CLOCK)
    run_mkdocs(config=root / "mkdocs.yml", site=root / "plain", clock=CLOCK)
    return contents(root / "fast"), contents(root / "plain")


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the paths that only one side has, or whose bytes differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def test_the_tiny_site_is_the_same(tmp_path: Path) -> None:
    """On the tiny world both ways give the same files, byte for byte."""
    fast, plain = build_both(tiny_world(tmp_path / "world"))
    assert len(fast) > 50
    assert differing(fast, plain) == []


def test_the_site_of_many_records_is_the_same(tmp_path: Path) -> None:
    """On 300 generated records both ways give the same files, byte for byte."""
    fast, plain = build_both(generate_world(tmp_path / "world", 300))
    assert len(fast) > 350
    assert differing(fast, plain) == []


def test_the_real_site_is_the_same(tmp_path: Path) -> None:
    """On the repository's own library both ways give the same files, byte for byte."""
    fast, plain = build_both(real_world(tmp_path / "world"))
    assert len(fast) > 900
    assert differing(fast, plain) == []


@pytest.mark.xdist_group("tiny-built")
def test_the_switch_builds_the_plain_way(tmp_path: Path) -> None:
    """`build --plain` gives the same site as `build`."""
    root = Path(shutil.copytree(tiny_built(), tmp_path / "world", ignore=shutil.ignore_patterns("site")))
    command("build", "--plain", "--root", root)
    assert differing(contents(root / "site"), contents(tiny_built() / "site")) == []


@pytest.mark.xdist_group("tiny-built")
def test_unknown_settings_are_built_the_plain_way(tmp_path: Path) -> None:
    """An extension that the fast way does not know is obeyed, and one line says why the build takes longer."""
    root = Path(shutil.copytree(tiny_built(), tmp_path / "world", ignore=shutil.ignore_patterns("site")))
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("markdown_extensions:\n", "markdown_extensions:\n  - def_list\n"))
    ran = run("build", "--root", root)
    assert ran.returncode == 0
    assert ran.stderr == "Building the plain way, which is slower: markdown_extensions is not what it knows\n"
    assert (root / "site/index.html").is_file()


def test_the_installed_versions_are_the_compared_ones() -> None:
    """After an update of these packages the comparisons above are due, and then the list in trust.py."""
    assert {name: version(name) for name in trust.KNOWN} == trust.KNOWN
    assert trust.doubt_versions() == ""


def test_an_unknown_version_is_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of a package than the compared one is named as the reason."""
    monkeypatch.setitem(trust.KNOWN, "markdown", "0.0")
    assert trust.doubt_versions() == f"it does not know markdown {version('markdown')}"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("  - toc:\n", "  - admonition\n  - toc:\n", "markdown_extensions"),
        ("      permalink: true\n", "      permalink: true\n      baselevel: 2\n", "toc"),
        ("  - tags\n", "", "plugins"),
        ("use_directory_urls: true", "use_directory_urls: false", "use_directory_urls"),
    ],
)
def test_unknown_settings_are_doubted(tmp_path: Path, before: str, after: str, words: str) -> None:
    """Each setting that changes what pages look like is named as the reason when it is not the known one."""
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    assert before in config
    for folder in ("content", "overrides"):
        (tmp_path / folder).mkdir()
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert trust.doubt_settings(load_config(str(tmp_path / "mkdocs.yml"))) == ""
    (tmp_path / "mkdocs.yml").write_text(config.replace(before, after), encoding="utf-8")
    assert words in trust.doubt_settings(load_config(str(tmp_path / "mkdocs.yml")))


def test_generated_pages_are_in_the_subset() -> None:
    """The converter takes every page that our templates write, but for those with code and tables."""
    refused = set()
    for path, text in real_pages().items():
        if convert_page(get_data(text)[0], Addresses(lambda url: url), permalink_title="") is None:
            refused.add(path)
    assert refused <= LEFT


# What the fast way does in the place of others' code, or calls although it is not theirs to promise.
REPLACED = {
    "mkdocs.commands.build": ("build", "_populate_page", "_build_page", "_build_theme_template", "get_context"),
    "mkdocs.structure.pages": ("Page", "_RelativePathTreeprocessor"),
    "mkdocs.structure.toc": ("get_toc", "AnchorLink"),
    "mkdocs.utils.rendering": ("get_heading_text",),
    "markdown.extensions.toc": ("TocTreeprocessor", "slugify", "unique", "nest_toc_tokens"),
    "material.plugins.search.plugin": ("SearchPlugin", "SearchIndex", "Parser", "Section", "Element"),
    "material.plugins.tags.plugin": ("TagsPlugin",),
    "material.plugins.tags.structure.listing.manager": ("ListingManager",),
}
DIGEST = "da6341855be4b3d1"


def test_what_is_replaced_is_as_it_was() -> None:
    """The code of MkDocs, Python-Markdown and the theme that the fast way stands in for has not changed."""
    parts = [
        inspect.getsource(getattr(import_module(module), name)) for module, names in REPLACED.items() for name in names
    ]
    assert hashlib.sha256("".join(parts).encode()).hexdigest()[:16] == DIGEST, (
        "read what changed, then compare the sites"
    )


@pytest.mark.xdist_group("tiny-built")
def test_every_shape_of_page_is_filled_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On the tiny world each shape of page outside the navigation is stamped, none is left to the theme."""
    root = Path(shutil.copytree(tiny_built(), tmp_path / "world", ignore=shutil.ignore_patterns("site")))
    known: list[dict[object, object]] = []
    made = Shells.__init__

    def watched(self: Shells, *arguments: object) -> None:
        made(self, *arguments)
        known.append(self.known)

    monkeypatch.setattr(Shells, "__init__", watched)
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build_site(config, Warned())
    assert len(known[0]) > 4
    assert None not in known[0].values()
