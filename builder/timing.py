"""How long a session takes, in seconds, from its doses. A range counts as its middle.

One repetition takes its tempo (out + hold + back), or 4 s where the record states none; a breath
takes 5 s; a metre of walking 1 s; changing over to the next exercise takes 20 s. These are the
library's own working figures: they size a session, they are not advice.
"""

from builder.models.exercise import Dose, Exercise, Tempo
from builder.models.fields import Pause, Quantity
from builder.models.program import Item, Program

REP_SECONDS = 4.0
BREATH_SECONDS = 5.0
METRE_SECONDS = 1.0
CHANGE_SECONDS = 20.0
WITHIN = 0.20


def seconds(quantity: Quantity | Pause) -> float:
    """Return a duration's middle in seconds; the unit is s or min."""
    return quantity.middle * (60.0 if quantity.unit == "min" else 1.0)


def set_seconds(dose: Dose, tempo: Tempo | None) -> float:
    """Return how long one set takes, on one side."""
    if dose.kind in ("hold", "time"):
        return seconds(dose.amount)
    if dose.kind == "breaths":
        return dose.amount.middle * BREATH_SECONDS
    if dose.kind == "distance":
        return dose.amount.middle * METRE_SECONDS
    move = (tempo.out + tempo.back) if tempo else REP_SECONDS
    hold = seconds(dose.hold) if dose.hold else (tempo.hold if tempo else 0)
    return dose.amount.middle * (move + hold)


def dose_seconds(dose: Dose, tempo: Tempo | None) -> float:
    """Return how long all sets and both sides take, rests between sets included."""
    sides = 2 if dose.sides == "each" else 1
    rest = seconds(dose.rest) if dose.rest else 0.0
    return dose.sets.middle * set_seconds(dose, tempo) * sides + max(0.0, dose.sets.middle - 1) * rest


def item_dose(item: Item, exercise: Exercise, level: str) -> Dose | None:
    """Return the dose that counts in a program: its own, else the exercise's for the level, else the nearest easier."""
    if item.dose or not exercise.dose:
        return item.dose
    doses = dict(exercise.dose.by_level())
    order = ("advanced", "intermediate", "beginner")
    for name in order[order.index(level) :] + order[::-1]:
        if name in doses:
            return doses[name]
    return None


def session_minutes(program: Program, exercises: dict[str, Exercise]) -> float:
    """Return the minutes of one session, all rounds. Alternatives do not count."""
    total = 0.0
    for item in program.items:
        exercise = exercises.get(item.exercise)
        if exercise is None or item.role == "alternative":
            continue
        dose = item_dose(item, exercise, program.level)
        pause = seconds(program.rest) if program.rest else CHANGE_SECONDS
        total += (dose_seconds(dose, exercise.tempo) if dose else 0.0) + pause
    return total * program.rounds.middle / 60.0
