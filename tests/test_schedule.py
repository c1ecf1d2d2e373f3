"""When sessions are: as many days as a program wants, spread over the week, from a day that the record itself fixes."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.models.fields import Span
from builder.models.program import Program
from builder.schedule import SPREAD, Schedule, day_words, usual_schedule
from tests.worlds import real_catalogue

pytestmark = pytest.mark.xdist_group("calendars")
MONDAY = 0


def program(reviewed_on: date, days: str = "2-3", weeks: str = "6-8") -> Program:
    """Return a program of the library with another review and other numbers."""
    record = real_catalogue().programs[0].record
    low, high = (int(n) for n in days.split("-"))
    first, last = (int(n) for n in weeks.split("-"))
    return record.model_copy(
        update={
            "days_per_week": Span(low=low, high=high),
            "weeks": Span(low=first, high=last),
            "review": record.review.model_copy(update={"reviewed_on": reviewed_on}),
        }
    )


@pytest.mark.parametrize("count", range(1, 8))
def test_days_are_spread_over_the_week(count: int) -> None:
    """Every number of days has that many different days, from Monday on, and never two rest days where one would do."""
    days = SPREAD[count - 1]
    assert len(set(days)) == count
    assert days == tuple(sorted(days))
    assert days[0] == MONDAY
    if 1 < count <= 3:
        assert all((after - before) % 7 > 1 for before, after in zip(days, (*days[1:], days[0] + 7), strict=True))


@pytest.mark.parametrize(
    ("reviewed_on", "start"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 24), date(2026, 11, 30)),
        (date(2026, 11, 29), date(2026, 11, 30)),
        (date(2028, 2, 29), date(2028, 3, 6)),
        (date(2026, 12, 30), date(2027, 1, 4)),
    ],
)
def test_the_usual_start_is_the_first_monday_from_the_review_on(reviewed_on: date, start: date) -> None:
    """A review on a Monday starts that day, one on any other day on the next Monday, over ends of months and years too."""
    usual = usual_schedule(program(reviewed_on))
    assert (usual.start, usual.first) == (start, datetime.combine(start, time(9)))


def test_the_usual_schedule_has_as_many_sessions_as_the_sheet_has_boxes() -> None:
    """Where a record gives a range of days and weeks, the higher numbers count."""
    usual = usual_schedule(program(date(2026, 11, 23), "2-3", "6-8"))
    assert (usual.days, usual.weeks, usual.count) == ((0, 2, 4), 8, 24)


@given(st.sets(st.integers(0, 6), min_size=1), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_the_first_session_is_on_the_first_chosen_day(days: set[int], start: date) -> None:
    """The first session is on a chosen day, not before the start, and no chosen day lies between the two."""
    first = Schedule(tuple(sorted(days)), 4, start).first.date()
    between = [date.fromordinal(n).weekday() for n in range(start.toordinal(), first.toordinal())]
    assert first.weekday() in days
    assert first >= start
    assert days.isdisjoint(between)


def test_days_in_words() -> None:
    """One day, two days, several days and a whole week read as one would say them."""
    said = [day_words(days) for days in ((2,), (0, 3), (0, 2, 4), tuple(range(7)))]
    assert said == ["Wednesday", "Monday and Thursday", "Monday, Wednesday and Friday", "every day"]
