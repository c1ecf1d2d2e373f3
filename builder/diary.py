"""The diary of a program sheet: a table to tick, with a row for each session, or for each week where sessions are many."""

from dataclasses import dataclass

from builder.models.program import Program
from builder.schedule import WEEKDAYS

DAYS = tuple(day[:3] for day in WEEKDAYS)
ENDS = ("Effort", "Pain")
SCALES = "effort from 0 (rest) to 10 (all you have), and pain from 0 to 10."


@dataclass(frozen=True, slots=True)
class Diary:
    """A table in one or more parts that never break over a page. A row is its first cell; the others are empty."""

    words: str
    columns: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]


def make_diary(program: Program, *, most: int, part: int) -> Diary:
    """Return a diary with at most `most` rows for sessions, in parts of about `part` rows."""
    weeks, days = program.weeks.high, program.days_per_week.high
    if weeks * days > most:
        names = tuple(f"Week {week}" for week in range(1, weeks + 1))
        return Diary(f"Tick each day. When the week ends, write {SCALES}", ("Week", *DAYS, *ENDS), (names,))
    names = tuple(f"Week {week}, day {day}" for week in range(1, weeks + 1) for day in range(1, days + 1))
    step = -(-weeks // -(-len(names) // part)) * days  # parts of whole weeks, as even as can be
    parts = tuple(names[start : start + step] for start in range(0, len(names), step))
    return Diary(f"Tick each session. Write {SCALES}", ("Session", "Date", "Done", *ENDS), parts)
