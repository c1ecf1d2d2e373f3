"""In-betweens: the solved body a share of the way from one pose to the next.

Angles and root are blended; contacts that hold in both poses are solved again, so that nothing slides, and the body is
lifted if anything would pass through the floor on the way. Arrows, animation and checks all use this one function.
"""

from __future__ import annotations

from types import MappingProxyType

from .geometry import UPRIGHT, Frame, Vec, between_frames, distance, dot, find_root, length, mix, sub
from .inverse import reach_with_arm, reach_with_leg
from .skeleton import SIDES, Skeleton, move_limb, pose_body, shifted
from .surface import FLOOR_PARTS, lowest
from .work import Solved

STRAIN = 0.4  # cm that a held hand or foot may be off
STILL = 1.5  # cm; what moves less stays in place
SINKS = 0.3
# what may swing through the floor: (limb, its low parts, the joint that tells whether it moves, the angle that lifts it)
MOVING = tuple(
    (f"{side} {limb}", (f"{side} {near}", f"{side} {far}"), f"{side} {joint}", f"{side} {swing}")
    for side in SIDES
    for limb, near, far, joint, swing in (
        ("foot", "foot", "knee", "ankle", "hip"),
        ("hand", "hand", "fingers", "wrist", "shoulder"),
    )
)
HOLDING = tuple(
    (side, f"{side} {limb}", f"{side} {joint}")
    for side in SIDES
    for limb, joint in (("foot", "ankle"), ("hand", "wrist"))
)


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
            s = shifted(s, (0.0, rise, 0.0))
    held: dict[str, Frame] = {}
    s, strain = _hold_limbs(a, b, t, s, angles, held)
    if length(strain) > STRAIN:
        s, _ = _hold_limbs(a, b, t, shifted(s, strain), angles, held)
    if not _off_the_floor(a):
        s = _clear_floor(a, b, t, s, angles, held)
    return Solved(b.pose, s, MappingProxyType(held), b.fists, (), b.scene)


def _off_the_floor(a: Solved) -> bool:
    """Hanging, seated and ball-borne bodies are held by something else than the floor."""
    return a.pose.rests_on == "grip" or bool(a.pose.place("surface")) or a.pose.weight == ("ball",)


def _clear_floor(
    a: Solved, b: Solved, t: float, s: Skeleton, angles: dict[str, float], held: dict[str, Frame]
) -> Skeleton:
    """Free limbs swing over the floor, not through it; what is still too low lifts the body."""
    floor = min(a.floor, b.floor)
    for limb, parts, joint, swing in MOVING:
        if lowest(s, parts) >= floor - SINKS or distance(a.body.joints[joint], b.body.joints[joint]) < STILL:
            continue
        _swing(s, limb, parts, swing, floor, angles, held.get(limb))
        s = move_limb(s, angles, limb, held.get(limb))
    sunk = floor - lowest(s, FLOOR_PARTS)
    if sunk <= SINKS:
        return s
    return _hold_limbs(a, b, t, shifted(s, (0.0, sunk, 0.0)), angles, held)[0]


def _swing(
    s: Skeleton,
    limb: str,
    parts: tuple[str, ...],
    swing: str,
    floor: float,
    angles: dict[str, float],
    held: Frame | None,
) -> None:
    """Raise one limb until its low parts are at the floor."""

    def depth(value: float) -> float:
        return lowest(move_limb(s, {**angles, swing: value}, limb, held), parts) - floor

    angles[swing] = find_root(depth, angles[swing], 3.0 if limb.endswith("hand") else -3.0, rounds=6)


def _blend(a: Frame, b: Frame, t: float) -> Frame:
    """Between frames that may face far apart: halve until they are near."""
    if dot(a[0], b[0]) > -0.5 and dot(a[1], b[1]) > -0.5:
        return between_frames(a, b, t)
    middle = between_frames(a, b, 0.5) if dot(a[0], b[0]) > -0.98 else between_frames(a, UPRIGHT, 0.5)
    return between_frames(a, middle, t * 2) if t < 0.5 else between_frames(middle, b, t * 2 - 1)


def _same_support(a: Solved, b: Solved) -> bool:
    return bool(a.pose.weight) and a.pose.weight == b.pose.weight and a.pose.weight[0] not in ("grip", "ball")


def _hold_limbs(
    a: Solved, b: Solved, t: float, s: Skeleton, angles: dict[str, float], held: dict[str, Frame]
) -> tuple[Skeleton, Vec]:
    """Hands and feet that stay in place stay; a gripped bar goes straight. With it how far the body must come to let them."""
    pulls: list[Vec] = []
    for side, limb, joint in HOLDING:
        start, end = a.body.joints[joint], b.body.joints[joint]
        is_hand = limb.endswith("hand")
        stays = distance(start, end) < STILL or (is_hand and _guided(a, b, side))
        place = mix(start, end, t)
        if limb in a.held or limb in b.held:
            frames = (a.body.hands, b.body.hands) if is_hand else (a.body.feet, b.body.feet)
            held[limb] = _blend(frames[0][side], frames[1][side], t)
        if stays:
            reach = reach_with_arm if is_hand else reach_with_leg
            reach(angles, s, side, place)
        if stays or limb in held:
            s = move_limb(s, angles, limb, held.get(limb))
        if stays:
            pulls.append(sub(place, s.joints[joint]))
    return s, max(pulls, key=length, default=(0.0, 0.0, 0.0))


def _guided(a: Solved, b: Solved, side: str) -> bool:
    """Whether a gripping hand goes to a stated place, and so along a straight line."""
    contact = b.pose.contacts.get(f"{side} hand")
    return side in a.fists and side in b.fists and contact is not None and contact.word != "free"
