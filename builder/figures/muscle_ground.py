"""The muscle map's body: our own drawing, in cm. Tables only.

A point is (distance from the midline, height above the hip line). A muscle is drawn on one half; the body mirrors its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Outline = tuple[tuple[float, float], ...]
Regions = Mapping[str, tuple[Outline, ...]]
Heads = Sequence[tuple[str, tuple[Outline, ...]]]

# What the muscles lie on, and muscles that are outside the vocabulary.
GROUND = frozenset(
    {
        "clavicle",
        "deep-rotators",
        "fascia",
        "forearm",
        "iliacus",
        "patella",
        "pelvis",
        "ribs",
        "sartorius",
        "scapula",
        "tensor",
    }
)

# fmt: off
# One half of the outline, from under the head round the arm and the leg to the crotch; the other half mirrors it.
BODY: Outline = (
    (0, 71), (4.4, 70.6), (5.5, 68.4), (5.3, 63), (5.8, 59.6), (7.4, 57.2), (11, 55.4), (15.4, 54.2), (19.2, 52.6),
    (22, 49.2), (23.3, 44.4), (23.4, 39), (23.7, 34), (24, 29), (24.1, 25), (24.8, 21.4), (26, 17), (26.8, 12),
    (27.1, 6.6), (27.2, 1.6), (27.6, -2), (28.6, -6), (29, -10), (28.9, -14), (28.2, -18), (26.8, -20.6), (25.2, -20.4), (24.6, -17.6),
    (24.3, -14), (23.8, -11.6), (23.2, -13.6), (22, -14.2), (21.6, -11.6), (22.3, -7.6), (23.6, -4), (24.3, 0), (23.4, 4.6),
    (21.5, 11), (19.8, 17), (19.2, 21), (18.7, 25), (17.6, 31), (16.6, 37), (16, 41.4), (15.9, 41), (15.9, 37),
    (15.5, 31), (14.5, 25), (13.7, 19.6), (13.7, 16), (14.5, 12), (15.8, 8), (17.1, 2), (17.9, -5), (18, -12),
    (17.5, -21), (16.2, -31), (14.9, -39), (14.5, -44), (15.1, -49), (15.4, -54), (15, -60), (13.9, -67), (12.7, -75),
    (12.3, -80), (13.2, -84), (14.5, -88), (14, -90), (11, -90.6), (8.2, -90), (7, -87.4), (7.8, -82), (7.7, -77),
    (6.8, -70), (5.4, -62), (4.9, -55), (5.5, -48.6), (6.1, -43.6), (5.4, -37), (3.7, -28), (2.1, -19), (1, -11.4),
    (0.4, -9), (0, -8.8),
)
_EARS: tuple[Outline, ...] = (((7.2, 80), (8.2, 80.6), (8.9, 79.4), (8.6, 76), (7.9, 73.8), (7, 74.4)),)
_SKULL: Outline = (
    (0, 66.4), (2.7, 66.9), (5, 68.7), (6.5, 71.6), (7.4, 75.2), (7.8, 79.2), (7.6, 83), (6.3, 86.8), (3.6, 89.5), (0, 90.4),
)
BACK_HEAD: Heads = (("b", _EARS), ("h", (_SKULL,)))
FRONT_HEAD: Heads = (
    ("b", _EARS),
    ("b", (((0, 64), (2.2, 64.5), (4.4, 66.5), (6, 69.3), (7, 72.7), (7.6, 76), *_SKULL[5:]),)),
    ("h", (((0, 86.2), (2.8, 85.9), (5.2, 84), (6.6, 81), (7.2, 77.6), (7.8, 79.2), *_SKULL[6:]),)),
    ("e", (((2.25, 77.5), (3, 78.25), (3.75, 77.5), (3, 76.75)),)),
)
RIBS: tuple[Outline, ...] = tuple(
    ((1.6, y), (7, y - 0.8), (11.6, y - 3.4), (14.6 - 0.1 * i, y - 7), (14.4 - 0.1 * i, y - 8.4), (11, y - 5.2), (6.6, y - 2.6), (1.6, y - 1.8))
    for i, y in enumerate((49.6, 46.2, 42.8, 39.4, 36, 32.6))
)
# fmt: on
