"""Outlines of round bodies as a camera sees them: tubes of elliptic sections, convex hulls, tapered capsules.

All wind the same way, so that many can be sub-paths of one SVG path: with `paint-order: stroke` the fill hides every
inner line and the union's outline remains, without any boolean geometry.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import asin, atan2, cos, hypot, pi, sin, sqrt

from .body import Section
from .camera import Camera, Seen
from .geometry import Frame, Point, Vec, distance
from .pen import Pen

Sides = tuple[list[Point], list[Point]]
TubeSection = tuple[Point, Point, Point]  # on the page: centre, half-depth, half-width
Solid = tuple[Vec, float | tuple[Vec, ...]]  # a ball (centre, radius) or an ellipsoid or disc (centre, half axes)
Ball = tuple[float, float, float]  # on the page: x, y, radius
Round = tuple[float, float, Sequence[Point]]  # on the page: x, y, half axes
Spot = tuple[float, float, float, float]  # a ball in a part's frame: forward, headward, outward, radius


def tube_sides(sections: Sequence[TubeSection]) -> Sides:
    """Left and right outline of a tube: in each section the farthest point across the projected axis."""
    centres = [section[0] for section in sections]
    left, right = [], []
    for ((x, y), (ax, ay), (bx, by)), (px, py), (qx, qy) in zip(
        sections, centres[:1] + centres, [*centres[1:], centres[-1]], strict=False
    ):
        dx, dy = qx - px, qy - py
        size = hypot(dx, dy) or 1.0
        nx, ny = -dy / size, dx / size
        u, v = ax * nx + ay * ny, bx * nx + by * ny
        reach = sqrt(u * u + v * v) or 1e-6
        ox, oy = (ax * u + bx * v) / reach, (ay * u + by * v) / reach
        left.append((x + ox, y + oy))
        right.append((x - ox, y - oy))
    return left, right


def tube(pen: Pen, sides: Sides, *, caps: tuple[bool, bool] = (True, True), skip: int = 0) -> None:
    """A closed outline; round or straight caps. With `skip` the path stays open there: fill closes it, the line does not."""
    left, right = sides
    pen.through(left, first=skip)
    if caps[1]:
        pen.arc(hypot(left[-1][0] - right[-1][0], left[-1][1] - right[-1][1]) / 2, right[-1])
    else:
        pen.line(right[-1])
    pen.through(right[::-1], start=False, last=len(left) - skip)
    if skip:
        return
    if caps[0]:
        pen.arc(hypot(left[0][0] - right[0][0], left[0][1] - right[0][1]) / 2, left[0])
    pen.close()


def section_at(outline: Sequence[Section], t: float) -> Section:
    """The table's section a share t down the limb, between two given ones."""
    for a, b in itertools.pairwise(outline):
        if t <= b[0] + 1e-9:
            u = (t - a[0]) / (b[0] - a[0])
            return (t, a[1] + (b[1] - a[1]) * u, a[2] + (b[2] - a[2]) * u, a[3] + (b[3] - a[3]) * u)
    return outline[-1]


@lru_cache(maxsize=64)
def _cut(outline: tuple[Section, ...], start: float, end: float, grow: float) -> tuple[Section, ...]:
    head = 0.13 if end < 1 else 0.0
    shares = [start] + ([head] if start == 0 and head else [])
    shares += [s[0] for s in outline if max(start, head) + 0.04 < s[0] < end - 0.04] + [end]
    sections = []
    for t in shares:
        _, shift, depth, width = section_at(outline, t)
        extra = grow * t / end if grow else 0.0
        sections.append((t, shift, depth + extra, width + extra))
    return tuple(sections)


class Limb:
    """A limb between two joints as the camera sees it."""

    __slots__ = ("bone", "front", "length", "near", "outline", "side")

    def __init__(self, outline: tuple[Section, ...], near: Vec, far: Vec, frame: Frame, camera: Camera) -> None:
        self.outline = outline
        self.near, (fx, fy) = camera(near), camera(far)
        self.bone = (fx - self.near[0], fy - self.near[1])
        self.front, self.side = camera(frame[0]), camera(frame[2])
        self.length = distance(near, far)

    def sections(self, start: float = 0.0, end: float = 1.0, grow: float = 0.0) -> list[TubeSection]:
        """All of it, or a share (a sleeve ends at `end` and is `grow` cm wider there)."""
        (x, y), (bx, by), (fx, fy), (sx, sy) = self.near, self.bone, self.front, self.side
        return [
            ((x + bx * t + fx * shift, y + by * t + fy * shift), (fx * depth, fy * depth), (sx * width, sy * width))
            for t, shift, depth, width in _cut(self.outline, start, end, grow)
        ]

    def foreshortened(self, start: float = 0.0, end: float = 1.0) -> bool:
        """Whether this share of it points at the reader, so that its sides make no outline."""
        (first, before, *_), *_, (last, after, *_) = _cut(self.outline, start, end, 0.0)
        share, shift = last - first, after - before
        seen = (self.bone[0] * share + self.front[0] * shift, self.bone[1] * share + self.front[1] * shift)
        return hypot(*seen) < 0.35 * hypot(self.length * share, shift)


@lru_cache(maxsize=16)
def _directions(count: int) -> tuple[Point, ...]:
    return tuple((cos(-2 * pi * i / count), sin(-2 * pi * i / count)) for i in range(count))


def hull_curve(pen: Pen, support: Callable[[float, float], Point], heading: Point, count: int) -> None:
    """The outline of a convex body from its farthest points in `count` directions, with exact tangents."""
    size = hypot(*heading) or 1.0
    c, s = heading[0] / size, heading[1] / size
    normals = [(c * x - s * y, s * x + c * y) for x, y in _directions(count)]
    points = [support(x, y) for x, y in normals]
    lines = [(nx, ny, x * nx + y * ny) for (x, y), (nx, ny) in zip(points, normals, strict=True)]
    turn = normals[0][0] * normals[1][1] - normals[0][1] * normals[1][0]
    controls = [
        ((u * by - v * ay) / turn, (v * ax - u * bx) / turn)
        for (ax, ay, u), (bx, by, v) in itertools.pairwise([*lines, lines[0]])
    ]
    pen.bows(points, controls)


def convex(pen: Pen, balls: Sequence[Ball], rounds: Sequence[Round], heading: Point, count: int) -> None:
    """The convex outline round balls, ellipsoids and discs on the page."""

    def support(nx: float, ny: float) -> Point:
        best, found = -1e9, (0.0, 0.0)
        for x, y, r in balls:
            value = x * nx + y * ny + r
            if value > best:
                best, found = value, (x + nx * r, y + ny * r)
        for x, y, axes in rounds:
            sx = sy = total = 0.0
            for vx, vy in axes:
                d = vx * nx + vy * ny
                sx, sy, total = sx + vx * d, sy + vy * d, total + d * d
            root = sqrt(total) or 1e-6
            value = x * nx + y * ny + root
            if value > best:
                best, found = value, (x + sx / root, y + sy / root)
        return found

    hull_curve(pen, support, heading, count)


def hull(pen: Pen, solids: Sequence[Solid], camera: Camera, heading: Point, count: int = 10) -> None:
    """The convex outline round balls, ellipsoids and discs in space."""
    balls = [(*camera(c), size) for c, size in solids if not isinstance(size, tuple)]
    rounds = [(*camera(c), [camera(axis) for axis in size]) for c, size in solids if isinstance(size, tuple)]
    convex(pen, balls, rounds, heading, count)


def spots(seen: Seen, table: Sequence[Spot], sign: float = 1.0) -> list[Ball]:
    """A table of balls in a part's frame as they lie on the page; `sign` is -1 for the left side."""
    (ox, oy), (fx, fy), (ux, uy), (rx, ry) = seen
    rx, ry = rx * sign, ry * sign
    return [(ox + fx * x + ux * y + rx * z, oy + fy * x + uy * y + ry * z, r) for x, y, z, r in table]


def capsule(pen: Pen, a: Vec, ra: float, b: Vec, rb: float, camera: Camera) -> None:
    """Two balls and the skin between them; the same commands whatever the view."""
    p, q = camera(a), camera(b)
    dx, dy = q[0] - p[0], q[1] - p[1]
    size = hypot(dx, dy)
    slant = max(-0.98, min(0.98, (ra - rb) / size if size > 1e-6 else 0.0))
    lean, way = asin(slant), atan2(dy, dx)
    ux, uy = cos(way + pi / 2 - lean), sin(way + pi / 2 - lean)
    vx, vy = cos(way - pi / 2 + lean), sin(way - pi / 2 + lean)
    pen.start_at((p[0] + ux * ra, p[1] + uy * ra))
    pen.line((q[0] + ux * rb, q[1] + uy * rb))
    pen.arc(rb, (q[0] + vx * rb, q[1] + vy * rb), large=int(rb > ra))
    pen.line((p[0] + vx * ra, p[1] + vy * ra))
    pen.arc(ra, (p[0] + ux * ra, p[1] + uy * ra), large=int(ra > rb))
    pen.close()


def rod(pen: Pen, a: Vec, b: Vec, radius: float, camera: Camera) -> None:
    capsule(pen, a, radius, b, radius, camera)
