"""What changes from one pose to the next, as clauses of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from .alt_limbs import limb_changes
from .alt_words import HANDS_AT, contact_word, one_hand, toward
from .geometry import dot, sub
from .skeleton import SIDES
from .work import Solved


def changes(a: Solved, b: Solved) -> list[str]:
    legs = _legs(a, b)
    limbs = [clause for clause in limb_changes(a, b) if not (legs and "chest" in legs[0] and "leg" in clause)]
    found = _stance(a, b) + limbs + legs + _trunk(a, b) + _head(a, b) + _hands(a, b) + _shoulders(a, b)
    return found or _fallback(a, b)


def _step(b: Solved, ahead: str) -> str:
    """The foot in front has stepped there, unless it is said to stay."""
    other = "left" if ahead == "right" else "right"
    return f"the {other} foot steps back" if b.pose.stay == f"{ahead} foot" else f"the {ahead} foot steps forward"


def _to_do(label: str) -> str:
    """`lying face down` as what one comes to do: `lie face down`."""
    first, _, rest = label.partition(" ")
    verbs = {"lying": "lie", "sitting": "sit", "standing": "stand", "kneeling": "kneel", "hanging": "hang"}
    return f"{verbs[first]} {rest}".strip() if first in verbs else label


def _stance(a: Solved, b: Solved) -> list[str]:
    found = []
    if not b.pose.follows and b.pose.label != a.pose.label and b.pose.label:
        found.append(f"the body comes to {_to_do(b.pose.label)}")
    before = contact_word(a.pose, "right foot") == "tiptoe"
    after = contact_word(b.pose, "right foot") == "tiptoe"
    if b.pose.rests_on == "feet" and before != after:
        found.append("the heels rise" if after else "the heels come down")
    lifted = b.pose.rests_on == "feet" and b.pose.stand != a.pose.stand and b.pose.stand != "both"
    if lifted:
        found.append(f"the {'right' if b.pose.stand == 'left' else 'left'} foot is lifted")
    stepping = [side for side in SIDES if b.pose.stand != side]  # the only foot on the floor has not stepped
    found += [_step(b, side) for side in stepping if _ahead(b, side) > 40 > 10 > _ahead(a, side)]
    return found


def _ahead(s: Solved, side: str) -> float:
    """How far a standing person's foot is ahead of the other, in cm."""
    other = SIDES[1] if side == SIDES[0] else SIDES[0]
    upright = s.pose.base == "standing" and s.body.pelvis[1][1] > 0.7
    return s.body.joints[f"{side} ankle"][0] - s.body.joints[f"{other} ankle"][0] if upright else 0.0


def _legs(a: Solved, b: Solved) -> list[str]:
    hips = {k: b.angles[f"{k} hip"] - a.angles[f"{k} hip"] for k in SIDES}
    knees = {k: b.angles[f"{k} knee"] - a.angles[f"{k} knee"] for k in SIDES}
    rise = b.body.origin[1] - a.body.origin[1]
    if b.pose.rests_on == "feet" and b.pose.stand == a.pose.stand:
        both = "hips and knees" if min(abs(v) for v in knees.values()) > 20 else "hips"
        if min(hips.values()) > 20:
            bow = b.body.chest[1][1] < 0.75 < a.body.chest[1][1]
            knees_too = " and the knees bend" if both != "hips" else ""
            return [f"the trunk leans forward at the hips{knees_too}" if bow else f"the {both} bend"]
        if max(hips.values()) < -20:
            return [f"the {both} straighten"]
        return []
    if b.pose.rests_on == "shins" and min(hips.values()) > 25:
        return ["the trunk folds forward over the thighs"]
    if min(hips.values()) > 25 and min(knees.values()) > -10 and not _upright(b):
        return (
            ["both knees come to the chest"]
            if min(b.angles[f"{k} hip"] for k in SIDES) > 105 and b.pose.pitch == 90
            else []
        )
    one = [k for k in SIDES if hips[k] > 25 and b.angles[f"{k} hip"] > 105 and b.pose.pitch == 90]
    if len(one) == 1:
        return [f"the {one[0]} knee comes to the chest"]
    turns_out = [k for k in SIDES if b.angles[f"{k} hip rot"] - a.angles[f"{k} hip rot"] > 25 and knees[k] < 10]
    if len(turns_out) == 1 and b.pose.base.startswith("side-lying"):
        return [f"the {turns_out[0]} knee opens upward"]
    if abs(rise) > 5 and b.pose.rests_on == "parts" and b.pose.follows:
        return ["the hips rise" if rise > 0 else "the hips sink"]
    return []


def _upright(s: Solved) -> bool:
    return s.body.pelvis[1][1] > 0.7


def _trunk(a: Solved, b: Solved) -> list[str]:
    def change(name: str, parts: Sequence[str] = ("lumbar", "thoracic")) -> float:
        return sum(b.angles[f"{part}{name}"] - a.angles[f"{part}{name}"] for part in parts)

    tilt = b.pose.place("pelvic tilt") - a.pose.place("pelvic tilt")
    found = []
    if abs(tilt) > 4:
        back = "the pelvis tips back and the lower back flattens"
        found.append(back if tilt > 0 else "the pelvis tips forward and the lower back arches")
    flexed = sum(b.angles[part] for part in ("lumbar", "thoracic"))
    bent = change("", ("thoracic",)) if found else change("")  # the pelvis' words speak of the lower back
    if bent > 12:
        found.append("the back rounds" if flexed > 15 else "the back straightens")
    elif bent < -12:
        found.append("the back arches" if flexed < -15 else "the back straightens")
    found += _sideways_change(a, b, change(" side"))
    knees = _sideways(b) - _sideways(a) if b.pose.place("roll") != a.pose.place("roll") else 0.0
    if abs(knees) > 15:
        found.append(f"the knees roll to the {'right' if knees > 0 else 'left'}")
    elif abs(change(" twist")) > 12:
        found.append(_turned(change(" twist"), sum(b.angles[f"{part} twist"] for part in ("lumbar", "thoracic"))))
    lean = _lean(b) - _lean(a)
    if (
        abs(lean) > 12
        and not found
        and b.pose.rests_on != "feet"
        and b.pose.follows
        and b.body.origin[1] - a.body.origin[1] < 5
    ):
        found.append("the trunk rises" if lean > 0 else "the trunk is lowered")
    return found + _whole(a, b)


def _whole(a: Solved, b: Solved) -> list[str]:
    """How the body leans, rolls along or turns in one piece."""
    found = []
    bow = b.pose.place("tilt") - a.pose.place("tilt")
    if abs(bow) > 15 and b.pose.base in ("sitting", "long-sitting") and b.pose.follows:
        found.append(f"the trunk leans {'forward' if bow > 0 else 'back'}")
    slid = b.pose.place("forward") - a.pose.place("forward")
    if abs(slid) > 3 and b.pose.follows:
        found.append("the body rolls along")
    full = b.pose.place("turn") - a.pose.place("turn")
    if abs(full) > 20:
        found.append(f"the body turns to the {'right' if full < 0 else 'left'}")
    return found


def _turned(change: float, end: float) -> str:
    if abs(end) < 5:
        return "the trunk turns back to the middle"
    return f"the trunk turns to the {'right' if change > 0 else 'left'}"


def _sideways_change(a: Solved, b: Solved, change: float) -> list[str]:
    low = b.angles["lumbar side"] - a.angles["lumbar side"]
    if abs(change) < 3 and abs(low) > 10:
        return [f"the hips sway to the {'right' if low < 0 else 'left'}"]
    if abs(change) <= 10:
        return []
    if abs(b.angles["lumbar side"] + b.angles["thoracic side"]) < 8:
        return ["the trunk straightens"]
    return [f"the trunk bends to the {'right' if change > 0 else 'left'}"]


def _sideways(s: Solved) -> float:
    """How far the knees lie to the right of the chest, in cm."""
    return sum(dot(sub(s.body.joints[f"{side} knee"], s.body.spine_points[5]), s.body.chest[2]) for side in SIDES) / 2


def _lean(s: Solved) -> float:
    """How high the chest stands over the pelvis, in cm."""
    return s.body.spine_points[5][1] - s.body.origin[1]


def _head(a: Solved, b: Solved) -> list[str]:
    found = []
    for name, plus, minus, least in (
        ("neck glide", "the head slides forward", "the head slides straight back", 1.5),
        ("neck turn", "the head turns to the right", "the head turns to the left", 20.0),
        ("neck side", "the head tilts to the right", "the head tilts to the left", 15.0),
        ("neck", "the chin goes to the chest", "the head lifts", 24.0),
        ("nod", "the chin nods down", "the chin lifts", 18.0),
    ):
        change = b.angles[name] - a.angles[name]
        if name == "neck" and contact_word(b.pose, "head") == "floor":
            continue
        if abs(change) > least:
            back = abs(b.angles[name]) < 5 and name in ("neck turn", "neck side")
            tipped = name == "neck" and change < 0 and b.angles[name] < -5 and b.body.chest[1][1] > 0.7
            way = "the head tips back" if tipped else plus if change > 0 else minus
            found.append("the head comes back to the middle" if back else way)
    return found


def _hands(a: Solved, b: Solved) -> list[str]:
    now, before = ({side: contact_word(s.pose, f"{side} hand") for side in SIDES} for s in (b, a))
    new = {
        side: HANDS_AT[word]
        for side, word in now.items()
        if word != before[side] and HANDS_AT.get(word, "").startswith("hands")
    }
    if len(new) == 2 and len(set(new.values())) == 1:
        return [f"the hands go {toward(new['right'])}"]
    return [f"the {side} hand goes {toward(one_hand(text))}" for side, text in new.items()]


def _shoulders(a: Solved, b: Solved) -> list[str]:
    up = b.angles["right scapula up"] - a.angles["right scapula up"]
    forward = b.angles["right scapula forward"] - a.angles["right scapula forward"]
    found = []
    if abs(up) > 2.5:
        found.append("the shoulders lift toward the ears" if up > 0 else "the shoulders draw down")
    if forward < -2.5:
        found.append("the shoulder blades draw together")
    elif forward > 3.5:
        found.append("the shoulders come forward")
    return found


def _fallback(a: Solved, b: Solved) -> list[str]:
    """The joint that moves farthest."""
    moved = {name: sub(place, a.body.joints[name]) for name, place in b.body.joints.items()}
    name = max(sorted(moved), key=lambda n: dot(moved[n], moved[n]))
    way = moved[name]
    if dot(way, way) < 1:
        return []
    axis = max(range(3), key=lambda i: abs(way[i]))
    direction = (("back", "forward"), ("down", "up"), ("to the side", "to the side"))[axis][way[axis] > 0]
    return [f"the {name} moves {direction}"]
