"""Forward kinematics: joint angles to the places of the joints.

Angles are a mapping of names to degrees, from the anatomical position, flexion positive, as a goniometer is read:
`right hip`, `right hip abd`, `right hip rot` (outward), `right knee`, `right ankle` (dorsiflexion), `right toes`,
`right shoulder`, `right shoulder abd`, `right shoulder rot`, `right elbow`, `right forearm` (pronation), `right wrist`,
`lumbar`, `lumbar side` and `lumbar twist` (to the right), `thoracic …`, `neck`, `neck side`, `neck turn`, `nod`; and in
centimetres `neck glide` (forward), `right scapula up`, `right scapula forward`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import acos, degrees
from operator import itemgetter
from types import MappingProxyType

from . import body as b
from .geometry import UPRIGHT, Frame, Vec, add, along, at, bank, dot, mix, pitch, yaw

SIDES = ("right", "left")
SIGN = MappingProxyType({"right": 1.0, "left": -1.0})
SIDED_ANGLES = (
    "hip",
    "hip abd",
    "hip rot",
    "knee",
    "ankle",
    "toes",
    "shoulder",
    "shoulder abd",
    "shoulder rot",
    "elbow",
    "forearm",
    "wrist",
    "scapula up",
    "scapula forward",
)
MIDDLE_ANGLES = (
    "lumbar",
    "lumbar side",
    "lumbar twist",
    "thoracic",
    "thoracic side",
    "thoracic twist",
    "neck",
    "neck side",
    "neck turn",
    "neck glide",
    "nod",
)
NEUTRAL: Mapping[str, float] = MappingProxyType(
    dict.fromkeys(MIDDLE_ANGLES, 0.0) | {f"{side} {name}": 0.0 for side in SIDES for name in SIDED_ANGLES}
)
Angles = Mapping[str, float]


def _sided(*names: str) -> Mapping[str, tuple[str, ...]]:
    """The full names of one side's angles or joints, ready made: they are looked up thousands of times a figure."""
    return MappingProxyType({side: tuple(f"{side} {name}" for name in names) for side in SIDES})


def _getters(*names: str) -> Mapping[str, Callable[[Angles], tuple[float, ...]]]:
    return MappingProxyType({side: itemgetter(*full) for side, full in _sided(*names).items()})


SHOULDER_ANGLES = _getters("shoulder", "shoulder abd", "shoulder rot", "scapula up", "scapula forward")
LOWER_ARM_ANGLES = _getters("elbow", "forearm", "wrist")
LEG_ANGLES = _getters("hip", "hip abd", "hip rot", "knee", "ankle", "toes")
ARM_JOINTS = _sided("shoulder", "elbow", "wrist", "hand", "fingers")
LEG_JOINTS = _sided("hip", "knee", "ankle", "heel", "ball", "toe", "buttock")
TRUNK_MASSES = tuple((i, b.SEGMENT_MASS["trunk"][0] * share) for i, share in b.TRUNK_SPREAD)
LIMB_MASSES = MappingProxyType(
    {
        side: tuple(
            (f"{side} {near}", f"{side} {far}", b.SEGMENT_MASS[name][1], b.SEGMENT_MASS[name][0])
            for name, near, far in (
                ("upper arm", "shoulder", "elbow"),
                ("forearm", "elbow", "wrist"),
                ("thigh", "hip", "knee"),
                ("shank", "knee", "ankle"),
                ("foot", "heel", "toe"),
            )
        )
        for side in SIDES
    }
)
TrunkSection = tuple[Vec, Vec, Vec, Frame]


@dataclass(slots=True)
class Skeleton:
    """A posed body. `spine[i]` has origin `spine_points[i]`; index 0 is the pelvis, 5 the chest, point 6 the neck's root."""

    angles: Angles
    origin: Vec
    pelvis: Frame
    spine_points: tuple[Vec, ...]
    spine: tuple[Frame, ...]
    neck_points: tuple[Vec, Vec, Vec]
    neck: Frame
    head: Frame
    joints: dict[str, Vec]
    segments: dict[str, tuple[Frame, Frame, Frame, Frame]]  # side: upper arm, forearm, thigh, shank
    hands: dict[str, Frame]
    feet: dict[str, Frame]
    sections: list[TrunkSection] = field(default_factory=list, repr=False)  # filled by surface.trunk_sections, once

    @property
    def chest(self) -> Frame:
        return self.spine[5]


def limb_frame(parent: Frame, flexion: float, abduction: float, rotation: float, sign: float) -> Frame:
    """A ball joint's frame after flexion, abduction and outward rotation; sign is +1 right, -1 left."""
    return yaw(bank(pitch(parent, flexion), -abduction * sign), -rotation * sign)


def _ease(x: float) -> float:
    x = 0.0 if x < 0 else 1.0 if x > 1 else x
    return x * x * (3 - 2 * x)


def _spine(a: Angles, origin: Vec, pelvis: Frame) -> tuple[list[Vec], list[Frame]]:
    points, frames = [origin], [pelvis]
    here = along(origin, pelvis[1], b.PELVIS)
    points.append(here)
    low = (a["lumbar"] / 2, a["lumbar side"] / 2, a["lumbar twist"] / 2)
    high = (a["thoracic"] / 3, a["thoracic side"] / 3, a["thoracic twist"] / 3)
    frame = pelvis
    for i in range(5):
        flexion, side, twist = low if i < 2 else high
        frame = yaw(bank(pitch(frame, -flexion), side), -twist)
        frames.append(frame)
        here = along(here, frame[1], b.VERTEBRA)
        points.append(here)
    return points, frames


def _neck(a: Angles, root: Vec, chest: Frame) -> tuple[tuple[Vec, Vec, Vec], Frame, Frame]:
    """The lower neck takes 60 % of flexion; a neutral neck leans 9 degrees forward; a glide slides the head level."""
    glide = a["neck glide"]
    base = at(root, chest, (-1.6, -0.6, 0))
    low = yaw(bank(pitch(chest, -9 - a["neck"] * 0.6), a["neck side"] * 0.6), -a["neck turn"] * 0.5)
    middle = along(along(base, low[1], b.NECK), chest[0], glide * 0.55)
    high = yaw(bank(pitch(low, 9 - a["neck"] * 0.4 - a["nod"]), a["neck side"] * 0.4), -a["neck turn"] * 0.5)
    top = along(at(middle, high, (1.0, b.SKULL_BASE, 0)), chest[0], glide * 0.45)
    return (base, middle, top), low, high


def upper_arm(s: Skeleton, a: Angles, side: str) -> tuple[Vec, Frame]:
    """The shoulder's centre and the upper arm: it rises and comes in as the arm goes up, and forward as it reaches."""
    chest = s.spine[5]
    flexion, abduction, rotation, scapula_up, forward = SHOULDER_ANGLES[side](a)
    upper = limb_frame(chest, flexion, abduction, rotation, SIGN[side])
    raised = degrees(acos(max(-1.0, min(1.0, dot(upper[1], chest[1])))))
    reach = -dot(upper[1], chest[0])
    up = _ease((raised - 50) / 130)
    place = (
        -0.8 + (2.4 * reach if reach > 0 else reach) + forward,
        3.0 + 5.2 * up + scapula_up,
        SIGN[side] * (b.HALF_SHOULDERS - 2.2 * up - 0.35 * abs(forward)),
    )
    return at(s.spine_points[5], chest, place), upper


def pose_chest(a: Angles, pelvis: Frame) -> Frame:
    """Which way the chest faces, when the rest of the body is not wanted."""
    return _spine(a, (0.0, 0.0, 0.0), pelvis)[1][5]


def pose_body(
    a: Angles,
    origin: Vec = (0.0, 0.0, 0.0),
    pelvis: Frame = UPRIGHT,
    held: Mapping[str, Frame] | None = None,
) -> Skeleton:
    """The skeleton for these angles. `held` fixes the orientation of hands and feet in contact (`right hand`: frame)."""
    held = held or {}
    points, frames = _spine(a, origin, pelvis)
    chest = frames[5]
    neck_points, neck, head = _neck(a, points[6], chest)
    joints: dict[str, Vec] = {
        "head": at(neck_points[2], head, (1.1, 7.2, 0)),
        "neck": points[6],
    }
    s = Skeleton(a, origin, pelvis, tuple(points), tuple(frames), neck_points, neck, head, joints, {}, {}, {})
    for side in SIDES:
        arm = _add_arm(s, side, held.get(f"{side} hand"))
        leg = _add_leg(s, side, held.get(f"{side} foot"))
        s.segments[side] = (*arm, *leg)
    return s


def move_limb(s: Skeleton, angles: Angles, limb: str, held: Frame | None = None) -> Skeleton:
    """The same body with one limb (`right hand`, `left foot`) posed anew; the rest is shared, not solved again."""
    side, _, part = limb.partition(" ")
    moved = Skeleton(
        angles, s.origin, s.pelvis, s.spine_points, s.spine, s.neck_points, s.neck, s.head,
        dict(s.joints), dict(s.segments), dict(s.hands), dict(s.feet), s.sections,
    )  # fmt: skip
    arm, leg = s.segments[side][:2], s.segments[side][2:]
    if part == "hand":
        arm = _add_arm(moved, side, held)
    else:
        leg = _add_leg(moved, side, held)
    moved.segments[side] = (*arm, *leg)
    return moved


def shifted(s: Skeleton, by: Vec) -> Skeleton:
    """The same body in another place: cheaper than posing it again."""
    return Skeleton(
        s.angles, add(s.origin, by), s.pelvis, tuple([add(p, by) for p in s.spine_points]), s.spine,
        (add(s.neck_points[0], by), add(s.neck_points[1], by), add(s.neck_points[2], by)), s.neck, s.head,
        {name: add(p, by) for name, p in s.joints.items()}, s.segments, s.hands, s.feet,
    )  # fmt: skip


def limb_of(angle: str) -> str:
    """The limb that an angle belongs to, or nothing for the trunk's angles."""
    side, _, joint = angle.partition(" ")
    if side not in SIDES:
        return ""
    return (
        f"{side} hand" if joint.split()[0] in ("shoulder", "elbow", "forearm", "wrist", "scapula") else f"{side} foot"
    )


def _add_arm(s: Skeleton, side: str, held: Frame | None) -> tuple[Frame, Frame]:
    a, sign, joints = s.angles, SIGN[side], s.joints
    bend, turn, wave = LOWER_ARM_ANGLES[side](a)
    at_shoulder, at_elbow, at_wrist, at_hand, at_fingers = ARM_JOINTS[side]
    shoulder, upper = upper_arm(s, a, side)
    elbow = along(shoulder, upper[1], -b.UPPER_ARM)
    fore = pitch(upper, bend)
    wrist = along(elbow, fore[1], -b.FOREARM)
    hand = held or bank(yaw(fore, turn * sign), -wave * sign)
    joints[at_shoulder], joints[at_elbow], joints[at_wrist] = shoulder, elbow, wrist
    joints[at_hand], joints[at_fingers] = along(wrist, hand[1], -8.0), along(wrist, hand[1], -b.HAND)
    s.hands[side] = hand
    return upper, fore


def _add_leg(s: Skeleton, side: str, held: Frame | None) -> tuple[Frame, Frame]:
    sign, joints = SIGN[side], s.joints
    flexion, abduction, rotation, bend, lift, curl = LEG_ANGLES[side](s.angles)
    at_hip, at_knee, at_ankle, at_heel, at_ball, at_toe, at_buttock = LEG_JOINTS[side]
    hip = along(s.origin, s.pelvis[2], sign * b.HALF_HIPS)
    thigh = limb_frame(s.pelvis, flexion, abduction, rotation, sign)
    knee = along(hip, thigh[1], -b.THIGH)
    shank = pitch(thigh, -bend)
    ankle = along(knee, shank[1], -b.SHANK)
    foot = held or pitch(shank, lift)
    ball = at(ankle, foot, (11.0, -4.8, 0))
    joints[at_hip], joints[at_knee], joints[at_ankle] = hip, knee, ankle
    joints[at_heel], joints[at_ball] = at(ankle, foot, (-4.4, -4.0, 0)), ball
    joints[at_toe] = at(ball, pitch(foot, curl), (6.6, -0.3, 0))
    joints[at_buttock] = at(s.origin, s.pelvis, (-3.4, 0.2, sign * 7.4))
    s.feet[side] = foot
    return thigh, shank


def grip_point(s: Skeleton, side: str) -> Vec:
    """The middle of a closed fist, where a bar lies."""
    return at(s.joints[f"{side} wrist"], s.hands[side], (0, -7.6, -1.6 * SIGN[side]))


def centre_of_mass(s: Skeleton, load: float = 0.0) -> Vec:
    """Centre of mass of the body, with `load` (share of body mass) held half in each hand."""
    joints, held = s.joints, load / 2
    parts = [(joints["head"], b.SEGMENT_MASS["head"][0])]
    parts += [(along(s.spine_points[i], s.spine[i][1], 3.0), mass) for i, mass in TRUNK_MASSES]
    for side in SIDES:
        parts += [(mix(joints[near], joints[far], centre), mass) for near, far, centre, mass in LIMB_MASSES[side]]
        parts.append((joints[f"{side} hand"], b.SEGMENT_MASS["hand"][0] + held))
    x = y = z = total = 0.0
    for place, mass in parts:
        x, y, z, total = x + place[0] * mass, y + place[1] * mass, z + place[2] * mass, total + mass
    return (x / total, y / total, z / total)
