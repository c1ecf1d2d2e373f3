"""An orthographic camera: yaw about the vertical (14 degrees in side view, so that far limbs show), then pitch."""

from __future__ import annotations

from math import cos, radians, sin

from .geometry import Point, Vec, along, dot, scale


class Camera:
    """Projects world points (cm) onto the page (cm, y up); `depth` grows toward the reader."""

    __slots__ = ("right", "toward", "up")

    def __init__(self, yaw: float = 0.0, pitch: float = 0.0) -> None:
        a, p = radians(yaw), radians(pitch)
        level: Vec = (sin(a), 0.0, cos(a))
        vertical: Vec = (0.0, 1.0, 0.0)
        self.right: Vec = (cos(a), 0.0, -sin(a))
        self.toward = along(scale(level, cos(p)), vertical, sin(p))
        self.up = along(scale(vertical, cos(p)), level, -sin(p))

    def __call__(self, p: Vec) -> Point:
        r, u = self.right, self.up
        return (r[0] * p[0] + r[1] * p[1] + r[2] * p[2], u[0] * p[0] + u[1] * p[1] + u[2] * p[2])

    def depth(self, p: Vec) -> float:
        return dot(self.toward, p)
