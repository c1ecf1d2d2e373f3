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
from .camera import Camera
from .geometry import Frame, Point, Vec, along, distance, mix, scale
from .pen import Pen

TubeSection = tuple[Vec, Vec, Vec]  # centre, half-depth vector, half-width vector
Solid = tuple[Vec, float | tuple[Vec, ...]]  # a ball (centre, radius) or an ellipsoid or disc (centre, half axes)


def tube_sides(sections: Sequence[TubeSection], camera: Camera) -> tuple[list[Point], list[Point]]:
    """Left and right outline of a tube: in each section the farthest point across the projected axis."""
    centres = [camera(c) for c, _, _ in sections]
    last = len(centres) - 1
    left, right = [], []
    for i, (_, depth, width) in enumerate(sections):
        p, q = centres[i - 1 if i else 0], centres[i + 1 if i < last else last]
        dx, dy = q[0] - p[0], q[1] - p[1]
        size = hypot(dx, dy) or 1.0
        nx, ny = -dy / size, dx / size
        (ax, ay), (bx, by) = camera(depth), camera(width)
        u, v = ax * nx + ay * ny, bx * nx + by * ny
        reach = sqrt(u * u + v * v) or 1e-6
        ox, oy = (ax * u + bx * v) / reach, (ay * u + by * v) / reach
        x, y = centres[i]
        left.append((x + ox, y + oy))
        right.append((x - ox, y - oy))
    return left, right


def tube(
    pen: Pen, sections: Sequence[TubeSection], camera: Camera, *, caps: tuple[bool, bool] = (True, True), skip: int = 0
) -> None:
    """A closed outline; round or straight caps. With `skip` the path stays open there: fill closes it, the line does not."""
    left, right = tube_sides(sections, camera)
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


def foreshortened(sections: Sequence[TubeSection], camera: Camera) -> bool:
    """Whether a limb points at the reader, so that its sides make no outline."""
    (ax, ay), (bx, by) = camera(sections[0][0]), camera(sections[-1][0])
    return hypot(bx - ax, by - ay) < 0.35 * distance(sections[0][0], sections[-1][0])


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


def limb_sections(
    outline: tuple[Section, ...],
    near: Vec,
    far: Vec,
    frame: Frame,
    *,
    start: float = 0.0,
    end: float = 1.0,
    grow: float = 0.0,
) -> list[TubeSection]:
    """Sections of a limb between two joints, or of a share of it (a sleeve ends at `end` and is `grow` cm wider there)."""
    return [
        (along(mix(near, far, t), frame[0], shift), scale(frame[0], depth), scale(frame[2], width))
        for t, shift, depth, width in _cut(outline, start, end, grow)
    ]


@lru_cache(maxsize=16)
def _directions(count: int) -> tuple[Point, ...]:
    return tuple((cos(-2 * pi * i / count), sin(-2 * pi * i / count)) for i in range(count))


def hull_curve(pen: Pen, support: Callable[[float, float], Point], heading: Point, count: int) -> None:
    """The outline of a convex body from its farthest points in `count` directions, with exact tangents."""
    size = hypot(*heading) or 1.0
    c, s = heading[0] / size, heading[1] / size
    normals = [(c * x - s * y, s * x + c * y) for x, y in _directions(count)]
    points = [support(x, y) for x, y in normals]
    offsets = [p[0] * n[0] + p[1] * n[1] for p, n in zip(points, normals, strict=True)]
    turn = normals[0][0] * normals[1][1] - normals[0][1] * normals[1][0]
    pen.start_at(points[0])
    for i in range(count):
        j = (i + 1) % count
        a, b, u, v = normals[i], normals[j], offsets[i], offsets[j]
        pen.bow(((u * b[1] - v * a[1]) / turn, (v * a[0] - u * b[0]) / turn), points[j])
    pen.close()


def hull(pen: Pen, solids: Sequence[Solid], camera: Camera, heading: Point, count: int = 10) -> None:
    """The convex outline round balls, ellipsoids and discs."""
    balls = [(*camera(c), size) for c, size in solids if not isinstance(size, tuple)]
    rounds = [(*camera(c), [camera(axis) for axis in size]) for c, size in solids if isinstance(size, tuple)]

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
