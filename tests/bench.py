"""`make bench`: how long check, render and build take on generated records, and what figures and sheets cost. Asserts nothing.

Each time is the median of several runs of a whole process, start-up included; figures are timed one by one, sheets together.
"""

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.bench_figures import copy_library, print_figures
from tests.bench_sheets import print_sheets
from tests.generated import REPOSITORY, generate_world


def main() -> None:
    """Time every command on every size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, medians of {options.runs} runs"
    )
    print(f"{'records':>8} {'check':>9} {'render':>9} {'build':>9} {'pages':>7} {'bytes a page':>13} {'memory':>9}")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            _row(generate_world(Path(folder) / "world", size), size, options.runs)
    print_figures(options.runs)
    print_sheets()
    with tempfile.TemporaryDirectory() as folder:
        _kept(copy_library(Path(folder) / "world"), options.runs)


def _kept(world: Path, runs: int) -> None:
    """Print what the real library takes with nothing kept from earlier runs, and with all of it."""
    print(f"\n{'real library':>14} {'check':>9} {'render':>9}")
    for state, forget in (("nothing kept", True), ("all kept", False)):
        check, render = (_median(world, runs, command, forget=forget) for command in ("check", "render"))
        print(f"{state:>14} {check:>7.2f} s {render:>7.2f} s", flush=True)


def _row(world: Path, size: int, runs: int) -> None:
    check = _median(world, runs, "check")
    render = _median(world, runs, "render", clean=True)
    build = _median(world, runs, "build", clean=True)
    pages = sorted((world / "site" / "exercises").rglob("generated-*/index.html"))
    mean = sum(page.stat().st_size for page in pages) / max(1, len(pages))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{size:>8} {check:>7.2f} s {render:>7.2f} s {build:>7.2f} s {len(pages):>7} {mean:>13.0f} {memory:>5.0f} MiB",
        flush=True,
    )


def _median(world: Path, runs: int, command: str, *, clean: bool = False, forget: bool = False) -> float:
    return statistics.median(_time(world, command, clean=clean, forget=forget) for _ in range(runs))


def _time(world: Path, command: str, *, clean: bool, forget: bool) -> float:
    if forget:
        shutil.rmtree(world / ".cache", ignore_errors=True)
    if clean:
        for path in (world / "content").rglob(".rendered.json"):
            path.unlink()
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, str(REPOSITORY / "build_pages.py"), command, "--root", str(world)],
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
