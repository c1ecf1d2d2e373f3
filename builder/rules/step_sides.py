"""FG033: left and right in the steps are left and right in the drawing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.figures import first_turns, lone_limbs, read_figure
from builder.library import Library
from builder.problems import Problem
from builder.rules.rule import Rule

CODE = "FG033"
HINT = "mirror the figure: swap left and right, and the sign of side, turn and twist; or change the words"
ARM, LEG = r"arm|forearm|hand|elbow|wrist", r"leg|foot|knee|heel|thigh|shin"
_LIMB = rf"(?P<side{{0}}>left|right) (?:(?P<arm{{0}}>{ARM})|(?P<leg{{0}}>{LEG}))\b"
# Only a limb that stands right after a verb of moving is taken to move: others may carry, rest or tell a place.
LIMBS = re.compile(
    r"\b(?:lift|raise|reach|straighten|stretch|extend|bend|slide|pull|swing|kick|step\b[^,]*\bwith)"
    rf" (?:your |the )?{_LIMB.format(1)}(?: and (?:your |the )?{_LIMB.format(2)})?",
    re.IGNORECASE,
)
TURNS = re.compile(
    r"\b(?:(?P<turn>turn|twist|rotate)|(?P<tilt>tilt|tip|bend|lean)) (?:your |the )?"
    r"(?:(?P<head>head|face|neck)|(?P<trunk>chest|trunk|upper body))"
    r"(?: \w+){0,3}? to (?:the|your) (?P<side>left|right)\b",
    re.IGNORECASE,
)
# From here on the steps are about the other side, or about going on.
OVER = re.compile(
    r"\b(?:repeat|change|swap|switch|alternate|carry on|go on|keep going|other|opposite|in turn"
    r"|(?:the|in the) same|(?:second|next|third) set|(?:on|to|onto) your (?:left|right) side)\b",
    re.IGNORECASE,
)
# A small movement is not drawn.
SLIGHT = re.compile(r"\b(?:slightly|a little|a bit)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What words move: `arm`, `leg`, or such as `head turn`, and the side."""

    step: int
    words: str
    what: str
    side: str


def check(library: Library) -> Iterator[Problem]:
    for entry in library.exercises:
        steps = _before_the_other_side(entry.value.steps)
        limbs, turns = list(_limbs(steps)), list(_turns(steps))
        figure = read_figure(entry.value.figure, library.bases)[0] if limbs or turns else None
        if figure is None:
            continue
        for step, message in (*_wrong_limbs(limbs, lone_limbs(figure)), *_wrong_turns(turns, first_turns(figure))):
            yield entry.problem(("steps", step), CODE, message, HINT)


def _before_the_other_side(steps: tuple[str, ...]) -> tuple[str, ...]:
    over = next((i for i, step in enumerate(steps) if OVER.search(step)), len(steps))
    return steps[:over]


def _limbs(steps: tuple[str, ...]) -> Iterator[Told]:
    for i, step in enumerate(steps):
        for match in () if SLIGHT.search(step) else LIMBS.finditer(step):
            for n in ("1", "2"):
                if side := match[f"side{n}"]:
                    yield Told(i, match[0], "arm" if match[f"arm{n}"] else "leg", side.lower())


def _wrong_limbs(limbs: list[Told], lone: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Wrong is what moves one side where the drawing moves the other one, and no other step moves that."""
    for kind in ("arm", "leg"):
        drawn = [side for side in ("left", "right") if f"{side} {kind}" in lone]
        told = [limb for limb in limbs if limb.what == kind]
        if len(drawn) == 1 and told and all(limb.side != drawn[0] for limb in told):
            first = told[0]
            yield (
                first.step,
                f"“{first.words}” moves the {first.side} {kind}, but the drawing moves the {drawn[0]} one.",
            )


def _turns(steps: tuple[str, ...]) -> Iterator[Told]:
    for i, step in enumerate(steps):
        for m in TURNS.finditer(step):
            what = f"{'head' if m['head'] else 'trunk'} {'turn' if m['turn'] else 'tilt'}"
            yield Told(i, m[0], what, m["side"].lower())


def _wrong_turns(turns: list[Told], drawn: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Only the first turn of a kind counts: after it the steps may well go to the other side."""
    for first in {told.what: told for told in reversed(turns)}.values():
        if (shown := drawn.get(first.what, first.side)) != first.side:
            part, how = first.what.split()
            verb = {"turn": "turns", "tilt": "bends"}[how]
            yield (
                first.step,
                f"“{first.words}” goes to the {first.side}, but in the drawing the {part} first {verb} to the {shown}.",
            )


RULE = Rule(
    CODE,
    "Left and right in the steps are left and right in the drawing.",
    "“Lift your left leg.” and a drawing with `left hip: 50`",
    "“Lift your left leg.” and a drawing with `right hip: 50`",
    check,
)
