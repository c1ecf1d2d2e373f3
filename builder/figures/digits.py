"""The number of a panel, drawn: right in every renderer, with or without fonts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .pen import UNITS, Pen, rounded

# On a grid of 60 by 100 from the top left corner: the start, then lines (x, y) and curves (two handles, end).
STROKES: Mapping[int, tuple[tuple[int, ...], ...]] = MappingProxyType(
    {
        1: ((10, 20), (36, 0), (36, 100)),
        2: ((3, 27), (3, 10, 14, 0, 30, 0), (47, 0, 57, 11, 57, 27), (57, 50, 22, 72, 2, 100), (60, 100)),
        3: (
            *((4, 12), (10, 4, 18, 0, 28, 0), (45, 0, 55, 10, 55, 24), (55, 39, 44, 47, 22, 47)),
            *((47, 47, 58, 57, 58, 73), (58, 90, 45, 100, 28, 100), (16, 100, 8, 96, 2, 88)),
        ),
        4: ((43, 100), (43, 0), (0, 69), (60, 69)),
        5: (
            *((54, 0), (10, 0), (6, 46), (12, 40, 20, 37, 28, 37)),
            *((46, 37, 58, 50, 58, 68), (58, 87, 46, 100, 28, 100), (16, 100, 8, 96, 2, 88)),
        ),
        6: (
            *((50, 2), (18, 10, 2, 38, 2, 68), (2, 87, 13, 100, 30, 100)),
            *((47, 100, 58, 87, 58, 69), (58, 51, 47, 40, 31, 40), (14, 40, 2, 52, 2, 68)),
        ),
        7: ((0, 0), (58, 0), (22, 100)),
        8: (
            *((30, 46), (14, 46, 5, 36, 5, 23), (5, 9, 15, 0, 30, 0), (45, 0, 55, 9, 55, 23)),
            *((55, 36, 46, 46, 30, 46), (12, 46, 1, 58, 1, 73), (1, 90, 13, 100, 30, 100)),
            *((47, 100, 59, 90, 59, 73), (59, 58, 48, 46, 30, 46)),
        ),
    }
)
HEIGHT, LINE = 0.6, 0.13  # of the middle of the line, and the line's width, as a share of the room for the number


def line_width(room: int) -> int:
    return rounded(room * LINE)


def draw_digit(pen: Pen, number: int, corner: tuple[int, int], room: int) -> None:
    """Draw a number into a square of `room` SVG units with this top left corner."""
    scale, rim = room * HEIGHT / 100, room * 0.15

    def place(x: int, y: int) -> tuple[float, float]:
        return ((corner[0] + rim + x * scale) / UNITS, -(corner[1] + rim + y * scale) / UNITS)

    start, *strokes = STROKES[number]
    pen.start_at(place(*start[:2]))
    for stroke in strokes:
        points = [place(*stroke[i : i + 2]) for i in range(0, len(stroke), 2)]
        if len(points) == 1:
            pen.line(points[0])
        else:
            pen.curves(points[0], [points[1]], [points[2]])
