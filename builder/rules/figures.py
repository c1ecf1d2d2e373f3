"""FG005: a figure uses known words; with it FG003 to FG032: its body bends, stands and moves as a body can."""

import json
from collections.abc import Iterator
from dataclasses import astuple

from builder.cache import Cache
from builder.figures import Fault, Figure, check_figure, read_figure
from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "FG005"


def check(library: Library) -> Iterator[Problem]:
    for entry in (*library.exercises, *library.vocabulary.get("pose_examples", {}).values()):
        if entry.value.figure is None:
            continue
        figure, faults = read_figure(entry.value.figure, library.bases)
        for fault in faults or (_faults(figure, library.kept) if figure else ()):
            yield entry.problem(("figure", *fault.path), fault.code, fault.message, fault.hint)


def _faults(figure: Figure, kept: Cache) -> Iterator[Fault]:
    """Yield the faults of a figure; solving it costs the most of a check, so they are kept."""
    text = kept.text("faults", figure.content, make=lambda: json.dumps([astuple(f) for f in check_figure(figure)]))
    for path, code, message, hint in json.loads(text):
        yield Fault(tuple(path), code, message, hint)


RULE = Rule(
    CODE,
    "A figure uses known words, and its body bends, stands and moves as a body can: codes FG003 to FG032.",
    "`figure: {poses: {start: {base: standing}}}`",
    "`figure: {poses: {start: {base: standin}}}`",
    check,
)
