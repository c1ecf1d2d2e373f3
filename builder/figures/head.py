"""The head: a skull cut by a slanting plane (hair behind, face before), a profile ridge, an ear, two eyes.

The profile makes the way the face looks clear even at thumbnail size.
"""

from __future__ import annotations

from math import hypot, sqrt

from .body import HEAD_SCALE
from .camera import Camera
from .geometry import Frame, Point, Vec, add, at, dot, into, out, scale, unit
from .pen import Pen
from .shapes import Solid, hull, hull_curve, rod
from .skeleton import Skeleton

Ellipsoid = tuple[Vec, Vec]  # centre, half axes, in the head's frame

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

    def place(x: float, y: float, z: float) -> Vec:
        return at(centre, frame, (x * HEAD_SCALE, y * HEAD_SCALE, z * HEAD_SCALE))

    def ball(a: float, b: float, c: float) -> tuple[Vec, Vec, Vec]:
        return (scale(frame[0], a * HEAD_SCALE), scale(frame[1], b * HEAD_SCALE), scale(frame[2], c * HEAD_SCALE))

    up = camera(frame[1])
    if hypot(*up) < 0.2:
        up = camera(frame[0])
    _half(pens.hair, s, camera, up, (HAIR, HAIR_DISC, 1.0))
    jaw: list[Solid] = [
        (place(3.0, -3.0, 0), ball(5.2, 7.0, 5.9)),
        *((place(6.0, -8.9, z), 1.8) for z in (1.7, -1.7)),
        *((place(-1.0, -6.0, z), 1.5) for z in (4.2, -4.2)),
    ]
    if hair_front:
        hull(pens.face, [(place(*SKULL[0]), ball(*SKULL[1])), *jaw], camera, up, 8)
    else:
        _half(pens.face, s, camera, up, (SKULL, SKULL_DISC, -1.0))
        hull(pens.face, jaw, camera, up, 7)
    right = faces_right(s, camera)
    ridge = [camera(place(x, y, 0)) for x, y in PROFILE]
    for way in profiles or (right,):
        line = ridge if way == right else [camera(place(4.0, -3.0, 0))] * len(ridge)
        pens.face.loop(line if way else line[::-1])
    for sign in (1.0, -1.0):
        _ear(pens.ear, s, camera, sign, always=always)
        facing = out(frame, unit((0.75, 0, 0.66 * sign)))
        if not asleep:
            _eye(pens.eyes, camera, place(8.0, -0.9, sign * 3.1), facing, always=always)
        elif always or dot(facing, camera.toward) > 0.15:
            rod(pens.eyes, place(8.3, -1.3, sign * 2.1), place(7.6, -1.3, sign * 4.3), 0.3, camera)
    return pens


def _ear(pen: Pen, s: Skeleton, camera: Camera, sign: float, *, always: bool) -> None:
    frame, up = s.head, camera(s.head[1])
    up = up if hypot(*up) >= 0.2 else camera(frame[0])
    turned = dot(frame[2], camera.toward) * sign
    if turned > EAR_GONE:
        k = (min(1.0, (turned - EAR_GONE) * 5) if always else 1.0) * HEAD_SCALE
        centre = at(s.joints["head"], frame, (-1.2 * HEAD_SCALE, -2.0 * HEAD_SCALE, sign * 7.0 * HEAD_SCALE))
        hull(
            pen,
            [(centre, (scale(frame[0], 1.4 * k), scale(frame[1], 2.3 * k), scale(frame[2], 0.9 * k)))],
            camera,
            up,
            5,
        )
    elif always:
        hull(
            pen, [(_cheek(camera, frame, at(s.joints["head"], frame, (0, -2.0 * HEAD_SCALE, 0))), 0.01)], camera, up, 5
        )


def _cheek(camera: Camera, frame: Frame, middle: Vec) -> Vec:
    """Where the far ear goes out of sight: just outside the face, so that it does not shrink across the cheek."""
    x, y = camera(frame[0])
    reach = 8.5 * HEAD_SCALE / (hypot(x, y) or 1.0)
    return add(middle, add(scale(camera.right, x * reach), scale(camera.up, y * reach)))


def _eye(pen: Pen, camera: Camera, centre: Vec, facing: Vec, *, always: bool) -> None:
    seen = dot(facing, camera.toward)
    if always:
        pen.circle(camera(centre), 0.62 * min(1.0, max(0.0, (seen - 0.05) * 8)))
    elif seen > 0.15:
        pen.circle(camera(centre), 0.62)


def _half(pen: Pen, s: Skeleton, camera: Camera, up: Point, cap: tuple[Ellipsoid, tuple[Vec, Vec, Vec], float]) -> None:
    """The outline of the part of an ellipsoid on one side of the hairline."""
    ((c, r), (disc, a, b), sign) = cap
    across, upward = into(s.head, camera.right), into(s.head, camera.up)
    centre = s.joints["head"]

    def support(nx: float, ny: float) -> Point:
        d = (across[0] * nx + upward[0] * ny, across[1] * nx + upward[1] * ny, across[2] * nx + upward[2] * ny)
        v = (d[0] * r[0] * r[0], d[1] * r[1] * r[1], d[2] * r[2] * r[2])
        q = sqrt(dot(v, d)) or 1e-9
        p = (c[0] + v[0] / q, c[1] + v[1] / q, c[2] + v[2] / q)
        if (dot(p, HAIRLINE) - HAIRLINE_AT) * sign < 0:
            u, w = dot(a, d), dot(b, d)
            q = sqrt(u * u + w * w) or 1e-9
            p = (
                disc[0] + (a[0] * u + b[0] * w) / q,
                disc[1] + (a[1] * u + b[1] * w) / q,
                disc[2] + (a[2] * u + b[2] * w) / q,
            )
        return camera(at(centre, s.head, (p[0] * HEAD_SCALE, p[1] * HEAD_SCALE, p[2] * HEAD_SCALE)))

    hull_curve(pen, support, up, 7)
