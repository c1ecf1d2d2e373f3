"""EX022: a published record leads to published records only."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.references import exercise_links
from builder.rules.rule import Rule

CODE = "EX022"


def check(library: Library) -> Iterator[Problem]:
    drafts = {e.slug for e in library.exercises if e.value.status == "draft"}
    for entry in library.entries():
        if entry.value.status != "published":
            continue
        for path, slug in exercise_links(entry.value):
            if slug in drafts:
                yield entry.problem(
                    path,
                    CODE,
                    f"“{slug}” is a draft, so the link would lead nowhere.",
                    "publish it first, or delete the link",
                )


RULE = Rule(
    CODE,
    "A published record leads to published records only.",
    "a link to a published record",
    "a link to a draft",
    check,
)
