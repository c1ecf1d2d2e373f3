"""What the program sheets of the real library cost: for `make bench`. Prints; asserts nothing."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from builder.cache import open_cache
from builder.catalogue import build_catalogue
from builder.library import read_library
from builder.sheets import render_sheets, set_sheets, sheet_data
from tests.generated import REPOSITORY


def print_sheets() -> None:
    """Time the sheets: their words and drawings, setting them one by one and together, and taking what is kept."""
    catalogue = build_catalogue(read_library(REPOSITORY)[0])
    with tempfile.TemporaryDirectory() as folder:
        kept = open_cache(Path(folder))
        wanted = [pair for program in catalogue.programs for pair in sheet_data(program, catalogue.safety, kept)]
        print(f"\n{len(wanted)} program sheets, ms a sheet (wall, CPU)")
        _tell(
            "words and drawings",
            len(wanted),
            lambda: [list(sheet_data(p, catalogue.safety)) for p in catalogue.programs],
        )
        _tell("set one by one", len(wanted), lambda: [set_sheets([pair]) for pair in wanted])
        _tell("set together", len(wanted), lambda: set_sheets(wanted, kept))
        _tell("all kept", len(wanted), lambda: render_sheets(catalogue, open_cache(Path(folder))))
        sizes = [len(pdf) for pdf in set_sheets(wanted, kept).values()]
    print(f"{'bytes a sheet':>20} {statistics.mean(sizes):8.0f}   most {max(sizes)}")


def _tell(what: str, count: int, work: Callable[[], object]) -> None:
    wall, used = time.perf_counter(), time.process_time()
    work()
    wall, used = time.perf_counter() - wall, time.process_time() - used
    print(f"{what:>20} {1000 * wall / count:8.1f} {1000 * used / count:8.1f}", flush=True)


if __name__ == "__main__":
    print_sheets()
