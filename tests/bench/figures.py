"""What the figures of the real library cost. Run as a module, it prints its rows as JSON; it asserts nothing.

Milliseconds are CPU time of one figure of two poses, the best of some runs, then the median over the figures.
"""

import gzip
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

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


def figure_costs(runs: int) -> tuple[int, list[list[str]]]:
    """Time each kind of work and weigh the drawings: the number of figures, and rows of name, median and most."""
    library = read_library(REPOSITORY)[0]
    pairs = [(entry, read_figure(entry.value.figure, library.bases)[0]) for entry in library.exercises]
    figures = [(entry, figure) for entry, figure in pairs if figure and len(figure.poses) == 2]
    rows = []
    for kind, work in WORK.items():
        costs = [_best(partial(work, e.value.figure, library.bases, f), runs) for e, f in figures]
        rows.append([kind, f"{statistics.median(costs):.2f} ms", f"{max(costs):.2f} ms"])
    texts = [draw_figure(figure, name=entry.value.name, slug=entry.slug).encode() for entry, figure in figures]
    zipped = [len(gzip.compress(text, 9, mtime=0)) for text in texts]
    rows.append(["drawing, bytes", f"{statistics.median(map(len, texts)):,.0f}", f"{max(map(len, texts)):,}"])
    rows.append(["drawing, bytes with gzip", f"{statistics.median(zipped):,.0f}", f"{max(zipped):,}"])
    return len(figures), rows


def _best(work: Callable[[], object], runs: int) -> float:
    def costs() -> Iterator[float]:
        for _ in range(runs):
            start = time.process_time()
            work()
            yield 1000 * (time.process_time() - start)

    return min(costs())


if __name__ == "__main__":  # in a process of its own: the bench itself stays small
    print(json.dumps(figure_costs(int(sys.argv[1]))))
