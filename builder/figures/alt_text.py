"""Alt text from the solved poses: the posture, then what changes, in words a person would use. Never "image of"."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from .alt_changes import changes
from .alt_words import HANDS_AT, arm_place, listed, one_hand
from .model import Figure, Prop
from .skeleton import SIDES
from .solver import solve_figure
from .work import Solved

HELD: Mapping[str, str] = MappingProxyType(
    {
        "barbell": "a barbell", "dumbbell": "dumbbells", "band": "a band", "towel": "a towel", "cable": "a cable handle",
        "pull-up-bar": "the bar", "smith-bar": "the bar", "straps": "the straps",
        "parallel-bars": "two bars",
    }
)  # fmt: skip
AROUND: Mapping[str, str] = MappingProxyType(
    {
        "ball": "gym ball", "bench": "bench", "chair": "chair", "roman-chair": "back extension bench", "wall": "wall",
        "roller": "foam roller", "newspaper": "sheet of newspaper", "step": "step", "box": "box", "foot-plate": "foot plate",
    }
)  # fmt: skip


def describe_figure(figure: Figure) -> str:
    """One sentence for the posture and one for each change."""
    solved = solve_figure(figure)
    return describe_solved(figure, solved)


def describe_solved(figure: Figure, solved: Sequence[Solved]) -> str:
    sentences, before = [_opening(figure, solved[0])], ""
    for i, (a, b) in enumerate(itertools.pairwise(solved)):
        clauses = changes(a, b)
        if clauses:
            said = listed(clauses)
            again = said.replace(" turns to ", " turns further to ") if said == before else said
            sentences.append(f"{'Then' if i == 0 else 'Next'} {again}.")
            before = said
    return " ".join(sentences)


def _opening(figure: Figure, first: Solved) -> str:
    pose = first.pose
    words = [pose.label or "in position"]
    if pose.rests_on == "feet" and pose.stand != "both":
        other = "left" if pose.stand == "right" else "right"
        in_line = bool(pose.contacts[f"{other} foot"].target) if f"{other} foot" in pose.contacts else False
        words = [
            f"standing with the {other} foot in front of the {pose.stand}"
            if in_line
            else f"standing on the {pose.stand} leg"
        ]
    words += _bends(first) + _arms(figure, first) + (["eyes closed"] if figure.eyes_closed else [])
    around = [AROUND[p.kind] + _where(p) for p in figure.props if p.kind in AROUND]
    if around:
        words.append("with " + listed([f"a {thing}" for thing in around]))
    sentence = ", ".join(words)
    return sentence[0].upper() + sentence[1:] + "."


def _where(prop: Prop) -> str:
    return " between the ankles" if prop.options.get("under") == "ankles" else ""


def _bends(s: Solved) -> list[str]:
    """What is bent in a posture whose name does not say it."""
    a, found = s.angles, []
    upright = s.pose.rests_on == "feet"
    if upright and s.pose.stand == "both" and a["right hip"] > 25:
        found.append("bent forward at the hips")
    if upright and s.pose.stand == "both" and a["right knee"] > 15:
        found.append("knees bent" if a["right knee"] > 45 else "knees soft")
    if (
        any(s.pose.contacts.get(f"{side} foot") and s.pose.contacts[f"{side} foot"].word == "tiptoe" for side in SIDES)
        and upright
    ):
        found.append("on tiptoe")
    curve = a["lumbar"] + a["thoracic"]
    if curve > 30:
        found.append("the back rounded")
    elif curve < -25 and s.pose.base != "prone-on-elbows":
        found.append("the back arched")
    bend, twist = (a[f"lumbar {way}"] + a[f"thoracic {way}"] for way in ("side", "twist"))
    if abs(bend) > 15 and not s.pose.side_lying:
        found.append(f"the trunk bent to the {'right' if bend > 0 else 'left'}")
    if abs(twist) > 15:
        found.append(f"the trunk turned to the {'right' if twist > 0 else 'left'}")
    return found + _neck_state(a)


def _neck_state(a: Mapping[str, float]) -> list[str]:
    found = []
    if a["neck turn"] > 20 or a["neck turn"] < -20:
        found.append(f"the head turned to the {'right' if a['neck turn'] > 0 else 'left'}")
    if abs(a["neck side"]) > 15:
        found.append(f"the head tilted to the {'right' if a['neck side'] > 0 else 'left'}")
    if a["neck glide"] > 1.5:
        found.append("the head poked forward")
    return found


def _arms(figure: Figure, s: Solved) -> list[str]:
    words = {side: s.pose.contacts.get(f"{side} hand") for side in SIDES}
    held = [
        "a dumbbell" if p.kind == "dumbbell" and "hand" in p.options else HELD[p.kind]
        for p in figure.props
        if p.kind in HELD
    ]
    if s.fists and held:
        return [f"holding {listed(held)}"]
    both = {c.word if c else "free" for c in words.values()}
    if len(both) == 1:
        word = next(iter(both))
        if word in HANDS_AT:
            return [HANDS_AT[word]]
        if word == "free":
            return _free_arms(s)
        return []
    return [f"{side} {one_hand(HANDS_AT[c.word])}" for side, c in words.items() if c and c.word in HANDS_AT]


def _free_arms(s: Solved) -> list[str]:
    place = arm_place(s, "right")
    return [f"arms {place}"] if place and place == arm_place(s, "left") else []
