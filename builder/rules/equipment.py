"""EX017: “none” stands alone, and nothing is needed twice."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "EX017"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.exercises:
        gear = entry.value.equipment
        if "none" in gear.required and len(gear.required) > 1:
            yield entry.problem(
                ("equipment", "required"),
                CODE,
                "“none” stands beside other equipment.",
                "delete `none`, or move the rest to `optional`",
            )
        if "none" in gear.optional:
            yield entry.problem(("equipment", "optional"), CODE, "“none” cannot be optional.", "delete it")
        for slug in sorted(set(gear.required) & set(gear.optional)):
            yield entry.problem(
                ("equipment", "optional"), CODE, f"“{slug}” is both required and optional.", "keep one of the two"
            )


RULE = Rule(
    CODE,
    "“none” stands alone in the equipment, and nothing stands twice.",
    "`required: [none]`",
    "`required: [none, mat]`",
    check,
)
