"""Where the skin is: sections of the trunk, and the lowest point of a body part (what touches the floor)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import hypot
from types import MappingProxyType

from .body import PELVIS, TRUNK_OUTLINE, VERTEBRA
from .geometry import Frame, along, at, between_frames, scale
from .skeleton import SIDES, Skeleton, TrunkSection

# what a part rests on: (joint, radius of the flesh round it in cm)
SPHERES: Mapping[str, tuple[tuple[str, float], ...]] = MappingProxyType(
    {
        "foot": (("heel", 2.5), ("ball", 1.8), ("toe", 1.2)),
        "heel": (("heel", 2.5),),
        "toes": (("ball", 1.8), ("toe", 1.2)),
        "knee": (("knee", 5.2),),
        "hand": (("wrist", 2.6),),
        "fingers": (("fingers", 1.0),),
        "fist": (("wrist", 2.4), ("hand", 1.8)),
        "forearm": (("elbow", 3.7), ("wrist", 2.6)),
        "elbow": (("elbow", 3.7),),
        "shoulder": (("shoulder", 5.3),),
        "hip": (("hip", 8.5),),
        "buttock": (("buttock", 7.7), ("hip", 8.6)),
        "shin": (("knee", 5.2), ("ankle", 3.4)),
    }
)
FLOOR_PARTS = ("foot", "knee", "hand", "fingers", "elbow", "head", "trunk")  # what must not pass through the floor
TRUNK_REACH = 18.0  # no skin of the trunk is farther from the spine
TRUNK_PARTS = ("back", "belly", "trunk", "upper back", "seat", "head")
PARTS = (*SPHERES, *TRUNK_PARTS)
# the same by the full names of the joints: `right knee` is one side's, `knee` both
BALLS: Mapping[str, tuple[tuple[str, float], ...]] = MappingProxyType(
    {
        f"{word} {part}".strip(): tuple((f"{side} {joint}", radius) for side in sides for joint, radius in balls)
        for part, balls in SPHERES.items()
        for word, sides in (("", SIDES), *((side, (side,)) for side in SIDES))
    }
)


def trunk_sections(s: Skeleton) -> list[TrunkSection]:
    """(centre, half-depth vector, half-width vector, frame) of each section, from the crotch to the collar."""
    if s.sections:
        return s.sections
    sections = s.sections
    for height, back, front, half_width in TRUNK_OUTLINE:
        if height <= PELVIS:
            centre = at(s.origin, s.pelvis, (0, height, 0))
            frame = s.pelvis if height <= 5 else between_frames(s.spine[0], s.spine[1], 0.03 * (height - 5))
        else:
            i = min(int((height - PELVIS) / VERTEBRA), 4)
            share = (height - PELVIS) / VERTEBRA - i
            centre = along(s.spine_points[1 + i], s.spine[1 + i][1], share * VERTEBRA)
            frame = _eased(s, i, share)
        middle = along(centre, frame[0], (back + front) / 2)
        sections.append((middle, scale(frame[0], (front - back) / 2), scale(frame[2], half_width), frame))
    return sections


def _eased(s: Skeleton, i: int, share: float) -> Frame:
    """Near a joint the section takes a frame between the two vertebrae, so that the skin bends without a kink."""
    if share < 0.5:
        return between_frames(s.spine[i], s.spine[1 + i], 0.5 + share)
    return between_frames(s.spine[1 + i], s.spine[min(2 + i, 5)], share - 0.5)


def split_side(part: str) -> tuple[tuple[str, ...], str]:
    """`right knee` is one side's, `knee` both."""
    word, _, rest = part.partition(" ")
    return ((word,), rest) if word in SIDES else (SIDES, part)


def _lowest_section(s: Skeleton, first: int, last: int) -> float:
    return min(c[1] - hypot(d[1], w[1]) for c, d, w, _ in trunk_sections(s)[first:last])


def _buttocks(s: Skeleton) -> float:
    return min(s.joints[f"{side} buttock"][1] - 7.7 for side in SIDES)


TRUNK_LOWEST: Mapping[str, Callable[[Skeleton], float]] = MappingProxyType(
    {
        "back": lambda s: min(_lowest_section(s, 1, -1), _buttocks(s)),
        "belly": lambda s: min(_lowest_section(s, 1, -1), _buttocks(s)),
        "trunk": lambda s: min(_lowest_section(s, 1, -1), _buttocks(s)),
        "upper back": lambda s: _lowest_section(s, 5, 9),
        "seat": lambda s: min(_buttocks(s), *(s.joints[f"{side} hip"][1] - 8.6 for side in SIDES)),
        "head": lambda s: s.joints["head"][1] - 10.2,
    }
)


def lowest(s: Skeleton, parts: Iterable[str]) -> float:
    """The lowest height of these parts, in cm above the floor."""
    low, joints = 1e9, s.joints
    for part in parts:
        if part in BALLS:
            for joint, radius in BALLS[part]:
                height = joints[joint][1] - radius
                if height < low:
                    low = height
        elif part == "head" or min(p[1] for p in s.spine_points) - TRUNK_REACH < low:
            low = min(low, TRUNK_LOWEST[part](s))
    return low
