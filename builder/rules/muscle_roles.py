"""EX014: a muscle has one role in an exercise."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "EX014"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.exercises:
        seen: dict[str, str] = {}
        for role in ("primary", "secondary", "stabilizers"):
            for index, slug in enumerate(getattr(entry.value.muscles, role)):
                if (first := seen.setdefault(slug, role)) != role or getattr(entry.value.muscles, role).index(
                    slug
                ) != index:
                    yield entry.problem(
                        ("muscles", role, index),
                        CODE,
                        f"“{slug}” is already listed under {first}.",
                        "keep its main role and delete the other",
                    )


RULE = Rule(
    CODE,
    "A muscle has one role in an exercise.",
    "`primary: [multifidus]`",
    "`primary: [multifidus]` and `stabilizers: [multifidus]`",
    check,
)
