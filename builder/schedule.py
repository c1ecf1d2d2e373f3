"""When the sessions of a program are: which days of the week, at what time, from which day on, for how many weeks."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from builder.models.program import Program

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Days of the week, Monday is 0, by how many there are: with as much rest in between as a week allows.
SPREAD = ((0,), (0, 3), (0, 2, 4), (0, 2, 4, 5), (0, 1, 2, 3, 4), (0, 1, 2, 3, 4, 5), (0, 1, 2, 3, 4, 5, 6))
USUAL = time(9)


@dataclass(frozen=True, slots=True)
class Schedule:
    """Sessions on `days` (Monday is 0) at `at`, none before the day `start`, for `weeks` weeks. The time is the reader's own."""

    days: tuple[int, ...]
    weeks: int
    start: date
    at: time = USUAL

    @property
    def count(self) -> int:
        """How many sessions there are."""
        return self.weeks * len(self.days)

    @property
    def first(self) -> datetime:
        """The first session: on the first of the days that is not before `start`."""
        wait = min((day - self.start.weekday()) % 7 for day in self.days)
        return datetime.combine(self.start + timedelta(days=wait), self.at)


def usual_schedule(program: Program) -> Schedule:
    """Return the schedule of a program's plain calendar: as many sessions as its sheet has boxes.

    It starts on the first Monday from the day of the record's review on. Same input, same bytes: a start that
    hangs on the day of the build would make every calendar new each day. Readers choose their own day.
    """
    reviewed = program.review.reviewed_on
    monday = reviewed + timedelta(days=-reviewed.weekday() % 7)
    return Schedule(SPREAD[program.days_per_week.high - 1], program.weeks.high, monday)


def day_words(days: tuple[int, ...]) -> str:
    """Return `Monday, Wednesday and Friday`, `every day`."""
    names = [WEEKDAYS[day] for day in days]
    if len(names) == len(WEEKDAYS):
        return "every day"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
