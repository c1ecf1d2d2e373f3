"""`make bench`: races, then the real library, then BENCHMARKS.md. Unattended; what it makes it removes."""

import argparse
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.builders import make_builders
from tests.bench.library import measure_library
from tests.bench.plot import plot
from tests.bench.race import race
from tests.bench.report import lines, report
from tests.bench.tools import HERE, REPOSITORY

SIZES = "100,1000,10000"
TEXT, DRAWING = "BENCHMARKS.md", "docs/benchmarks.svg"


def main() -> None:
    """Measure, write, say where."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES, help="numbers of records, with commas (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each scenario (default: %(default)s)")
    parser.add_argument(
        "--seconds", type=float, default=240, help="after so long a builder sits out a scenario's next rounds"
    )
    parser.add_argument("--no-library", action="store_true", help="leave out the real library and its readers")
    parser.add_argument("--into", type=Path, help="folder for BENCHMARKS.md (default: the repository for a full run)")
    options = parser.parse_args()
    sizes = sorted({int(size) for size in options.sizes.replace(" ", ",").split(",") if size})
    full = options.sizes == SIZES and not options.no_library
    into = (options.into or (REPOSITORY if full else HERE)).absolute()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a stopped run cleans up, too
    HERE.mkdir(parents=True, exist_ok=True)
    _sweep()
    start = time.monotonic()
    races = []
    with tempfile.TemporaryDirectory(prefix="work-", dir=HERE) as folder:
        for size in sizes:
            builders = make_builders(Path(folder) / str(size), size)
            races.append(race(builders, size, rounds=options.rounds, seconds=options.seconds, say=_say))
            shutil.rmtree(Path(folder) / str(size))
            _write(into, report(races, None, took=time.monotonic() - start, plot=""), "")
        library = None if options.no_library else measure_library(Path(folder), runs=options.rounds, say=_say)
    drawing = plot(
        lines(races), title="Records to site, cold build", words="Seconds against records; the tables hold them."
    )
    text = report(races, library, took=time.monotonic() - start, plot=DRAWING if drawing else "")
    _write(into, text, drawing)
    print(text)
    _say(f"Written: {into / TEXT} and {into / DRAWING}")


def _write(into: Path, text: str, drawing: str) -> None:
    (into / TEXT).write_text(text, encoding="utf-8")
    if drawing:
        (into / DRAWING).parent.mkdir(exist_ok=True)
        (into / DRAWING).write_text(drawing, encoding="utf-8")


def _sweep() -> None:
    """Remove what a killed run left."""
    for left in HERE.glob("work-*"):
        shutil.rmtree(left, ignore_errors=True)


def _say(words: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
