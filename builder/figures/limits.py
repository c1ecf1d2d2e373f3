"""How far joints go, in degrees (centimetres for glides).

Normal adult ranges as listed by ExRx.net, *Joint range of motion* (neck side 45, turn 60-80; shoulder flexion 150-180,
extension 50-60, abduction 180, rotations 70-90; elbow 140-150) and by Kurz (neck flexion 70-90, extension 55; trunk
flexion 75, extension 30, side 35; forearm 90 each way; wrist 80-90 and 70; hip 110-130 flexion, 30 extension, 45-50
abduction, 20-30 adduction, rotations 40-45); knee 140-150 and ankle 20 up, 40-60 down from medicospace.com, *Range of
motion of joints*. To the normal value comes a margin of about a tenth, because a pose under body weight or after warm-up
goes further than the examiner's goniometer; the widest entries say why. The sources give the trunk as a whole: the
split between lumbar and thoracic parts, the nod, the glide and the shoulder blade are our own estimates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from .skeleton import MIDDLE_ANGLES, SIDED_ANGLES, SIDES, Angles

Range = tuple[float, float]

LIMITS: Mapping[str, Range] = MappingProxyType(
    {
        "hip": (-30, 138),
        "hip abd": (-35, 60),
        "hip rot": (-50, 60),
        "knee": (-5, 158),  # kneeling back on the heels presses the knee past the free 150
        "ankle": (-63, 35),  # a loaded ankle (lunge, squat) bends well past the free 20
        "toes": (-15, 80),
        "shoulder": (-65, 185),
        "shoulder abd": (-60, 185),
        "shoulder rot": (-95, 105),
        "elbow": (-5, 152),
        "forearm": (-95, 95),
        "wrist": (-85, 90),
        "scapula up": (-3, 7),
        "scapula forward": (-5, 7),
        "lumbar": (-35, 60),
        "lumbar side": (-30, 30),
        "lumbar twist": (-15, 15),
        "thoracic": (-30, 50),
        "thoracic side": (-30, 30),
        "thoracic twist": (-50, 50),
        "neck": (-70, 75),
        "neck side": (-50, 50),
        "neck turn": (-85, 85),
        "neck glide": (-4, 4),
        "nod": (-25, 25),
    }
)
TOLERANCE = 0.5


def limit_of(name: str) -> Range:
    """The range of `right hip abd` or `neck`."""
    side, _, rest = name.partition(" ")
    return LIMITS[rest if side in SIDES else name]


def _other_reading(angles: Angles, side: str) -> dict[str, float]:
    """The same arm direction told the other way round: past the overhead point the three shoulder angles are not unique."""
    flexion, abduction, rotation = (angles[f"{side} shoulder{motion}"] for motion in ("", " abd", " rot"))
    return {
        f"{side} shoulder": flexion - 180 if flexion > 0 else flexion + 180,
        f"{side} shoulder abd": 180 - abduction,
        f"{side} shoulder rot": rotation - 180 if rotation > 0 else rotation + 180,
    }


def _within(angles: Angles) -> bool:
    return all(
        limit_of(name)[0] - TOLERANCE <= value <= limit_of(name)[1] + TOLERANCE for name, value in angles.items()
    )


def beyond(angles: Angles) -> Iterator[tuple[str, float, Range]]:
    """(name, value, range) of every angle outside its range."""
    for name in (*MIDDLE_ANGLES, *(f"{side} {joint}" for side in SIDES for joint in SIDED_ANGLES)):
        low, high = limit_of(name)
        if not low - TOLERANCE <= angles[name] <= high + TOLERANCE:
            side, _, rest = name.partition(" ")
            if rest.startswith("shoulder") and _within(_other_reading(angles, side)):
                continue
            yield name, angles[name], (low, high)
