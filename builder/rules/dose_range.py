"""EX009: a dose's numbers are ones that a person can do."""

from collections.abc import Iterator

from builder.library import Library
from builder.models.exercise import Dose
from builder.problems import Problem
from builder.rules.doses import doses
from builder.rules.rule import Rule
from builder.timing import seconds

CODE = "EX009"
MOST = {"reps": 100, "hold": 300, "time": 7200, "breaths": 50, "distance": 20000}


def check(library: Library) -> Iterator[Problem]:
    for entry, path, dose in doses(library):
        for field, low, high, least, most in _limits(dose):
            if low < least or high > most:
                yield entry.problem(
                    (*path, field),
                    CODE,
                    f"“{field}” must lie between {least:g} and {most:g}.",
                    "check the number for a slip of the key",
                )


def _limits(dose: Dose) -> Iterator[tuple[str, float, float, float, float]]:
    per_unit = 60 if dose.amount.unit == "min" else 1
    yield "sets", dose.sets.low, dose.sets.high, 1, 10
    yield "amount", dose.amount.low * per_unit, dose.amount.high * per_unit, 1, MOST[dose.kind]
    yield "effort", dose.effort.low, dose.effort.high, 0, 10
    yield "days_per_week", dose.days_per_week.low, dose.days_per_week.high, 1, 7
    if dose.hold:
        yield "hold", dose.hold.low, dose.hold.high, 1, 120
    if dose.rest:
        yield "rest", seconds(dose.rest), seconds(dose.rest), 1, 600


RULE = Rule(CODE, "A dose's numbers are ones that a person can do.", "`sets: 2-3`", "`sets: 30`", check)
