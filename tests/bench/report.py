"""All that was measured, as BENCHMARKS.md: the rows where we lose look like the others."""

import os
import platform
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from tests.bench.builders import HUGO, MKDOCS
from tests.bench.goals import goals
from tests.bench.library import RealLibrary
from tests.bench.notation import figures, kib, seconds, table, times
from tests.bench.race import COLD, EDITED, SAME, SCENARIOS, Entrant, Race

WHAT_COUNTS = """\
Every builder starts from the same generated YAML records and ends with a site
of like pages and a search index. Times are of whole processes, start-up
included, run in turn (A, B, C, A, B, C). A number is a median; a ratio is the
median of the ratios round by round.

- **Ours** reads, checks, renders and publishes. It checks every record; no peer
  does.
- **Peers** get their Markdown from `tests/bench/plain.py`: the fast YAML loader
  and Jinja2, no checks, pages with the words of ours. Its time is part of
  theirs, and stands apart in the column *Markdown*.
- **MkDocs + Material** has our configuration, extensions and small navigation,
  without our templates, styles and scripts. **Hugo** and **Eleventy** have a
  plain theme of a few lines, with tags, a contents list and a search index in
  JSON: less page around the same words.
- **Cold**: no pages, no site, no cache of the builder's own; the system's file
  cache is warm. **Nothing changed**: the same command again. **One record
  changed**: one sentence of one record is another.
- **CPU** is user and system time of all processes in a cold build. **Memory** is
  the most that all processes of one command hold at once: their shares summed,
  looked at every 50 ms in a build that is not timed, or the largest process's
  own peak where that is more.
"""


def report(races: Sequence[Race], library: RealLibrary | None, *, took: float, plot: str) -> str:
    """Return the whole text. `plot` is the path of the drawing, relative to it."""
    parts = [
        "# Benchmarks\n\n`make bench` measured all of this and wrote this page. Nothing here is a promise, and\n"
        "no test asks for a time. How it works: `tests/bench/`.\n",
        f"## Where and when\n\n{_machine(races, took)}",
        f"## What counts\n\n{WHAT_COUNTS}",
        *(_race(one) for one in races),
        _growth(races) if len(races) > 1 else "",
        f"## Goals\n\n{table(['goal', 'wanted', 'measured', 'met'], goals(races, library))}",
        f"![Time of a cold build against the number of records; the tables above hold the numbers]({plot})\n"
        if plot
        else "",
        _library(library) if library else "",
        _reader(library) if library else "",
    ]
    return "\n".join(part for part in parts if part)


def _machine(races: Sequence[Race], took: float) -> str:
    load = [one for race in races for one in race.load]
    busy = f"load average {figures(min(load))} to {figures(max(load))} at the start of each round"
    lines = [
        f"- {date.today().isoformat()}, {took / 60:.0f} minutes; {busy}"
        + (" (**busy: times are too long, ratios are rough**)" if max(load) > 2.5 else ""),
        f"- {_processor()}, {os.cpu_count()} cores, {_memory()} GiB of memory, {platform.system()} {platform.machine()}",
        f"- Python {platform.python_version()}",
    ]
    known: dict[str, str] = {}
    for entrant in (entrant for race in races for entrant in race.entrants):
        known[entrant.builder.name] = entrant.builder.version
    return "\n".join([*lines, *(f"- {name}: {version}" for name, version in known.items())]) + "\n"


def _processor() -> str:
    cpu = Path("/proc/cpuinfo")
    names = [line.split(":")[1].strip() for line in cpu.read_text().splitlines() if line.startswith("model name")] if cpu.is_file() else []  # fmt: skip
    return names[0] if names else platform.processor() or "processor unknown"


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f}"


def _race(race: Race) -> str:
    hugo, mkdocs = race.of(HUGO), race.of(MKDOCS)
    head = ["builder", "cold", "to Hugo", "to MkDocs", "Markdown", "CPU", "memory", "runs"]
    warm = ["builder", SAME, "to Hugo", "to its cold", EDITED, "to Hugo", "to its cold", "runs"]
    size = ["builder", "pages", "a page, bytes", "site", "search index a record, gzip"]
    rows: Mapping[str, list[list[str]]] = {"cold": [], "warm": [], "size": []}
    for one in (entrant for entrant in race.entrants if not entrant.failed):
        name = one.builder.name
        rows["cold"].append([name, seconds(one.median(COLD)), times(one.ratio(hugo, COLD)), times(one.ratio(mkdocs, COLD)), seconds(_middle(one.markdown)), seconds(one.median(COLD, lambda run: run.cpu)), f"{one.mib:.0f} MiB", _runs(one, COLD)])  # fmt: skip
        rows["warm"].append([name, *(cell for scenario in (SAME, EDITED) for cell in (seconds(one.median(scenario)), times(one.ratio(hugo, scenario)), times(one.ratio_within(scenario, COLD)))), _runs(one, EDITED)])  # fmt: skip
        if one.site:
            rows["size"].append([name, f"{one.site.pages:,}", f"{one.site.page_bytes:,}", f"{one.site.all_bytes / 2**20:.1f} MiB", f"{one.site.index_bytes / race.count:.0f} bytes"])  # fmt: skip
    text = f"## {race.count:,} records\n\n{table(head, rows['cold'])}\n{table(warm, rows['warm'])}\n{table(size, rows['size'])}"
    return text + _notes(race)


def _notes(race: Race) -> str:
    notes = [f"{absent.name} was not measured: {absent.why}." for absent in race.absent]
    notes += [f"{e.builder.name} failed: {e.failed}." for e in race.entrants if e.failed]
    notes += [f"{e.builder.name}: {e.builder.note}." for e in race.entrants if e.builder.note]
    if any(None in e.runs[scenario] for e in race.entrants for scenario in SCENARIOS):
        notes.append("Builders that take long were run fewer times, as the column *runs* says.")
    return "\n" + "".join(f"- {note}\n" for note in notes)


def _runs(entrant: Entrant, scenario: str) -> str:
    return str(sum(run is not None for run in entrant.runs[scenario]))


def _middle(values: Sequence[float]) -> float | None:
    return sorted(values)[len(values) // 2] if values else None


def _growth(races: Sequence[Race]) -> str:
    """Return how the time of a cold build, and memory, grow from one size to the next."""
    steps = list(pairwise(races))
    head = ["builder", *(f"{a.count:,} to {b.count:,}" for a, b in steps), *(f"memory, {b.count:,}" for b in races)]
    rows = []
    for name in _names(races):
        found = [race.of(name) for race in races]
        grown = [times(_over(_cold(b), _cold(a))) for a, b in pairwise(found)]
        rows.append([name, *grown, *(f"{one.mib:.0f} MiB" if one else "–" for one in found)])
    return f"## Growth of a cold build\n\n{table(head, rows)}"


def _names(races: Sequence[Race]) -> list[str]:
    return list(dict.fromkeys(entrant.builder.name for race in races for entrant in race.entrants))


def _cold(entrant: Entrant | None) -> float | None:
    return entrant.median(COLD) if entrant else None


def _over(upper: float | None, lower: float | None) -> float | None:
    return upper / lower if upper and lower else None


def lines(races: Sequence[Race]) -> dict[str, list[tuple[int, float]]]:
    """Return each builder's cold times by number of records, for the plot."""
    found: dict[str, list[tuple[int, float]]] = {}
    for name in _names(races):
        times_of = [(race.count, _cold(race.of(name))) for race in races]
        found[name] = [(count, value) for count, value in times_of if value]
    return found


def _library(library: RealLibrary) -> str:
    states = [[state, *map(seconds, found.values())] for state, found in library.times.items()]
    text = f"## The real library: {library.records} records\n\nGenerated records have no figures; here they are, with the sheets and everything else.\n\n"
    text += table(["kept from earlier runs", "check", "render", "build"], states)
    if library.figure_rows:
        text += f"\nCPU time of one figure of two poses, over {library.figures} figures:\n\n"
        text += table(["work", "median", "most"], library.figure_rows)
    return text


def _reader(library: RealLibrary) -> str:
    text = "## What a reader downloads\n\nThe site of the real library, served with gzip to Chromium as a phone, with an empty cache.\n\n"
    if library.visits:
        rows = [[name, kib(visit.wire), str(len(visit.rows)), f"{visit.shift:.3f}", kib(sum(size for _, size in visit.search_rows))] for name, visit in library.visits.items()]  # fmt: skip
        text += table(["page", "first visit", "requests", "layout shift", "first search adds"], rows)
        text += "\nThe exercise's page, answer by answer:\n\n" + _answers(library)
    if library.index:
        index = library.index
        text += f"\nThe search index: {kib(index.zipped)} with gzip ({kib(index.raw)} without), {index.zipped / index.pages:,.0f} bytes a page over {index.pages} pages, {index.zipped / library.records:,.0f} bytes a record. A phone's CPU (slowed to a quarter) works {seconds(index.unasked)} on it before anyone searches, and shows the first result {seconds(index.first_result)} after the search is opened.\n"
    if library.scores:
        rows = [[name, *(f"{value:.0f}" for kind, value in found.items() if kind != "shift")] for name, found in library.scores.items()]  # fmt: skip
        text += "\nLighthouse, phone settings:\n\n"
        text += table(["page", "performance", "accessibility", "best practices", "SEO"], rows)
    return text + "".join(f"\n- Not measured: {why}\n" for why in library.why_not)


def _answers(library: RealLibrary) -> str:
    visit = library.visits["exercise"]
    rows = [[path.removeprefix("/strong-back/"), f"{size:,}"] for path, size in visit.rows]
    rows += [[f"*first search:* {path.removeprefix('/strong-back/')}", f"{size:,}"] for path, size in visit.search_rows]
    return table(["address", "bytes"], rows)
