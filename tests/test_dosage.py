"""Doses, tempo and amounts as a reader reads them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.dosage import amount_words, dose_words, tempo_words, work_words
from builder.models.exercise import Dose, Tempo
from builder.models.fields import Quantity

KINDS = {"reps": "reps", "hold": "s", "time": "min", "breaths": "breaths", "distance": "m"}


def dose(**changes: Any) -> Dose:
    """Return a plain dose with some fields changed."""
    fields = {"kind": "reps", "sets": 2, "amount": "10 reps", "effort": 3, "days_per_week": 3}
    return Dose.model_validate({**fields, **changes})


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (1, 1, "reps", "1 repetition"),
        (1, 2, "reps", "1–2 repetitions"),
        (8, 12, "reps", "8–12 repetitions"),
        (30, 30, "s", "30 seconds"),
        (1, 1, "s", "1 second"),
        (1, 1, "min", "1 minute"),
        (1.5, 2, "min", "1.5–2 minutes"),
        (5, 5, "breaths", "5 breaths"),
        (1, 1, "breaths", "1 breath"),
        (1, 1, "m", "1 metre"),
        (20, 20, "m", "20 metres"),
    ],
)
def test_amounts(low: float, high: float, unit: str, words: str) -> None:
    """An amount is a number or a range with its unit in full, in the singular for one."""
    assert amount_words(Quantity(low=low, high=high, unit=unit)) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "2 sets of 10 repetitions."),
        ({"sets": 1}, "1 set of 10 repetitions."),
        ({"sets": "1-2"}, "1–2 sets of 10 repetitions."),
        ({"sides": "each"}, "2 sets of 10 repetitions, on each side."),
        ({"sides": "alternate"}, "2 sets of 10 repetitions, sides in turn."),
        ({"hold": "5 s"}, "2 sets of 10 repetitions, each held for 5 seconds."),
        ({"rest": "60 s"}, "2 sets of 10 repetitions. Rest 60 seconds in between."),
        ({"rest": "60 s", "sets": 1}, "1 set of 10 repetitions."),
        ({"kind": "breaths", "amount": "5 breaths", "sets": 1}, "1 set of 5 breaths."),
        ({"kind": "hold", "amount": "20-30 s"}, "Hold for 20–30 seconds, 2 times."),
        ({"kind": "hold", "amount": "20 s", "sets": 1, "sides": "each"}, "Hold for 20 seconds, on each side."),
        ({"kind": "time", "amount": "1 min", "sets": 1}, "1 minute."),
        ({"kind": "distance", "amount": "10 m"}, "10 metres, 2 times."),
    ],
)
def test_work(changes: dict[str, Any], words: str) -> None:
    """The work is said in short sentences: sets, amount, sides, hold, and a rest only between sets."""
    assert work_words(dose(**changes)) == words


def test_a_whole_dose() -> None:
    """A dose adds effort and days to the work."""
    assert dose_words(dose()) == "2 sets of 10 repetitions. Effort 3 out of 10. 3 days a week."
    assert dose_words(dose(effort="2-4", days_per_week=1)).endswith(" Effort 2–4 out of 10. 1 day a week.")


@pytest.mark.parametrize(
    ("tempo", "words"),
    [
        ({"out": 2, "hold": 5, "back": 2}, "move for 2 seconds, hold for 5, come back in 2"),
        ({"out": 1, "back": 3}, "move for 1 second, come back in 3"),
        ({"out": 4, "back": 0}, "4 seconds for the whole movement"),
        ({"out": 2, "hold": 3, "back": 0}, "move for 2 seconds, hold for 3"),
    ],
)
def test_tempo(tempo: dict[str, int], words: str) -> None:
    """A tempo says the seconds of each part that takes time."""
    assert tempo_words(Tempo.model_validate(tempo)) == words


@given(
    kind=st.sampled_from(sorted(KINDS)),
    sets=st.integers(1, 9),
    amount=st.integers(1, 99),
    sides=st.sampled_from(["both", "each", "alternate"]),
    hold=st.none() | st.integers(1, 60),
    rest=st.none() | st.integers(1, 300),
)
def test_every_dose_reads_as_sentences(
    kind: str, sets: int, amount: int, sides: str, hold: int | None, rest: int | None
) -> None:
    """Whatever the dose, it names its amount, starts with a capital or a number, and no piece is empty or doubled."""
    found = dose_words(
        dose(
            kind=kind,
            sets=sets,
            amount=f"{amount} {KINDS[kind]}",
            sides=sides,
            hold=hold and f"{hold} s",
            rest=rest and f"{rest} s",
        )
    )
    assert str(amount) in found
    assert found[0].isupper() or found[0].isdigit()
    assert found.endswith("a week.")
    assert not any(wrong in found for wrong in ("  ", "..", ". ,", ",,", "None"))
