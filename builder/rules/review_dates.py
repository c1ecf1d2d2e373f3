"""EX020: the next review comes after the last one, within three years."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "EX020"
LONGEST_DAYS = 3 * 366


def check(library: Library) -> Iterator[Problem]:
    for entry in library.entries():
        review = entry.value.review
        if review.next_review <= review.reviewed_on:
            yield entry.problem(
                ("review", "next_review"),
                CODE,
                "The next review is not after the last one.",
                "two years later is usual",
            )
        elif (review.next_review - review.reviewed_on).days > LONGEST_DAYS:
            yield entry.problem(
                ("review", "next_review"),
                CODE,
                "The next review is more than three years away.",
                "two years later is usual",
            )


RULE = Rule(
    CODE,
    "The next review comes after the last one, within three years.",
    "reviewed 2026, next 2028",
    "reviewed 2026, next 2025",
    check,
)
