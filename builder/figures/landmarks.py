"""Where on the body a hand may rest, and which way its elbow points then."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .geometry import Frame, Vec, along, at, cross, dot, mix, out, scale, unit
from .skeleton import SIDES, SIGN, Skeleton

# word: (part of the body, (forward, headward, toward the hand's own side) in cm)
PLACES: Mapping[str, tuple[str, Vec]] = MappingProxyType(
    {
        "navel": ("spine 2", (11, 0, 1.5)),
        "chest": ("spine 4", (14, 3, 8)),
        "heart": ("spine 4", (13, 2, -3)),
        "chin": ("spine 5", (14, 6, 6)),
        "hips": ("spine 1", (1, -1, 17.5)),
        "back": ("spine 1", (-12, 4, 6)),
        "head": ("head", (-11.5, 3, 2.5)),
        "neck": ("head", (-10, -5, 3)),
        "forehead": ("head", (11, 4.5, 2.5)),
        "temples": ("head", (1.5, 4, 10)),
        "ears": ("head", (0, -1, 10)),
        "shoulders": ("spine 5", (9, 3, -11)),
        "own shoulders": ("spine 5", (6.6, 5.5, 22)),
        "knees": ("knee", (7, 3, 0)),
        "shins": ("shin", (7, -2, 1)),
        "thighs": ("thigh", (8.5, 0, 0)),
        "hamstrings": ("thigh", (-12, -4, 0)),
    }
)
# word: where the elbow points (chest frame: forward, headward, outward)
ELBOW_POLES: Mapping[str, Vec] = MappingProxyType(
    {
        "out": (-0.2, -0.3, 1),
        "down": (-0.2, -1, 0.2),
        "back": (-1, -0.3, 0.2),
        "forward": (1, -0.4, 0.3),
        "up": (0, 1, 0.3),
        "in": (0, -1, -0.2),
        "head": (0.35, 0.3, 1),
        "neck": (0.35, 0.1, 1),
        "forehead": (0.6, -0.5, 0.7),
        "temples": (0, -0.3, 1),
        "ears": (0.2, 0.3, 1),
        "shoulders": (0.5, -1, 0.3),
        "own shoulders": (0.5, -0.4, 1),
        "chin": (0, 0.3, 1),
        "heart": (0.3, -1, 0.6),
        "hips": (-0.75, -0.2, 1),
        "knees": (-0.4, -1, 0.6),
        "shins": (-0.5, -0.6, 0.8),
        "thighs": (-1, 0, 0.4),
    }
)
# hands that lie flat: (way of the fingers, way of the back of the hand), forward, up, outward in the part's frame
LAID: Mapping[str, tuple[Vec, Vec]] = MappingProxyType(
    {
        "head": ((0, 0.5, -1), (-1, 0, 0)),
        "neck": ((0, 0.3, -1), (-1, 0, 0)),
        "forehead": ((0, 0.35, -1), (1, 0, 0)),
        "temples": ((-0.15, 1, 0), (0, 0, 1)),
        "ears": ((-0.15, 1, 0), (0, 0, 1)),
        "navel": ((0, 0.15, -1), (1, 0, 0)),
        "thighs": ((0, -1, 0), (1, 0, 0)),
        "own shoulders": ((-0.72, 0.2, -0.66), (0.2, 1, 0.3)),
    }
)
PALM_REACH = 7.5  # wrist to the middle of the palm
DEFAULT_POLE: Vec = (-0.35, -1, 0.45)
PALM = 5.0  # the hand rests on its palm, this far beyond the wrist
FIST = 8.0


def body_place(s: Skeleton, word: str, side: str) -> Vec:
    """The world place of the spot a word names, for this side's hand."""
    sign = SIGN[side]
    owner, _, rest = word.partition(" ")
    if owner in SIDES:
        side, word = owner, f"{rest}s"
        sign *= 0.0 if word == "hamstrings" else 1.0
    part, (forward, headward, outward) = PLACES[word]
    offset = (forward, headward, outward * sign + (3.5 * sign if owner in SIDES else 0.0))
    if part.startswith("spine"):
        i = int(part[-1])
        return at(s.spine_points[i], s.spine[min(i, 5)], offset)
    if part == "head":
        return at(s.joints["head"], s.head, offset)
    joints, (_, _, thigh, shank) = s.joints, s.segments[side]
    if part == "knee":
        return at(joints[f"{side} knee"], thigh, offset)
    if part == "shin":
        return at(mix(joints[f"{side} knee"], joints[f"{side} ankle"], 0.3), shank, offset)
    return at(mix(joints[f"{side} hip"], joints[f"{side} knee"], 0.7), thigh, offset)


def elbow_pole(s: Skeleton, word: str, side: str) -> Vec:
    owner, _, rest = word.partition(" ")
    forward, headward, outward = ELBOW_POLES.get(f"{rest}s" if owner in SIDES else word, DEFAULT_POLE)
    return out(s.chest, (forward, headward, outward * SIGN[side]))


def laid_hand(s: Skeleton, word: str, side: str) -> tuple[Vec, Frame]:
    """(place of the wrist, frame of the hand) of a palm that lies flat on the head, belly, thigh or shoulder."""
    sign, part = SIGN[side], PLACES[word][0]
    frame = s.head if part == "head" else s.segments[side][2] if part == "thigh" else s.spine[int(part[-1])]
    fingers, back = (unit(out(frame, (v[0], v[1], v[2] * sign))) for v in LAID[word])
    cranial = scale(fingers, -1)
    right = scale(unit(along(back, cranial, -dot(back, cranial))), sign)
    wrist = along(body_place(s, word, side), fingers, -PALM_REACH)
    return wrist, (cross(cranial, right), cranial, right)
