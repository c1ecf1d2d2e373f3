"""Vectors and frames in space, as plain tuples of floats (no numpy: the body is too small for it to pay).

World: x to the right of the page (the way a person in side view faces), y up, z toward the reader; centimetres, degrees.
A `Frame` is three unit vectors (anterior, cranial, right) of a body part, in world coordinates.
"""

from __future__ import annotations

from collections.abc import Callable
from math import acos, cos, dist, radians, sin, sqrt

Vec = tuple[float, float, float]
Frame = tuple[Vec, Vec, Vec]
Point = tuple[float, float]

UPRIGHT: Frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def add(a: Vec, b: Vec) -> Vec:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, k: float) -> Vec:
    return (a[0] * k, a[1] * k, a[2] * k)


def along(a: Vec, b: Vec, k: float) -> Vec:
    """a + k·b"""
    return (a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k)


def dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vec, b: Vec) -> float:
    return dist(a, b)


def unit(a: Vec) -> Vec:
    n = length(a) or 1.0
    return (a[0] / n, a[1] / n, a[2] / n)


def mix(a: Vec, b: Vec, t: float) -> Vec:
    """The point a share t of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def _turn(p: Vec, q: Vec, degrees: float) -> tuple[Vec, Vec]:
    """Two axes turned in their own plane, the first toward the second."""
    angle = radians(degrees)
    c, s = cos(angle), sin(angle)
    (px, py, pz), (qx, qy, qz) = p, q
    return (c * px + s * qx, c * py + s * qy, c * pz + s * qz), (c * qx - s * px, c * qy - s * py, c * qz - s * pz)


def pitch(f: Frame, degrees: float) -> Frame:
    """Turn about the frame's right axis: a hanging limb swings forward when positive."""
    if not degrees:
        return f
    x, y = _turn(f[0], f[1], degrees)
    return (x, y, f[2])


def bank(f: Frame, degrees: float) -> Frame:
    """Turn about the frame's anterior axis: the cranial axis goes toward the right when positive."""
    if not degrees:
        return f
    y, z = _turn(f[1], f[2], degrees)
    return (f[0], y, z)


def yaw(f: Frame, degrees: float) -> Frame:
    """Turn about the frame's cranial axis: the anterior axis goes toward the left when positive."""
    if not degrees:
        return f
    z, x = _turn(f[2], f[0], degrees)
    return (x, f[1], z)


def out(f: Frame, v: Vec) -> Vec:
    """A vector of the frame (anterior, cranial, right) in world coordinates."""
    x, y, z = f
    return (
        x[0] * v[0] + y[0] * v[1] + z[0] * v[2],
        x[1] * v[0] + y[1] * v[1] + z[1] * v[2],
        x[2] * v[0] + y[2] * v[1] + z[2] * v[2],
    )


def into(f: Frame, v: Vec) -> Vec:
    """A world vector as the frame sees it."""
    return (dot(f[0], v), dot(f[1], v), dot(f[2], v))


def at(o: Vec, f: Frame, v: Vec) -> Vec:
    """The world place of a point given in a frame with origin o."""
    (xx, xy, xz), (yx, yy, yz), (zx, zy, zz) = f
    a, b, c = v
    return (o[0] + xx * a + yx * b + zx * c, o[1] + xy * a + yy * b + zy * c, o[2] + xz * a + yz * b + zz * c)


def between_frames(a: Frame, b: Frame, t: float = 0.5) -> Frame:
    """A frame a share t of the way from a to b (they must not face opposite ways)."""
    if a == b:
        return a
    x = unit(mix(a[0], b[0], t))
    y = mix(a[1], b[1], t)
    y = unit(along(y, x, -dot(x, y)))
    return (x, y, cross(x, y))


def turn_between(a: Frame, b: Frame, t: float) -> Frame:
    """A frame a share t of the way from a to b, turning about one axis at one speed, as joints do."""
    angle = acos(max(-1.0, min(1.0, (sum(dot(p, q) for p, q in zip(a, b, strict=True)) - 1) / 2)))
    if angle < 1e-6:
        return b
    if angle < 3.1:
        p, q, r = (cross(u, v) for u, v in zip(a, b, strict=True))
        axis = unit(add(add(p, q), r))
    else:
        axis = unit(max((add(u, v) for u, v in zip(a, b, strict=True)), key=length))
    c, s = cos(angle * t), sin(angle * t)
    x, y = (along(along(scale(v, c), cross(axis, v), s), axis, dot(axis, v) * (1 - c)) for v in a[:2])
    return (x, y, cross(x, y))


def find_root(
    f: Callable[[float], float], start: float, step: float, *, limit: float = 15.0, rounds: int = 20
) -> float:
    """Where f crosses nought, by secants whose stride never exceeds `limit`; stops within 0.02."""
    x0, x1 = start, start + step
    e0, e1 = f(x0), f(x1)
    for _ in range(rounds):
        if abs(e1) < 0.02 or abs(e1 - e0) < 1e-9:
            break
        stride = -e1 * (x1 - x0) / (e1 - e0)
        x2 = x1 + max(-limit, min(limit, stride))
        x0, e0, x1 = x1, e1, x2
        e1 = f(x1)
    return x1
