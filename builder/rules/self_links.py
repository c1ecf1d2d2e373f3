"""EX021: a record does not point at itself or at its own group."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "EX021"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.exercises:
        exercise = entry.value
        if entry.group in exercise.also_in:
            yield entry.problem(
                ("also_in",), CODE, f"“{entry.group}” is the exercise's own group.", "delete it from `also_in`"
            )
        for index, alternative in enumerate(exercise.alternatives):
            if alternative.exercise == entry.slug:
                yield entry.problem(
                    ("alternatives", index), CODE, "The exercise is its own alternative.", "name another exercise"
                )
        for field in ("easier", "harder"):
            if entry.slug in getattr(exercise, field):
                yield entry.problem((field,), CODE, f"The exercise is called {field} than itself.", "delete the link")


RULE = Rule(
    CODE,
    "A record does not point at itself or at its own group.",
    "`easier: [pelvic-tilt]` in glute-bridge",
    "`easier: [plank]` in plank",
    check,
)
