"""Hands, feet and head come to what they touch. Each contact word is one small function on the `Work` at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import radians, sin
from types import MappingProxyType

from .body import ANKLE, HALF_HIPS, HALF_SHOULDERS, THIGH
from .geometry import Frame, Vec, mix
from .inverse import flat_foot, flat_hand, gripping_hand, on_tiptoe, reach_with_arm, reach_with_leg
from .landmarks import FIST, LAID, PALM, PLACES, body_place, elbow_pole, laid_hand
from .skeleton import SIDES, SIGN, Skeleton, grip_point, move_limb
from .surface import lowest
from .words import LIMB_WORDS
from .work import Work

TOE_RISE = 55.0  # sole of a foot on its toes under a plank, degrees
STANDING_RISE = 38.0  # heel lift of a standing body


def heel_rise(w: Work, side: str) -> float:
    return w.angles[f"{side} toes"] or (STANDING_RISE if w.pose.rests_on == "feet" else TOE_RISE)


def orient(w: Work) -> None:
    """Feet and hands that lie on something take its direction before the body's height is measured."""
    for side in SIDES:
        limb = f"{side} foot"
        word = w.contact(limb).word
        if word in ("flat", "tiptoe"):
            rise = heel_rise(w, side) if word == "tiptoe" else 0.0
            w.angles[f"{side} toes"] = rise or w.angles[f"{side} toes"]
            w.held[limb] = on_tiptoe(w.body.feet[side], rise)
            w.refresh_limb(limb)
        if w.contact(f"{side} hand").word == "flat":
            w.held[f"{side} hand"] = flat_hand(w.body, side)
            w.refresh_limb(f"{side} hand")


def _hip_or_knee(w: Work, side: str) -> str:
    """A foot reaches for the floor with the hip, unless the hip is given and the knee is not."""
    named = w.pose.named
    return f"{side} knee" if f"{side} hip" in named and f"{side} knee" not in named else f"{side} hip"


def _lay_foot(part: str) -> Callable[[Work, str], None]:
    def lay(w: Work, side: str) -> None:
        w.tune(_hip_or_knee(w, side), lambda s: lowest(s, [f"{side} {part}"]), 5.0)

    return lay


def _foot_floor(w: Work, side: str) -> None:
    limb = f"{side} foot"

    def sole(s: Skeleton) -> float:
        flat = move_limb(s, s.angles, limb, flat_foot(s.feet[side]))
        return lowest(flat, [limb])

    w.tune(_hip_or_knee(w, side), sole, 5.0)
    w.held[limb] = flat_foot(w.body.feet[side])


def _foot_tiptoe(w: Work, side: str) -> None:
    if w.pose.rests_on == "feet" or f"{side} toes" in w.pose.weight:
        return
    held = {f"{side} foot": w.held[f"{side} foot"]}
    w.tune(_hip_or_knee(w, side), lambda s: lowest(s, [f"{side} toes"]), 5.0, held=held)


def _foot_under(w: Work, side: str) -> None:
    """Seated: soles flat on the floor, shins about upright."""
    spread = HALF_HIPS + THIGH * sin(radians(w.angles[f"{side} hip abd"]))
    target = (w.origin[0] + THIGH * 0.97, ANKLE, spread * SIGN[side])
    limb = f"{side} foot"
    w.note_miss(limb, reach_with_leg(w.angles, w.body, side, target))
    w.held[limb] = flat_foot(w.refresh_limb(limb).feet[side])


def _foot_keep(w: Work, side: str) -> None:
    if w.before is None:
        return
    limb = f"{side} foot"
    w.note_miss(limb, reach_with_leg(w.angles, w.body, side, w.before.body.joints[f"{side} ankle"]))
    w.held[limb] = w.before.body.feet[side]


def _foot_target(w: Work, side: str) -> None:
    """A place given in numbers: (x, height of the sole, outward)."""
    limb = f"{side} foot"
    x, y, *rest = w.contact(limb).target
    target = (x, y + ANKLE, SIGN[side] * (rest[0] if rest else HALF_HIPS))
    w.note_miss(limb, reach_with_leg(w.angles, w.body, side, target))
    w.held[limb] = flat_foot(w.refresh_limb(limb).feet[side])


def _foot_instep(w: Work, side: str) -> None:
    """Kneeling: the top of the foot lies on the floor."""
    w.angles[f"{side} ankle"] = -45.0
    floor = w.pose.place("surface")
    w.tune(f"{side} ankle", lambda s: lowest(s, [f"{side} toes"]) - floor, -10.0, limit=12)


def _foot_ball(w: Work, side: str) -> None:
    """The lower calf lies on top of the gym ball."""

    def gap(s: Skeleton) -> float:
        calf = mix(s.joints[f"{side} knee"], s.joints[f"{side} ankle"], 0.8)
        return calf[1] - 3.0 - 2 * w.scene.ball_radius

    w.tune(f"{side} hip", gap, 5.0)


FEET: Mapping[str, Callable[[Work, str], None]] = MappingProxyType(
    {
        "floor": _foot_floor,
        "heel": _lay_foot("heel"),
        "lie": _lay_foot("toes"),
        "tiptoe": _foot_tiptoe,
        "under": _foot_under,
        "keep": _foot_keep,
        "ball": _foot_ball,
        "instep": _foot_instep,
        "": _foot_target,
    }
)


def place_foot(w: Work, side: str) -> None:
    word = w.contact(f"{side} foot").word
    if w.pose.rests_on == "feet" and word not in ("", "keep"):
        return
    if word in FEET:
        FEET[word](w, side)
        w.refresh_limb(f"{side} foot")


def _hand_floor(w: Work, side: str) -> None:
    angle = f"{side} shoulder abd" if w.pose.side_lying else f"{side} shoulder"
    w.tune(angle, lambda s: lowest(s, [f"{side} hand"]), -4.0)
    w.held[f"{side} hand"] = flat_hand(w.body, side)


def _hand_forearm(w: Work, side: str) -> None:
    """Elbow and wrist both on the floor."""
    angle = f"{side} shoulder abd" if w.pose.side_lying else f"{side} shoulder"
    w.tune(angle, lambda s: lowest(s, [f"{side} elbow"]), -5.0, limit=15)
    if not w.pose.side_lying:
        w.tune(f"{side} elbow", lambda s: lowest(s, [f"{side} hand"]), 5.0, limit=15)
    w.held[f"{side} hand"] = flat_hand(w.body, side)


def _hand_keep(w: Work, side: str) -> None:
    if w.before is None:
        return
    limb, old = f"{side} hand", w.before.body
    pole = elbow_pole(w.body, w.pose.elbows, side) if w.pose.elbows else None
    w.note_miss(limb, reach_with_arm(w.angles, w.body, side, old.joints[f"{side} wrist"], pole=pole))
    w.held[limb] = old.hands[side]


def _hand_target(w: Work, side: str) -> None:
    """A place given in numbers for the grip or the wrist: (x, height, outward)."""
    x, y, *rest = w.contact(f"{side} hand").target
    grips = w.gripping(side)
    _reach(w, side, (x, y, SIGN[side] * (rest[0] if rest else HALF_SHOULDERS)), "", FIST if grips else 0.0)
    if not grips:
        w.held[f"{side} hand"] = flat_hand(w.refresh_limb(f"{side} hand"), side)


def _hand_on_body(w: Work, side: str) -> None:
    word = w.contact(f"{side} hand").word
    if word in LAID and not w.gripping(side):
        palm, frame = laid_hand(w.body, word, side)
        _reach(w, side, palm, word, 0.0)
        w.held[f"{side} hand"] = frame
        return
    _reach(w, side, body_place(w.body, word, side), word, FIST if w.gripping(side) else PALM)


def _reach(w: Work, side: str, target: Vec, word: str, beyond: float) -> None:
    pole = elbow_pole(w.body, w.pose.elbows or word, side)
    w.note_miss(f"{side} hand", reach_with_arm(w.angles, w.body, side, target, beyond=beyond, pole=pole))


def _hand_ball(w: Work, side: str) -> None:
    w.tune(f"{side} shoulder", lambda s: lowest(s, [f"{side} hand"]) - 2 * w.scene.ball_radius, -4.0)
    w.held[f"{side} hand"] = flat_hand(w.body, side)


def _forearm_ball(w: Work, side: str) -> None:
    w.tune(f"{side} shoulder", lambda s: lowest(s, [f"{side} forearm"]) - 2 * w.scene.ball_radius + 3, -4.0)


def _hand_wall(w: Work, side: str) -> None:
    """The palm on the wall at shoulder height, fingers up."""
    shoulder = w.body.joints[f"{side} shoulder"]
    target = (w.scene.wall_x - 2.6, shoulder[1], shoulder[2])
    _reach(w, side, target, "down", 0.0)
    sign = SIGN[side]
    palm: Frame = ((0.0, 0.0, -sign), (0.0, -1.0, 0.0), (-1.0 * sign, 0.0, 0.0))
    w.held[f"{side} hand"] = palm


def _hand_seat(w: Work, side: str) -> None:
    """Holding the edge of the seat beside the hip."""
    hip = w.body.joints[f"{side} hip"]
    _reach(w, side, (hip[0] - 2, w.pose.place("surface") + 1, hip[2] + SIGN[side] * 12), "back", PALM)


HANDS: Mapping[str, Callable[[Work, str], None]] = MappingProxyType(
    {
        "floor": _hand_floor,
        "forearm": _hand_forearm,
        "keep": _hand_keep,
        "ball": _hand_ball,
        "forearm ball": _forearm_ball,
        "wall": _hand_wall,
        "seat": _hand_seat,
        "": _hand_target,
        **dict.fromkeys((*PLACES, *LIMB_WORDS), _hand_on_body),
    }
)


def place_hand(w: Work, side: str) -> None:
    limb = f"{side} hand"
    word = w.contact(limb).word
    if word in HANDS:
        HANDS[word](w, side)
        w.refresh_limb(limb)
    if w.gripping(side) and word != "keep":
        w.held[limb] = gripping_hand(w.body, side, w.pose.grip)
        w.refresh_limb(limb)


def place_head(w: Work) -> None:
    if w.contact("head").word == "floor":
        w.tune("neck", lambda s: lowest(s, ["head"]), -5.0, limit=10)


def grip_middle(s: Skeleton) -> Vec:
    return mix(grip_point(s, "right"), grip_point(s, "left"), 0.5)
