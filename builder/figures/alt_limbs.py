"""What arms and legs do from one pose to the next, as clauses of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .alt_words import arm_place, contact_word, listed
from .geometry import Vec, dot, sub, unit
from .model import Pose
from .skeleton import SIDES
from .work import Solved

# limb: the joint it hangs from, its end, the joint that is straight in a straight limb, what it may rest on something
LIMBS = (("arm", "shoulder", "wrist", "elbow", "hand"), ("leg", "hip", "ankle", "knee", "foot"))


@dataclass(frozen=True)
class _Way:
    """The way of one limb: how far its end rises against its root (cm), and what else tells about it."""

    side: str
    limb: str
    rise: float
    swung: bool
    freed: bool
    resting: bool
    level: bool  # in line with the trunk
    lying: bool  # the trunk is nearer to level than to upright


def limb_changes(a: Solved, b: Solved) -> list[str]:
    """Arms and legs lifted off what they rested on, or swung far."""
    raised: list[str] = []
    found: list[tuple[str, str]] = []
    for way in _ways(a, b):
        if way.swung and way.rise > 12 and way.level and way.lying:
            raised.append(f"the {way.side} {way.limb}")
        else:
            found += [(way.side, clause) for clause in _clauses(a, b, way)]
    words = [f"{listed(raised)} {'is' if len(raised) == 1 else 'are'} raised level with the trunk"] if raised else []
    return words + _paired(found)


def _ways(a: Solved, b: Solved) -> list[_Way]:
    """Standing legs carry the body: what they do is told with it."""
    limbs = LIMBS[:1] if b.pose.rests_on == "feet" else LIMBS
    return [_way(a, b, side, limb) for limb in limbs for side in SIDES]


def _way(a: Solved, b: Solved, side: str, limb: tuple[str, ...]) -> _Way:
    name, root, end, hinge, tip = limb
    before, after = (_from_root(s, f"{side} {root}", f"{side} {end}") for s in (a, b))
    trunk = b.body.chest[1] if name == "arm" else b.body.pelvis[1]
    return _Way(
        side,
        name,
        rise=after[1] - before[1],
        swung=dot(unit(before), unit(after)) < 0.85,
        freed=_freed(a, b, f"{side} {tip}"),
        resting=_resting(b.pose, f"{side} {tip}") and not (tip == "hand" and side in b.fists),
        level=abs(dot(unit(after), trunk)) > 0.95 and b.body.angles[f"{side} {hinge}"] < 25,
        lying=abs(trunk[1]) < 0.5,
    )


def _from_root(s: Solved, root: str, end: str) -> Vec:
    return sub(s.body.joints[end], s.body.joints[root])


def _clauses(a: Solved, b: Solved, way: _Way) -> list[str]:
    leg = way.limb == "leg"
    bend = b.angles[f"{way.side} elbow"] - a.angles[f"{way.side} elbow"]
    if not leg and (way.swung or bend > 60) and not way.resting:
        return _arm_change(a, b, way.side, way.rise)
    if leg and not (way.level and (way.swung or way.freed)) and way.rise > 14 and not way.resting:
        return ["leg is lifted"]
    if leg and way.swung and way.rise < -12 and not way.resting:
        return ["leg is lowered"]
    if not way.swung and way.rise > 4 and way.freed:
        return [f"{way.limb} is lifted a little"]
    return []


def _resting(pose: Pose, limb: str) -> bool:
    return contact_word(pose, limb) not in ("free", "")


def _freed(a: Solved, b: Solved, limb: str) -> bool:
    return contact_word(b.pose, limb) == "free" and contact_word(a.pose, limb) != "free"


def _arm_change(a: Solved, b: Solved, side: str, rise: float) -> list[str]:
    bend = b.angles[f"{side} elbow"] - a.angles[f"{side} elbow"]
    if bend > 35:
        way = "up" if b.body.chest[1][1] > 0.7 else "in"
        pulled = rise >= 0 and b.fists and b.pose.rests_on != "grip"
        return [f"elbow bends to pull the hand {way}" if pulled else "elbow bends"]
    if bend < -35:
        return ["arm straightens"]
    place = arm_place(b, side)
    if place:
        return ["arm opens out to the side" if place == "out to the sides" else f"arm is {place}"]
    if b.pose.contacts.get(f"{side} hand"):
        return []  # the hand has a place of its own: the trunk moves, not the arm
    return ["arm is raised" if rise > 0 else "arm is lowered"]


def _paired(found: Sequence[tuple[str, str]]) -> list[str]:
    """Two sides that do the same are said once."""
    phrases = [phrase for _, phrase in found]
    words = []
    for side, phrase in found:
        if phrases.count(phrase) == 2:
            if side == SIDES[0]:
                words.append(_plural(phrase))
        else:
            words.append(f"the {side} {phrase}")
    return words


def _plural(phrase: str) -> str:
    noun, _, rest = phrase.partition(" ")
    rest = (
        rest.replace("bends to", "bend to")
        .replace("is ", "are ", 1)
        .replace("straightens", "straighten")
        .replace("opens", "open")
        .replace("out to the side", "out to the sides")
    )
    return f"both {noun}s {'bend' if rest == 'bends' else rest.replace('the hand ', 'the hands ')}"
