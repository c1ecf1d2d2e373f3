"""In-betweens: the solved body a share of the way from one pose to the next.

Angles and root are blended; contacts that hold in both poses are solved again, so that nothing slides, and the body is
lifted if anything would pass through the floor on the way. Arrows, animation and checks all use this one function.
"""

from __future__ import annotations

from types import MappingProxyType

from .geometry import UPRIGHT, Frame, add, between_frames, distance, dot, mix
from .inverse import reach_with_arm, reach_with_leg
from .skeleton import SIDES, Skeleton, pose_body
from .surface import lowest
from .work import Solved

FLOOR_PARTS = ("foot", "knee", "trunk", "hand", "elbow", "head")


def eased(t: float) -> float:
    """Slow start and stop."""
    return t * t * (3 - 2 * t)


def in_between(a: Solved, b: Solved, t: float) -> Solved:
    """The solved pose a share t of the way from a to b."""
    if t <= 0:
        return a
    if t >= 1:
        return b
    angles = {k: v + (b.angles[k] - v) * t for k, v in a.angles.items()}
    frame = _blend(a.body.pelvis, b.body.pelvis, t)
    origin = mix(a.body.origin, b.body.origin, t)
    s = pose_body(angles, origin, frame)
    if _same_support(a, b):
        wanted = lowest(a.body, a.pose.weight) * (1 - t) + lowest(b.body, b.pose.weight) * t
        rise = wanted - lowest(s, a.pose.weight)
        if abs(rise) < 12:
            origin = add(origin, (0.0, rise, 0.0))
            s = pose_body(angles, origin, frame)
    held: dict[str, Frame] = {}
    for side in SIDES:
        _hold(a, b, t, side, angles, s, held)
    s = pose_body(angles, origin, frame, held)
    lifted = _above_floor(a, b, s, held)
    if lifted is not s:
        for side in SIDES:
            _hold(a, b, t, side, angles, lifted, held)
        s = pose_body(angles, lifted.origin, frame, held)
    return Solved(b.pose, s, MappingProxyType(held), b.fists, (), b.scene)


def _blend(a: Frame, b: Frame, t: float) -> Frame:
    """Between frames that may face far apart: halve until they are near."""
    if dot(a[0], b[0]) > -0.5 and dot(a[1], b[1]) > -0.5:
        return between_frames(a, b, t)
    middle = between_frames(a, b, 0.5) if dot(a[0], b[0]) > -0.98 else between_frames(a, UPRIGHT, 0.5)
    return between_frames(a, middle, t * 2) if t < 0.5 else between_frames(middle, b, t * 2 - 1)


def _same_support(a: Solved, b: Solved) -> bool:
    return bool(a.pose.weight) and a.pose.weight == b.pose.weight and a.pose.weight[0] not in ("grip", "ball")


def _hold(a: Solved, b: Solved, t: float, side: str, angles: dict[str, float], s: Skeleton, held: dict[str, Frame]) -> None:
    """Hands and feet that stay in place stay; a gripped bar goes in a straight line."""
    for limb, joint in ((f"{side} foot", "ankle"), (f"{side} hand", "wrist")):
        start, end = a.body.joints[f"{side} {joint}"], b.body.joints[f"{side} {joint}"]
        still = distance(start, end) < 1.5
        if still or (joint == "wrist" and _guided(a, b, side)):
            place = mix(start, end, t)
            if joint == "ankle":
                reach_with_leg(angles, s, side, place)
            else:
                reach_with_arm(angles, s, side, place)
        if limb in a.held or limb in b.held:
            frames = (a.body.feet, b.body.feet) if joint == "ankle" else (a.body.hands, b.body.hands)
            held[limb] = _blend(frames[0][side], frames[1][side], t)


def _guided(a: Solved, b: Solved, side: str) -> bool:
    """Whether a gripping hand goes to a stated place, and so along a straight line."""
    contact = b.pose.contacts.get(f"{side} hand")
    return side in a.fists and side in b.fists and contact is not None and contact.word != "free"


def _above_floor(a: Solved, b: Solved, s: Skeleton, held: dict[str, Frame]) -> Skeleton:
    if a.pose.rests_on == "grip" or a.pose.place("surface") or a.pose.weight == ("ball",):
        return s
    floor = min(0.0, lowest(a.body, FLOOR_PARTS), lowest(b.body, FLOOR_PARTS))
    sunk = floor - lowest(s, FLOOR_PARTS)
    if sunk <= 0.3:
        return s
    return pose_body(s.angles, add(s.origin, (0.0, sunk, 0.0)), s.pelvis, held)
