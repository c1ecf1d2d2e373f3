"""The words that postures and changes share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from .geometry import dot, sub, unit
from .model import Pose
from .work import Solved

HANDS_AT: Mapping[str, str] = MappingProxyType(
    {
        "hips": "hands on the hips", "head": "hands behind the head", "neck": "hands behind the neck",
        "forehead": "hands on the forehead", "temples": "hands at the temples", "ears": "hands at the ears",
        "heart": "arms crossed on the chest", "chest": "hands at the chest", "knees": "hands on the knees",
        "shins": "hands round the shins", "thighs": "hands on the thighs", "navel": "hands at the navel",
        "hamstrings": "hands behind the thighs", "shoulders": "hands on the opposite shoulders",
        "own shoulders": "hands on the shoulders", "chin": "hands below the chin",
        "back": "hands on the lower back", "wall": "hands on the wall", "ball": "hands on the ball", "seat": "hands on the seat",
        "forearm ball": "forearms on the ball",
    }
)  # fmt: skip


def arm_place(s: Solved, side: str) -> str:
    """Where a straight arm points, seen from the chest."""
    j, chest = s.body.joints, s.body.chest
    way = unit(sub(j[f"{side} wrist"], j[f"{side} shoulder"]))
    up, forward, aside = dot(way, chest[1]), dot(way, chest[0]), abs(dot(way, chest[2]))
    if up > 0.8:
        return "stretched overhead"
    if aside > 0.8:
        return "out to the sides"
    if forward > 0.8:
        return "hanging down" if way[1] < -0.8 else "straight ahead"
    return ""


def contact_word(pose: Pose, limb: str) -> str:
    contact = pose.contacts.get(limb)
    return contact.word if contact else "free"


def listed(parts: Sequence[str]) -> str:
    """`a, b and c`; a part with a comma of its own is closed with one."""
    if len(parts) == 1:
        return parts[0]
    last = ", and" if any("," in part for part in parts) else " and"
    return f"{', '.join(parts[:-1])}{last} {parts[-1]}"


def one_hand(text: str) -> str:
    """`hands on the thighs` said of one of them."""
    return text.replace("hands", "hand", 1).removesuffix("s")


def toward(text: str) -> str:
    return re.sub("^(on|at) the", "to the", text.partition(" ")[2])
