"""Inverse kinematics: where a hand or foot must be, turned back into joint angles, so that all can be blended and checked."""

from __future__ import annotations

from math import acos, asin, atan2, degrees, sqrt

from .body import FOREARM, SHANK, THIGH, UPPER_ARM
from .geometry import Frame, Vec, along, bank, cross, distance, dot, into, length, pitch, scale, sub, unit
from .skeleton import SIGN, Skeleton, upper_arm


def two_bones(root: Vec, target: Vec, first: float, second: float, pole: Vec) -> tuple[Vec, Vec, float]:
    """(middle joint, end, how far the target is missed in cm) of two bones; the middle bends toward `pole`."""
    aim = sub(target, root)
    reach = length(aim)
    axis = unit(aim)
    missed = 0.0
    if reach > first + second - 1e-3:
        missed, reach = reach - (first + second), first + second - 1e-3
    elif reach < abs(first - second) + 1e-3:
        missed, reach = abs(first - second) - reach, abs(first - second) + 1e-3
    foot = (first * first - second * second + reach * reach) / (2 * reach)
    height = sqrt(max(first * first - foot * foot, 0.0))
    side = along(pole, axis, -dot(pole, axis))
    side = unit(side) if length(side) > 1e-6 else (0.0, 0.0, 1.0)
    return along(along(root, axis, foot), side, height), along(root, axis, reach), max(missed, 0.0)


def ball_angles(
    parent: Frame, first: Vec, second: Vec, sign: float, *, backward: bool
) -> tuple[float, float, float | None, float]:
    """(flexion, abduction, rotation or None when undefined, bend) of a limb whose two bones point along these directions.

    `backward` is true for a knee, whose shank bends backward, and false for an elbow.
    """
    local = into(parent, first)
    abduction = degrees(asin(max(-1.0, min(1.0, local[2])))) * sign
    flexion = degrees(atan2(local[0], -local[1]))
    if flexion < -100:
        flexion += 360
    rest = bank(pitch(parent, flexion), -abduction * sign)
    lower = into(rest, second)
    bend = acos(max(-1.0, min(1.0, -lower[1])))
    if bend <= 0.03:
        return flexion, abduction, None, degrees(bend)
    turn = atan2(lower[2], -lower[0]) if backward else atan2(-lower[2], lower[0])
    return flexion, abduction, -degrees(turn) * sign, degrees(bend)


def _write(
    angles: dict[str, float], side: str, joints: tuple[str, str], solved: tuple[float, float, float | None, float]
) -> None:
    ball, hinge = joints
    angles[f"{side} {ball}"], angles[f"{side} {ball} abd"] = solved[0], solved[1]
    if solved[2] is not None:
        angles[f"{side} {ball} rot"] = solved[2]
    angles[f"{side} {hinge}"] = solved[3]


def reach_with_arm(
    angles: dict[str, float], s: Skeleton, side: str, target: Vec, *, beyond: float = 0.0, pole: Vec | None = None
) -> float:
    """Set the arm's angles so that the wrist (or a point `beyond` it) comes to the target; returns the miss in cm.

    Done again, up to three times, because the shoulder itself moves as the arm rises.
    """
    missed = 0.0
    shoulder, upper = s.joints[f"{side} shoulder"], s.segments[side][0]
    for _ in range(3):
        bend = pole or scale(upper[0], -1)
        elbow, end, missed = two_bones(shoulder, target, UPPER_ARM, FOREARM + beyond, bend)
        solved = ball_angles(s.chest, unit(sub(elbow, shoulder)), unit(sub(end, elbow)), SIGN[side], backward=False)
        _write(angles, side, ("shoulder", "elbow"), solved)
        before = shoulder
        shoulder, upper = upper_arm(s, angles, side)
        if distance(before, shoulder) < 0.1:
            break
    return missed


def reach_with_leg(angles: dict[str, float], s: Skeleton, side: str, target: Vec) -> float:
    """Set the leg's angles so that the ankle comes to the target, the knee pointing as it did; returns the miss in cm."""
    hip = s.joints[f"{side} hip"]
    knee, end, missed = two_bones(hip, target, THIGH, SHANK, s.segments[side][2][0])
    solved = ball_angles(s.pelvis, unit(sub(knee, hip)), unit(sub(end, knee)), SIGN[side], backward=True)
    _write(angles, side, ("hip", "knee"), solved)
    return missed


def flat_hand(s: Skeleton, side: str) -> Frame:
    """A palm on the floor, fingers pointing away from the elbow (or headward under a plumb arm)."""
    fore = sub(s.joints[f"{side} wrist"], s.joints[f"{side} elbow"])
    level: Vec = (unit(fore)[0], 0.0, unit(fore)[2])
    if length(level) < 0.6:
        level = (s.chest[1][0], 0.0, s.chest[1][2])
        if length(level) < 0.35:
            level = (s.chest[0][0], 0.0, s.chest[0][2])
    fingers = scale(unit(level), -1)
    palm = (0.0, SIGN[side], 0.0)
    return (cross(fingers, palm), fingers, palm)


def gripping_hand(s: Skeleton, side: str, kind: str) -> Frame:
    """A fist on a bar, wrist straight; overhand has the thumbs toward each other."""
    sign = SIGN[side]
    cranial = unit(sub(s.joints[f"{side} elbow"], s.joints[f"{side} wrist"]))
    if kind == "neutral":
        thumb = s.chest[0] if abs(dot(cranial, s.chest[0])) < 0.8 else s.chest[1]
    else:
        thumb = scale(s.chest[2], -sign if kind == "overhand" else sign)
    thumb = unit(along(thumb, cranial, -dot(thumb, cranial)))
    return (thumb, cranial, cross(thumb, cranial))


def flat_foot(frame: Frame) -> Frame:
    """A sole flat on the ground, toes where the foot points."""
    level: Vec = (frame[0][0], 0.0, frame[0][2])
    toes = unit(level) if length(level) > 0.2 else (1.0, 0.0, 0.0)
    return (toes, (0.0, 1.0, 0.0), cross(toes, (0.0, 1.0, 0.0)))


def on_tiptoe(frame: Frame, rise: float) -> Frame:
    """A foot on its ball, the heel raised by `rise` degrees."""
    return pitch(flat_foot(frame), -rise)
