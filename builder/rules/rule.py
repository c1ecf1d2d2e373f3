"""What a rule is, and the ways rules look into a record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from builder.library import Entry, Library
from builder.problems import Problem
from builder.text import clean
from builder.yamltree import Path

Check = Callable[[Library], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, what it asks for in a sentence, a line that passes, one that fails, and its check."""

    code: str
    title: str
    good: str
    bad: str
    check: Check


def texts(entry: Entry[Any]) -> Iterator[tuple[Path, str]]:
    """Yield every text of a record, cleaned, with its path. A figure is geometry, not text."""
    data = entry.document.data
    for part in entry.at:
        data = data[part]
    yield from _walk({key: value for key, value in data.items() if key != "figure"}, ())


def _walk(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, clean(data)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _walk(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _walk(value, (*path, index))
