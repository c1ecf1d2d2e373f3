"""builder.timing: how long a session takes, with numbers worked out by hand."""

from typing import Any

import pytest

from builder.library import read_library
from builder.models.exercise import Dose, Exercise, Tempo
from builder.timing import dose_seconds, item_dose, session_minutes, set_seconds
from tests.conftest import World


def dose(kind: str = "reps", amount: str = "10 reps", **more: Any) -> Dose:
    """Return a dose of one set without rest, unless said otherwise."""
    return Dose.model_validate({"kind": kind, "sets": 1, "amount": amount, "effort": 3, "days_per_week": 3} | more)


TEMPO = Tempo(out=2, hold=3, back=2)


@pytest.mark.parametrize(
    ("made", "tempo", "wanted"),
    [
        (dose(), None, 40),  # 10 × 4 s
        (dose(), TEMPO, 70),  # 10 × (2 + 3 + 2)
        (dose(hold="5 s"), None, 90),  # 10 × (4 + 5)
        (dose(hold="5 s"), TEMPO, 90),  # 10 × (2 + 5 + 2): the dose's hold counts, not the tempo's
        (dose(amount="8-12 reps"), None, 40),  # the middle
        (dose("hold", "30 s"), TEMPO, 30),
        (dose("time", "2 min"), None, 120),
        (dose("time", "1-2 min"), None, 90),
        (dose("breaths", "5 breaths"), None, 25),
        (dose("distance", "100 m"), None, 100),
    ],
)
def test_one_set(made: Dose, tempo: Tempo | None, wanted: float) -> None:
    """Each kind of dose has its seconds, as the docstring of the module says."""
    assert set_seconds(made, tempo) == wanted


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (dose(sets=3), 120),
        (dose(sets=3, rest="30 s"), 180),  # 3 × 40 + 2 × 30
        (dose(sets="2-3", rest="1 min"), 190),  # 2.5 × 40 + 1.5 × 60
        (dose(sets=1, rest="30 s"), 40),  # nothing to rest between
        (dose(sets=2, sides="each"), 160),  # 2 × 40 × 2
        (dose(sets=2, sides="alternate"), 80),
    ],
)
def test_sets_sides_and_rests(made: Dose, wanted: float) -> None:
    """Sets multiply, both sides double, rests lie only between sets."""
    assert dose_seconds(made, None) == wanted


def exercises(world: World) -> dict[str, Exercise]:
    """Return the tiny world's exercises by slug."""
    return {e.slug: e.value for e in read_library(world.root)[0].exercises}


def test_session_by_hand(world: World) -> None:
    """Desk day: chin tuck 10 × (2 + 3 + 2) + 20, bird dog 2 × 9 × 4 × 2 + 30 + 20 = 284 s."""
    library, _ = read_library(world.root)
    assert session_minutes(library.programs[0].value, exercises(world)) == pytest.approx(284 / 60)


@pytest.mark.parametrize(
    ("old", "new", "seconds"),
    [
        ("minutes: 5", "minutes: 5\nrounds: 2-3", 284 * 2.5),
        ("minutes: 5", "minutes: 5\nrest: 1 min", 284 + 2 * 40),  # the program's own pause in place of 20 s
        ("chin-tuck, role: warm-up", "chin-tuck, role: alternative", 284 - 90),
        ("chin-tuck, role: warm-up", "not-there, role: warm-up", 284 - 90),
        (
            "bird-dog, note",
            "bird-dog, dose: {kind: hold, sets: 1, amount: 10 s, effort: 1, days_per_week: 1}, note",
            90 + 30,
        ),
    ],
)
def test_what_changes_a_session(world: World, old: str, new: str, seconds: float) -> None:
    """Rounds multiply, a stated rest replaces the change-over, alternatives and unknown exercises do not count."""
    known = exercises(world)
    world.edit("programs/desk-day.yaml", old, new)
    program = read_library(world.root)[0].programs[0].value
    assert session_minutes(program, known) == pytest.approx(seconds / 60)


@pytest.mark.parametrize(("level", "sets"), [("beginner", 2), ("intermediate", 2), ("advanced", 5)])
def test_item_without_dose_takes_the_nearest_easier(world: World, level: str, sets: int) -> None:
    """An item without a dose takes the exercise's for the program's level, else the next easier one."""
    world.edit("exercises/deep-muscles/bird-dog.yaml", "\nharder:", "\n  advanced: {kind: reps, sets: 5, amount: 5 reps, "
               "sides: each, effort: 5, days_per_week: 3}\nharder:")  # fmt: skip
    library, _ = read_library(world.root)
    bird_dog = exercises(world)["bird-dog"]
    found = item_dose(library.programs[0].value.items[1], bird_dog, level)
    assert found
    assert found.sets.low == sets


def test_item_takes_a_harder_dose_where_there_is_no_easier(world: World) -> None:
    """For a beginners' program an exercise with an intermediate dose only counts with that."""
    library, _ = read_library(world.root)
    found = item_dose(library.programs[0].value.items[0], exercises(world)["plank"], "beginner")
    assert found
    assert found.kind == "hold"


def test_item_of_an_exercise_without_doses_has_none(world: World) -> None:
    """An exercise that states no dose gives an item none."""
    library, _ = read_library(world.root)
    bare = exercises(world)["plank"].model_copy(update={"dose": None})
    assert item_dose(library.programs[0].value.items[0], bare, "beginner") is None
