"""In-betweens: the solved body a share of the way from one pose to the next.

Angles and root are blended; contacts that hold in both poses are solved again, so that nothing slides, and the body is
lifted if anything would pass through the floor on the way. Arrows, animation and checks all use this one function.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from .geometry import UPRIGHT, Frame, Vec, add, at, between_frames, distance, dot, into, length, mix, scale, sub
from .inverse import reach_with_arm, reach_with_leg
from .skeleton import SIDES, Skeleton, move_limb, pose_body, shifted
from .surface import FLOOR_PARTS, lowest
from .work import Solved

STRAIN = 0.4  # cm that a held hand or foot may be off
STILL = 1.5  # cm; what moves less stays in place
SINKS = 0.3
ON_FLOOR = 1.0  # cm; a foot this low stands
SHUFFLE, STEP = 6.0, 7.0  # cm that a standing foot may be put aside without being lifted, and how high a step goes
# what may swing through the floor: (limb, its low parts, the joint that tells whether it moves)
MOVING = tuple(
    (f"{side} {limb}", (f"{side} {near}", f"{side} {far}"), f"{side} {joint}")
    for side in SIDES
    for limb, near, far, joint in (("foot", "foot", "foot", "ankle"), ("hand", "hand", "fingers", "wrist"))
)


def eased(t: float) -> float:
    """Slow start and stop."""
    return t * t * (3 - 2 * t)


def settled(solved: Sequence[Solved]) -> tuple[Solved, ...]:
    """The poses of a standing body moved level, so that the foot that stays stands in one place.

    A pose is solved in its own panel, where a few centimetres aside do not show; in a movement they would be a slide.
    """
    placed = [solved[0]]
    for b in solved[1:]:
        a = placed[-1]
        placed.append(_in_place(a, b) if _on_feet(a) and _on_feet(b) and not _tied(b) else b)
    return tuple(placed)


def _in_place(a: Solved, b: Solved) -> Solved:
    s, angles = shifted(b.body, _slip(a, b)), dict(b.angles)
    for side in SIDES:
        place, ankle = a.body.joints[f"{side} ankle"], s.joints[f"{side} ankle"]
        if _stands(a, b, f"{side} foot") and abs(place[1] - ankle[1]) < ON_FLOOR and distance(place, ankle) < SHUFFLE:
            reach_with_leg(angles, s, side, (place[0], ankle[1], place[2]))
            s = move_limb(s, angles, f"{side} foot", b.body.feet[side])
    return replace(b, body=s)


def _slip(a: Solved, b: Solved) -> Vec:
    """How far level b must go for the foot that its record says stays, for the only one that stands in both poses, or
    for both if they slide a little."""
    chosen = [b.pose.stay] if b.pose.stay.endswith(" foot") else [f"{side} foot" for side in SIDES]
    feet = [foot.partition(" ")[0] for foot in chosen if _stands(a, b, foot)]
    if not feet:
        return (0.0, 0.0, 0.0)
    before, after = a.body.joints, b.body.joints
    ways = [
        min((sub(before[f"{side} {p}"], after[f"{side} {p}"]) for p in ("ankle", "ball", "heel")), key=lambda v: abs(v[1]))
        for side in feet
    ]
    way = scale(add(ways[0], ways[-1]), 0.5)
    return (way[0], 0.0, way[2]) if len(feet) == 1 or length(way) < SHUFFLE else (0.0, 0.0, 0.0)


def _on_feet(s: Solved) -> bool:
    return s.pose.rests_on == "feet" or (bool(s.pose.weight) and all(part.endswith("foot") for part in s.pose.weight))


def _tied(s: Solved) -> bool:
    """Whether a hand holds on to something that stands in the room."""
    return any(c.target or c.word in ("wall", "seat", "ball", "floor") for k, c in s.pose.contacts.items() if "hand" in k)


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
    held = _held_frames(a, b, t)
    if _on_feet(a) and _on_feet(b):
        s = shifted(s, _onto_feet(a, b, t, s, held))
    strain = _hold_limbs(a, b, t, angles, s, held)
    if length(strain) > STRAIN:
        s = pose_body(angles, add(s.origin, strain), frame, held)
        _hold_limbs(a, b, t, angles, s, held)
    s = pose_body(angles, s.origin, frame, held)
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
    for limb, parts, joint in MOVING:
        if lowest(s, parts) >= floor - SINKS or distance(a.body.joints[joint], b.body.joints[joint]) < STILL:
            continue
        for _ in range(2):
            s = _raised(s, limb, joint, floor - lowest(s, parts), angles, held.get(limb))
    sunk = floor - lowest(s, FLOOR_PARTS)
    if sunk <= SINKS:
        return s
    s = pose_body(angles, add(s.origin, (0.0, sunk, 0.0)), s.pelvis, held)
    _hold_limbs(a, b, t, angles, s, held)
    return pose_body(angles, s.origin, s.pelvis, held)


def _raised(
    s: Skeleton, limb: str, joint: str, by: float, angles: dict[str, float], held: Frame | None
) -> Skeleton:
    """The same body with the end of one limb higher: knee or elbow bends as much as that takes."""
    side, place = limb.partition(" ")[0], add(s.joints[joint], (0.0, by, 0.0))
    if limb.endswith("hand"):
        reach_with_arm(angles, s, side, place)
    else:
        reach_with_leg(angles, s, side, place)
    return move_limb(s, angles, limb, held)


def _blend(a: Frame, b: Frame, t: float) -> Frame:
    """Between frames that may face far apart: halve until they are near."""
    if dot(a[0], b[0]) > -0.5 and dot(a[1], b[1]) > -0.5:
        return between_frames(a, b, t)
    middle = between_frames(a, b, 0.5) if dot(a[0], b[0]) > -0.98 else between_frames(a, UPRIGHT, 0.5)
    return between_frames(a, middle, t * 2) if t < 0.5 else between_frames(middle, b, t * 2 - 1)


def _same_support(a: Solved, b: Solved) -> bool:
    return bool(a.pose.weight) and a.pose.weight == b.pose.weight and a.pose.weight[0] not in ("grip", "ball")


def _hold_limbs(a: Solved, b: Solved, t: float, angles: dict[str, float], s: Skeleton, held: dict[str, Frame]) -> Vec:
    """Hands and feet that stay in place stay; a gripped bar goes straight. Returns how far the body must come to let them."""
    pulls: list[Vec] = []
    for side in SIDES:
        for limb, joint in ((f"{side} foot", "ankle"), (f"{side} hand", "wrist")):
            start, end = a.body.joints[f"{side} {joint}"], b.body.joints[f"{side} {joint}"]
            place = mix(start, end, t)
            if distance(start, end) >= STILL:
                if joint == "ankle" and _stands(a, b, limb):
                    place = _standing_place(a, b, t, side, held[limb])
                elif joint == "wrist" and _stands(a, b, limb):
                    place = _stepped(start, end, t)
                elif joint == "ankle" or not _guided(a, b, side):
                    continue
            if joint == "ankle":
                reach_with_leg(angles, s, side, place)
            else:
                reach_with_arm(angles, s, side, place)
            if joint == "ankle" or distance(start, end) < STILL:
                pulls.append(sub(place, move_limb(s, angles, limb).joints[f"{side} {joint}"]))
    return max(pulls, key=length, default=(0.0, 0.0, 0.0))


def _held_frames(a: Solved, b: Solved, t: float) -> dict[str, Frame]:
    """The directions of hands and feet that lie on something."""
    held = {}
    for side in SIDES:
        hand, foot = f"{side} hand", f"{side} foot"
        if hand in a.held or hand in b.held:
            held[hand] = _blend(a.body.hands[side], b.body.hands[side], t)
        if foot in a.held or foot in b.held or _stands(a, b, foot):
            held[foot] = _blend(a.body.feet[side], b.body.feet[side], t)
    return held


def _onto_feet(a: Solved, b: Solved, t: float, s: Skeleton, held: dict[str, Frame]) -> Vec:
    """How far a standing body must come so that its feet are where they stand; the one that moves least counts.

    Knees then bend as the angles say, instead of by whatever a straight way of the hips leaves to them.
    """
    gaps = []
    for side in SIDES:
        ankle = f"{side} ankle"
        if _stands(a, b, f"{side} foot"):
            place = _standing_place(a, b, t, side, held[f"{side} foot"])
            gaps.append((round(distance(a.body.joints[ankle], b.body.joints[ankle])), sub(place, s.joints[ankle])))
    least = min((way for way, _ in gaps), default=0)
    kept = [gap for way, gap in gaps if way == least]
    return scale(add(kept[0], kept[-1]), 0.5) if kept else (0.0, 0.0, 0.0)


def _stands(a: Solved, b: Solved, limb: str) -> bool:
    """Whether a foot or hand is on the floor in both poses."""
    return all(lowest(s.body, (limb,)) < ON_FLOOR and s.pose.rests_on != "grip" for s in (a, b))


def _standing_place(a: Solved, b: Solved, t: float, side: str, foot: Frame) -> Vec:
    """Where the ankle is while a foot on the floor turns about its ball or heel, shuffles, or takes a step."""
    start, end = a.body.joints, b.body.joints
    ankle = f"{side} ankle"
    for pivot in (f"{side} ball", f"{side} heel"):
        if distance(start[pivot], end[pivot]) < STILL:
            arm = into(a.body.feet[side], sub(start[ankle], start[pivot]))
            return at(mix(start[pivot], end[pivot], t), foot, arm)
    return _stepped(start[ankle], end[ankle], t)


def _stepped(start: Vec, end: Vec, t: float) -> Vec:
    """Along the floor, lifted where the way is long."""
    rise = min(STEP, max(distance(start, end) - SHUFFLE, 0.0) * 0.3)
    return add(mix(start, end, t), (0.0, rise * 16 * (t * (1 - t)) ** 2, 0.0))


def _guided(a: Solved, b: Solved, side: str) -> bool:
    """Whether a gripping hand goes to a stated place, and so along a straight line."""
    contact = b.pose.contacts.get(f"{side} hand")
    return side in a.fists and side in b.fists and contact is not None and contact.word != "free"
