"""What the figures of the real library cost: for `make bench`. Prints; asserts nothing.

Milliseconds are CPU time of one figure of two poses, the best of some runs, then the median over the figures.
"""

import gzip
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from builder.figures import Figure, check_figure, describe_figure, draw_figure, draw_motion, read_figure
from builder.figures.solver import solve_figure
from builder.library import read_library
from tests.generated import REPOSITORY

# How a block, its base poses and the figure read from it are worked on.
WORK: dict[str, Callable[[object, dict, Figure], object]] = {
    "read": lambda block, bases, _: read_figure(block, bases),
    "solve": lambda _block, _bases, figure: solve_figure(figure),
    "read and draw": lambda block, bases, _: draw_figure(read_figure(block, bases)[0], name="name", slug="slug"),
    "words": lambda _block, _bases, figure: describe_figure(figure),
    "check": lambda _block, _bases, figure: check_figure(figure),
    "motion": lambda _block, _bases, figure: draw_motion(figure, name="name", slug="slug"),
}


def print_figures(runs: int) -> None:
    """Time each kind of work and weigh the drawings."""
    library = read_library(REPOSITORY)[0]
    pairs = [(entry, read_figure(entry.value.figure, library.bases)[0]) for entry in library.exercises]
    figures = [(entry, figure) for entry, figure in pairs if figure and len(figure.poses) == 2]
    print(f"\n{len(figures)} figures of two poses, ms of CPU a figure, medians of the best of {runs} runs")
    for kind, work in WORK.items():
        costs = [_best(partial(work, e.value.figure, library.bases, f), runs) for e, f in figures]
        print(f"{kind:>14} {statistics.median(costs):6.2f}   most {max(costs):6.2f}")
    texts = [draw_figure(figure, name=entry.value.name, slug=entry.slug).encode() for entry, figure in figures]
    zipped = [len(gzip.compress(text, 9, mtime=0)) for text in texts]
    print(f"{'bytes':>14} {statistics.mean(map(len, texts)):6.0f}   gzip {statistics.mean(zipped):6.0f}   (means)")


def _best(work: Callable[[], object], runs: int) -> float:
    def costs() -> Iterator[float]:
        for _ in range(runs):
            start = time.process_time()
            work()
            yield 1000 * (time.process_time() - start)

    return min(costs())


def copy_library(root: Path) -> Path:
    """Copy the records of the real library to `root`, without pages and without what is kept, and return it."""
    for folder in ("exercises", "programs", "vocabulary"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    return root
