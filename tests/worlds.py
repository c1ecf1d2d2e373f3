"""Worlds for the tests of rendering and publishing, and the published site of the tiny one.

`tiny_world` copies tests/tiny_site/ and adds what it does not repeat: the repository's overrides and
configuration, with a navigation that names the tiny world's own pages.
"""

import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from builder.catalogue import build_catalogue
from builder.check import check_root
from builder.drawings import render_drawings
from builder.pages import render_pages
from builder.rules.rule import Rule

REPOSITORY = Path(__file__).resolve().parent.parent
TINY = REPOSITORY / "tests" / "tiny_site"
EXPECTED = TINY / "_expected"
EPOCH = "1767225600"
RULE = Rule("EX001", "A sample rule.", "`good: line`", "`bad: line`", lambda _library: iter(()))

FIGURES = {
    "lower-back/sphinx.yaml": "figure: {poses: {start: {base: prone}, end: {neck: -20}}}\n",
    "lower-back/knee-hug.yaml": "figure: {poses: {start: {base: standing}, end: {neck: 20}}}\n",
}

TINY_NAV = """\
nav:
  - Home: index.md
  - Exercises:
      - exercises/index.md
      - Lower back: exercises/lower-back/index.md
      - Neck: exercises/neck/index.md
      - A to Z: a-z.md
      - Tags: tags.md
  - Programs: [programs/index.md]
  - Muscles: [muscles/index.md]
  - Equipment: [equipment/index.md]
  - Safety:
      - safety/get-help-now.md
      - safety/stop-rules.md
      - safety/before-you-start.md
  - About:
      - about/index.md
      - Contribute: contributing/index.md
      - Help wanted: contributing/help-wanted.md
      - Worked examples: contributing/ten-poses.md
      - Rules for records: contributing/rules.md

"""


def tiny_world(root: Path) -> Path:
    """Write the tiny world to `root`, which must not exist, and return it."""
    shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("_expected", "__pycache__", ".build.lock"))
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    (root / "mkdocs.yml").write_text(tiny_config(), encoding="utf-8")
    return root


def drawn_world(root: Path) -> Path:
    """Write the tiny world to `root` with a figure in two of its exercises."""
    tiny_world(root)
    shutil.copy(REPOSITORY / "vocabulary" / "base_poses.yaml", root / "vocabulary")
    for path, figure in FIGURES.items():
        with (root / "exercises" / path).open("a", encoding="utf-8") as record:
            record.write(figure)
    return root


def tiny_config() -> str:
    """Return the repository's mkdocs.yml with the tiny world's navigation."""
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    mended, count = re.subn(r"(?ms)^nav:\n.*?^(?=# What may lie beside)", TINY_NAV, config)
    assert count == 1, "mkdocs.yml no longer has a nav that ends at exclude_docs"
    return mended


def pages_of(root: Path) -> Mapping[str, str]:
    """Return every page that the records under `root` give."""
    library, problems = check_root(root)
    assert not problems, problems
    return render_pages(build_catalogue(library), (RULE,))


def output_of(root: Path) -> Mapping[str, str]:
    """Return everything that the records under `root` give: pages and drawings."""
    return {**pages_of(root), **render_drawings(build_catalogue(check_root(root)[0]))}


@cache
def real_pages() -> Mapping[str, str]:
    """Return every page of the repository's own library."""
    return pages_of(REPOSITORY)


def command(*arguments: str | Path, umask: int = 0o022, cwd: Path = REPOSITORY, **environment: str) -> list[str]:
    """Return nothing but check that the front door accepts `arguments`; its lines of output."""
    ran = run(*arguments, umask=umask, cwd=cwd, **environment)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout.splitlines()


def run(
    *arguments: str | Path, umask: int = 0o022, cwd: Path = REPOSITORY, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the front door in a process of its own."""
    return subprocess.run(
        [sys.executable, REPOSITORY / "build_pages.py", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        umask=umask,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **environment},
    )


@cache
def tiny_built() -> Path:
    """Build the tiny world once a process; return its root, with the site in site/. Read it, change nothing."""
    folder = Path(tempfile.mkdtemp(prefix="tiny-built-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    root = tiny_world(folder / "world")
    command("build", "--root", root)
    return root


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file under `folder` with its bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
