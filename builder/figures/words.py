"""The closed lists of the pose language, and the did-you-mean that goes with them. Tables only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from .skeleton import SIDES

# joint: motions it may name (the empty one is flexion)
SIDED_JOINTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "hip": ("", "abd", "rot"),
        "knee": ("",),
        "ankle": ("",),
        "toes": ("",),
        "shoulder": ("", "abd", "rot"),
        "elbow": ("",),
        "forearm": ("",),
        "wrist": ("",),
        "scapula": ("up", "forward"),
    }
)
MIDDLE_JOINTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "spine": ("", "side", "twist"),
        "lumbar": ("", "side", "twist"),
        "thoracic": ("", "side", "twist"),
        "neck": ("", "side", "turn", "glide"),
        "nod": ("",),
    }
)
# how a number given for the whole spine is shared between lumbar and thoracic parts
SPINE_SHARE: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"": (0.6, 0.4), "side": (0.5, 0.5), "twist": (0.15, 0.85)}
)
ARM_JOINTS = ("shoulder", "elbow", "wrist", "forearm")
LEG_JOINTS = ("hip", "knee", "ankle")
AIMS = ("down", "up", "forward", "back", "level")
PLACES = ("tilt", "roll", "turn", "lift", "surface", "reach", "forward")
FOOT_WORDS = ("floor", "flat", "tiptoe", "heel", "lie", "instep", "under", "keep", "free", "ball")
BODY_WORDS = (
    "navel", "chest", "hips", "head", "neck", "forehead", "temples", "ears", "shoulders", "knees", "shins", "thighs",
    "heart", "hamstrings", "chin", "back",
    "own shoulders",
)  # fmt: skip
LIMB_WORDS = tuple(
    f"{side} {part}" for side in SIDES for part in ("knee", "shin", "thigh", "hamstring")
)  # either hand to one leg
HAND_WORDS = ("floor", "flat", "keep", "free", "ball", "seat", "wall", *BODY_WORDS, *LIMB_WORDS)
GRIPS = ("overhand", "underhand", "neutral")
ELBOWS = ("out", "down", "back", "up", "in", "forward")
STANDS = ("right", "left", "both")
STAYS = ("shoulders", "hips", "knees", "toes", "feet", "elbows", "hands", "grip", "heels")
ALONE = ("grip", "ball")  # these carry the whole body
WEIGHTS = (
    "hands", "fists", "feet", "heels", "toes", "knees", "forearms", "elbows", "shoulders", "hips", "buttocks", "shins",
    "seat", "back", "belly", "upper back", "trunk", "head", "ball", "grip",
)  # fmt: skip
SINGULAR: Mapping[str, str] = MappingProxyType(
    {
        "hands": "hand", "fists": "fist", "feet": "foot", "heels": "heel", "toes": "toes", "knees": "knee",
        "forearms": "forearm", "elbows": "elbow", "shoulders": "shoulder", "hips": "hip", "buttocks": "buttock",
        "shins": "shin",
    }
)  # fmt: skip
VIEWS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "side": (14, 0),
        "left-side": (194, 0),
        "front": (90, 0),
        "back": (-90, 0),
        "above": (0, 90),
        "three-quarter": (40, 6),
        "front-quarter": (62, 6),
        "back-quarter": (-58, 6),
    }
)
CROPS = ("head", "trunk")
FIGURE_KEYS = (
    "view",
    "props",
    "poses",
    "arrows",
    "moves",
    "crop",
    "ghost",
    "floor",
    "load",
    "surface",
    "tempo",
    "eyes",
)
ARROW_KEYS = ("of", "turn", "circle", "by", "out", "radius", "reverse", "pose")
POINTS = ("hand", "foot", "heel", "knee", "elbow", "shoulder")
MIDDLE_POINTS = ("hips", "head", "chest", "back", "belly", "chin")
JOINT_VERBS: Mapping[str, tuple[str, float]] = MappingProxyType(
    {
        "flexes": ("", 1),
        "extends": ("", -1),
        "abducts": ("abd", 1),
        "adducts": ("abd", -1),
        "rotates out": ("rot", 1),
        "rotates in": ("rot", -1),
        "bends right": ("side", 1),
        "bends left": ("side", -1),
        "turns right": ("turn", 1),
        "turns left": ("turn", -1),
        "glides forward": ("glide", 1),
        "glides back": ("glide", -1),
        "rises": ("up", 1),
        "falls": ("up", -1),
        "protracts": ("forward", 1),
        "retracts": ("forward", -1),
    }
)
POINT_VERBS = ("rises", "falls", "moves forward", "moves back", "moves out", "moves in")
PROP_OPTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "mat": ("x", "width"),
        "ball": ("x", "radius", "y", "under"),
        "bench": ("x", "height", "width"),
        "chair": ("x", "height", "back", "facing"),
        "barbell": ("radius", "long", "plates"),
        "dumbbell": ("hand",),
        "band": ("to", "x", "top"),
        "towel": ("to",),
        "cable": ("x", "height", "top", "post", "handle"),
        "pull-up-bar": ("long",),
        "roman-chair": (),
        "wall": ("x", "side", "top", "gap"),
        "foot-plate": (),
        "roller": ("x", "radius", "under"),
        "box": ("x", "height", "width"),
        "newspaper": ("x", "width"),
        "smith-bar": ("x", "long", "top"),
        "straps": ("x", "top", "to"),
        "parallel-bars": (),
        "step": ("x", "height", "width"),
    }
)


def pose_keys() -> tuple[str, ...]:
    """Every key a pose may hold, with and without `left` and `right`."""
    keys = ["base", "weight", "stand", "stay", "grip", "elbows", "label", "pelvic tilt", "head", *PLACES]
    sided = [f"{joint} {motion}".strip() for joint, motions in SIDED_JOINTS.items() for motion in motions]
    sided += ["hand", "foot"]
    keys += sided + [f"{side} {key}" for side in SIDES for key in sided] + ["hands", "feet", "forearms"]
    keys += [f"{joint} {motion}".strip() for joint, motions in MIDDLE_JOINTS.items() for motion in motions]
    return tuple(keys)


def nearest(word: object, known: Iterable[str]) -> str:
    """A hint: the nearest known words, or all of them when none is near and the list is short."""
    choices = tuple(known)
    close = get_close_matches(str(word).strip().lower(), choices, n=2, cutoff=0.6)
    if close:
        return "Did you mean " + " or ".join(f"`{c}`" for c in close) + "?"
    if len(choices) > 24:
        return "The guide to drawing a pose lists every key."
    return "Use one of: " + ", ".join(choices) + "."
