"""Outlines of the trunk and limbs, each drawn onto a pen."""

from __future__ import annotations

from math import hypot

from .body import FOREARM_OUTLINE, SHANK_OUTLINE, THIGH_OUTLINE, UPPER_ARM_OUTLINE, Section
from .camera import Camera
from .geometry import Frame, Point, Vec, along, at, pitch, scale, unit
from .pen import Pen
from .shapes import Limb, Sides, Spot, TubeSection, capsule, convex, spots, tube, tube_sides
from .skeleton import SIDES, SIGN, Skeleton
from .surface import trunk_sections

SLEEVE, SHORTS = 0.42, 0.50  # share of the upper arm and thigh that is clothed

# Balls that hands and feet are drawn round. A foot lies round its ankle, its toes round their joint.
TOE_ROOTS: tuple[Spot, ...] = ((10.4, -4.7, -2.4, 1.8), (9.4, -4.9, 2.6, 1.6))
SOLE: tuple[Spot, ...] = (
    (0, 0, 0, 3.5),
    (-4.2, -4.0, 0, 2.6),
    (10.6, -4.6, -2.4, 1.9),
    (9.4, -4.9, 2.6, 1.6),
    (4.6, -1.4, -0.6, 2.3),
)
TOE_JOINT: Vec = (10.6, -4.7, 0)
TOES: tuple[Spot, ...] = ((6.6, -0.5, -1.8, 1.3), (3.6, -0.7, 2.6, 1.0))
# The inner edge of a shoulder blade, from the chest's upper joint: back, up, outward.
BLADE: tuple[Vec, ...] = ((-9.6, 2.5, 7.2), (-10.2, -2.5, 6.6), (-10.2, -7.5, 7.2), (-10.0, -10.5, 9.2))
# A hand lies round its wrist: fingers down (-cranial), thumb forward.
FIST: tuple[Spot, ...] = (
    (0, 0, 0, 2.4),
    (2.7, -6.4, 0.6, 2.0),
    (-2.6, -6.2, 0.6, 1.9),
    (2.4, -9.0, -1.2, 1.9),
    (-2.4, -8.6, -1.2, 1.8),
    (2.2, -6.6, -3.0, 1.6),
    (-2.2, -6.4, -3.0, 1.5),
)
FINGERS: tuple[Spot, ...] = (
    (0, 0, 0, 2.35),
    (2.7, -8.0, 0, 1.4),
    (-2.7, -7.6, 0, 1.3),
    (0.6, -16.6, -1.6, 0.95),
    (-1.9, -14.8, -1.6, 0.9),
)
THUMB: tuple[Spot, ...] = ((1.5, -2.6, -0.4, 1.7), (3.9, -6.6, -1.4, 1.2), (3.7, -9.4, -2.0, 0.9))


def _heading(camera: Camera, first: Vec, second: Vec, least: float) -> Point:
    """A direction on the page to hang a hull on; the second when the first points at the camera."""
    p = camera(first)
    return p if hypot(*p) >= least else camera(second)


def foot(pen: Pen, s: Skeleton, side: str, camera: Camera, *, jointed: bool = False) -> None:
    """Heel, arch and ball as one hull, toes as another; one hull when the toes are straight and need not be `jointed`."""
    frame, sign = s.feet[side], SIGN[side]
    ankle, bend = s.joints[f"{side} ankle"], s.angles[f"{side} toes"]
    heading = _heading(camera, frame[0], frame[1], 0.35)
    seen = camera.seen(ankle, frame)
    sole = spots(seen, SOLE, sign)
    tips = spots(camera.seen(at(ankle, frame, TOE_JOINT), pitch(frame, bend)), TOES, sign)
    if abs(bend) < 3 and not jointed:
        convex(pen, sole + tips, (), heading, 9)
        return
    convex(pen, sole, (), heading, 9)
    convex(pen, spots(seen, TOE_ROOTS, sign) + tips, (), heading, 6)


def hand(pen: Pen, s: Skeleton, side: str, camera: Camera, *, fist: bool) -> None:
    """An open hand (palm, fingers, thumb) or a fist."""
    frame, sign = s.hands[side], SIGN[side]
    heading = _heading(camera, scale(frame[1], -1), frame[0], 0.3)
    seen = camera.seen(s.joints[f"{side} wrist"], frame)
    if fist:
        convex(pen, spots(seen, FIST, sign), (), heading, 9)
        return
    convex(pen, spots(seen, FINGERS, sign), (), heading, 7)
    convex(pen, spots(seen, THUMB, sign), (), heading, 5)


def thigh(s: Skeleton, side: str, camera: Camera) -> Limb:
    return _limb(THIGH_OUTLINE, s, f"{side} hip", f"{side} knee", s.segments[side][2], camera)


def shank(s: Skeleton, side: str, camera: Camera) -> Limb:
    return _limb(SHANK_OUTLINE, s, f"{side} knee", f"{side} ankle", s.segments[side][3], camera)


def upper_arm(s: Skeleton, side: str, camera: Camera) -> Limb:
    return _limb(UPPER_ARM_OUTLINE, s, f"{side} shoulder", f"{side} elbow", s.segments[side][0], camera)


def forearm(s: Skeleton, side: str, camera: Camera) -> Limb:
    return _limb(FOREARM_OUTLINE, s, f"{side} elbow", f"{side} wrist", s.segments[side][1], camera)


def _limb(outline: tuple[Section, ...], s: Skeleton, near: str, far: str, frame: Frame, camera: Camera) -> Limb:
    return Limb(outline, s.joints[near], s.joints[far], frame, camera)


def neck(pen: Pen, s: Skeleton, camera: Camera) -> None:
    """The neck with the opening of the shirt."""
    _, middle, top = s.neck_points
    chest = s.chest
    up = _heading(camera, chest[1], chest[0], 0.2)
    collar = at(s.spine_points[6], chest, (-1.2, -1.6, 0))
    forward = unit(along(chest[0], chest[1], -0.5))
    ring = _section(collar, scale(forward, 6.0), scale(chest[2], 6.0), camera)
    convex(pen, (), [(*ring[0], ring[1:])], up, 6)
    low, high = s.neck, s.head
    sections = [
        ring,
        _section(middle, scale(low[0], 5.3), scale(low[2], 5.2), camera),
        _section(along(top, high[0], 0.3), scale(high[0], 5.2), scale(high[2], 5.1), camera),
    ]
    tube(pen, tube_sides(sections), caps=(False, True))


def _section(centre: Vec, depth: Vec, width: Vec, camera: Camera) -> TubeSection:
    return camera(centre), camera(depth), camera(width)


def trunk_seen(s: Skeleton, camera: Camera) -> list[TubeSection]:
    return [_section(centre, depth, width, camera) for centre, depth, width, _ in trunk_sections(s)]


def trunk(pen: Pen, sides: Sides, first: int, last: int) -> None:
    """The sections from `first` up to `last`, with the curve of the whole trunk."""
    left, right = sides[0][first:last], sides[1][first:last]
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


def blade(pen: Pen, s: Skeleton, side: str, camera: Camera) -> None:
    """The inner edge of a shoulder blade, which comes nearer to the spine as the blade is drawn back."""
    drawn, raised = (0.7 * s.angles[f"{side} scapula {way}"] for way in ("forward", "up"))
    places = [(x, y + raised, SIGN[side] * (z + drawn)) for x, y, z in BLADE]
    pen.through([camera(at(s.spine_points[5], s.chest, place)) for place in places])


def pelvis(pen: Pen, s: Skeleton, sections: list[TubeSection], camera: Camera) -> None:
    """Two trunk sections, the buttocks and the hips as one convex shape."""
    up = _heading(camera, s.pelvis[1], s.pelvis[0], 0.2)
    balls = [
        (*camera(s.joints[f"{side} {joint}"]), radius)
        for side in SIDES
        for joint, radius in (("buttock", 7.7), ("hip", 8.4))
    ]
    convex(pen, balls, [(*centre, axes) for centre, *axes in sections[1:3]], up, 9)
