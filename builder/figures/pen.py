"""SVG path data in whole units, four to the centimetre: relative commands, no drift, and the box that was drawn in.

Points come in as centimetres with y up. Every absolute point is rounded before differences are taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from .geometry import Point

UNITS = 4.0  # SVG units in a centimetre
Box = tuple[int, int, int, int]


FAR = 100_000  # no drawing is wider: lets rounding do without a branch
HALF = FAR + 0.5


def rounded(v: float) -> int:
    return int(v + HALF) - FAR


def union(boxes: Sequence[Box]) -> Box:
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


class Pen:
    __slots__ = ("_x", "_xs", "_y", "_ys", "parts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._x = self._y = 0
        self._xs: list[int] = []
        self._ys: list[int] = []

    @property
    def box(self) -> Box:
        """Of all points, the handles of curves included."""
        return (min(self._xs), min(self._ys), max(self._xs), max(self._ys))

    def __str__(self) -> str:
        return "".join(self.parts).replace(" -", "-")

    def _point(self, p: Point) -> tuple[int, int]:
        x, y = int(p[0] * UNITS + HALF) - FAR, FAR - int(p[1] * UNITS + HALF)
        self._xs.append(x)
        self._ys.append(y)
        return x, y

    def start_at(self, p: Point) -> None:
        self._x, self._y = x, y = self._point(p)
        self.parts.append(f"M{x} {y}")

    def line(self, p: Point) -> None:
        x, y = self._point(p)
        self.parts.append(f"l{x - self._x} {y - self._y}")
        self._x, self._y = x, y

    # The three curves are where a figure's time goes, so the rounding of `_point` stands in each of them again.

    def curve(self, first: Point, second: Point, p: Point) -> None:
        x0, y0 = self._x, self._y
        (ax, ay), (bx, by) = self._point(first), self._point(second)
        self._x, self._y = x, y = self._point(p)
        self.parts.append(f"c{ax - x0} {ay - y0} {bx - x0} {by - y0} {x - x0} {y - y0}")

    def smooth(self, second: Point, p: Point) -> None:
        x0, y0 = self._x, self._y
        bx, by = int(second[0] * UNITS + HALF) - FAR, FAR - int(second[1] * UNITS + HALF)
        x, y = int(p[0] * UNITS + HALF) - FAR, FAR - int(p[1] * UNITS + HALF)
        self._xs += (bx, x)
        self._ys += (by, y)
        self._x, self._y = x, y
        self.parts.append(f"s{bx - x0} {by - y0} {x - x0} {y - y0}")

    def bow(self, control: Point, p: Point) -> None:
        x0, y0 = self._x, self._y
        ax, ay = int(control[0] * UNITS + HALF) - FAR, FAR - int(control[1] * UNITS + HALF)
        x, y = int(p[0] * UNITS + HALF) - FAR, FAR - int(p[1] * UNITS + HALF)
        self._xs += (ax, x)
        self._ys += (ay, y)
        self._x, self._y = x, y
        self.parts.append(f"q{ax - x0} {ay - y0} {x - x0} {y - y0}")

    def arc(self, radius: float, p: Point, *, sweep: int = 1, large: int = 0) -> None:
        x0, y0 = self._x, self._y
        self._x, self._y = x, y = self._point(p)
        r = rounded(radius * UNITS)
        self.parts.append(f"a{r} {r} 0 {large} {sweep} {x - x0} {y - y0}")
        dx, dy = y - y0, x0 - x
        k = r / (hypot(dx, dy) or 1)
        self._xs.append(int((x + x0) / 2 + dx * k))
        self._ys.append(int((y + y0) / 2 + dy * k))

    def close(self) -> None:
        self.parts.append("z")

    def polygon(self, points: Sequence[Point], *, closed: bool = True) -> None:
        self.start_at(points[0])
        for p in points[1:]:
            self.line(p)
        if closed:
            self.close()

    def circle(self, c: Point, r: float) -> None:
        self.start_at((c[0] - r, c[1]))
        self.arc(r, (c[0] + r, c[1]))
        self.arc(r, (c[0] - r, c[1]))
        self.close()

    def through(self, points: Sequence[Point], *, start: bool = True, first: int = 0, last: int | None = None) -> None:
        """A smooth open line; a sixth of the neighbours' chord is the handle, so that the short `s` command suffices.

        `first` and `last` draw only a part, with the tangents of the whole.
        """
        if start:
            self.start_at(points[first])
        count = len(points)
        for i in range(first + 1, count if last is None else last):
            p, before = points[i], points[i - 1]
            if i + 1 < count:
                after = points[i + 1]
                handle = (p[0] - (after[0] - before[0]) / 6, p[1] - (after[1] - before[1]) / 6)
            else:
                handle = (p[0] - (p[0] - before[0]) / 3, p[1] - (p[1] - before[1]) / 3)
            if i > first + 1:
                self.smooth(handle, p)
                continue
            if i > 1:
                old = points[i - 2]
                lead = (before[0] + (p[0] - old[0]) / 6, before[1] + (p[1] - old[1]) / 6)
            else:
                lead = (before[0] + (p[0] - before[0]) / 3, before[1] + (p[1] - before[1]) / 3)
            self.curve(lead, handle, p)

    def loop(self, points: Sequence[Point]) -> None:
        """A smooth closed line."""
        count = len(points)
        self.start_at(points[0])
        for i in range(1, count + 1):
            before, p, after = points[i - 1], points[i % count], points[(i + 1) % count]
            handle = (p[0] - (after[0] - before[0]) / 6, p[1] - (after[1] - before[1]) / 6)
            if i == 1:
                old = points[-1]
                self.curve((before[0] + (p[0] - old[0]) / 6, before[1] + (p[1] - old[1]) / 6), handle, p)
            else:
                self.smooth(handle, p)
        self.close()
