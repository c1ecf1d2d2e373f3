"""EX015: a published record has the fields that a reader cannot do without."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "EX015"
NEEDED = {
    "breathing": "how to breathe",
    "feel": "where it should be felt",
    "mistakes": "one mistake and its fix",
    "dose": "how much",
    "cautions": "who should take care",
    "sources": "where its facts come from",
}


def check(library: Library) -> Iterator[Problem]:
    for entry in library.exercises:
        if entry.value.status != "published":
            continue
        missing = {f: why for f, why in NEEDED.items() if not getattr(entry.value, f)}
        if entry.value.kind == "stretch" and not entry.value.joints:
            missing["joints"] = "which joint stretches what"
        for field, why in missing.items():
            yield entry.problem(
                (),
                CODE,
                f"A published exercise says {why}: “{field}” is missing.",
                f"add `{field}:`, or write `status: draft`",
            )
    for program in library.programs:
        if program.value.status == "published" and not program.value.sources:
            yield program.problem(
                (),
                CODE,
                "A published program says where its facts come from: “sources” is missing.",
                "add `sources:`, or write `status: draft`",
            )


RULE = Rule(
    CODE,
    "A published record has the fields that a reader cannot do without.",
    "`breathing: Breathe out as you rise.`",
    "no `breathing`",
    check,
)
