"""The page for reusers: its examples do what it says, and what it names is there."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

from tests.api.served import example, served
from tests.api.world import real, real_files
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "content/about/data.md").read_text(encoding="utf-8")


def test_the_curl_example_takes_the_table(tmp_path: Path) -> None:
    """The command leaves exercises.csv in the folder where it is run; without curl its address is asked for as curl would."""
    with served(tmp_path / "site") as address:
        command = shlex.split(example("sh", address))
        assert command[:2] == ["curl", "-fO"]
        there = tmp_path / "exercises.csv"
        if shutil.which("curl"):
            subprocess.run([*command, "-s"], cwd=tmp_path, check=True)
        else:
            with urlopen(command[2]) as answer:
                there.write_bytes(answer.read())
    assert there.read_bytes() == real_files()["api/v1/exercises.csv"].encode()


def test_the_python_example_lists_exercises(tmp_path: Path) -> None:
    """The program prints the name and page of what a beginner can do on a chair without a turn, and nothing else."""
    with served(tmp_path) as address:
        ran = subprocess.run(
            [sys.executable, "-c", example("python", address)], capture_output=True, text=True, check=True
        )
    wanted = [
        f"{one['name']} {one['page']}"
        for one in real("exercises.json")["exercises"]
        if one["level"] == "beginner" and one["position"]["slug"] == "sitting" and "spine-rotation" not in one["movements"]
    ]  # fmt: skip
    assert ran.stdout.splitlines() == wanted
    assert "Chin tuck" in ran.stdout


def test_every_file_is_named() -> None:
    """The page leads to every file of the index, to the index, and to the feed, and to no data file that is not there."""
    linked = set(re.findall(r"\]\(\.\./(api/v1/[^)]+|feed\.xml)\)", PAGE))
    tops = {path for path in real_files() if path.count("/") in (0, 2)}
    assert linked == tops


def test_the_page_can_be_found() -> None:
    """The page about the site leads to it, and it stands in the navigation."""
    assert "](data.md)" in (REPOSITORY / "content/about/index.md").read_text(encoding="utf-8")
    assert "about/data.md" in (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
