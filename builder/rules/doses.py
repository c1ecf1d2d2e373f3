"""Every dose of a library with its path: shared by the dose rules."""

from collections.abc import Iterator
from typing import Any

from builder.library import Entry, Library
from builder.models.exercise import Dose
from builder.yamltree import Path


def doses(library: Library) -> Iterator[tuple[Entry[Any], Path, Dose]]:
    """Yield every dose that an exercise or a program states."""
    for entry in library.exercises:
        if entry.value.dose:
            for level, dose in entry.value.dose.by_level():
                yield entry, ("dose", level), dose
    for program in library.programs:
        for index, item in enumerate(program.value.items):
            if item.dose:
                yield program, ("items", index, "dose"), item.dose
