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
    __slots__ = ("_x", "_y", "drawn", "numbers", "parts")

    def __init__(self) -> None:
        self.parts: list[str] = []  # commands, with a place for each of the numbers: all are written in one go
        self.numbers: list[int] = []
        self._x = self._y = 0
        self.drawn: list[int] = []  # x and y of every point in turn

    @property
    def box(self) -> Box:
        """Of all points, the handles of curves included."""
        xs, ys = self.drawn[::2], self.drawn[1::2]
        return (min(xs), min(ys), max(xs), max(ys))

    def __str__(self) -> str:
        return ("".join(self.parts) % tuple(self.numbers)).replace(" -", "-")

    def _to(self, p: Point) -> tuple[int, int]:
        self._x, self._y = x, y = int(p[0] * UNITS + HALF) - FAR, FAR - int(p[1] * UNITS + HALF)
        self.drawn += (x, y)
        return x, y

    def start_at(self, p: Point) -> None:
        self.parts.append("M%d %d")
        self.numbers += self._to(p)

    def line(self, p: Point) -> None:
        x0, y0 = self._x, self._y
        x, y = self._to(p)
        self.parts.append("l%d %d")
        self.numbers += (x - x0, y - y0)

    def arc(self, radius: float, p: Point, *, sweep: int = 1, large: int = 0) -> None:
        x0, y0 = self._x, self._y
        x, y = self._to(p)
        r = int(radius * UNITS + HALF) - FAR
        self.parts.append("a%d %d 0 %d %d %d %d")
        self.numbers += (r, r, large, sweep, x - x0, y - y0)
        dx, dy = y - y0, x0 - x
        k = r / (hypot(dx, dy) or 1)
        self.drawn += (int((x + x0) / 2 + dx * k), int((y + y0) / 2 + dy * k))

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

    # The curves are where a figure's time goes: these two loops round like `_to`, without a call for each point.

    def bows(self, points: Sequence[Point], controls: Sequence[Point]) -> None:
        """A closed line through `points`; its tangents at two neighbours cross in the control between them."""
        self.start_at(points[0])
        x0, y0, drawn, numbers = self._x, self._y, self.drawn, self.numbers
        self.parts.append("q%d %d %d %d" * len(points) + "z")
        for (ax, ay), (bx, by) in zip(controls, [*points[1:], points[0]], strict=True):
            a, b = int(ax * UNITS + HALF) - FAR, FAR - int(ay * UNITS + HALF)
            x, y = int(bx * UNITS + HALF) - FAR, FAR - int(by * UNITS + HALF)
            drawn += (a, b, x, y)
            numbers += (a - x0, b - y0, x - x0, y - y0)
            x0, y0 = x, y

    def curves(self, lead: Point, handles: Sequence[Point], ends: Sequence[Point]) -> None:
        """Curves on to `ends`; each but the first mirrors the handle before it, which `lead` is for the first."""
        x0, y0, drawn, numbers = self._x, self._y, self.drawn, self.numbers
        self.parts.append("c%d %d %d %d %d %d" + "s%d %d %d %d" * (len(ends) - 1))
        a, b = self._to(lead)
        numbers += (a - x0, b - y0)
        for (ax, ay), (bx, by) in zip(handles, ends, strict=True):
            a, b = int(ax * UNITS + HALF) - FAR, FAR - int(ay * UNITS + HALF)
            x, y = int(bx * UNITS + HALF) - FAR, FAR - int(by * UNITS + HALF)
            drawn += (a, b, x, y)
            numbers += (a - x0, b - y0, x - x0, y - y0)
            x0, y0 = x, y
        self._x, self._y = x0, y0

    def through(self, points: Sequence[Point], *, start: bool = True, first: int = 0, last: int | None = None) -> None:
        """A smooth open line. `first` and `last` draw only a part, with the tangents of the whole."""
        if start:
            self.start_at(points[first])
        (ax, ay), (bx, by) = points[first : first + 2]
        px, py = points[first - 1] if first else (ax, ay)
        share = 6 if first else 3
        (yx, yy), (zx, zy) = points[-2:]
        handles = [*_handles(points), (zx - (zx - yx) / 3, zy - (zy - yy) / 3)]
        lead = (ax + (bx - px) / share, ay + (by - py) / share)
        stop = len(points) if last is None else last
        self.curves(lead, handles[first : stop - 1], points[first + 1 : stop])

    def loop(self, points: Sequence[Point]) -> None:
        """A smooth closed line."""
        self.start_at(points[0])
        (px, py), (ax, ay), (bx, by) = points[-1], *points[:2]
        lead = (ax + (bx - px) / 6, ay + (by - py) / 6)
        self.curves(lead, _handles([*points, *points[:2]]), [*points[1:], points[0]])
        self.close()


def _handles(points: Sequence[Point]) -> list[Point]:
    """Where a curve comes in to each inner point: a sixth of its neighbours' chord, so that the short `s` suffices."""
    return [
        (x - (ex - ax) / 6, y - (ey - ay) / 6)
        for (ax, ay), (x, y), (ex, ey) in zip(points, points[1:], points[2:], strict=False)
    ]
