"""The view model of a figure: numbered panels of layers in one window, and the SVG that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .alt_text import describe_solved
from .arrows import arrow_points, draw_arrow, way_between
from .camera import Camera
from .digits import draw_digit, line_width
from .layers import Choices, Layer, body_layers
from .model import Arrow, Figure
from .pen import UNITS, Box, Pen, rounded, union
from .props import prop_layers
from .skeleton import SIDES
from .solver import solve_figure
from .style import stylesheet
from .template import template
from .work import Solved

Room = tuple[float, float]
PAD = 20  # empty rim round each panel, SVG units
PHONE = (358.0, 470.0)  # the window a figure is laid out for, CSS pixels
DESK = (920.0, 460.0)
BODY_TONES = frozenset({"b", "t", "p", "h", "bf", "tf", "pf"})
ARROW_TONES = frozenset({"ar", "ah"})
GHOST_ORDER = -4.5
NUMBER_ORDER = 22.0


@dataclass(frozen=True)
class Panel:
    x: int
    y: int
    layers: Sequence[Layer]


@dataclass(frozen=True)
class View:
    """Everything the template needs, in SVG units."""

    slug: str
    name: str
    text: str
    style: str
    window: Box
    panel: Box
    panels: Sequence[Panel]
    clip: bool
    floor: bool


def draw_figure(figure: Figure, *, name: str, slug: str, room: Room = PHONE) -> str:
    """The static SVG of all poses, its panels arranged for a window of `room` (width, height in CSS pixels)."""
    return template("figure").render(view=figure_view(figure, solve_figure(figure), name=name, slug=slug, room=room))


def figure_view(figure: Figure, solved: Sequence[Solved], *, name: str, slug: str, room: Room = PHONE) -> View:
    camera = Camera(*figure.view)
    frames = [_frame(figure, solved, i, camera) for i in range(len(solved))]
    panel, digit = _panel_box(figure, solved, frames, camera)
    width, height = panel[2] - panel[0], panel[3] - panel[1]
    columns = _columns(len(frames), width, height, room)
    gap = digit // 2
    if len(frames) > 1:
        frames = [[*layers, _number(i, panel, digit)] for i, layers in enumerate(frames, start=1)]
    panels = [
        Panel((i % columns) * (width + gap), (i // columns) * (height + gap), layers) for i, layers in enumerate(frames)
    ]
    rows = -(-len(frames) // columns)
    window = (panel[0], panel[1], width * columns + gap * (columns - 1), height * rows + gap * (rows - 1))
    floor = has_floor_line(figure)
    tones = {layer.tone for frame in frames for layer in frame}
    tones |= {"fl"} if floor else set()
    style = stylesheet(frozenset(tones))
    if len(frames) > 1:
        style = f".fg .nr{{stroke-width:{line_width(digit)}}}{style}"
    return View(slug, name, describe_solved(figure, solved), style, window, panel, panels, bool(figure.crop), floor)


def _number(number: int, panel: Box, digit: int) -> Layer:
    """The step's number in the corner of its panel."""
    pen = Pen()
    draw_digit(pen, number, (panel[0] + 8, panel[1]), digit)
    return Layer(NUMBER_ORDER, "nr", str(pen), pen.box)


def has_floor_line(figure: Figure) -> bool:
    return figure.floor and not figure.crop and figure.view[1] < 60


def _frame(figure: Figure, solved: Sequence[Solved], i: int, camera: Camera) -> list[Layer]:
    now = solved[i]
    layers = prop_layers(figure.props, solved[0], now, camera)
    layers += body_layers(now.body, camera, now.fists, Choices(eyes_closed=figure.eyes_closed))
    before = body_layers(solved[i - 1].body, camera, solved[i - 1].fists) if i and figure.ghost else []
    if figure.crop:
        seen = crop_box(figure, solved, camera)
        layers, before = ([layer for layer in group if meets(layer.box, seen)] for group in (layers, before))
    if before:
        layers.append(_ghost(before))
    layers += _arrow_layers(figure, _arrows_of(figure, i), solved[max(i - 1, 0)], now, camera)
    return sorted(layers, key=lambda layer: layer.order)


def meets(a: Box, b: Box) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _ghost(layers: Sequence[Layer]) -> Layer:
    """Where the body was before, as one pale shape."""
    kept = [layer for layer in layers if layer.tone in BODY_TONES]
    return Layer(GHOST_ORDER, "gh", "".join(layer.path for layer in kept), union([layer.box for layer in kept]))


def _arrows_of(figure: Figure, i: int) -> list[Arrow]:
    """The arrows of one panel: what names no pose belongs to the last; nothing has moved before the first."""
    names = [pose.name for pose in figure.poses]
    mine = [arrow for arrow in figure.arrows if (arrow.pose or names[-1]) == names[i]]
    return [arrow for arrow in mine if i or arrow.shape != "path"]


def _arrow_layers(figure: Figure, arrows: Sequence[Arrow], before: Solved, now: Solved, camera: Camera) -> list[Layer]:
    layers = []
    size = 0.7 if figure.crop else 1.0
    way = way_between(before, now) if any(arrow.shape == "path" for arrow in arrows) else []
    for arrow in arrows:
        line, tip = Pen(), Pen()
        if draw_arrow(line, tip, arrow_points(arrow, way, now, camera), size):
            layers += [Layer(20, "ar", str(line), line.box), Layer(21, "ah", str(tip), tip.box)]
    return layers


def _panel_box(
    figure: Figure, solved: Sequence[Solved], frames: Sequence[Sequence[Layer]], camera: Camera
) -> tuple[Box, int]:
    """One window for all poses, with room for the step number, and the number's size."""
    x0, y0, x1, y1 = union([layer.box for layer in frames_flat(frames)])
    if figure.crop:
        shown = [layer.box for layer in frames_flat(frames) if layer.tone in ARROW_TONES]
        x0, y0, x1, y1 = union([crop_box(figure, solved, camera), *shown])
    elif has_floor_line(figure):
        y1 = max(y1, 3)
    x0, y0, x1, y1 = x0 - PAD, y0 - PAD, x1 + PAD, y1 + PAD
    digit = max(24, min(52, rounded((x1 - x0 + y1 - y0) * 0.04)))
    if len(frames) > 1:
        corner = [b for b in (layer.box for layer in frames_flat(frames)) if b[0] < x0 + digit and b[1] < y0 + digit]
        if corner and not figure.crop:
            y0 -= rounded(digit * 0.8)
    return (x0, y0, x1, y1), digit


def frames_flat(frames: Sequence[Sequence[Layer]]) -> list[Layer]:
    return [layer for frame in frames for layer in frame]


def crop_box(figure: Figure, solved: Sequence[Solved], camera: Camera) -> Box:
    """Head and shoulders, or the body down to the hips."""
    parts = ["shoulder"] if figure.crop == "head" else ["shoulder", "elbow", "wrist", "hand"]
    points = [camera(s.body.joints[f"{side} {part}"]) for s in solved for side in SIDES for part in parts]
    heads = [camera(s.body.joints["head"]) for s in solved]
    lows = [camera(s.body.spine_points[4 if figure.crop == "head" else 1]) for s in solved]
    xs = [x for p in points for x in (p[0] - 8, p[0] + 8)] + [x for p in heads for x in (p[0] - 14, p[0] + 14)]
    top = max([p[1] + 15 for p in heads] + [p[1] + 6 for p in points])
    low = min(p[1] for p in lows) - (3 if figure.crop == "head" else 4)
    return (rounded(min(xs) * UNITS), rounded(-top * UNITS), rounded(max(xs) * UNITS), rounded(-low * UNITS))


def _columns(count: int, width: int, height: int, room: Room) -> int:
    """Stacked or side by side: whatever shows the body largest in the room there is."""

    def size(columns: int) -> tuple[float, int, int]:
        rows = -(-count // columns)
        fit = min(room[0] / (columns * width), room[1] / (rows * height))
        return (round(fit, 2), count - rows * columns, columns)

    return max(range(1, count + 1), key=size)
