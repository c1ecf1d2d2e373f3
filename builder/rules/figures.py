"""FG001 and on: a figure can be read, and its body bends, stands and moves as a body can (`builder.figures`)."""

from collections.abc import Iterator

from builder.figures import check_figure, read_figure
from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "FG001"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.exercises:
        if entry.value.figure is None:
            continue
        figure, faults = read_figure(entry.value.figure, library.bases)
        for fault in faults or (check_figure(figure) if figure else ()):
            yield entry.problem(("figure", *fault.path), fault.code, fault.message, fault.hint)


RULE = Rule(
    CODE,
    "A figure can be read and drawn: codes that start with FG say where its pose does not fit a body.",
    "`figure: {poses: {start: {base: standing}}}`",
    "`figure: {poses: {start: {base: standin}}}`",
    check,
)
