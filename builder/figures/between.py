"""In-betweens: the solved body a share of the way from one pose to the next.

Angles and root are blended; contacts that hold in both poses are solved again, so that nothing slides, and the body is
lifted if anything would pass through the floor on the way. Arrows, animation and checks all use this one function.
"""

from __future__ import annotations

from types import MappingProxyType

from .geometry import (
    Frame,
    Vec,
    add,
    distance,
    find_root,
    length,
    mix,
    scale,
    sub,
    turn_between,
)
from .inverse import reach_with_arm, reach_with_leg
from .skeleton import SIDES, Skeleton, move_limb, pose_body, shifted
from .standing import STILL, on_feet, onto_feet, standing_place, stands, stepped
from .surface import FLOOR_PARTS, lowest
from .work import Solved

STRAIN = 0.4  # cm that a held hand or foot may be off
SINKS = 0.3
# what may swing through the floor: (limb, its low parts, the joint that tells whether it moves)
MOVING = tuple(
    (f"{side} {limb}", (f"{side} {near}", f"{side} {far}"), f"{side} {joint}")
    for side in SIDES
    for limb, near, far, joint in (("foot", "foot", "foot", "ankle"), ("hand", "hand", "fingers", "wrist"))
)

HOLDING = tuple(
    (side, f"{side} {limb}", f"{side} {joint}")
    for side in SIDES
    for limb, joint in (("foot", "ankle"), ("hand", "wrist"))
)


def in_between(a: Solved, b: Solved, t: float) -> Solved:
    """The solved pose a share t of the way from a to b."""
    if t <= 0:
        return a
    if t >= 1:
        return b
    angles = {k: v + (b.angles[k] - v) * t for k, v in a.angles.items()}
    frame = turn_between(a.body.pelvis, b.body.pelvis, t)
    origin = mix(a.body.origin, b.body.origin, t)
    s = pose_body(angles, origin, frame)
    if _same_support(a, b):
        wanted = lowest(a.body, a.pose.weight) * (1 - t) + lowest(b.body, b.pose.weight) * t
        rise = wanted - lowest(s, a.pose.weight)
        if abs(rise) < 12:
            s = shifted(s, (0.0, rise, 0.0))
    held = _held_frames(a, b, t)
    if on_feet(a) and on_feet(b):
        s = shifted(s, onto_feet(a, b, t, s, held))
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
    for limb, parts, joint in MOVING:
        if lowest(s, parts) >= floor - SINKS or distance(a.body.joints[joint], b.body.joints[joint]) < STILL:
            continue
        for _ in range(2):
            s = _raised(s, limb, joint, floor - lowest(s, parts), angles, held.get(limb))
    for side in SIDES:
        if lowest(s, (f"{side} elbow",)) < floor - SINKS:
            s = _elbow_out(s, side, floor, angles, held.get(f"{side} hand"))
    sunk = floor - lowest(s, FLOOR_PARTS)
    if sunk <= SINKS:
        return s
    return _hold_limbs(a, b, t, shifted(s, (0.0, sunk, 0.0)), angles, held)[0]


def _raised(s: Skeleton, limb: str, joint: str, by: float, angles: dict[str, float], held: Frame | None) -> Skeleton:
    """The same body with the end of one limb higher: knee or elbow bends as much as that takes."""
    side, place = limb.partition(" ")[0], add(s.joints[joint], (0.0, by, 0.0))
    if limb.endswith("hand"):
        reach_with_arm(angles, s, side, place)
    else:
        reach_with_leg(angles, s, side, place)
    return move_limb(s, angles, limb, held)


def _elbow_out(s: Skeleton, side: str, floor: float, angles: dict[str, float], held: Frame | None) -> Skeleton:
    """The same body with an elbow turned up out of the floor; the hand stays where it is."""
    wrist, back = s.joints[f"{side} wrist"], scale(s.segments[side][0][0], -1)

    def turned(up: float) -> Skeleton:
        reach_with_arm(angles, s, side, wrist, pole=add(back, (0.0, up, 0.0)))
        return move_limb(s, dict(angles), f"{side} hand", held)

    return turned(find_root(lambda up: lowest(turned(up), (f"{side} elbow",)) - floor, 0.0, 0.2, limit=1.0, rounds=8))


def _same_support(a: Solved, b: Solved) -> bool:
    return bool(a.pose.weight) and a.pose.weight == b.pose.weight and a.pose.weight[0] not in ("grip", "ball")


def _hold_limbs(
    a: Solved, b: Solved, t: float, s: Skeleton, angles: dict[str, float], held: dict[str, Frame]
) -> tuple[Skeleton, Vec]:
    """Hands and feet that stay in place stay; a gripped bar goes straight. With it how far the body must come to let them."""
    pulls: list[Vec] = []
    for side, limb, joint in HOLDING:
        is_hand = limb.endswith("hand")
        place = _place(a, b, t, side, limb, joint, held)
        if place is not None:
            reach = reach_with_arm if is_hand else reach_with_leg
            reach(angles, s, side, place)
        if place is not None or limb in held:
            s = move_limb(s, angles, limb, held.get(limb))
        if place is not None and not (is_hand and distance(a.body.joints[joint], b.body.joints[joint]) >= STILL):
            pulls.append(sub(place, s.joints[joint]))
    return s, max(pulls, key=length, default=(0.0, 0.0, 0.0))


def _place(a: Solved, b: Solved, t: float, side: str, limb: str, joint: str, held: dict[str, Frame]) -> Vec | None:
    """Where a wrist or ankle has to be, or nothing where it is free."""
    start, end = a.body.joints[joint], b.body.joints[joint]
    if distance(start, end) < STILL:
        return mix(start, end, t)
    if stands(a, b, limb):
        return stepped(start, end, t) if limb.endswith("hand") else standing_place(a, b, t, side, held[limb])
    return mix(start, end, t) if limb.endswith("hand") and _guided(a, b, side) else None


def _held_frames(a: Solved, b: Solved, t: float) -> dict[str, Frame]:
    """The directions of hands and feet that lie on something."""
    held = {}
    for side in SIDES:
        hand, foot = f"{side} hand", f"{side} foot"
        if hand in a.held or hand in b.held:
            held[hand] = turn_between(a.body.hands[side], b.body.hands[side], t)
        if foot in a.held or foot in b.held or stands(a, b, foot):
            held[foot] = turn_between(a.body.feet[side], b.body.feet[side], t)
    return held


def _guided(a: Solved, b: Solved, side: str) -> bool:
    """Whether a gripping hand goes to a stated place, and so along a straight line."""
    contact = b.pose.contacts.get(f"{side} hand")
    return side in a.fists and side in b.fists and contact is not None and contact.word != "free"
