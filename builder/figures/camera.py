"""An orthographic camera: yaw about the vertical (14 degrees in side view, so that far limbs show), then pitch."""

from __future__ import annotations

from math import cos, radians, sin

from .geometry import Frame, Point, Vec, along, dot, scale

# A body part on the page: its origin and its anterior, cranial and right axes. Points of the part are sums of these, so
# that a part is projected once and its outline is worked out in the plane.
Seen = tuple[Point, Point, Point, Point]


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
        x, y, z = p
        rx, ry, rz = self.right
        ux, uy, uz = self.up
        return (rx * x + ry * y + rz * z, ux * x + uy * y + uz * z)

    def seen(self, origin: Vec, frame: Frame) -> Seen:
        return (self(origin), self(frame[0]), self(frame[1]), self(frame[2]))

    def depth(self, p: Vec) -> float:
        return dot(self.toward, p)
