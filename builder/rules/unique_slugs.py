"""EX003: a slug is used once, and never again after it was retired."""

from collections.abc import Iterator
from typing import Any

from builder.library import Entry, Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "EX003"


def check(library: Library) -> Iterator[Problem]:
    yield from _twice(library.exercises)
    yield from _twice(library.programs)
    retired = library.terms("tombstones")
    for entry in library.entries():
        if entry.slug in retired:
            yield entry.problem(
                (), CODE, f"The slug “{entry.slug}” was retired and is never used again.", "choose another name"
            )


def _twice(entries: tuple[Entry[Any], ...]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for entry in entries:
        first = seen.setdefault(entry.slug, entry.document.path)
        if first != entry.document.path:
            message = f"The slug “{entry.slug}” is taken by {first}."
            yield entry.problem((), CODE, message, "choose another name for one of the two")


RULE = Rule(
    CODE,
    "A slug is used once, and never again after it was retired.",
    "two files, two slugs",
    "neck/plank.yaml beside deep-muscles/plank.yaml",
    check,
)
