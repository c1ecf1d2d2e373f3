"""Doses, tempo and equipment in words."""

from builder.models.exercise import Dose, Tempo
from builder.models.fields import Quantity, span

_UNITS = {
    "reps": ("repetition", "repetitions"),
    "s": ("second", "seconds"),
    "min": ("minute", "minutes"),
    "breaths": ("breath", "breaths"),
    "m": ("metre", "metres"),
}


def amount_words(quantity: Quantity) -> str:
    """Return `8–12 repetitions`, `1 minute`."""
    one, many = _UNITS[quantity.unit]
    return f"{span(quantity.low, quantity.high)} {one if quantity.high == 1 else many}"


def work_words(dose: Dose) -> str:
    """Return what to do, in sentences: sets, amount, sides, hold, rest."""
    if dose.kind == "hold":
        work = f"Hold for {amount_words(dose.amount)}{_times(dose)}"
    elif dose.kind in ("time", "distance"):
        work = f"{_first_up(amount_words(dose.amount))}{_times(dose)}"
    else:
        work = f"{dose.sets} set{'' if dose.sets.high == 1 else 's'} of {amount_words(dose.amount)}"
    work += _SIDES[dose.sides]
    if dose.hold:
        work += f", each held for {amount_words(dose.hold)}"
    rest = f". Rest {amount_words(dose.rest)} in between" if dose.rest and dose.sets.high > 1 else ""
    return f"{work}{rest}."


def dose_words(dose: Dose) -> str:
    """Return a whole dose in sentences: the work, the effort, the days."""
    days = f"{dose.days_per_week} day{'' if dose.days_per_week.high == 1 else 's'} a week"
    return f"{work_words(dose)} Effort {dose.effort} out of 10. {days}."


def tempo_words(tempo: Tempo) -> str:
    """Return `move for 2 seconds, hold for 5, come back in 2`; parts that take no time are left out."""
    if not tempo.hold and not tempo.back:
        return f"{amount_words(_seconds(tempo.out))} for the whole movement"
    parts = [f"move for {amount_words(_seconds(tempo.out))}"]
    if tempo.hold:
        parts.append(f"hold for {tempo.hold}")
    if tempo.back:
        parts.append(f"come back in {tempo.back}")
    return ", ".join(parts)


_SIDES = {"both": "", "each": ", on each side", "alternate": ", sides in turn"}


def _times(dose: Dose) -> str:
    return "" if dose.sets.high == 1 else f", {dose.sets} times"


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def _seconds(number: int) -> Quantity:
    return Quantity(low=number, high=number, unit="s")
