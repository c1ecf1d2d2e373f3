"""EX016: the level that a record is for has a dose."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "EX016"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.exercises:
        exercise = entry.value
        if exercise.dose and exercise.level not in dict(exercise.dose.by_level()):
            yield entry.problem(
                ("level",),
                CODE,
                f"The level is {exercise.level}, but there is no {exercise.level} dose.",
                f"add `{exercise.level}:` under `dose`",
            )


RULE = Rule(
    CODE,
    "The level that a record is for has a dose.",
    "`level: beginner` with `dose: {beginner: …}`",
    "`level: beginner` with `dose: {advanced: …}`",
    check,
)
