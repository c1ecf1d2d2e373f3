"""EX008: a dose's unit fits its kind."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.doses import doses
from builder.rules.rule import Rule

CODE = "EX008"
UNITS = {"reps": ("reps",), "hold": ("s",), "time": ("s", "min"), "breaths": ("breaths",), "distance": ("m",)}


def check(library: Library) -> Iterator[Problem]:
    for entry, path, dose in doses(library):
        units = UNITS[dose.kind]
        if dose.amount.unit not in units:
            message = f"A dose of kind “{dose.kind}” is counted in {' or '.join(units)}, not in {dose.amount.unit}."
            yield entry.problem(
                (*path, "amount"), CODE, message, f"write `amount: {dose.amount.low:g} {units[0]}`, or change the kind"
            )
        if dose.hold and dose.kind != "reps":
            message = f"`hold` belongs to reps; a dose of kind “{dose.kind}” has its time in `amount`."
            yield entry.problem((*path, "hold"), CODE, message, "delete `hold`, or write `kind: reps`")


RULE = Rule(
    CODE, "A dose's unit fits its kind.", "`{kind: hold, amount: 30 s}`", "`{kind: hold, amount: 30 reps}`", check
)
