"""PR001: a program's stated minutes agree with its doses."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule
from builder.timing import WITHIN, session_minutes

CODE = "PR001"


def check(library: Library) -> Iterator[Problem]:
    exercises = {e.slug: e.value for e in library.exercises}
    for entry in library.programs:
        if any(item.exercise not in exercises for item in entry.value.items):
            continue
        computed = session_minutes(entry.value, exercises)
        if abs(computed - entry.value.minutes) > WITHIN * computed:
            message = f"The doses add up to {computed:.0f} minutes, not {entry.value.minutes}."
            yield entry.problem(
                ("minutes",), CODE, message, f"write `minutes: {max(1, round(computed))}`, or mend the doses"
            )


RULE = Rule(
    CODE,
    "A program's stated minutes agree with its doses within 20 %.",
    "`minutes: 20` for 21 minutes",
    "`minutes: 20` for 40 minutes",
    check,
)
