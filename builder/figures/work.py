"""A pose while it is being solved: angles, the body's place, and what the contacts have fixed so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .geometry import UPRIGHT, Frame, Vec, add, find_root
from .model import Contact, Pose
from .skeleton import Skeleton, limb_of, move_limb, pose_body, shifted
from .surface import FLOOR_PARTS, lowest


@dataclass(frozen=True)
class Scene:
    """What stands in the room and can carry a hand or foot, in cm."""

    ball_x: float = 0.0
    ball_radius: float = 32.5
    wall_x: float = 60.0
    step: float = 0.0


@dataclass(frozen=True)
class Solved:
    """A pose with its body in place. `missed` holds (limb, cm) of contacts out of reach."""

    pose: Pose
    body: Skeleton
    held: Mapping[str, Frame]
    fists: frozenset[str]
    missed: tuple[tuple[str, float], ...]
    scene: Scene

    @cached_property
    def floor(self) -> float:
        """The lowest height that the pose itself comes to, never above the floor."""
        return min(0.0, lowest(self.body, FLOOR_PARTS))

    @property
    def angles(self) -> Mapping[str, float]:
        return self.body.angles


@dataclass
class Work:
    pose: Pose
    before: Solved | None
    scene: Scene
    angles: dict[str, float]
    held: dict[str, Frame] = field(default_factory=dict)
    origin: Vec = (0.0, 0.0, 0.0)
    frame: Frame = UPRIGHT
    missed: list[tuple[str, float]] = field(default_factory=list)
    body: Skeleton = field(init=False)

    def refresh(self) -> Skeleton:
        self.body = pose_body(self.angles, self.origin, self.frame, self.held)
        return self.body

    def shift(self, by: Vec) -> None:
        self.origin = add(self.origin, by)
        self.body = shifted(self.body, by)

    def refresh_limb(self, limb: str) -> Skeleton:
        """Like `refresh`, when only one limb has changed."""
        if not limb:
            return self.refresh()
        self.body = move_limb(self.body, self.angles, limb, self.held.get(limb))
        return self.body

    def contact(self, limb: str) -> Contact:
        return self.pose.contacts.get(limb, FREE)

    def gripping(self, side: str) -> bool:
        """A hand that grips cannot lean on anything."""
        return bool(self.pose.grip) and self.contact(f"{side} hand").word in GRIPPING

    def note_miss(self, limb: str, amount: float) -> None:
        if amount > 1.0:
            self.missed.append((limb, amount))

    def tune(
        self,
        angle: str,
        height: Callable[[Skeleton], float],
        step: float,
        *,
        held: Mapping[str, Frame] | None = None,
        limit: float = 20.0,
    ) -> None:
        """Change one angle until `height` of the body is nought."""
        limb = limb_of(angle)

        def error(value: float) -> float:
            trial = dict(self.angles)
            trial[angle] = value
            if limb:
                return height(move_limb(self.body, trial, limb, held.get(limb) if held else None))
            return height(pose_body(trial, self.origin, self.frame, held))

        self.angles[angle] = find_root(error, self.angles[angle], step, limit=limit, rounds=10)
        self.note_miss(limb or "head", abs(error(self.angles[angle])))
        self.refresh_limb(limb)


FREE = Contact("free")
GRIPPING = ("", "free", "keep", "navel", "chest", "heart", "chin", "shoulders", "hips", "back", "neck")
