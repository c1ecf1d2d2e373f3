"""What can be wrong with a figure that reads well: bones, joints, contacts, floor, balance, movement.

They stop nonsense, not poor technique: every figure is looked at as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from . import body as b
from .arrows import body_point
from .between import in_between
from .geometry import Vec, along, distance, dot, into, length, sub
from .limits import beyond
from .model import Fault, Figure, Path, Pose
from .skeleton import SIDES, SIGN, Skeleton, centre_of_mass
from .solver import solve_figure
from .surface import lowest, trunk_sections
from .words import JOINT_VERBS, MIDDLE_POINTS, POINTS
from .work import Solved

BONES = (("hip", "knee", b.THIGH), ("knee", "ankle", b.SHANK), ("shoulder", "elbow", b.UPPER_ARM), ("elbow", "wrist", b.FOREARM))
FLOOR_PARTS = ("foot", "knee", "trunk", "hand", "fingers", "elbow", "head")
IN_BETWEENS = 8
CARRYING_PROPS = ("ball", "bench", "chair", "roman-chair", "box", "step", "pull-up-bar", "straps", "wall")
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
    for a, c in zip(solved, solved[1:], strict=False):
        found += _check_move(figure, a, c)
    found += _check_moves(figure, solved)
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
        yield Fault(_path(s.pose, key), "FG021", text, f"Keep {name} between {low:.0f} and {high:.0f}, or move what it follows from.")


def _contacts(s: Solved) -> Iterator[Fault]:
    for limb, missed in s.missed:
        text = f"The {limb} misses its place by {missed:.0f} cm."
        yield Fault(_path(s.pose), "FG022", text, "Bring the body nearer, or let the limb go free.")


def _floor(figure: Figure, s: Solved) -> Iterator[Fault]:
    low = lowest(s.body, FLOOR_PARTS)
    if low < -1.5:
        yield Fault(_path(s.pose), "FG023", f"The body is {-low:.0f} cm through the floor.", "Raise the limb that hangs lowest or change what carries the weight.")
    if low > 3 and not any(p.kind in CARRYING_PROPS for p in figure.props):
        yield Fault(_path(s.pose), "FG024", f"The body floats {low:.0f} cm above the floor.", "Say what carries the weight, with `weight:`.")


def _collisions(s: Solved) -> Iterator[Fault]:
    for text in sorted(set(_overlaps(s.body))):
        yield Fault(_path(s.pose), "FG025", f"The {text}.", "Move the limb out to the side or bend it less.")


def _overlaps(s: Skeleton) -> Iterator[str]:
    joints, sections = s.joints, trunk_sections(s)[1:-1]
    for side in SIDES:
        for joint in ("wrist", "elbow", "hand", "knee"):
            place = joints[f"{side} {joint}"]
            for centre, depth, width, frame in sections:
                x, y, z = into(frame, sub(place, centre))
                if abs(y) < 4 and (x / (length(depth) - 1)) ** 2 + (z / (length(width) - 1)) ** 2 < 0.8:
                    yield f"{side} {joint} is inside the trunk"
        for joint in ("wrist", "hand", "elbow"):
            if distance(joints[f"{side} {joint}"], joints["head"]) < 7:
                yield f"{side} {joint} is inside the head"
            for other in SIDES:
                for near, far, radius in (("hip", "knee", 4.5), ("knee", "ankle", 2.5)):
                    if _near_bone(joints[f"{side} {joint}"], joints[f"{other} {near}"], joints[f"{other} {far}"], radius):
                        yield f"{side} {joint} is inside the {other} leg"
    if distance(joints["right ankle"], joints["left ankle"]) < 3.5:
        yield "two feet are in one place"


def _near_bone(p: Vec, a: Vec, c: Vec, radius: float) -> bool:
    bone = sub(c, a)
    share = dot(sub(p, a), bone) / dot(bone, bone)
    return 0.1 < share < 0.95 and distance(p, along(a, bone, share)) < radius


def _balance(figure: Figure, s: Solved) -> Iterator[Fault]:
    held_up = any(p.kind in CARRYING_PROPS for p in figure.props)
    if held_up or not figure.floor or s.pose.rests_on == "grip" or (s.pose.rests_on == "feet" and s.pose.place("tilt")):
        return
    places = _support(s)
    if not places:
        return
    centre = centre_of_mass(s.body, s.pose.load)
    for axis in (0, 2):
        low, high = min(p[axis] for p in places) - 4, max(p[axis] for p in places) + 4
        out = max(low - centre[axis], centre[axis] - high)
        if out > 0:
            yield Fault(_path(s.pose), "FG026", f"The body would fall over: its weight is {out + 4:.0f} cm outside its support.", "Shift the trunk over what carries it.")
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
            places += [joints["neck"] if part != "seat" else s.body.origin, *(joints[f"{k} hip"] for k in SIDES), joints["head"]]
    return places


# --- movement ------------------------------------------------------------------------------------------------------


def _check_move(figure: Figure, a: Solved, c: Solved) -> Iterator[Fault]:
    path = _path(c.pose)
    frames = [in_between(a, c, i / IN_BETWEENS) for i in range(IN_BETWEENS + 1)]
    for side in SIDES:
        for limb, joint in ((f"{side} foot", "ankle"), (f"{side} hand", "wrist")):
            contact = c.pose.contacts.get(limb)
            if contact is not None and contact.word == "keep":
                start = a.body.joints[f"{side} {joint}"]
                slid = max(distance(f.body.joints[f"{side} {joint}"], start) for f in frames)
                if slid > 1.5:
                    yield Fault(path, "FG027", f"The {limb} slides {slid:.0f} cm although it stays in place.", "Let the body move less, or free the limb.")
    jump = max(_farthest(p, q) for p, q in zip(frames, frames[1:], strict=False))
    if jump > 34:
        yield Fault(path, "FG028", f"Something jumps {jump:.0f} cm between two in-betweens.", "Add a pose in the middle.")
    if _farthest(a, c) < 1.0:
        yield Fault(path, "FG029", "Nothing moves between this pose and the one before.", "Change an angle, or leave the pose out.")
    if figure.floor:
        low = min(lowest(f.body, FLOOR_PARTS) for f in frames[1:-1])
        if low < -3:
            yield Fault(path, "FG031", f"On the way the body is {-low:.0f} cm through the floor.", "Add a pose in the middle.")


def _farthest(a: Solved, c: Solved) -> float:
    joints = max(distance(p, c.body.joints[name]) for name, p in a.body.joints.items())
    return max(joints, *(distance(p, q) for p, q in zip(a.body.spine_points, c.body.spine_points, strict=True)))


def _check_moves(figure: Figure, solved: Sequence[Solved]) -> Iterator[Fault]:
    """`moves:` says what the writer meant; the solved first and most changed poses say what is drawn."""
    for part, verb in figure.moves.items():
        change = max((_change(part, verb, solved[0], s) for s in solved[1:]), key=abs, default=0.0)
        least = 1.0 if part in MIDDLE_POINTS or part.split()[-1] in (*POINTS, "glide") or "glides" in verb else 3.0
        if change < least:
            path: Path = ("moves", part)
            what = "does not move that way" if abs(change) < least else "moves the other way"
            yield Fault(path, "FG030", f"`{part}` should be what {verb}, but in the drawing it {what}.", "Turn the sign of the angle, or correct `moves:`.")


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
    solved = solve_figure(figure)
    moving = set()
    for a, c in zip(solved, solved[1:], strict=False):
        for side in SIDES:
            for limb, joints in (("arm", ("shoulder", "shoulder abd", "elbow")), ("leg", ("hip", "hip abd", "knee"))):
                if any(abs(c.angles[f"{side} {j}"] - a.angles[f"{side} {j}"]) > 15 for j in joints):
                    moving.add(f"{side} {limb}")
    return frozenset(moving)
