"""Reading single values of the pose language: each helper returns the value or records a fault and returns None."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from .model import Fault, Path
from .words import nearest

BIGGEST = 400.0  # degrees or centimetres; nothing in a figure is larger


class Faults:
    """Collects faults while a figure is read."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(self, path: Path, code: str, message: str, hint: str) -> None:
        self.found.append(Fault(path, code, message, hint))

    def unknown_key(self, path: Path, key: object, known: Iterable[str]) -> None:
        self.add(path, "FG003", f"`{key}` is not a key that can stand here.", nearest(key, known))


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)


def number(value: object, path: Path, faults: Faults, what: str = "a number") -> float | None:
    if isinstance(value, (int, float)) and is_number(value):
        if abs(value) <= BIGGEST:
            return float(value)
        faults.add(
            path,
            "FG006",
            f"{value} is far outside what a body can do.",
            f"Give a value between -{BIGGEST:.0f} and {BIGGEST:.0f}.",
        )
        return None
    faults.add(
        path,
        "FG004",
        f"Here stands {what}, not {_kind(value)}.",
        "Degrees from the anatomical position, flexion positive; centimetres for places.",
    )
    return None


def numbers(value: object, path: Path, faults: Faults, counts: tuple[int, ...]) -> tuple[float, ...] | None:
    if isinstance(value, (list, tuple)) and len(value) in counts:
        read = [number(v, (*path, i), faults) for i, v in enumerate(value)]
        return None if None in read else tuple(v for v in read if v is not None)
    wanted = " or ".join(str(c) for c in counts)
    faults.add(path, "FG004", f"Here stands a list of {wanted} numbers, not {_kind(value)}.", "Write it as [x, y].")
    return None


def word(value: object, known: Iterable[str], path: Path, faults: Faults) -> str | None:
    choices = tuple(known)
    if isinstance(value, str) and value in choices:
        return value
    if isinstance(value, str):
        faults.add(path, "FG005", f"`{value}` is not known here.", nearest(value, choices))
    else:
        faults.add(path, "FG004", f"Here stands a word, not {_kind(value)}.", nearest("", choices))
    return None


def truth(value: object, path: Path, faults: Faults) -> bool | None:
    if isinstance(value, bool):
        return value
    faults.add(path, "FG004", f"Here stands true or false, not {_kind(value)}.", "Write true or false.")
    return None


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, str):
        return f"the word `{value[:40]}`"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list"
    return f"`{str(value)[:40]}`"
