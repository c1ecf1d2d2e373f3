"""The mannequin: how long, how thick and how heavy each part is. Tables only.

Lengths are the shares of stature of Drillis & Contini (1966) as reprinted in D. A. Winter, *Biomechanics and Motor
Control of Human Movement*, 4th ed. 2009, fig. 4.1: ankle .039, knee .285, hip .530, shoulder .818 (heights), upper arm
.186, forearm .146, hand .108, foot .152, shoulders .259 and hips .191 (widths). Masses and centres of mass are
Dempster's as tabled by Winter, 3rd ed. 2005 (hand .006, forearm .016, upper arm .028, foot .0145, lower leg .0465,
thigh .100, head and neck .081, trunk .497; centres .436, .430, .433, .433 from the near joint). Three values are our
own: shoulders stand closer than .259 H so that one figure serves for women and men, the upper arm loses 3 % because the
joint centre sits below the measured acromion, and the outline tables are drawn by eye.
"""

from __future__ import annotations

from types import MappingProxyType

STATURE = 170.0  # cm

THIGH = (0.530 - 0.285) * STATURE
SHANK = (0.285 - 0.039) * STATURE
ANKLE = 0.039 * STATURE
FOOT = 0.152 * STATURE
UPPER_ARM = 0.186 * STATURE * 0.97
FOREARM = 0.146 * STATURE
HAND = 0.108 * STATURE
PELVIS = 10.0  # hip line to the first lumbar joint of the model
VERTEBRA = 9.0  # one of five spine parts: two lumbar, three thoracic
NECK = 5.2
SKULL_BASE = 4.6
HALF_HIPS = 8.6
HALF_SHOULDERS = 16.0
HEAD_SCALE = 1.06  # a little over life size reads better when small

# segment: (share of body mass, centre of mass as a share of the length from the near joint)
SEGMENT_MASS = MappingProxyType(
    {
        "upper arm": (0.028, 0.436),
        "forearm": (0.016, 0.430),
        "thigh": (0.100, 0.433),
        "shank": (0.0465, 0.433),
        "hand": (0.006, 0.5),
        "foot": (0.0145, 0.5),
        "head": (0.081, 1.0),
        "trunk": (0.497, 0.5),
    }
)
# how the trunk's mass is spread over pelvis, belly, chest and shoulders
TRUNK_SPREAD = ((0, 0.3), (2, 0.22), (4, 0.28), (5, 0.2))

Section = tuple[float, float, float, float]

# limb sections: (share of the length, centre's shift forward, half depth, half width)
THIGH_OUTLINE: tuple[Section, ...] = (
    (0, -0.5, 9.3, 8.3),
    (0.2, 0.0, 8.6, 8.0),
    (0.48, 0.9, 7.4, 7.1),
    (0.76, 0.5, 6.1, 5.9),
    (1, 0.2, 5.3, 5.3),
)
SHANK_OUTLINE: tuple[Section, ...] = (
    (0, 0.2, 5.2, 5.1),
    (0.14, -0.5, 5.3, 5.0),
    (0.31, -1.2, 5.6, 5.3),
    (0.55, -0.8, 4.6, 4.4),
    (0.8, -0.1, 3.5, 3.3),
    (1, 0, 3.4, 3.2),
)
UPPER_ARM_OUTLINE: tuple[Section, ...] = (
    (0, 0.0, 5.3, 5.2),
    (0.28, 0.2, 4.9, 4.7),
    (0.62, 0.3, 4.4, 4.0),
    (1, 0, 3.7, 3.8),
)
FOREARM_OUTLINE: tuple[Section, ...] = (
    (0, 0, 3.7, 3.8),
    (0.24, 0.3, 4.2, 4.1),
    (0.6, 0.1, 3.4, 3.3),
    (1, 0, 2.4, 2.7),
)
# trunk sections: (height above the hip line, back, front, half width)
TRUNK_OUTLINE: tuple[Section, ...] = (
    (-7.0, -8.6, 5.6, 12.0),
    (0, -10.6, 8.4, 16.2),
    (6, -10.4, 9.1, 15.7),
    (12, -8.9, 9.2, 14.2),
    (20, -7.4, 8.9, 12.9),
    (28, -8.3, 9.5, 13.6),
    (37, -10.1, 11.0, 15.0),
    (45, -10.6, 10.4, 15.4),
    (51, -9.3, 6.6, 12.2),
    (56, -7.0, 3.6, 7.0),
)
