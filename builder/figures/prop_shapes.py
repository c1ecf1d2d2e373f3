"""What props are made of: faces, rods, discs; and the stage they are drawn on.

Tones: `a` upholstery, `k` metal, `m` mat and wall, `g` glassy plate, `w` cable, `bd` band; `d` and `l` are their dark
and light faces, `f` the far ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .camera import Camera
from .geometry import Point, Vec, along, cross, scale, unit
from .layers import Layer
from .model import Prop
from .pen import Pen
from .shapes import hull, rod
from .work import Solved

Vectors = Sequence[Vec]


@dataclass(frozen=True)
class Stage:
    """What a prop is drawn with: its settings, the first pose (for what stands still), this pose, the camera."""

    prop: Prop
    first: Solved
    now: Solved
    camera: Camera

    def number(self, key: str, default: float) -> float:
        value = self.prop.options.get(key)
        return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else default

    def pair(self, key: str, default: Point) -> Point:
        value = self.prop.options.get(key)
        return (value[0], value[1]) if isinstance(value, tuple) else default

    def word(self, key: str, default: str) -> str:
        value = self.prop.options.get(key)
        return value if isinstance(value, str) else default

    def flag(self, key: str, default: bool) -> bool:
        value = self.prop.options.get(key)
        return value if isinstance(value, bool) else default


def layer_of(order: float, tone: str, draw: Callable[[Pen], None]) -> Layer:
    pen = Pen()
    draw(pen)
    return Layer(order, tone, str(pen), pen.box)


def polygon(points: Vectors, camera: Camera, order: float, tone: str, *, closed: bool = True) -> Layer:
    return layer_of(order, tone, lambda pen: pen.polygon([camera(p) for p in points], closed=closed))


def rod_between(a: Vec, b: Vec, radius: float, camera: Camera, order: float, tone: str) -> Layer:
    return layer_of(order, tone, lambda pen: rod(pen, a, b, radius, camera))


def spot(centre: Vec, radius: float, camera: Camera, order: float, tone: str) -> Layer:
    return layer_of(order, tone, lambda pen: pen.circle(camera(centre), radius))


def solid_box(low: Vec, high: Vec, camera: Camera, order: float, tone: str) -> list[Layer]:
    """The up to three faces that the camera sees."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    toward, faces = camera.toward, []
    if abs(toward[0]) > 0.02:
        x = x1 if toward[0] > 0 else x0
        faces.append(polygon([(x, y0, z0), (x, y1, z0), (x, y1, z1), (x, y0, z1)], camera, order, tone + "d"))
    if toward[1] > 0.02:
        faces.append(polygon([(x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)], camera, order, tone + "l"))
    if abs(toward[2]) > 0.02:
        z = z1 if toward[2] > 0 else z0
        faces.append(polygon([(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)], camera, order + 0.001, tone))
    return faces


def disc(centre: Vec, axis: Vec, radius: float, half: float, camera: Camera, order: float, tone: str) -> list[Layer]:
    """A thick disc: a weight plate, the end of a dumbbell, a roller."""
    u = unit(cross(axis, (0.0, 1.0, 0.0))) if abs(axis[1]) < 0.9 else (1.0, 0.0, 0.0)
    v = cross(axis, u)
    ends = along(centre, axis, -half), along(centre, axis, half)
    near = max(ends, key=camera.depth)
    rims = [(c, (scale(u, radius), scale(v, radius))) for c in ends]
    face = [(near, (scale(u, radius * 0.93), scale(v, radius * 0.93)))]
    return [
        layer_of(order, tone + "d", lambda pen: hull(pen, rims, camera, (0, 1), 12)),
        layer_of(order + 0.001, tone, lambda pen: hull(pen, face, camera, (0, 1), 12)),
    ]
