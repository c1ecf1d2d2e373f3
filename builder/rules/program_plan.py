"""PR002: a program can be done: main items, weeks and days that exist."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "PR002"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.programs:
        program = entry.value
        if not any(item.role == "main" for item in program.items):
            yield entry.problem(
                ("items",), CODE, "No item has the role “main”.", "give the chief exercises `role: main`"
            )
        for field, most in (("weeks", 52), ("days_per_week", 7), ("rounds", 10)):
            found = getattr(program, field)
            if found.low < 1 or found.high > most:
                yield entry.problem(
                    (field,),
                    CODE,
                    f"“{field}” must lie between 1 and {most}.",
                    "check the number for a slip of the key",
                )


RULE = Rule(
    CODE, "A program has main items, and weeks and days that exist.", "`days_per_week: 3`", "`days_per_week: 9`", check
)
