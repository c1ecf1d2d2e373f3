"""EX002: an exercise lies in the folder of its muscle group."""

from collections.abc import Iterator

from builder.library import Library
from builder.nearest import did_you_mean
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "EX002"


def check(library: Library) -> Iterator[Problem]:
    groups = library.claimed.get("groups", frozenset(e.group for e in library.exercises))
    for entry in library.exercises:
        if entry.group not in groups:
            where = f"the folder “{entry.group}”" if entry.group else "no group's folder"
            hint = did_you_mean(entry.group, groups) or f"groups: {', '.join(sorted(groups))}"
            yield entry.problem(
                (), CODE, f"The file lies in {where}; groups are listed in vocabulary/groups.yaml.", hint
            )
    for program in library.programs:
        if program.group:
            yield program.problem(
                (),
                CODE,
                f"A program lies in programs/ itself, not in “{program.group}”.",
                f"move it to programs/{program.slug}.yaml",
            )


RULE = Rule(
    CODE,
    "An exercise lies in the folder of its muscle group.",
    "exercises/neck/chin-tuck.yaml",
    "exercises/necks/chin-tuck.yaml",
    check,
)
