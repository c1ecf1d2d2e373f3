"""The moving figure: the same poses, there and back, eased, at the record's tempo.

SMIL on the path data: every path keeps its commands from frame to frame, so that browsers interpolate. Choices of the
view (which limb is far …) are taken once. Readers who want no motion get the last pose.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from .alt_text import describe_solved
from .between import eased, in_between
from .camera import Camera
from .drawing import PAD, has_floor_line
from .layers import Choices, Layer, body_layers
from .model import Figure
from .pen import union
from .props import prop_layers
from .solver import solve_figure
from .style import stylesheet
from .template import template
from .work import Solved

STEPS = 7  # in-betweens from one pose to the next
MAY_VARY = re.compile(r"[-\d. ]+")


def draw_motion(figure: Figure, *, name: str, slug: str) -> str | None:
    """An animated SVG, or None for a hold of one pose and where a figure cannot be interpolated."""
    solved = solve_figure(figure)
    if len(solved) < 2:
        return None
    camera, choices = Camera(*figure.view), Choices(moving=True, eyes_closed=figure.eyes_closed)
    frames = [_frame(figure, solved[0], s, camera, choices) for s in _sequence(solved)]
    if not _alike(frames):
        return None
    x0, y0, x1, y1 = union([layer.box for frame in frames for layer in frame])
    window = (x0 - PAD, y0 - PAD, x1 - x0 + 2 * PAD, max(y1, 3) - y0 + 2 * PAD)
    floor = has_floor_line(figure)
    tones = {layer.tone for layer in frames[0]} | ({"fl"} if floor else set())
    times, total = _times(figure, len(solved))
    order = sorted(range(len(frames[0])), key=lambda i: frames[len(frames) // 2][i].order)
    paths = [_path([frame[i] for frame in frames]) for i in order]
    return template("motion").render(
        name=name,
        slug=slug,
        text=describe_solved(figure, solved),
        style=stylesheet(frozenset(tones)),
        window=window,
        floor=floor,
        paths=paths,
        times=times,
        seconds=f"{total:g}",
    )


def _sequence(solved: Sequence[Solved]) -> list[Solved]:
    frames = [solved[0]]
    for a, b in itertools.pairwise(solved):
        frames += [in_between(a, b, eased(i / STEPS)) for i in range(1, STEPS + 1)]
    return frames


def _frame(figure: Figure, first: Solved, now: Solved, camera: Camera, choices: Choices) -> list[Layer]:
    return prop_layers(figure.props, first, now, camera) + body_layers(now.body, camera, now.fists, choices)


def _shape(layer: Layer) -> tuple[str, str]:
    return layer.tone, MAY_VARY.sub("", layer.path)


def _alike(frames: Sequence[Sequence[Layer]]) -> bool:
    """Whether every frame has the same layers with the same commands."""
    wanted = [_shape(layer) for layer in frames[0]]
    return all([_shape(layer) for layer in frame] == wanted for frame in frames[1:])


def _times(figure: Figure, poses: int) -> tuple[str, float]:
    """Key times there, hold, back, hold; the frames of all poses share the way evenly."""
    there, hold, back = figure.tempo
    there, back = there * (poses - 1), back * (poses - 1)
    pause = max(hold, 0.3)
    total = there + back + 2 * pause
    steps = STEPS * (poses - 1)
    marks = [0.0, *(pause / 2 + there * i / steps for i in range(steps + 1))]
    marks += [*(pause * 1.5 + there + back * i / steps for i in range(steps + 1)), total]
    return ";".join(f"{m / total:.3f}".rstrip("0").rstrip(".") for m in marks), round(total, 2)


def _path(layers: Sequence[Layer]) -> tuple[str, str, str]:
    """(tone, still path, values of the animation or nothing)."""
    ways = [layer.path for layer in layers]
    if len(set(ways)) == 1:
        return layers[0].tone, ways[0], ""
    return layers[0].tone, ways[-1], ";".join([ways[0], *ways, *ways[::-1], ways[0]])
