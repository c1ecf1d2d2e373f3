"""Motion arrows, traced from the solved movement so that they cannot disagree with it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from math import cos, hypot, pi, radians, sin
from types import MappingProxyType

from .between import in_between
from .camera import Camera
from .geometry import Point, Vec, at, scale, sub
from .model import Arrow
from .pen import Pen
from .skeleton import SIDES, Skeleton, shifted
from .standing import settled
from .work import Solved

STEPS = 4
SHORTEST = 16.0  # cm; a shorter move is shown by an arrow of this length
HEAD = 5.6  # length of the arrow's head, cm
MIDDLE: Mapping[str, tuple[int, Vec]] = MappingProxyType(
    {"hips": (0, (0, 4, 0)), "chest": (5, (0, 0, 0)), "back": (4, (-10, 0, 0)), "belly": (2, (9, 0, 0))}
)
SIDED: Mapping[str, str] = MappingProxyType({"foot": "ball"})


def body_point(s: Skeleton, name: str) -> Vec:
    """The place of a named point, such as `left hand` or `hips`."""
    side, _, part = name.partition(" ")
    if side in SIDES:
        return s.joints[f"{side} {SIDED.get(part, part)}"]
    if name in MIDDLE:
        i, offset = MIDDLE[name]
        return at(s.spine_points[i], s.spine[i], offset)
    if name == "chin":
        return at(s.joints["head"], s.head, (9, -10, 0))
    return s.joints["head"]


def way_between(a: Solved, b: Solved) -> list[Skeleton]:
    """The bodies that the arrows of one panel are traced through, each as far aside as its panel is from the movement."""
    end = settled((a, b))[1]
    aside = sub(b.body.origin, end.body.origin)
    shares = [i / STEPS for i in range(STEPS + 1)]
    return [shifted(in_between(a, end, t).body, scale(aside, t)) for t in shares]


def arrow_points(arrow: Arrow, way: Sequence[Skeleton], b: Solved, camera: Camera) -> list[Point]:
    """The arrow's line on the page, in cm."""
    if arrow.shape == "circle":
        points = _circle(body_point(b.body, arrow.of), arrow.radius or 12.0, camera, level=arrow.of in MIDDLE)
    elif arrow.shape == "turn":
        points = _turn(b.body, arrow, camera)
    else:
        points = _path(arrow, way, camera)
    if arrow.reverse:
        points.reverse()
    return [(x + arrow.by[0], y + arrow.by[1]) for x, y in points]


def _circle(centre: Vec, radius: float, camera: Camera, *, level: bool) -> list[Point]:
    """A limb circles in the plane of the page; the middle of the body level with the floor, as on a plate."""
    angles = [a * pi / 180 for a in range(100, -180, -20)]
    if level:
        return [camera((centre[0] + radius * cos(q), centre[1], centre[2] + radius * sin(q))) for q in angles]
    x, y = camera(centre)
    return [(x + radius * cos(q), y + radius * sin(q)) for q in angles]


def _turn(s: Skeleton, arrow: Arrow, camera: Camera) -> list[Point]:
    """A flat bow about a turning head or chest."""
    head = arrow.of == "head"
    places = {"head": at(s.joints["head"], s.head, (0, 13, 0)), "hips": s.origin}
    centre = camera(places.get(arrow.of, at(s.spine_points[5], s.spine[5], (0, 8, 0))))
    radius = arrow.radius or (13.0 if head else 30.0)
    angles = [radians(-75 + 150 * j / 12) for j in range(13)]
    return [(centre[0] + radius * sin(q), centre[1] - 0.3 * radius * cos(q)) for q in angles]


def _path(arrow: Arrow, way: Sequence[Skeleton], camera: Camera) -> list[Point]:
    points = [camera(body_point(s, arrow.of)) for s in way]
    span = hypot(points[-1][0] - points[0][0], points[-1][1] - points[0][1])
    if 0.5 < span < SHORTEST:
        ux, uy = (points[-1][0] - points[0][0]) / span, (points[-1][1] - points[0][1]) / span
        x, y = points[-1]
        points = [(x + ux * SHORTEST * (j / STEPS - 1), y + uy * SHORTEST * (j / STEPS - 1)) for j in range(STEPS + 1)]
    return _beside(points, arrow.out) if arrow.out else points


def _beside(points: Sequence[Point], gap: float) -> list[Point]:
    """The line moved to its left by `gap`."""
    moved = []
    for j, p in enumerate(points):
        o, n = points[max(j - 1, 0)], points[min(j + 1, len(points) - 1)]
        ux, uy = n[0] - o[0], n[1] - o[1]
        size = hypot(ux, uy) or 1
        moved.append((p[0] - uy / size * gap, p[1] + ux / size * gap))
    return moved


def draw_arrow(line: Pen, tip: Pen, points: Sequence[Point], size: float = 1.0) -> bool:
    """A curved shaft and a filled head, a little shorter than the path; False when there is nothing to show."""
    marks = [0.0]
    for a, b in itertools.pairwise(points):
        marks.append(marks[-1] + hypot(b[0] - a[0], b[1] - a[1]))
    total = marks[-1]
    if total < 2:
        return False

    def on(distance: float) -> Point:
        i = next((i for i in range(len(marks) - 1) if distance <= marks[i + 1]), len(marks) - 2)
        u = (distance - marks[i]) / ((marks[i + 1] - marks[i]) or 1)
        return (
            points[i][0] + (points[i + 1][0] - points[i][0]) * u,
            points[i][1] + (points[i + 1][1] - points[i][1]) * u,
        )

    start, stop = total * 0.1, total * 0.97
    head = min(HEAD * size, total * 0.5)
    end, base = on(stop), on(stop - head * 1.15)
    line.through([on(start + (stop - head * 0.9 - start) * i / 5) for i in range(6)])
    dx, dy = end[0] - base[0], end[1] - base[1]
    m = hypot(dx, dy) or 1
    dx, dy = dx / m, dy / m
    bx, by = end[0] - dx * head * 1.25, end[1] - dy * head * 1.25
    tip.polygon([end, (bx - dy * head * 0.62, by + dx * head * 0.62), (bx + dy * head * 0.62, by - dx * head * 0.62)])
    return True
