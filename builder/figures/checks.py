"""What can be wrong with a figure that reads well: bones, joints, contacts, floor, balance, movement.

They stop nonsense, not poor technique: every figure is looked at as well.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from . import body as b
from .geometry import Vec, along, distance, dot, into, length, sub
from .limits import beyond
from .model import Fault, Figure, Path, Pose
from .move_checks import check_move, check_moves
from .skeleton import SIDES, Skeleton, centre_of_mass
from .solver import solve_figure
from .standing import settled
from .surface import FLOOR_PARTS, lowest, trunk_sections
from .work import Solved

BONES = (
    ("hip", "knee", b.THIGH),
    ("knee", "ankle", b.SHANK),
    ("shoulder", "elbow", b.UPPER_ARM),
    ("elbow", "wrist", b.FOREARM),
)
CARRYING_PROPS = (
    "ball", "bench", "chair", "roman-chair", "box", "step", "pull-up-bar", "parallel-bars", "smith-bar", "straps", "wall",
)  # fmt: skip
SUPPORT_JOINTS = {
    "foot": ("heel", "toe"),
    "heel": ("heel",),
    "toes": ("ball", "toe"),
    "knee": ("knee", "ankle"),
    "shin": ("knee", "ankle"),
    "hand": ("wrist", "fingers"),
    "fist": ("wrist",),
    "forearm": ("elbow", "wrist"),
    "elbow": ("elbow",),
    "shoulder": ("shoulder",),
    "hip": ("hip",),
    "buttock": ("buttock", "knee"),
}


def check_figure(figure: Figure) -> tuple[Fault, ...]:
    """All faults of the solved figure, in a fixed order, each once."""
    solved = solve_figure(figure)
    found: list[Fault] = []
    for s in solved:
        found += _check_pose(figure, s)
    for a, c in itertools.pairwise(settled(solved)):
        found += check_move(figure, a, c)
    found += check_moves(figure, solved)
    return tuple(dict.fromkeys(found))


def _path(pose: Pose, key: str = "") -> Path:
    return ("poses", pose.name, key) if key else ("poses", pose.name)


def _check_pose(figure: Figure, s: Solved) -> Iterator[Fault]:
    yield from _bones(s)
    yield from _joints(s)
    yield from _contacts(s)
    if figure.floor:
        yield from _floor(figure, s)
    yield from _collisions(s)
    yield from _balance(figure, s)


def _bones(s: Solved) -> Iterator[Fault]:
    for side in SIDES:
        for near, far, wanted in BONES:
            found = distance(s.body.joints[f"{side} {near}"], s.body.joints[f"{side} {far}"])
            if abs(found - wanted) > 0.1:
                text = f"The {side} limb between {near} and {far} is {found:.1f} cm long instead of {wanted:.1f} cm."
                yield Fault(_path(s.pose), "FG020", text, "This is a fault of the program; please report the pose.")


def _joints(s: Solved) -> Iterator[Fault]:
    for name, value, (low, high) in beyond(s.angles):
        key = name if name in s.pose.named else ""
        text = f"{name} = {value:.0f} is outside the normal range of {low:.0f} to {high:.0f}."
        yield Fault(
            _path(s.pose, key),
            "FG021",
            text,
            f"Keep {name} between {low:.0f} and {high:.0f}, or move what it follows from.",
        )


def _contacts(s: Solved) -> Iterator[Fault]:
    for limb, missed in s.missed:
        text = f"The {limb} misses its place by {missed:.0f} cm."
        yield Fault(_path(s.pose), "FG022", text, "Bring the body nearer, or let the limb go free.")


def _floor(figure: Figure, s: Solved) -> Iterator[Fault]:
    low = lowest(s.body, FLOOR_PARTS)
    if low < -1.5:
        yield Fault(
            _path(s.pose),
            "FG023",
            f"The body is {-low:.0f} cm through the floor.",
            "Raise the limb that hangs lowest or change what carries the weight.",
        )
    if low > 3 and not any(p.kind in CARRYING_PROPS for p in figure.props):
        yield Fault(
            _path(s.pose),
            "FG024",
            f"The body floats {low:.0f} cm above the floor.",
            "Say what carries the weight, with `weight:`.",
        )


def _collisions(s: Solved) -> Iterator[Fault]:
    for text in sorted(set(_overlaps(s.body))):
        yield Fault(_path(s.pose), "FG025", f"The {text}.", "Move the limb out to the side or bend it less.")


def _overlaps(s: Skeleton) -> Iterator[str]:
    for side in SIDES:
        for joint in ("wrist", "elbow", "hand", "knee"):
            if _in_trunk(s, s.joints[f"{side} {joint}"]):
                yield f"{side} {joint} is inside the trunk"
        for joint in ("wrist", "hand", "elbow"):
            place = s.joints[f"{side} {joint}"]
            if distance(place, s.joints["head"]) < 7:
                yield f"{side} {joint} is inside the head"
            for other in SIDES:
                if _in_leg(s, place, other):
                    yield f"{side} {joint} is inside the {other} leg"
    if distance(s.joints["right ankle"], s.joints["left ankle"]) < 3.5:
        yield "two feet are in one place"


def _in_trunk(s: Skeleton, place: Vec) -> bool:
    for centre, depth, width, frame in trunk_sections(s)[1:-1]:
        away = sub(place, centre)
        if abs(dot(frame[1], away)) < 4:
            x, _, z = into(frame, away)
            if (x / (length(depth) - 1)) ** 2 + (z / (length(width) - 1)) ** 2 < 0.8:
                return True
    return False


def _in_leg(s: Skeleton, place: Vec, side: str) -> bool:
    bones = (("hip", "knee", 4.5), ("knee", "ankle", 2.5))
    return any(_near_bone(place, s.joints[f"{side} {a}"], s.joints[f"{side} {c}"], radius) for a, c, radius in bones)


def _near_bone(p: Vec, a: Vec, c: Vec, radius: float) -> bool:
    bone = sub(c, a)
    share = dot(sub(p, a), bone) / dot(bone, bone)
    return 0.1 < share < 0.95 and distance(p, along(a, bone, share)) < radius


def _balance(figure: Figure, s: Solved) -> Iterator[Fault]:
    held_up = any(p.kind in CARRYING_PROPS for p in figure.props)
    if held_up or not figure.floor or s.pose.rests_on == "grip" or (s.pose.rests_on == "feet" and s.pose.lean):
        return
    places = _support(s)
    if not places:
        return
    centre = centre_of_mass(s.body, s.pose.load)
    for axis in (0, 2):
        low, high = min(p[axis] for p in places) - 4, max(p[axis] for p in places) + 4
        out = max(low - centre[axis], centre[axis] - high)
        if out > 0:
            yield Fault(
                _path(s.pose),
                "FG026",
                f"The body would fall over: its weight is {out + 4:.0f} cm outside its support.",
                "Shift the trunk over what carries it.",
            )
            return


def _support(s: Solved) -> list[Vec]:
    """The points that the body stands or lies on."""
    joints, pose = s.body.joints, s.pose
    if pose.rests_on == "shins":
        return [joints[f"{side} {j}"] for side in SIDES for j in ("knee", "ankle")]
    places: list[Vec] = []
    for side in SIDES:
        foot = pose.contacts.get(f"{side} foot")
        stands = pose.rests_on == "feet" and pose.stand in ("both", side)
        if stands or (foot is not None and foot.word not in ("free", "ball")):
            on_toes = foot is not None and foot.word == "tiptoe"
            places += [joints[f"{side} {'ball' if on_toes else 'heel'}"], joints[f"{side} toe"]]
        hand = pose.contacts.get(f"{side} hand")
        if hand is not None and hand.word in ("floor", "flat", "forearm", "wall"):
            places.append(joints[f"{side} wrist"])
    for part in pose.weight:
        side, _, name = part.partition(" ")
        if side in SIDES and name in SUPPORT_JOINTS:
            places += [joints[f"{side} {j}"] for j in SUPPORT_JOINTS[name]]
        elif part in ("back", "belly", "trunk", "upper back", "seat"):
            places += [
                joints["neck"] if part != "seat" else s.body.origin,
                *(joints[f"{k} hip"] for k in SIDES),
                joints["head"],
            ]
    return places
