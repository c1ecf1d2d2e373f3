"""FG005: a figure uses known words; with it FG003 to FG032: its body bends, stands and moves as a body can."""

from collections.abc import Iterator

from builder.figures import check_figure, read_figure
from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "FG005"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.exercises:
        if entry.value.figure is None:
            continue
        figure, faults = read_figure(entry.value.figure, library.bases)
        for fault in faults or (check_figure(figure) if figure else ()):
            yield entry.problem(("figure", *fault.path), fault.code, fault.message, fault.hint)


RULE = Rule(
    CODE,
    "A figure uses known words, and its body bends, stands and moves as a body can: codes FG003 to FG032.",
    "`figure: {poses: {start: {base: standing}}}`",
    "`figure: {poses: {start: {base: standin}}}`",
    check,
)
