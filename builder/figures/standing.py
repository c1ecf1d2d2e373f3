"""What stands on the floor in two poses, and where it is on the way between them: it stays, turns on a point, or steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from .geometry import Frame, Vec, add, at, distance, into, length, mix, scale, sub
from .inverse import reach_with_leg
from .skeleton import SIDES, Skeleton, move_limb, shifted
from .surface import lowest
from .work import Solved

STILL = 1.5  # cm; what moves less stays in place
ON_FLOOR = 1.0  # cm; a hand or foot this low stands
SHUFFLE, STEP = 6.0, 7.0  # cm that a standing foot may be put aside without being lifted, and how high a step goes


def settled(solved: Sequence[Solved]) -> tuple[Solved, ...]:
    """The poses of a standing body moved level, so that the foot that stays stands in one place.

    A pose is solved in its own panel, where a few centimetres aside do not show; in a movement they would be a slide.
    """
    placed = [solved[0]]
    for b in solved[1:]:
        a = placed[-1]
        placed.append(_in_place(a, b) if on_feet(a) and on_feet(b) and not _tied(b) else b)
    return tuple(placed)


def _in_place(a: Solved, b: Solved) -> Solved:
    s, angles = shifted(b.body, _slip(a, b)), dict(b.angles)
    for side in SIDES:
        place, ankle = a.body.joints[f"{side} ankle"], s.joints[f"{side} ankle"]
        if stands(a, b, f"{side} foot") and abs(place[1] - ankle[1]) < ON_FLOOR and distance(place, ankle) < SHUFFLE:
            reach_with_leg(angles, s, side, (place[0], ankle[1], place[2]))
            s = move_limb(s, angles, f"{side} foot", b.body.feet[side])
    return replace(b, body=s)


def _slip(a: Solved, b: Solved) -> Vec:
    """How far level b must go for the foot that its record says stays, for the only one that stands in both poses, or
    for both if they slide a little."""
    chosen = [b.pose.stay] if b.pose.stay.endswith(" foot") else [f"{side} foot" for side in SIDES]
    feet = [foot.partition(" ")[0] for foot in chosen if stands(a, b, foot)]
    if not feet:
        return (0.0, 0.0, 0.0)
    before, after = a.body.joints, b.body.joints
    ways = [
        min(
            (sub(before[f"{side} {p}"], after[f"{side} {p}"]) for p in ("ankle", "ball", "heel")),
            key=lambda v: abs(v[1]),
        )
        for side in feet
    ]
    way = scale(add(ways[0], ways[-1]), 0.5)
    return (way[0], 0.0, way[2]) if len(feet) == 1 or length(way) < SHUFFLE else (0.0, 0.0, 0.0)


def on_feet(s: Solved) -> bool:
    return s.pose.rests_on == "feet" or (bool(s.pose.weight) and all(part.endswith("foot") for part in s.pose.weight))


def _tied(s: Solved) -> bool:
    """Whether a hand holds on to something that stands in the room."""
    return any(
        c.target or c.word in ("wall", "seat", "ball", "floor") for k, c in s.pose.contacts.items() if "hand" in k
    )


def onto_feet(a: Solved, b: Solved, t: float, s: Skeleton, held: Mapping[str, Frame]) -> Vec:
    """How far a standing body must come so that its feet are where they stand; the one that moves least counts.

    Knees then bend as the angles say, instead of by whatever a straight way of the hips leaves to them.
    """
    gaps = []
    for side in SIDES:
        ankle = f"{side} ankle"
        if stands(a, b, f"{side} foot"):
            place = standing_place(a, b, t, side, held[f"{side} foot"])
            gaps.append((round(distance(a.body.joints[ankle], b.body.joints[ankle])), sub(place, s.joints[ankle])))
    least = min((way for way, _ in gaps), default=0)
    kept = [gap for way, gap in gaps if way == least]
    return scale(add(kept[0], kept[-1]), 0.5) if kept else (0.0, 0.0, 0.0)


def stands(a: Solved, b: Solved, limb: str) -> bool:
    """Whether a foot or hand is on the floor in both poses."""
    return all(lowest(s.body, (limb,)) < ON_FLOOR and s.pose.rests_on != "grip" for s in (a, b))


def standing_place(a: Solved, b: Solved, t: float, side: str, foot: Frame) -> Vec:
    """Where the ankle is while a foot on the floor turns about its ball or heel, shuffles, or takes a step."""
    start, end = a.body.joints, b.body.joints
    ankle = f"{side} ankle"
    for pivot in (f"{side} ball", f"{side} heel"):
        if distance(start[pivot], end[pivot]) < STILL:
            arm = into(a.body.feet[side], sub(start[ankle], start[pivot]))
            return at(mix(start[pivot], end[pivot], t), foot, arm)
    return stepped(start[ankle], end[ankle], t)


def stepped(start: Vec, end: Vec, t: float) -> Vec:
    """Along the floor, lifted where the way is long."""
    rise = min(STEP, max(distance(start, end) - SHUFFLE, 0.0) * 0.3)
    return add(mix(start, end, t), (0.0, rise * 16 * (t * (1 - t)) ** 2, 0.0))
