"""Checks of the way from pose to pose: sliding, jumps, standstill, the floor, and what `moves:` says."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from math import hypot
from types import MappingProxyType

from .arrows import body_point
from .between import in_between
from .geometry import Vec, distance, dot, sub
from .model import Fault, Figure, Path
from .skeleton import SIDES, SIGN
from .solver import solve_figure
from .surface import FLOOR_PARTS, lowest
from .words import JOINT_VERBS, MIDDLE_POINTS, POINTS
from .work import Solved

IN_BETWEENS = 8
SUNK, HOVERS = 1.5, 3.0  # cm under and over the floor
SHOWN = 10  # degrees to one side that a reader sees
LIMB_JOINTS = (("arm", ("shoulder", "shoulder abd", "elbow")), ("leg", ("hip", "hip abd", "knee")))
TURNS = MappingProxyType(
    {
        "head turn": ("neck turn",),
        "head tilt": ("neck side",),
        "trunk turn": ("lumbar twist", "thoracic twist"),
        "trunk tilt": ("lumbar side", "thoracic side"),
    }
)


def check_move(figure: Figure, a: Solved, c: Solved) -> Iterator[Fault]:
    path: Path = ("poses", c.pose.name)
    frames = [in_between(a, c, i / IN_BETWEENS) for i in range(IN_BETWEENS + 1)]
    for side in SIDES:
        for limb, joint in ((f"{side} foot", "ankle"), (f"{side} hand", "wrist")):
            contact = c.pose.contacts.get(limb)
            if contact is not None and contact.word == "keep":
                start = a.body.joints[f"{side} {joint}"]
                slid = max(distance(f.body.joints[f"{side} {joint}"], start) for f in frames)
                if slid > 1.5:
                    yield Fault(
                        path,
                        "FG027",
                        f"The {limb} slides {slid:.0f} cm although it stays in place.",
                        "Let the body move less, or free the limb.",
                    )
    jump = max(_farthest(p, q) for p, q in itertools.pairwise(frames))
    if jump > 34:
        yield Fault(
            path, "FG028", f"Something jumps {jump:.0f} cm between two in-betweens.", "Add a pose in the middle."
        )
    if _farthest(a, c) < 1.0:
        yield Fault(
            path,
            "FG029",
            "Nothing moves between this pose and the one before.",
            "Change an angle, or leave the pose out.",
        )
    if figure.floor:
        yield from _off_the_ground(path, frames)


def _off_the_ground(path: Path, frames: Sequence[Solved]) -> Iterator[Fault]:
    """A body on its way neither sinks into the floor nor, from floor to floor, hovers over it."""
    hint = "Add a pose in the middle."
    heights = [lowest(f.body, FLOOR_PARTS) for f in frames]
    low, high = min(heights[1:-1]), max(heights[1:-1])
    if low < -SUNK:
        yield Fault(path, "FG031", f"On the way the body is {-low:.0f} cm through the floor.", hint)
    if high > HOVERS and max(abs(heights[0]), abs(heights[-1])) < SUNK:
        yield Fault(path, "FG032", f"On the way the body floats {high:.0f} cm above the floor.", hint)


def _farthest(a: Solved, c: Solved) -> float:
    joints = map(distance, a.body.joints.values(), c.body.joints.values())  # every body names its joints in one order
    return max(*joints, *map(distance, a.body.spine_points, c.body.spine_points))


def check_moves(figure: Figure, solved: Sequence[Solved]) -> Iterator[Fault]:
    """`moves:` says what the writer meant; some pose must go on that way from an earlier one."""
    for part, verb in figure.moves.items():
        pairs = itertools.combinations(solved, 2)
        change = max((_change(part, verb, a, c) for a, c in pairs), default=0.0)
        least = 1.0 if part in MIDDLE_POINTS or part.split()[-1] in (*POINTS, "glide") or "glides" in verb else 3.0
        if change < least:
            path: Path = ("moves", part)
            what = "does not move that way" if abs(change) < least else "moves the other way"
            yield Fault(
                path,
                "FG030",
                f"`{part}` should be what {verb}, but in the drawing it {what}.",
                "Turn the sign of the angle, or correct `moves:`.",
            )


def _change(part: str, verb: str, a: Solved, c: Solved) -> float:
    """How far the part moves in the stated sense, in degrees or cm."""
    side, _, rest = part.partition(" ")
    sides, name = ((side,), rest) if side in SIDES else (SIDES, part)
    is_point = part in MIDDLE_POINTS or (name in POINTS and verb not in JOINT_VERBS) or verb.startswith("moves")
    if is_point or (name in ("hand", "foot", "heel", "head", "hips") and verb in ("rises", "falls")):
        points = (part,) if part in MIDDLE_POINTS else tuple(f"{k} {name}" for k in sides)
        return min(_point_change(p, verb, a, c) for p in points)
    if verb not in JOINT_VERBS:
        return 0.0
    motion, sign = JOINT_VERBS[verb]
    if name == "spine" or name in ("lumbar", "thoracic", "neck", "nod"):
        motion = "twist" if motion == "turn" and name != "neck" else motion
        parts = ("lumbar", "thoracic") if name == "spine" else (name,)
        names = [f"{p} {motion}".strip() for p in parts]
        return sign * sum(c.angles.get(n, 0.0) - a.angles.get(n, 0.0) for n in names)
    if name == "shoulder" and motion == "up":
        name = "scapula"
    names = [f"{k} {name} {motion}".strip() for k in sides]
    return min((sign * (c.angles[n] - a.angles[n]) for n in names if n in c.angles), default=0.0)


def _point_change(point: str, verb: str, a: Solved, c: Solved) -> float:
    move = sub(body_point(c.body, point), body_point(a.body, point))
    side = point.partition(" ")[0]
    ahead = a.body.chest[0] if hypot(a.body.chest[0][0], a.body.chest[0][2]) > 0.5 else a.body.chest[1]
    outward = (0.0, 0.0, SIGN.get(side, 1.0))
    ways: dict[str, Vec] = {
        "rises": (0.0, 1.0, 0.0),
        "falls": (0.0, -1.0, 0.0),
        "moves forward": ahead,
        "moves back": (-ahead[0], -ahead[1], -ahead[2]),
        "moves out": outward,
        "moves in": (0.0, 0.0, -outward[2]),
    }
    return dot(move, ways.get(verb, (0.0, 0.0, 0.0)))


def moving_limbs(figure: Figure) -> frozenset[str]:
    """`left arm`, `right leg` …: limbs whose own joints change, for comparing with the words of the steps."""
    return frozenset().union(*_limb_moves(figure))


def lone_limbs(figure: Figure) -> frozenset[str]:
    """Those of the moving limbs that from some pose to the next move without their fellow on the other side."""
    return frozenset(limb for moving in _limb_moves(figure) for limb in moving if _fellow(limb) not in moving)


def _fellow(limb: str) -> str:
    side, _, kind = limb.partition(" ")
    return f"{SIDES[1] if side == SIDES[0] else SIDES[0]} {kind}"


def _limb_moves(figure: Figure) -> list[frozenset[str]]:
    """From each pose to the next the limbs whose own joints change."""
    return [
        frozenset(
            f"{side} {limb}"
            for side in SIDES
            for limb, joints in LIMB_JOINTS
            if any(abs(c.angles[f"{side} {j}"] - a.angles[f"{side} {j}"]) > 15 for j in joints)
        )
        for a, c in itertools.pairwise(solve_figure(figure))
    ]


def first_turns(figure: Figure) -> dict[str, str]:
    """`head turn`, `head tilt`, `trunk turn`, `trunk tilt`: the side to which the drawing shows it first."""
    found: dict[str, str] = {}
    for s in solve_figure(figure):
        for motion, angles in TURNS.items():
            amount = sum(s.angles[name] for name in angles)
            if abs(amount) > SHOWN:
                found.setdefault(motion, "right" if amount > 0 else "left")
    return found
