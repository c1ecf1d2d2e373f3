"""Outlines of the trunk and limbs, each drawn onto a pen."""

from __future__ import annotations

from math import hypot

from .body import FOREARM_OUTLINE, SHANK_OUTLINE, THIGH_OUTLINE, UPPER_ARM_OUTLINE
from .camera import Camera
from .geometry import Point, Vec, along, at, pitch, scale, unit
from .pen import Pen
from .shapes import TubeSection, capsule, hull, limb_sections, tube, tube_sides
from .skeleton import SIDES, SIGN, Skeleton, TrunkSection

SLEEVE, SHORTS = 0.42, 0.50  # share of the upper arm and thigh that is clothed


def _heading(camera: Camera, first: Vec, second: Vec, least: float) -> Point:
    """A direction on the page to hang a hull on; the second when the first points at the camera."""
    p = camera(first)
    return p if hypot(*p) >= least else camera(second)


def foot(pen: Pen, s: Skeleton, side: str, camera: Camera, *, jointed: bool = False) -> None:
    """Heel, arch and ball as one hull, toes as another; one hull when the toes are straight and need not be `jointed`."""
    frame, sign = s.feet[side], SIGN[side]
    ankle = s.joints[f"{side} ankle"]
    heading = _heading(camera, frame[0], frame[1], 0.35)

    def p(x: float, y: float, z: float) -> Vec:
        return at(ankle, frame, (x, y, z * sign))

    sole = [
        (ankle, 3.5),
        (p(-4.2, -4.0, 0), 2.6),
        (p(10.6, -4.6, -2.4), 1.9),
        (p(9.4, -4.9, 2.6), 1.6),
        (p(4.6, -1.4, -0.6), 2.3),
    ]
    bend = pitch(frame, s.angles[f"{side} toes"])
    ball = p(10.6, -4.7, 0)

    def t(x: float, y: float, z: float) -> Vec:
        return at(ball, bend, (x, y, z * sign))

    toes = [(p(10.4, -4.7, -2.4), 1.8), (p(9.4, -4.9, 2.6), 1.6), (t(6.6, -0.5, -1.8), 1.3), (t(3.6, -0.7, 2.6), 1.0)]
    if abs(s.angles[f"{side} toes"]) < 3 and not jointed:
        hull(pen, sole + toes[2:], camera, heading, 9)
        return
    hull(pen, sole, camera, heading, 9)
    hull(pen, toes, camera, heading, 6)


def hand(pen: Pen, s: Skeleton, side: str, camera: Camera, *, fist: bool) -> None:
    """An open hand (palm, fingers, thumb) or a fist. Hand frame: fingers along -cranial, thumb anterior."""
    frame, sign = s.hands[side], SIGN[side]
    wrist = s.joints[f"{side} wrist"]
    heading = _heading(camera, scale(frame[1], -1), frame[0], 0.3)

    def h(x: float, y: float, z: float = 0.0) -> Vec:
        return at(wrist, frame, (x, y, z * sign))

    if fist:
        knuckles = [
            (h(2.7, -6.4, 0.6), 2.0),
            (h(-2.6, -6.2, 0.6), 1.9),
            (h(2.4, -9.0, -1.2), 1.9),
            (h(-2.4, -8.6, -1.2), 1.8),
        ]
        hull(pen, [(wrist, 2.4), *knuckles, (h(2.2, -6.6, -3.0), 1.6), (h(-2.2, -6.4, -3.0), 1.5)], camera, heading, 9)
        return
    fingers = [(h(2.7, -8.0), 1.4), (h(-2.7, -7.6), 1.3), (h(0.6, -16.6, -1.6), 0.95), (h(-1.9, -14.8, -1.6), 0.9)]
    hull(pen, [(wrist, 2.35), *fingers], camera, heading, 8)
    hull(pen, [(h(1.5, -2.6, -0.4), 1.7), (h(3.9, -6.6, -1.4), 1.2), (h(3.7, -9.4, -2.0), 0.9)], camera, heading, 5)


def thigh(s: Skeleton, side: str, *, start: float = 0.0, end: float = 1.0, grow: float = 0.0) -> list[TubeSection]:
    j = s.joints
    return limb_sections(
        THIGH_OUTLINE, j[f"{side} hip"], j[f"{side} knee"], s.segments[side][2], start=start, end=end, grow=grow
    )


def shank(s: Skeleton, side: str) -> list[TubeSection]:
    j = s.joints
    return limb_sections(SHANK_OUTLINE, j[f"{side} knee"], j[f"{side} ankle"], s.segments[side][3])


def upper_arm(s: Skeleton, side: str, *, start: float = 0.0, end: float = 1.0, grow: float = 0.0) -> list[TubeSection]:
    j = s.joints
    return limb_sections(
        UPPER_ARM_OUTLINE,
        j[f"{side} shoulder"],
        j[f"{side} elbow"],
        s.segments[side][0],
        start=start,
        end=end,
        grow=grow,
    )


def forearm(s: Skeleton, side: str) -> list[TubeSection]:
    j = s.joints
    return limb_sections(FOREARM_OUTLINE, j[f"{side} elbow"], j[f"{side} wrist"], s.segments[side][1])


def neck(pen: Pen, s: Skeleton, camera: Camera) -> None:
    """The neck with the opening of the shirt."""
    _, middle, top = s.neck_points
    chest = s.chest
    up = _heading(camera, chest[1], chest[0], 0.2)
    collar = at(s.spine_points[6], chest, (-1.2, -1.6, 0))
    forward = unit(along(chest[0], chest[1], -0.5))
    ring: TubeSection = (collar, scale(forward, 6.0), scale(chest[2], 6.0))
    hull(pen, [(collar, ring[1:])], camera, up, 6)
    low, high = s.neck, s.head
    sections = [
        ring,
        (middle, scale(low[0], 5.3), scale(low[2], 5.2)),
        (along(top, high[0], 0.3), scale(high[0], 5.2), scale(high[2], 5.1)),
    ]
    tube(pen, sections, camera, caps=(False, True))


def trunk(pen: Pen, sections: list[TrunkSection], camera: Camera, first: int, last: int) -> None:
    """The sections from `first` up to `last`, with the curve of the whole trunk."""
    left, right = tube_sides([section[:3] for section in sections], camera)
    left, right = left[first:last], right[first:last]
    pen.through(left)
    pen.line(right[-1])
    pen.through(right[::-1], start=False)
    pen.close()


def shoulders(pen: Pen, s: Skeleton, camera: Camera) -> None:
    """What joins the trunk to the arms: from the neck's root to the shoulder, and under the armpit."""
    chest = s.chest
    for side in SIDES:
        sign, joint = SIGN[side], s.joints[f"{side} shoulder"]
        capsule(
            pen, at(s.spine_points[6], chest, (-1.2, -1.2, sign * 3.0)), 4.2, along(joint, chest[1], 0.7), 4.3, camera
        )
        armpit = along(joint, s.segments[side][0][1], -4.0)
        capsule(pen, at(s.spine_points[4], s.spine[4], (0, 0, sign * 9.0)), 6.4, armpit, 4.6, camera)


def pelvis(pen: Pen, s: Skeleton, sections: list[TrunkSection], camera: Camera) -> None:
    """Two trunk sections, the buttocks and the hips as one convex shape."""
    up = _heading(camera, s.pelvis[1], s.pelvis[0], 0.2)
    parts: list[tuple[Vec, float | tuple[Vec, ...]]] = [
        (sections[i][0], (sections[i][1], sections[i][2])) for i in (1, 2)
    ]
    for side in SIDES:
        parts += [(s.joints[f"{side} buttock"], 7.7), (s.joints[f"{side} hip"], 8.4)]
    hull(pen, parts, camera, up, 9)
