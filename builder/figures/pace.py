"""When a moving figure is where: there, hold, back, hold, eased.

A moving figure runs at the record's pace as far as a reader will wait for it: a hold of two minutes is a still picture
for two minutes, and a move of half a second cannot be followed. Such times are cut to what shows the movement.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import asin, sin

Tempo = tuple[float, float, float]  # seconds: there, hold, back

CALM: Tempo = (2.0, 1.0, 2.0)  # where neither record nor figure names a pace
MOVE, HOLD = (0.8, 4.0), (0.4, 2.0)  # the shortest and the longest that is shown, from pose to pose and in a pose


@dataclass(frozen=True)
class Beat:
    """A frame, the seconds from the beat before it, and how the way is eased (an SVG key spline)."""

    frame: int
    after: float
    ease: str = "0 0 1 1"


def shown(tempo: Tempo | None) -> Tempo:
    """The pace of the picture. A time of nought for the way back takes that of the way there."""
    there, hold, back = tempo or CALM
    return _within(there or back, MOVE), _within(hold, HOLD), _within(back or there, MOVE)


def _within(seconds: float, bounds: tuple[float, float]) -> float:
    return min(max(seconds, bounds[0]), bounds[1])


def beats(ways: Sequence[int], tempo: Tempo) -> tuple[Beat, ...]:
    """One round through all poses and back; `ways` counts the frames from each pose to the next."""
    there, hold, back = tempo
    arrivals = list(itertools.accumulate(ways, initial=0))
    round_trip = [Beat(0, 0.0)]
    for first, count in zip(arrivals, ways, strict=False):
        round_trip += [Beat(first + i, there * share, ease) for i, share, ease in _eased_steps(count)]
        round_trip.append(Beat(first + count, hold))
    for last, count in zip(arrivals[:0:-1], ways[::-1], strict=True):
        round_trip += [Beat(last - i, back * share, ease) for i, share, ease in _eased_steps(count)]
        round_trip.append(Beat(last - count, hold))
    return tuple(round_trip)


def _eased_steps(count: int) -> Iterator[tuple[int, float, str]]:
    """(number, share of the time, key spline) of each of `count` equal steps of a way that starts and stops slowly.

    A piece of the cubic t²(3 - 2t) is a cubic itself, so its Bézier handles are exact: a third of the piece along, at
    the slope of its ends.
    """
    for i in range(count):
        start, end = _time_at(i / count), _time_at((i + 1) / count)
        rise, reach = 1 / count, (end - start) / 3
        low, high = _slope(start) * reach / rise, 1 - _slope(end) * reach / rise
        yield i + 1, end - start, f".333 {_short(low)} .667 {_short(high)}"


def _time_at(share: float) -> float:
    """The time at which t²(3 - 2t) has come to a share of the way."""
    return 0.5 - sin(asin(1 - 2 * share) / 3) if 0 < share < 1 else share


def _slope(t: float) -> float:
    return 6 * t * (1 - t)


def _short(value: float) -> str:
    """Three digits; the SVG rule for key splines is that none leaves 0 to 1."""
    return f"{min(max(value, 0.0), 1.0):.3f}".rstrip("0").rstrip(".").replace("0.", ".", 1) or "0"
