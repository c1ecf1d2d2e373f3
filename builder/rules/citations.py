"""EX019: a source is cited once in a record."""

from collections.abc import Iterator

from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "EX019"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.entries():
        seen: set[str] = set()
        for index, citation in enumerate(entry.value.sources):
            if citation.id in seen:
                yield entry.problem(
                    ("sources", index, "id"),
                    CODE,
                    f"“{citation.id}” is cited twice.",
                    "say all that it supports in one line",
                )
            seen.add(citation.id)


RULE = Rule(
    CODE,
    "A source is cited once in a record and says what it supports.",
    "`- {id: who-clbp-2023, supports: …}`",
    "the same id twice",
    check,
)
