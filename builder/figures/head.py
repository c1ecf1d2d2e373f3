"""The head: a skull cut by a slanting plane (hair behind, face before), a profile ridge, an ear, two eyes.

The profile makes the way the face looks clear even at thumbnail size.
"""

from __future__ import annotations

from math import hypot, sqrt

from .body import HEAD_SCALE
from .camera import Camera, Seen
from .geometry import Point, Vec, add, at, dot, into, out, scale, unit
from .pen import Pen
from .shapes import Ball, Round, Spot, convex, hull_curve, rod, spots
from .skeleton import Skeleton

Ellipsoid = tuple[Vec, Vec]  # centre, half axes, in the head's frame
Cap = tuple[Ellipsoid, tuple[Vec, Vec, Vec], float]  # cut by a disc: centre, two half axes; the side that is kept

# forehead, brow, bridge of the nose, tip, lips, chin, and back under the jaw: (forward, up) in cm
PROFILE: tuple[Point, ...] = (
    (4.6, 7.0),
    (7.6, 4.6),
    (8.75, 1.6),
    (8.5, -0.6),
    (9.6, -2.8),
    (10.9, -4.6),
    (9.5, -5.6),
    (9.55, -7.0),
    (8.8, -8.1),
    (8.6, -9.6),
    (7.0, -10.6),
    (3.0, -9.0),
    (-1.6, -7.2),
    (-2.4, -2.0),
)
CHEEKS: tuple[Spot, ...] = (
    (6.0, -8.9, 1.7, 1.8),
    (6.0, -8.9, -1.7, 1.8),
    (-1.0, -6.0, 4.2, 1.5),
    (-1.0, -6.0, -4.2, 1.5),
)
JAW: Ellipsoid = ((3.0, -3.0, 0), (5.2, 7.0, 5.9))
SKULL: Ellipsoid = ((-0.8, 1.2, 0), (9.3, 8.2, 7.4))
HAIR: Ellipsoid = ((-0.9, 1.4, 0), (9.7, 8.7, 7.9))
HAIRLINE: Vec = unit((-0.80, 0.60, 0))  # hair lies behind this plane …
EAR_GONE = -0.25  # an ear turned this far from the reader is not drawn
HAIRLINE_AT = 0.2  # … at this distance from the head's centre


def _disc(ellipsoid: Ellipsoid) -> tuple[Vec, Vec, Vec]:
    """Where the hairline plane cuts an ellipsoid: centre and two half axes."""
    c, r = ellipsoid
    gap = HAIRLINE_AT - dot(HAIRLINE, c)
    weighted = (HAIRLINE[0] * r[0], HAIRLINE[1] * r[1], HAIRLINE[2] * r[2])
    m, q = unit(weighted), gap / sqrt(dot(weighted, weighted))
    k = sqrt(1 - q * q)

    def stretch(v: Vec) -> Vec:
        return (v[0] * r[0], v[1] * r[1], v[2] * r[2])

    return add(c, stretch(scale(m, q))), scale(stretch((m[1], -m[0], 0.0)), k), scale(stretch((0.0, 0.0, 1.0)), k)


HAIR_DISC = _disc(HAIR)
SKULL_DISC = _disc(SKULL)


class HeadPens:
    """One pen for each tone of the head."""

    def __init__(self) -> None:
        self.face, self.hair, self.ear, self.eyes = Pen(), Pen(), Pen(), Pen()


def hair_in_front(s: Skeleton, camera: Camera) -> bool:
    return dot(out(s.head, HAIRLINE), camera.toward) > 0


def faces_right(s: Skeleton, camera: Camera) -> bool:
    """Which way the profile's outline winds."""
    return dot(s.head[2], camera.toward) >= 0


def draw_head(
    s: Skeleton,
    camera: Camera,
    *,
    hair_front: bool,
    always: bool,
    asleep: bool = False,
    profiles: tuple[bool, ...] = (),
) -> HeadPens:
    """The head's outlines. `always` keeps hidden eyes and ears as points, so that an animation's paths stay alike.

    For the same reason a head that turns from side to side has two `profiles`, one of them a point.
    """
    pens, frame, centre = HeadPens(), s.head, s.joints["head"]
    seen = camera.seen(centre, (scale(frame[0], HEAD_SCALE), scale(frame[1], HEAD_SCALE), scale(frame[2], HEAD_SCALE)))
    up = camera(frame[1])
    if hypot(*up) < 0.2:
        up = camera(frame[0])
    _half(pens.hair, s, camera, seen, up, (HAIR, HAIR_DISC, 1.0))
    chin = _ellipsoid(seen, JAW)
    if hair_front:
        convex(pens.face, spots(seen, CHEEKS), [_ellipsoid(seen, SKULL), chin], up, 8)
    else:
        _half(pens.face, s, camera, seen, up, (SKULL, SKULL_DISC, -1.0))
        convex(pens.face, spots(seen, CHEEKS), [chin], up, 7)
    right = faces_right(s, camera)
    (ox, oy), (fx, fy), (ux, uy), _ = seen
    ridge = [(ox + fx * x + ux * y, oy + fy * x + uy * y) for x, y in PROFILE]
    middle = (ox + fx * 4.0 - ux * 3.0, oy + fy * 4.0 - uy * 3.0)
    for way in profiles or (right,):
        line = ridge if way == right else [middle] * len(ridge)
        pens.face.loop(line if way else line[::-1])
    for sign in (1.0, -1.0):
        _ear(pens.ear, seen, up, sign, turned=dot(frame[2], camera.toward) * sign, always=always)
        facing = dot(out(frame, unit((0.75, 0, 0.66 * sign))), camera.toward)
        if asleep:
            _lid(pens.eyes, s, camera, sign, seen=always or facing > 0.15)
        else:
            _eye(pens.eyes, spots(seen, [(8.0, -0.9, sign * 3.1, 0.62)])[0], facing, always=always)
    return pens


def _ear(pen: Pen, seen: Seen, up: Point, sign: float, *, turned: float, always: bool) -> None:
    """In a movement the far ear shrinks just outside the face: on its own way it would shrink across the cheek."""
    if turned > EAR_GONE:
        k = min(1.0, (turned - EAR_GONE) * 5) if always else 1.0
        convex(pen, (), [_ellipsoid(seen, ((-1.2, -2.0, sign * 7.0), (1.4 * k, 2.3 * k, 0.9 * k)))], up, 5)
    elif always:
        (ox, oy), (fx, fy), (ux, uy), _ = seen
        reach = 8.5 * HEAD_SCALE / (hypot(fx, fy) or 1.0)
        convex(pen, [(ox - ux * 2.0 + fx * reach, oy - uy * 2.0 + fy * reach, 0.01)], (), up, 5)


def _ellipsoid(seen: Seen, ellipsoid: Ellipsoid) -> Round:
    (place, (a, b, c)) = ellipsoid
    (_, (fx, fy), (ux, uy), (rx, ry)) = seen
    [(x, y, _)] = spots(seen, [(*place, 0.0)])
    return x, y, ((fx * a, fy * a), (ux * b, uy * b), (rx * c, ry * c))


def _eye(pen: Pen, ball: Ball, facing: float, *, always: bool) -> None:
    x, y, radius = ball
    if always:
        pen.circle((x, y), radius * min(1.0, max(0.0, (facing - 0.05) * 8)))
    elif facing > 0.15:
        pen.circle((x, y), radius)


def _lid(pen: Pen, s: Skeleton, camera: Camera, sign: float, *, seen: bool) -> None:
    """A closed eye."""
    ends = ((8.3, -1.3, sign * 2.1), (7.6, -1.3, sign * 4.3))
    a, b = (at(s.joints["head"], s.head, scale(end, HEAD_SCALE)) for end in ends)
    if seen:
        rod(pen, a, b, 0.3, camera)


def _half(pen: Pen, s: Skeleton, camera: Camera, seen: Seen, up: Point, cap: Cap) -> None:
    """The outline of the part of an ellipsoid on one side of the hairline."""
    ((c, r), (disc, a, b), sign) = cap
    (px, py, pz), (qx, qy, qz) = into(s.head, camera.right), into(s.head, camera.up)
    (ox, oy), (fx, fy), (ux, uy), (rx, ry) = seen

    def support(nx: float, ny: float) -> Point:
        d = (px * nx + qx * ny, py * nx + qy * ny, pz * nx + qz * ny)
        v = (d[0] * r[0] * r[0], d[1] * r[1] * r[1], d[2] * r[2] * r[2])
        q = sqrt(dot(v, d)) or 1e-9
        x, y, z = c[0] + v[0] / q, c[1] + v[1] / q, c[2] + v[2] / q
        if (dot((x, y, z), HAIRLINE) - HAIRLINE_AT) * sign < 0:
            u, w = dot(a, d), dot(b, d)
            q = sqrt(u * u + w * w) or 1e-9
            u, w = u / q, w / q
            x, y, z = disc[0] + a[0] * u + b[0] * w, disc[1] + a[1] * u + b[1] * w, disc[2] + a[2] * u + b[2] * w
        return ox + fx * x + ux * y + rx * z, oy + fy * x + uy * y + ry * z

    hull_curve(pen, support, up, 7)
