"""EX004: a name, alias or misspelling leads to one record only."""

from collections.abc import Iterator
from typing import Any

from builder.library import Entry, Library
from builder.problems import Problem
from builder.rules.rule import Rule
from builder.text import fold
from builder.yamltree import Path

CODE = "EX004"


def check(library: Library) -> Iterator[Problem]:
    first: dict[str, tuple[Entry[Any], str]] = {}
    for entry in library.entries():
        for path, name in _names(entry):
            owner, word = first.setdefault(fold(name), (entry, name))
            if owner is not entry:
                yield entry.problem(
                    path,
                    CODE,
                    f"“{name}” already leads to {owner.document.path} (“{word}”).",
                    "keep it in one of the two records",
                )
            elif word != name:
                yield entry.problem(
                    path,
                    CODE,
                    f"“{name}” and “{word}” are the same to the search.",
                    "delete one: case, hyphens, spaces and plural s do not count",
                )


def _names(entry: Entry[Any]) -> Iterator[tuple[Path, str]]:
    yield ("name",), entry.value.name
    for field in ("aliases", "misspellings"):
        for index, name in enumerate(getattr(entry.value, field)):
            yield (field, index), name


RULE = Rule(
    CODE,
    "A name, alias or misspelling leads to one record only.",
    "`aliases: [Pointer]` in one record",
    "`aliases: [Pointer]` in one record and `aliases: [pointers]` in another",
    check,
)
