"""The real library: what its figures and sheets cost, cold and kept, and what a reader of it downloads."""

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench import lighthouse, reader, tools
from tests.bench.builders import FRONT_DOOR
from tests.bench.process import FailedError, run

PARTS = ("exercises", "programs", "vocabulary", "content", "overrides")
NOTHING_KEPT, ALL_KEPT = "nothing kept", "all kept"
EXERCISE = "exercises/deep-muscles/bird-dog/"
PAGES = {"home": "", "exercise": EXERCISE, "group": "exercises/deep-muscles/", "program": "programs/back-holds/"}


@dataclass(slots=True)
class RealLibrary:
    """All that was measured on the real library. `why_not` says what could not be, and why."""

    records: int
    times: dict[str, dict[str, float]] = field(default_factory=dict)
    figures: int = 0
    figure_rows: list[list[str]] = field(default_factory=list)
    visits: dict[str, reader.Visit] = field(default_factory=dict)
    index: reader.Index | None = None
    scores: dict[str, dict[str, float]] = field(default_factory=dict)
    why_not: list[str] = field(default_factory=list)


def measure_library(folder: Path, *, runs: int, say: Callable[[str], None]) -> RealLibrary:
    """Copy the library to `folder`, build it as often as it takes, and visit its site."""
    root = _copy(folder / "library")
    found = RealLibrary(len(list((root / "exercises").rglob("*.yaml"))) + len(list((root / "programs").glob("*.yaml"))))
    for step in (_time_commands, _figures, _visit, _lighthouse):
        try:
            step(found, root, runs)
        except (FailedError, tools.AbsentError, OSError, ImportError) as error:
            found.why_not.append(f"{step.__name__.strip('_').replace('_', ' ')}: {error}")
        except Exception as error:  # what a browser reports is its own kind of error: say it, and go on
            found.why_not.append(f"{step.__name__.strip('_').replace('_', ' ')}: {str(error).splitlines()[0]}")
        say(f"real library: {step.__name__.strip('_').replace('_', ' ')} done")
    return found


def _copy(root: Path) -> Path:
    listed = subprocess.run(
        ["git", "ls-files", *PARTS, "mkdocs.yml"], cwd=tools.REPOSITORY, capture_output=True, text=True, check=True
    )
    for path in listed.stdout.splitlines():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(tools.REPOSITORY / path, root / path)
    return root


def _time_commands(found: RealLibrary, root: Path, runs: int) -> None:
    site = root / "site" / "strong-back"  # its name is the last part of the published address
    for state in (NOTHING_KEPT, ALL_KEPT):
        times: dict[str, list[float]] = {"check": [], "render": [], "build": []}
        for _ in range(runs):
            for name, taken in times.items():
                if state == NOTHING_KEPT:
                    shutil.rmtree(root / ".cache", ignore_errors=True)
                switch = ["--site", site] if name == "build" else []
                taken.append(run([sys.executable, FRONT_DOOR, name, "--root", root, *switch], cwd=root).wall)
        found.times[state] = {name: statistics.median(taken) for name, taken in times.items()}


def _figures(found: RealLibrary, _root: Path, runs: int) -> None:
    command = [sys.executable, "-m", "tests.bench.figures", str(runs)]
    ran = subprocess.run(command, cwd=tools.REPOSITORY, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise FailedError((ran.stderr.strip().splitlines() or ["nothing"])[-1])
    found.figures, found.figure_rows = json.loads(ran.stdout)


def _visit(found: RealLibrary, root: Path, runs: int) -> None:
    site = root / "site" / "strong-back"
    with reader.served(site.parent) as host, reader.chromium() as browser:
        for name, page in PAGES.items():
            found.visits[name] = reader.visit(browser, host, f"{site.name}/{page}")
        found.index = reader.weigh_index(browser, host, site, f"{site.name}/{EXERCISE}", runs)


def _lighthouse(found: RealLibrary, root: Path, _runs: int) -> None:
    site = root / "site" / "strong-back"
    with reader.served(site.parent) as host:
        for name, page in PAGES.items():
            found.scores[name] = lighthouse.ask(f"{host.address}{site.name}/{page}", root)
