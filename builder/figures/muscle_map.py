"""The muscle map: back and front, surface layer on the left half of each, deep layer on the right half.

Roles are told apart without colour: primary is dark with a heavy outline, secondary a middle tone with a thin one,
stabilisers are hatched; all others are pale. Each region carries its name as `<title>`, and a link when wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from . import muscle_shapes as shapes
from .camera import Camera
from .geometry import UPRIGHT
from .inverse import flat_foot
from .layers import Layer, body_layers
from .pen import Box, Pen, union
from .skeleton import NEUTRAL, SIDES, Skeleton, pose_body
from .surface import lowest
from .template import template

PAD = 20
GAP = 40
HIPS_DOWN = -9.0  # below this height the legs' spread moves the regions outward
VIEWS = (
    ("back", -90.0, shapes.BACK_SURFACE, shapes.BACK_DEEP),
    ("front", 90.0, shapes.FRONT_SURFACE, shapes.FRONT_DEEP),
)
ROLES = ("primary", "secondary", "stabilizer")
MUSCLES = frozenset(name for *_, surface, deep in VIEWS for name in (*surface, *deep)) - shapes.GROUND


@dataclass(frozen=True)
class Region:
    tone: str
    title: str
    href: str
    path: str


@dataclass(frozen=True)
class Side:
    """One view of the body: skin under the regions, head over them."""

    x: int
    skin: Sequence[Layer]
    regions: Sequence[Region]
    over: Sequence[Layer]
    middle: tuple[int, int]


def draw_muscle_map(
    primary: Iterable[str],
    secondary: Iterable[str] = (),
    stabilizers: Iterable[str] = (),
    *,
    names: Mapping[str, str] | None = None,
    link: Callable[[str], str] | None = None,
    slug: str = "muscles",
    title: str = "Muscles that work",
) -> str:
    """The map as SVG. `names` gives the reader's word for a muscle's slug, `link` the address of its page.

    Raises ValueError for a slug that the map does not know: the vocabulary and the map must not drift apart.
    """
    roles = {m: role for role, group in zip(ROLES[::-1], (stabilizers, secondary, primary), strict=True) for m in group}
    unknown = sorted(set(roles) - MUSCLES)
    if unknown:
        raise ValueError(f"The muscle map has no region for {', '.join(unknown)}.")
    named = {m: (names or {}).get(m) or m.replace("-", " ").capitalize() for m in MUSCLES}
    sides, window = _sides(roles, named, link)
    text = " ".join(
        f"{role.capitalize()}: {', '.join(sorted(named[m] for m in roles if roles[m] == role))}."
        for role in ROLES
        if role in roles.values()
    )
    return template("muscle_map").render(
        slug=slug, title=title, text=text or "No muscle is marked.", window=window, sides=sides
    )


def _sides(
    roles: Mapping[str, str], named: Mapping[str, str], link: Callable[[str], str] | None
) -> tuple[list[Side], Box]:
    sides: list[Side] = []
    x = 0
    height = (0, 0)
    for _, yaw, surface, deep in VIEWS:
        layers, hips = _body(yaw)
        box = union([layer.box for layer in layers])
        regions = [
            _region(m, outlines, sign, hips, roles, named, link)
            for table, sign in ((surface, -1.0), (deep, 1.0))
            for m, outlines in table.items()
        ]
        skin = [layer for layer in layers if not _is_head(layer)]
        over = [layer for layer in layers if _is_head(layer)]
        sides.append(Side(x - box[0], skin, regions, over, (box[1] - 10, box[3] + 6)))
        x += box[2] - box[0] + GAP
        height = (min(height[0], box[1]), max(height[1], box[3]))
    window = (-PAD, height[0] - PAD, x - GAP + 2 * PAD, height[1] - height[0] + 2 * PAD)
    return sides, window


@lru_cache(maxsize=2)
def _body(yaw: float) -> tuple[tuple[Layer, ...], float]:
    """The bare standing body, and the height of its hip line."""
    camera = Camera(yaw)
    return tuple(body_layers(_standing(), camera, frozenset(), clothed=False)), _standing().origin[1]


def _standing() -> Skeleton:
    angles = dict(NEUTRAL)
    for side in SIDES:
        angles |= {f"{side} shoulder abd": 14.0, f"{side} elbow": 6.0, f"{side} hip abd": 3.0, f"{side} hip rot": 9.0}
    hung = pose_body(angles)
    held = {f"{side} foot": flat_foot(hung.feet[side]) for side in SIDES}
    hung = pose_body(angles, held=held)
    return pose_body(angles, (0.0, -lowest(hung, ["foot"]), 0.0), UPRIGHT, held)


def _is_head(layer: Layer) -> bool:
    return 1.45 < layer.order < 1.95


def _spread(x: float, y: float) -> float:
    """Regions of the legs follow the legs' slant and the limbs' taper."""
    if y > HIPS_DOWN:
        return x
    axis = 8.6 - y * 0.0524
    return axis + (x - axis) * (0.95 if y > -42 else 0.9)


def _region(
    muscle: str,
    outlines: Sequence[shapes.Outline],
    sign: float,
    hips: float,
    roles: Mapping[str, str],
    named: Mapping[str, str],
    link: Callable[[str], str] | None,
) -> Region:
    pen = Pen()
    for outline in outlines:
        pen.loop([(_spread(x, y) * sign, y + hips) for x, y in outline])
    if muscle in shapes.GROUND:
        return Region("mg", "", "", str(pen))
    role = roles.get(muscle, "")
    title = f"{named[muscle]} ({role})" if role else named[muscle]
    return Region(f"m{ROLES.index(role) + 1}" if role else "m0", title, link(muscle) if link else "", str(pen))
