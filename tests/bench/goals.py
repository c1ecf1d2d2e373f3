"""What issue 6 asks for, beside what was measured: a row each, met or not."""

from collections.abc import Callable, Sequence

from tests.bench.builders import HUGO, MKDOCS, OURS
from tests.bench.library import RealLibrary
from tests.bench.notation import figures
from tests.bench.race import COLD, EDITED, SAME, Race

MIDDLE, LARGE = 1000, 10_000
ENOUGH = 95  # of Lighthouse's points


def goals(races: Sequence[Race], library: RealLibrary | None) -> list[list[str]]:
    """Return rows of goal, limit, measured, and `yes`, `no` or a dash."""
    by = {race.count: race for race in races}
    middle, large = by.get(MIDDLE), by.get(LARGE)
    ours = middle.of(OURS) if middle else None
    huge = large.of(OURS) if large else None
    hugo = middle.of(HUGO) if middle else None
    mkdocs = middle.of(MKDOCS) if middle else None
    cold, large_cold = ours and ours.median(COLD), huge and huge.median(COLD)
    rows = [
        _row("cold build of 1,000, to Hugo", 1.5, ours and ours.ratio(hugo, COLD), "×"),
        _row("cold build of 1,000, to MkDocs + Material", 0.2, ours and ours.ratio(mkdocs, COLD), "×"),
        _row("one of 1,000 records changed, to a cold build", 0.5, ours and ours.ratio_within(EDITED, COLD), "×"),
        _row("nothing changed at 1,000, to Hugo", 0.5, ours and ours.ratio(hugo, SAME), "×"),
        _row("growth from 1,000 to 10,000", 10, large_cold / cold if cold and large_cold else None, "×"),
        _row("memory at 10,000", 400, huge and huge.mib, "MiB"),
    ]
    return rows + (_for_readers(library) if library else [])


def _for_readers(library: RealLibrary) -> list[list[str]]:
    page, index = library.visits.get("exercise"), library.index
    shift = max((visit.shift for visit in library.visits.values()), default=None)
    early = [path for visit in library.visits.values() for path, _ in visit.rows if "search_index" in path]
    rows = [
        _row("first visit to an exercise page", 120, page and page.wire / 1024, "KiB"),
        _row("its requests", 12, page and len(page.rows), "", digits=".0f"),
        _row("layout shift of the four pages", 0, shift, "", digits=".3f"),
        _row("pages that load the search index unasked", 0, len(early) if library.visits else None, "", digits=".0f"),
        _row("search index a record, gzip", 1024, index and index.zipped / library.records, "bytes"),
        _row("search usable on a slowed phone, work before it included", 0.5, index and index.usable, "s"),
    ]
    for name, scores in library.scores.items():
        least = min(value for kind, value in scores.items() if kind != "shift")
        rows.append(
            [f"Lighthouse, {name}, lowest of four", f"at least {ENOUGH}", f"{least:.0f}", _says(least >= ENOUGH)]
        )
    return rows


def _row(goal: str, limit: float, measured: float | None, unit: str, *, digits: str = "") -> list[str]:
    write: Callable[[float], str] = (lambda value: format(value, digits)) if digits else figures
    if measured is None:
        return [goal, f"at most {limit:g} {unit}".strip(), "not measured", "–"]
    return [goal, f"at most {limit:g} {unit}".strip(), f"{write(measured)} {unit}".strip(), _says(measured <= limit)]


def _says(met: bool) -> str:
    return "yes" if met else "**no**"
