"""One pose mapping to a frozen `Pose`.

A pose starts from its `base` or goes on from the pose before it; each key then changes one thing. Naming a joint of a
limb frees that limb from the contact it inherited, and from carrying weight, unless the same pose states the contact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from . import words as w
from .model import Contact, Path, Pose
from .skeleton import NEUTRAL, SIDES
from .values import Faults, number, numbers, word

KEPT_HANDS = ("floor", "flat", "seat", "wall")
KEPT_FEET = ("floor", "flat", "under")


@dataclass
class Draft:
    """A pose being read."""

    name: str
    path: Path
    faults: Faults
    fields: dict[str, Any]
    angles: dict[str, float] = field(default_factory=dict)
    aims: dict[str, str] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    places: dict[str, float] = field(default_factory=dict)
    weight: list[str] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    stated: frozenset[str] = frozenset()

    def free(self, side: str, joint: str, *, base: bool) -> None:
        """A limb that is posed by number lets go of what its base had it hold."""
        if base or (self.fields["rests_on"] in ("shins", "feet") and joint in w.LEG_JOINTS):
            return
        limb = "hand" if joint in w.ARM_JOINTS else "foot"
        carriers = ("hand", "fist", "forearm", "elbow") if limb == "hand" else ("foot", "toes", "heel", "knee", "shin")
        plural = "hands" if limb == "hand" else "feet"
        stated = {f"{side} {limb}", limb, plural} | ({"forearms", f"{side} forearm"} if limb == "hand" else set())
        if not self.stated & stated:
            self.contacts[f"{side} {limb}"] = Contact("free")
        if "weight" not in self.stated and len(self.weight) > 1:
            self.weight = [part for part in self.weight if part not in {f"{side} {c}" for c in carriers}] or self.weight


def read_pose(
    name: str,
    data: Mapping[str, Any],
    before: Pose | None,
    bases: Mapping[str, Any],
    path: Path,
    faults: Faults,
    *,
    load: float,
    surface: float,
) -> Pose | None:
    """A pose, or None when its base is unknown; faults of single keys are recorded and the key is skipped."""
    if "base" in data or before is None:
        start = word(data.get("base", "standing"), tuple(bases), (*path, "base") if "base" in data else path, faults)
        if start is None:
            return None
        draft = _from_base(name, start, bases[start], path, faults)
        if surface:
            draft.places.setdefault("surface", surface)
    else:
        draft = _from_pose(name, before, path, faults)
    draft.fields["load"] = load
    draft.stated = frozenset(str(k) for k in data)
    for key, value in data.items():
        if key != "base":
            _apply(draft, key, value, (*path, key))
    _stand_on_the_other_leg(draft)
    return _freeze(draft)


def _from_base(name: str, base: str, entry: Mapping[str, Any], path: Path, faults: Faults) -> Draft:
    fields = {
        "base": base,
        "label": str(entry.get("label", "")),
        "rests_on": str(entry.get("rests on", "parts")),
        "pitch": float(entry.get("pitch", 0)),
        "side_lying": str(entry.get("side lying", "")),
        "stay": str(entry.get("stay", "hips")),
        "stand": "both",
        "grip": "",
        "elbows": "",
        "follows": False,
    }
    draft = Draft(name, path, faults, fields, angles=dict(NEUTRAL))
    for key, value in entry.get("pose", {}).items():
        _apply(draft, key, value, path, base=True)
    return draft


def _from_pose(name: str, before: Pose, path: Path, faults: Faults) -> Draft:
    """What is on the floor stays where it is."""
    plain = ("base", "label", "rests_on", "pitch", "side_lying", "stay", "stand", "grip", "elbows")
    draft = Draft(name, path, faults, {key: getattr(before, key) for key in plain} | {"follows": True})
    draft.angles, draft.aims, draft.places = dict(before.angles), dict(before.aims), dict(before.places)
    draft.places.pop("reach", None)
    draft.weight, draft.named = list(before.weight), set(before.named)
    for limb, contact in before.contacts.items():
        kept = KEPT_HANDS if limb.endswith("hand") else KEPT_FEET
        held = limb != "head" and (contact.word in kept or bool(contact.target))
        draft.contacts[limb] = Contact("keep") if held else contact
    return draft


def _stand_on_the_other_leg(draft: Draft) -> None:
    """Bending one hip or knee of a standing body lifts that foot."""
    if draft.fields["rests_on"] != "feet" or "stand" in draft.stated:
        return
    lifted = {
        side
        for side in SIDES
        for key in draft.stated
        if key in (f"{side} hip", f"{side} knee") and f"{side} foot" not in draft.stated
    }
    if len(lifted) == 1 and not draft.stated & {"hip", "knee", "feet", "foot"}:
        draft.fields["stand"] = SIDES[1] if SIDES[0] in lifted else SIDES[0]
        draft.contacts[f"{lifted.pop()} foot"] = Contact("free")


def _freeze(draft: Draft) -> Pose:
    return Pose(
        name=draft.name,
        angles=MappingProxyType(draft.angles),
        aims=MappingProxyType(draft.aims),
        contacts=MappingProxyType(draft.contacts),
        weight=tuple(draft.weight),
        named=frozenset(draft.named),
        places=MappingProxyType(draft.places),
        **draft.fields,
    )


def _apply(draft: Draft, key: object, value: object, path: Path, *, base: bool = False) -> None:
    """Change the draft as one key says."""
    if not isinstance(key, str):
        draft.faults.unknown_key(path, key, w.pose_keys())
        return
    first, _, rest = key.partition(" ")
    sides = (first,) if first in SIDES else SIDES
    name = rest if first in SIDES else key
    joint, _, motion = name.partition(" ")
    if name == "forearm" and isinstance(value, str):
        name = "forearms"
    if name in ("hand", "hands", "foot", "feet", "forearms", "head") and (first not in SIDES or name != "head"):
        _contact(draft, sides, name, value, path)
    elif joint in w.SIDED_JOINTS and motion in w.SIDED_JOINTS[joint]:
        _limb_joint(draft, sides, (joint, motion), value, path, base=base)
    elif first not in SIDES and joint in w.MIDDLE_JOINTS and motion in w.MIDDLE_JOINTS[joint]:
        _middle_joint(draft, joint, motion, value, path)
    elif key in w.PLACES or key == "pelvic tilt":
        _place(draft, key, value, path)
    elif key in ("weight", "stand", "stay", "grip", "elbows", "label"):
        _word_key(draft, key, value, path)
    else:
        draft.faults.unknown_key(path, key, w.pose_keys())


def _limb_joint(
    draft: Draft, sides: tuple[str, ...], joint: tuple[str, str], value: object, path: Path, *, base: bool
) -> None:
    name, motion = joint
    suffix = f" {motion}" if motion else ""
    if isinstance(value, str):
        aimable = name in ("hip", "shoulder", "knee") and not motion
        aim = word(value, w.AIMS if aimable else (), path, draft.faults)
        if aim is None:
            return
        for side in sides:
            draft.aims[f"{side} {name}"] = aim
            draft.free(side, name, base=base)
        return
    degrees = number(value, path, draft.faults)
    if degrees is None:
        return
    for side in sides:
        angle = f"{side} {name}{suffix}"
        draft.angles[angle] = degrees
        draft.aims.pop(angle, None)
        if not base:
            draft.named.add(angle)
        if name in (*w.ARM_JOINTS, *w.LEG_JOINTS) and not (name in ("ankle", "forearm", "wrist") or motion == "rot"):
            draft.free(side, name, base=base)


def _middle_joint(draft: Draft, joint: str, motion: str, value: object, path: Path) -> None:
    suffix = f" {motion}" if motion else ""
    if joint == "spine" and isinstance(value, list):
        pair = numbers(value, path, draft.faults, (2,))
        if pair is not None:
            draft.angles[f"lumbar{suffix}"], draft.angles[f"thoracic{suffix}"] = pair
        return
    degrees = number(value, path, draft.faults)
    if degrees is None:
        return
    if joint == "spine":
        low, high = w.SPINE_SHARE[motion]
        draft.angles[f"lumbar{suffix}"], draft.angles[f"thoracic{suffix}"] = degrees * low, degrees * high
    else:
        draft.angles[f"{joint}{suffix}"] = degrees


def _place(draft: Draft, key: str, value: object, path: Path) -> None:
    amount = number(value, path, draft.faults)
    if amount is None:
        return
    draft.places[key] = amount


def _contact(draft: Draft, sides: tuple[str, ...], name: str, value: object, path: Path) -> None:
    if name == "head":
        if word(value, ("floor", "free"), path, draft.faults):
            draft.contacts["head"] = Contact(str(value))
        return
    limb = {"hands": "hand", "feet": "foot", "forearms": "hand"}.get(name, name)
    if name == "forearms":
        if word(value, ("floor", "ball", "free"), path, draft.faults):
            for side in sides:
                draft.contacts[f"{side} hand"] = Contact("forearm" if value == "floor" else f"forearm {value}")
        return
    contact: Contact | None = None
    if isinstance(value, list):
        target = numbers(value, path, draft.faults, (2, 3))
        contact = None if target is None else Contact("", target)
    else:
        known = w.HAND_WORDS if limb == "hand" else w.FOOT_WORDS
        text = word(value, known, path, draft.faults)
        contact = None if text is None else Contact(text)
    if contact is not None:
        for side in sides:
            draft.contacts[f"{side} {limb}"] = contact


def _word_key(draft: Draft, key: str, value: object, path: Path) -> None:
    if key == "weight":
        _weight(draft, value, path)
        return
    if key == "label":
        draft.fields[key] = str(value)
        return
    if key == "stay" and isinstance(value, str) and value.partition(" ")[0] in SIDES:
        _side, _, part = value.partition(" ")
        plurals = {"foot": "feet", "toes": "toes"}
        if word(plurals.get(part, f"{part}s"), w.STAYS, path, draft.faults):
            draft.fields["stay"] = value
        return
    known = {"stand": w.STANDS, "stay": w.STAYS, "grip": w.GRIPS, "elbows": w.ELBOWS}[key]
    text = word(value, known, path, draft.faults)
    if text is not None:
        draft.fields[key] = text


def _weight(draft: Draft, value: object, path: Path) -> None:
    parts: list[str] = []
    single = {one: many for many, one in w.SINGULAR.items()}
    for item in value if isinstance(value, list) else [value]:
        first, _, rest = str(item).partition(" ")
        sided = first in SIDES
        plural = single.get(rest, rest) if sided else str(item)
        if word(single.get(plural, plural), w.WEIGHTS, path, draft.faults) is None:
            return
        part = w.SINGULAR.get(single.get(plural, plural))
        if part is None:
            parts.append(plural)
        else:
            parts += [f"{side} {part}" for side in ((first,) if sided else SIDES)]
    if len(parts) > 1 and (alone := next((part for part in w.ALONE if part in parts), "")):
        draft.faults.add(path, "FG004", f"`{alone}` carries the whole body or none of it.", f"Write `weight: {alone}`.")
        return
    draft.weight = parts
    if parts == ["grip"]:
        draft.fields["rests_on"] = "grip"
    if draft.fields["rests_on"] in ("feet", "shins") and parts:
        draft.fields["rests_on"] = "parts"
