"""Builders in turn, A B C A B C, so that a machine whose speed drifts treats all alike."""

import os
import statistics
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.builders import Absent, Builder
from tests.bench.process import FailedError, Run, run
from tests.bench.weight import Site, weigh_site

COLD, SAME, EDITED = "cold", "nothing changed", "one record changed"
SCENARIOS = (COLD, SAME, EDITED)
RECORD = "generated-00003.yaml"


@dataclass(slots=True)
class Entrant:
    """What was measured of one builder: every run of every scenario, round by round; a round left out is None."""

    builder: Builder
    runs: dict[str, list[Run | None]] = field(default_factory=lambda: defaultdict(list))
    markdown: list[float] = field(default_factory=list)
    mib: float = 0.0
    site: Site | None = None
    failed: str = ""

    def median(self, scenario: str, what: Callable[[Run], float] = lambda run: run.wall) -> float | None:
        """Return the median of a scenario's runs, or None where there is none."""
        values = [what(one) for one in self.runs[scenario] if one]
        return statistics.median(values) if values else None

    def ratio(self, other: "Entrant | None", scenario: str) -> float | None:
        """Return the median of this builder's time over the other's, round by round."""
        if other is None:
            return None
        return _ratio(self.runs[scenario], other.runs[scenario])

    def ratio_within(self, scenario: str, other: str) -> float | None:
        """Return the median of one scenario's time over another's, round by round."""
        return _ratio(self.runs[scenario], self.runs[other])


def _ratio(upper: Sequence[Run | None], lower: Sequence[Run | None]) -> float | None:
    values = [one.wall / other.wall for one, other in zip(upper, lower, strict=False) if one and other]
    return statistics.median(values) if values else None


@dataclass(slots=True)
class Race:
    """All that was measured at one number of records."""

    count: int
    entrants: list[Entrant]
    absent: list[Absent]
    load: list[float] = field(default_factory=list)

    def of(self, name: str) -> Entrant | None:
        """Return a builder's measurements by its name."""
        return next((entrant for entrant in self.entrants if entrant.builder.name == name and not entrant.failed), None)


def race(
    builders: Sequence[Builder | Absent], count: int, *, rounds: int, seconds: float, say: Callable[[str], None]
) -> Race:
    """Run every scenario `rounds` times; a builder that has used `seconds` on a scenario sits out its next rounds."""
    entrants = [Entrant(builder) for builder in builders if isinstance(builder, Builder)]
    absent = [builder for builder in builders if isinstance(builder, Absent)]
    result = Race(count, entrants, absent)
    for entrant in entrants:
        _try(entrant, _warm_up)
        say(f"{count} records, {entrant.builder.name}: {entrant.failed or 'ready'}")
    for number in range(rounds):
        result.load.append(os.getloadavg()[0])
        for scenario in SCENARIOS:
            for entrant in entrants:
                if not entrant.failed:
                    _try(entrant, lambda one, s=scenario, n=number: _measure(one, s, n, seconds))
            say(f"{count} records, round {number + 1} of {rounds}, {scenario}: {_words(entrants, scenario)}")
    return result


def _try(entrant: Entrant, step: Callable[[Entrant], None]) -> None:
    try:
        step(entrant)
    except FailedError as error:
        entrant.failed = str(error)


def _warm_up(entrant: Entrant) -> None:
    """Build once, untimed: for the memory, the site's numbers, and files that every later run finds in place."""
    builder = entrant.builder
    builder.forget()
    entrant.mib = max(run(command, cwd=builder.root, weigh=True).mib for command in builder.commands)
    entrant.site = weigh_site(builder.root / "site", builder.index)
    records = len(list((builder.root / "exercises").rglob("*.yaml")))
    if entrant.site.records != records:
        raise FailedError(f"its site has {entrant.site.records} pages of {records} records")
    if not entrant.site.index_bytes:
        raise FailedError(f"its site has no search index {builder.index}")


def _measure(entrant: Entrant, scenario: str, number: int, seconds: float) -> None:
    builder = entrant.builder
    if scenario == EDITED:
        _edit(builder.root, number)
    if sum(one.wall for one in entrant.runs[scenario] if one) > seconds:
        entrant.runs[scenario].append(None)
        return
    if scenario == COLD:
        builder.forget()
    stages = [run(command, cwd=builder.root) for command in builder.commands]
    if scenario == COLD and len(stages) > 1:
        entrant.markdown.append(stages[0].wall)
    total = Run(sum(stage.wall for stage in stages), sum(stage.cpu for stage in stages), 0.0)
    entrant.runs[scenario].append(total)


def _edit(root: Path, number: int) -> None:
    """Change one sentence of one record, each round to another."""
    file = next((root / "exercises").rglob(RECORD))
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("summary: "))
    times = ("once", "twice", "three times", "four times", "five times", "six times", "seven times")
    lines[at] = f"summary: Sit on the stool and tap the old blue drum {times[number % len(times)]}."
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _words(entrants: Sequence[Entrant], scenario: str) -> str:
    last = [(entrant.builder.name, entrant.runs[scenario]) for entrant in entrants]
    return ", ".join(f"{name} {runs[-1].wall:.2f} s" for name, runs in last if runs and runs[-1])
