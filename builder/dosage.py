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


def dose_words(dose: Dose) -> str:
    """Return a dose as short sentences: work, hold, rest, effort, days."""
    sets = f"{dose.sets} set of" if dose.sets.high == 1 else f"{dose.sets} sets of"
    work = f"{sets} {amount_words(dose.amount)}"
    if dose.kind == "hold":
        work = f"{sets} a {span(dose.amount.low, dose.amount.high)}-second hold"
    if dose.sides != "both":
        work += " on each side" if dose.sides == "each" else ", sides in turn"
    if dose.hold:
        work += f", each held for {amount_words(dose.hold)}"
    parts = [work]
    if dose.rest:
        parts.append(f"Rest {amount_words(dose.rest)} between sets")
    parts.append(f"Effort {dose.effort} out of 10")
    parts.append(f"{dose.days_per_week} day{'' if dose.days_per_week.high == 1 else 's'} a week")
    return ". ".join(parts) + "."


def dose_short(dose: Dose) -> str:
    """Return a dose for a line of a list: `2–3 × 8–12 reps each side, hold 5 s`."""
    unit = "" if dose.kind == "hold" else f" {dose.amount.unit}"
    work = f"{dose.sets} × {span(dose.amount.low, dose.amount.high)}{unit or ' s hold'}"
    side = {"both": "", "each": " each side", "alternate": ", sides in turn"}[dose.sides]
    return work + side + (f", hold {dose.hold}" if dose.hold else "")


def tempo_words(tempo: Tempo) -> str:
    """Return `2 seconds out, hold 5, 2 seconds back`."""
    parts = [f"{amount_words(_seconds(tempo.out))} out"]
    if tempo.hold:
        parts.append(f"hold for {amount_words(_seconds(tempo.hold))}")
    return ", ".join([*parts, f"{amount_words(_seconds(tempo.back))} back"])


def _seconds(number: int) -> Quantity:
    return Quantity(low=number, high=number, unit="s")
