"""SVG path data in whole units, five to the centimetre: relative commands, no drift, and the box that was drawn in.

Points come in as centimetres with y up. Every absolute point is rounded before differences are taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from .geometry import Point

UNITS = 5.0  # SVG units in a centimetre
Box = tuple[int, int, int, int]


def rounded(v: float) -> int:
    return int(v + 0.5) if v >= 0 else -int(0.5 - v)


def _numbers(values: Sequence[int]) -> str:
    """Numbers packed: a minus sign separates by itself."""
    text = str(values[0])
    for v in values[1:]:
        text += str(v) if v < 0 else f" {v}"
    return text


def union(boxes: Sequence[Box]) -> Box:
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


class Pen:
    __slots__ = ("parts", "_x", "_y", "left", "top", "right", "bottom")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._x = self._y = 0
        self.left = self.top = 10**9
        self.right = self.bottom = -(10**9)

    @property
    def box(self) -> Box:
        return (self.left, self.top, self.right, self.bottom)

    def __str__(self) -> str:
        return "".join(self.parts)

    def _point(self, p: Point) -> tuple[int, int]:
        x, y = p[0] * UNITS, -p[1] * UNITS
        a = int(x + 0.5) if x >= 0 else -int(0.5 - x)
        b = int(y + 0.5) if y >= 0 else -int(0.5 - y)
        if a < self.left:
            self.left = a
        if a > self.right:
            self.right = a
        if b < self.top:
            self.top = b
        if b > self.bottom:
            self.bottom = b
        return a, b

    def _relative(self, command: str, *points: Point) -> None:
        values = []
        x = y = 0
        for p in points:
            x, y = self._point(p)
            values += [x - self._x, y - self._y]
        self._x, self._y = x, y
        self.parts.append(command + _numbers(values))

    def move(self, p: Point) -> None:
        self._x, self._y = self._point(p)
        self.parts.append("M" + _numbers((self._x, self._y)))

    def line(self, p: Point) -> None:
        self._relative("l", p)

    def curve(self, first: Point, second: Point, p: Point) -> None:
        self._relative("c", first, second, p)

    def smooth(self, second: Point, p: Point) -> None:
        self._relative("s", second, p)

    def bow(self, control: Point, p: Point) -> None:
        self._relative("q", control, p)

    def arc(self, radius: float, p: Point, *, sweep: int = 1, large: int = 0) -> None:
        x0, y0 = self._x, self._y
        x, y = self._point(p)
        r = rounded(radius * UNITS)
        self.parts.append(f"a{r} {r} 0 {large} {sweep} " + _numbers((x - x0, y - y0)))
        self._x, self._y = x, y
        dx, dy = y - y0, x0 - x
        k = r / (hypot(dx, dy) or 1)
        bx, by = int((x + x0) / 2 + dx * k), int((y + y0) / 2 + dy * k)
        self.left, self.right = min(self.left, bx), max(self.right, bx)
        self.top, self.bottom = min(self.top, by), max(self.bottom, by)

    def close(self) -> None:
        self.parts.append("z")

    def polygon(self, points: Sequence[Point], *, closed: bool = True) -> None:
        self.move(points[0])
        for p in points[1:]:
            self.line(p)
        if closed:
            self.close()

    def circle(self, c: Point, r: float) -> None:
        self.move((c[0] - r, c[1]))
        self.arc(r, (c[0] + r, c[1]))
        self.arc(r, (c[0] - r, c[1]))
        self.close()

    def through(self, points: Sequence[Point], *, start: bool = True, first: int = 0, last: int | None = None) -> None:
        """A smooth open line; a sixth of the neighbours' chord is the handle, so that the short `s` command suffices.

        `first` and `last` draw only a part, with the tangents of the whole.
        """
        if start:
            self.move(points[first])
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
        self.move(points[0])
        for i in range(1, count + 1):
            before, p, after = points[i - 1], points[i % count], points[(i + 1) % count]
            handle = (p[0] - (after[0] - before[0]) / 6, p[1] - (after[1] - before[1]) / 6)
            if i == 1:
                old = points[-1]
                self.curve((before[0] + (p[0] - old[0]) / 6, before[1] + (p[1] - old[1]) / 6), handle, p)
            else:
                self.smooth(handle, p)
        self.close()
