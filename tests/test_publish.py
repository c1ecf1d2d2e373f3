"""Publishing: strict, whole or not at all, the same bytes anywhere, and nothing but what readers want."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from builder.errors import Unable
from builder.publish import publish, swap
from tests.generated import generate_world
from tests.worlds import EPOCH, REPOSITORY, command, contents, run, tiny_built, tiny_world

pytestmark = pytest.mark.xdist_group("tiny-built")
CLOCK = datetime.fromtimestamp(int(EPOCH), UTC)
STRAYS = ("notes.yaml", "page.md.j2", "hook.py", "draft.html", "secret.toml", ".env", ".rendered.json", "data.YAML")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Give a copy of the built tiny world that a test may change."""
    return Path(shutil.copytree(tiny_built(), tmp_path / "world"))


def left_over(root: Path) -> list[str]:
    """Return what lies beside the site and should not."""
    return sorted(p.name for p in root.iterdir() if re.match(r"\.?site.+", p.name))


def break_a_link(root: Path) -> None:
    """Put a link to nowhere into a hand-written page."""
    with (root / "content/about/index.md").open("a") as page:
        page.write("\nSee [nothing](nowhere.md).\n")


def test_a_broken_link_stops_the_build(built: Path) -> None:
    """A link to nowhere in a hand-written page fails with code 2 and MkDocs' own words; the old site stays."""
    before = contents(built / "site")
    break_a_link(built)
    ran = run("build", "--root", built)
    assert ran.returncode == 2
    assert "nowhere.md" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert contents(built / "site") == before
    assert left_over(built) == []


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda root: (root / "content/about/index.md").unlink(), "about/index.md"),
        (lambda root: (root / "content/extra.md").write_text("# Extra\n\nIn no menu.\n"), "extra.md"),
        (lambda root: (root / "overrides/main.html").write_text("{% oops %}"), "oops"),
        (
            lambda root: (root / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content\nplugins: [nosuch]\n"),
            "nosuch",
        ),
    ],
    ids=["missing page", "page in no menu", "broken template", "broken configuration"],
)
def test_other_faults_stop_it_too(built: Path, damage, words: str) -> None:
    """Whatever MkDocs warns of or dies of ends in one message that names it; the old site stays."""
    before = contents(built / "site")
    damage(built)
    with pytest.raises(Unable, match=words):
        publish(config=built / "mkdocs.yml", site=built / "site", clock=CLOCK)
    assert contents(built / "site") == before
    assert left_over(built) == []


def test_kill_at_any_moment_while_building(built: Path) -> None:
    """After kill -9 at random moments the last good site stands; the next build is right and sweeps up."""
    wanted = contents(built / "site")
    chance = random.Random(3)
    for _ in range(4):
        child = subprocess.Popen(
            [sys.executable, str(REPOSITORY / "build_pages.py"), "build", "--root", str(built)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        )
        time.sleep(0.3 + chance.random() * 3)
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        assert contents(built / "site") == wanted
    command("build", "--root", built)
    assert contents(built / "site") == wanted
    assert left_over(built) == []


def test_a_build_killed_between_two_renames_is_brought_back(built: Path) -> None:
    """Where the swap takes two steps, a kill between them leaves the old site to be found again."""
    wanted = contents(built / "site")
    old = built / ".site.strong-back-old-x"
    old.mkdir()
    (built / "site").rename(old / "site")
    (built / ".site.strong-back-new-x").mkdir()
    break_a_link(built)
    with pytest.raises(Unable, match="nowhere"):
        publish(config=built / "mkdocs.yml", site=built / "site", clock=CLOCK)
    assert contents(built / "site") == wanted
    assert left_over(built) == []


def test_two_builds_at_once(built: Path) -> None:
    """Two builds of one root started together both succeed, and the site is whole."""
    wanted = contents(built / "site")
    shutil.rmtree(built / "site")
    both = [
        subprocess.Popen(
            [sys.executable, str(REPOSITORY / "build_pages.py"), "build", "--root", str(built)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        )
        for _ in range(2)
    ]
    told = [child.communicate() for child in both]
    assert [child.returncode for child in both] == [0, 0], told
    assert contents(built / "site") == wanted


def test_the_swap_is_one_step(tmp_path: Path) -> None:
    """A reader who looks at every moment of many swaps always finds a whole site."""
    site = tmp_path / "site"
    watcher = subprocess.Popen(
        [sys.executable, "-c", WATCH, str(site / "index.html"), str(tmp_path / "stop")], stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    for turn in range(200):
        fresh = tmp_path / f"fresh-{turn}"
        fresh.mkdir()
        (fresh / "index.html").write_text(f"{turn}")
        swap(fresh, site)
        if turn == 0:
            assert watcher.stdout
            assert watcher.stdout.readline() == "seen\n"
    (tmp_path / "stop").touch()
    told, _ = watcher.communicate()
    assert (site / "index.html").read_text() == "199"
    assert told.split()[-2:] == ["missed", "0"]


WATCH = """
import sys, os, time
page, stop = sys.argv[1:]
while not os.path.exists(page): time.sleep(0.001)
print("seen", flush=True)
missed = looks = 0
while not os.path.exists(stop):
    looks += 1
    missed += not os.path.exists(page)
print("looks", looks, "missed", missed)
"""


def test_the_swap_in_two_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot exchange two folders, the site is moved aside and nothing is left over."""
    monkeypatch.setattr("builder.publish._exchange", lambda _one, _other: False)
    for name in ("site", "fresh"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    swap(tmp_path / "fresh", tmp_path / "site")
    assert contents(tmp_path) == {"site/index.html": b"fresh"}


@pytest.mark.parametrize("kind", ["folder with other files", "file"])
def test_a_foreign_folder_is_refused(built: Path, kind: str) -> None:
    """A --site that holds something else than a site is left alone, with code 2 and one line."""
    target = built / "papers"
    if kind == "file":
        target.write_text("mine")
    else:
        target.mkdir()
        (target / "thesis.txt").write_text("mine")
    before = contents(built)
    ran = run("build", "--root", built, "--site", target)
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert "holds other things than a site" in ran.stderr
    assert contents(built) == before


def test_modes_do_not_follow_the_umask(tmp_path: Path) -> None:
    """With umask 077 every folder of the site is 0755 and every file 0644."""
    root = tiny_world(tmp_path / "world")
    command("build", "--root", root, umask=0o077)
    site = root / "site"
    assert {p.stat().st_mode & 0o777 for p in site.rglob("*") if p.is_file()} == {0o644}
    assert {p.stat().st_mode & 0o777 for p in (site, *site.rglob("*")) if p.is_dir()} == {0o755}


@pytest.mark.parametrize("place", ["content", "content/safety", "overrides/assets"])
def test_strays_never_reach_the_site(built: Path, place: str) -> None:
    """Sources, templates and dot files that lie about are not published: left out, or the build stops."""
    wanted = sorted(contents(built / "site"))
    for name in STRAYS:
        if name not in (".rendered.json", "secret.toml", "data.YAML"):
            (built / place / name).write_text("x: {{ y }}\n")
    command("build", "--root", built)
    assert sorted(contents(built / "site")) == wanted


@pytest.mark.parametrize(
    "stray",
    [
        "content/secret.toml",
        "content/data.YAML",
        "content/a",
        "overrides/notes.toml",
        "overrides/assets/x.scss",
    ],
)
def test_an_unknown_kind_of_file_stops_the_build(built: Path, stray: str) -> None:
    """A file of a kind that readers cannot use stops the build with one line that names it; the old site stays."""
    before = contents(built / "site")
    (built / stray).write_text("x\n")
    with pytest.raises(Unable, match=f"{Path(stray).name} is no file for readers; take it out"):
        publish(config=built / "mkdocs.yml", site=built / "site", clock=CLOCK)
    assert contents(built / "site") == before


def test_a_link_is_not_followed(built: Path) -> None:
    """A symbolic link in content/ or overrides/ stops the build: what it leads to is not ours to publish."""
    for place in ("content/passwd.txt", "overrides/assets/all"):
        (built / place).symlink_to("/etc")
        with pytest.raises(Unable, match=f"{place} is a link"):
            publish(config=built / "mkdocs.yml", site=built / "site", clock=CLOCK)
        (built / place).unlink()


def test_the_site_holds_no_source() -> None:
    """The published site has files for readers only, and not one from builder/, vocabulary/ or templates."""
    paths = contents(tiny_built() / "site")
    assert not [p for p in paths if re.search(r"(^|/)\.|\.(yaml|yml|j2|py|md|toml|lock)$|_expected", p)]
    assert {
        "index.html",
        "404.html",
        "sitemap.xml",
        "search/search_index.json",
        "exercises/neck/chin-nod/index.html",
    } <= set(paths)


def test_mkdocs_by_hand_gives_the_same_site(tmp_path: Path) -> None:
    """`mkdocs build --strict`, typed in the root after `render`, writes the same bytes."""
    root = Path(shutil.copytree(tiny_built(), tmp_path / "world", ignore=shutil.ignore_patterns("site")))
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert contents(root / "site") == contents(tiny_built() / "site")


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Order of files, path, working directory, time zone, locale, umask and hash seed leave no trace."""
    straight = tiny_built()
    made = {*json.loads((straight / "content/.rendered.json").read_text()), ".rendered.json"}
    turned = tmp_path / "another path, ü" / "deeper"
    for name in sorted(contents(straight), reverse=True):
        if name.startswith(("site/", ".build")) or name.removeprefix("content/") in made:
            continue
        path, target = straight / name, turned / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    command("build", "--root", turned, cwd=tmp_path, umask=0o077, TZ="Pacific/Kiritimati", LC_ALL="C", LANG="tr_TR.UTF-8", PYTHONHASHSEED="4711")  # fmt: skip
    first, second = contents(tiny_built() / "site"), contents(turned / "site")
    assert second.keys() == first.keys()
    assert [path for path in first if first[path] != second[path]] == []
    assert contents(turned / "content") == contents(tiny_built() / "content")
    assert {"sitemap.xml", "sitemap.xml.gz"} <= first.keys()


def test_the_clock_is_the_one_that_is_set() -> None:
    """SOURCE_DATE_EPOCH is the date of the site map; no other date of the build appears in it."""
    site = tiny_built() / "site"
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", (site / "sitemap.xml").read_text())) == {"2026-01-01"}


def test_a_page_does_not_grow_with_the_library(tmp_path: Path) -> None:
    """Of 40 and of 400 records the same published page differs by its related list alone, not by one other byte."""
    found = []
    for count in (40, 400):
        root = generate_world(tmp_path / str(count), count)
        command("build", "--root", root)
        page = (root / "site/exercises/lower-back/generated-00000/index.html").read_text()
        without, related = re.subn(r'(?s)<h2 id="related-exercises">.*?(?=<h2)', "", page)
        found.append(re.sub(r'(?s)\s*<li class="md-nav__item">\s*<a href="#related-exercises".*?</li>', "", without))
        assert related <= 1
    assert found[0] == found[1]


def test_a_retired_address_leads_on() -> None:
    """The old address of an exercise sends the browser to what took its place, and says so in words."""
    page = (tiny_built() / "site/exercises/neck/old-nod/index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../chin-nod/">' in page
    assert 'href="../chin-nod/">Chin nod</a>' in page
