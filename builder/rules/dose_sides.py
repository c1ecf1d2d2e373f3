"""EX010: a one-sided movement says how the sides are counted."""

import re
from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "EX010"
ONE_SIDED = re.compile(
    r"\b(?:left|right|(?:the other|one|each|opposite) (?:side|leg|arm|foot|hand|knee)|(?:change|swap|switch) (?:sides|legs|arms|feet))\b",
    re.IGNORECASE,
)


def check(library: Library) -> Iterator[Problem]:
    for entry in library.exercises:
        exercise = entry.value
        said = next((m[0] for step in exercise.steps if (m := ONE_SIDED.search(step))), None)
        if said is None or not exercise.dose:
            continue
        for level, dose in exercise.dose.by_level():
            if dose.sides == "both":
                message = f"The steps say “{said}”, but the {level} dose does not say how sides are counted."
                yield entry.problem(
                    ("dose", level),
                    CODE,
                    message,
                    "add `sides: each` (the amount counts for each side) or `sides: alternate` (in all)",
                )


RULE = Rule(
    CODE,
    "A one-sided movement says how its sides are counted.",
    "`sides: each`",
    "steps with “left leg” and no `sides`",
    check,
)
