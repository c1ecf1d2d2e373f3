"""The painter's order of a body: back to front, each layer one path of one tone.

Places in the order: props behind -9 to -5, far leg -4, far arm -3, trunk 0, shorts 0.5, neck 0.7, near leg 1,
head 1.5, near arm 2, weights in the near hand 6, arrows 20.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from . import outline as o
from .body import THIGH
from .camera import Camera
from .geometry import Frame, dot, sub
from .head import draw_head, faces_right, hair_in_front
from .pen import Box, Pen
from .shapes import convex, tube, tube_sides
from .skeleton import SIDES, Skeleton

OVERHEAD = 20.0  # cm that an elbow is above its shoulder, along the trunk

Outline = Callable[..., None]  # onto a pen, with the caps and the skip of a tube


class Layer(NamedTuple):
    order: float
    tone: str  # CSS class
    path: str
    box: Box


@dataclass
class Choices:
    """Decisions that hang on the view (which side is far, hair before face …). An animation takes them once and keeps them."""

    taken: dict[str, object] = field(default_factory=dict)
    moving: bool = False
    eyes_closed: bool = False
    profiles: tuple[bool, ...] = ()  # which ways the face looks, where a movement has more than one

    def once(self, name: str, value: object) -> object:
        return self.taken.setdefault(name, value) if self.moving else value


def far_side(camera: Camera, frame: Frame) -> str:
    """The side turned away from the reader, or nothing in front and back views."""
    turned = dot(frame[2], camera.toward)
    return "left" if turned > 0.6 else "right" if turned < -0.6 else ""


def hand_behind_head(s: Skeleton, camera: Camera, side: str) -> bool:
    """Whether the hand lies at the head, farther from the reader than the head."""
    hand, head = s.joints[f"{side} hand"], s.joints["head"]
    a, b = camera(hand), camera(head)
    near = (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 < 14**2
    return near and camera.depth(hand) < camera.depth(head) - 2


class Painter:
    """Collects the layers of one body."""

    def __init__(self, s: Skeleton, camera: Camera, fists: frozenset[str], choices: Choices) -> None:
        self.s, self.camera, self.fists, self.choices = s, camera, fists, choices
        self.layers: list[Layer] = []
        self.far_leg = str(choices.once("far leg", far_side(camera, s.pelvis)))
        self.far_arm = str(choices.once("far arm", far_side(camera, s.chest)))
        # Clothed parts are drawn twice: with the limb, and with the trunk that they join.
        self.thighs = {side: o.thigh(s, side, camera) for side in SIDES}
        self.arms = {side: o.upper_arm(s, side, camera) for side in SIDES}
        self.shorts = {side: self._thigh(side, end=o.SHORTS, grow=0.7) for side in SIDES}
        self.sleeves = {side: tube_sides(arm.sections(end=o.SLEEVE, grow=0.6)) for side, arm in self.arms.items()}

    def put(self, order: float, tone: str, *draws: Callable[[Pen], None]) -> None:
        pen = Pen()
        for draw in draws:
            draw(pen)
        if pen.parts:
            self.layers.append(Layer(order, tone, str(pen), pen.box))

    def paint(self) -> list[Layer]:
        for side in SIDES:
            self._leg(side)
            self._arm(side)
        self._trunk()
        self._head()
        return sorted(self.layers, key=lambda layer: layer.order)

    def _thigh(self, side: str, *, start: float = 0.0, end: float = 1.0, grow: float = 0.0) -> Outline:
        """A tube; a hull where it points at the reader (a moving figure keeps its commands, and so the tube)."""
        limb = self.thighs[side]
        sections = limb.sections(start, end, grow)
        if self.choices.moving or not limb.foreshortened(start, end):
            return partial(tube, sides=tube_sides(sections))
        return lambda pen, **_: convex(pen, (), [(*centre, axes) for centre, *axes in sections], (0, 1), 10)

    def _leg(self, side: str) -> None:
        s, camera, far = self.s, self.camera, side == self.far_leg
        order = -4.0 if far else self._near_leg_order(side)
        f = "f" if far else ""
        skip = 0 if far else 1

        def skin(pen: Pen) -> None:
            self._thigh(side, start=o.SHORTS - 0.1)(pen, caps=(False, True))
            tube(pen, tube_sides(o.shank(s, side, camera).sections()))
            o.foot(pen, s, side, camera, jointed=self.choices.moving or not far)

        self.put(order, f"b{f}", skin)
        over = -0.01 if self._knee_first(side) else 0.01
        self.put(order + over, f"p{f}", lambda pen: self.shorts[side](pen, caps=(True, False), skip=skip))

    def _knee_first(self, side: str) -> bool:
        """Whether the thigh points at the reader, so that the bare knee stands before the shorts."""
        j, camera = self.s.joints, self.camera
        toward = camera.depth(j[f"{side} knee"]) - camera.depth(j[f"{side} hip"])
        return bool(self.choices.once(f"knee first {side}", toward > 0.9 * THIGH))

    def _near_leg_order(self, side: str) -> float:
        """Of two legs seen from the front the nearer one is drawn last."""
        depth = {
            k: self.camera.depth(self.s.joints[f"{k} knee"]) + self.camera.depth(self.s.joints[f"{k} ankle"])
            for k in SIDES
        }
        other = SIDES[1] if side == SIDES[0] else SIDES[0]
        first = depth[side] > depth[other] + 0.01 or (abs(depth[side] - depth[other]) < 0.02 and side == "right")
        return 1.1 if self.choices.once(f"leg {side}", first) else 1.0

    def _arm(self, side: str) -> None:
        """Upper and lower arm get their own place, so that a hand can lie behind a head or trunk its elbow stands before."""
        far = side == self.far_arm
        f = "f" if far else ""
        upper, lower = (-3.0, -3.0) if far else self._near_arm_orders(side)
        if far and self._behind_head(side):
            lower = upper
        skip = 0 if far else 1
        s, camera = self.s, self.camera

        def bare_upper(pen: Pen) -> None:
            tube(pen, tube_sides(self.arms[side].sections(start=o.SLEEVE - 0.1)), caps=(False, True))

        def bare_lower(pen: Pen) -> None:
            tube(pen, tube_sides(o.forearm(s, side, camera).sections()))
            o.hand(pen, s, side, camera, fist=side in self.fists)

        if upper == lower:
            self.put(upper, f"b{f}", bare_upper, bare_lower)
        else:
            self.put(lower, f"b{f}", bare_lower)
            self.put(upper, f"b{f}", bare_upper)
        self.put(upper + 0.01, f"t{f}", lambda pen: tube(pen, self.sleeves[side], caps=(True, False), skip=skip))

    def _behind_head(self, side: str) -> bool:
        return bool(self.choices.once(f"behind head {side}", hand_behind_head(self.s, self.camera, side)))

    def _near_arm_orders(self, side: str) -> tuple[float, float]:
        """(upper arm, lower arm): before the trunk or behind it, the arm nearer to the reader last."""
        s, camera, choices = self.s, self.camera, self.choices
        reach = {k: camera.depth(s.joints[f"{k} elbow"]) + camera.depth(s.joints[f"{k} wrist"]) for k in SIDES}
        other = SIDES[1] if side == SIDES[0] else SIDES[0]
        extra = 0.1 if choices.once(f"arm {side}", reach[side] > reach[other]) else 0.0
        hidden = self._behind_head(side)
        if self.far_arm:
            return 2 + extra, (1.4 if hidden else 2 + extra)
        trunk = camera.depth(s.spine_points[3])
        shoulder, elbow, wrist = (camera.depth(s.joints[f"{side} {j}"]) - trunk for j in ("shoulder", "elbow", "wrist"))
        upper_before = bool(choices.once(f"upper before {side}", (2 * elbow + shoulder) / 3 > -9))
        lower_before = bool(choices.once(f"lower before {side}", (elbow + 2 * wrist) / 3 > -9))
        if hidden:
            return (1.3 + extra if upper_before else -2 + extra), 1.2 + extra if upper_before else -2 + extra
        return (2 + extra if upper_before else -2 + extra), (2 + extra if lower_before else -2 + extra)

    def _trunk(self) -> None:
        s, camera = self.s, self.camera
        sections = o.trunk_seen(s, camera)
        sides = tube_sides(sections)
        near_arms = [side for side in SIDES if side != self.far_arm]
        near_legs = [side for side in SIDES if side != self.far_leg]

        def top(pen: Pen) -> None:
            o.trunk(pen, sides, 2, 10)
            o.shoulders(pen, s, camera)
            for side in near_arms:
                tube(pen, self.sleeves[side], caps=(True, False))

        def bottom(pen: Pen) -> None:
            o.trunk(pen, sides, 1, 4)
            o.pelvis(pen, s, sections, camera)
            for side in near_legs:
                self.shorts[side](pen, caps=(True, False))

        before = self.choices.once("neck before", self._neck_before())
        self.put(0.7 if before else -1, "b", lambda pen: o.neck(pen, s, camera))
        self.put(0, "t", top)
        if self.choices.once("back seen", dot(s.chest[0], camera.toward) < -0.6):
            self.put(0.1, "sb", *(partial(o.blade, s=s, side=side, camera=camera) for side in SIDES))
        self.put(0.5, "p", bottom)

    def _neck_before(self) -> bool:
        """Whether the opening of the shirt is seen: from behind it is not, nor beside a near arm stretched overhead."""
        s, up = self.s, self.s.chest[1]
        near = [side for side in SIDES if self.far_arm and side != self.far_arm]
        reach = max((dot(sub(s.joints[f"{k} elbow"], s.joints[f"{k} shoulder"]), up) for k in near), default=0.0)
        return dot(s.chest[0], self.camera.toward) > -0.05 and reach < OVERHEAD

    def _head(self) -> None:
        s, camera, choices = self.s, self.camera, self.choices
        hair_front = bool(choices.once("hair front", hair_in_front(s, camera)))
        choices.once("faces right", faces_right(s, camera))
        pens = draw_head(
            s,
            camera,
            hair_front=hair_front,
            always=choices.moving,
            asleep=choices.eyes_closed,
            profiles=choices.profiles,
        )
        away = dot(s.head[0], camera.toward) < -0.4 and dot(s.chest[0], camera.toward) < -0.2
        behind = bool(choices.once("face behind", away))
        face = [("b", pens.face, behind), ("e", pens.eyes, behind)]
        hair = [("h", pens.hair, False)]
        parts = [*face, *hair] if hair_front else [*hair, *face]
        for i, (tone, pen, back) in enumerate([*parts, ("b", pens.ear, False)]):
            if pen.parts:
                self.layers.append(Layer((-1.5 if back else 1.5) + i * 0.01, tone, str(pen), pen.box))


def body_layers(s: Skeleton, camera: Camera, fists: frozenset[str], choices: Choices | None = None) -> list[Layer]:
    """The layers of one body, back to front."""
    return Painter(s, camera, fists, choices or Choices()).paint()
