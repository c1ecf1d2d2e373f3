"""The moving figure: the same poses, there and back, eased, at the record's pace.

SMIL on the path data: every path keeps its commands from frame to frame, so that browsers interpolate. Choices of the
view (which limb is far …) are taken once. Opened by itself, the file shows the last pose to readers who want no motion;
a page that shows it inline stops and starts it instead.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from .alt_text import describe_solved
from .between import in_between
from .camera import Camera
from .drawing import PAD, crop_box, has_floor_line, meets
from .geometry import Vec, at, distance, mix
from .layers import Choices, Layer, body_layers, far_side, hand_behind_head
from .model import Figure, Prop
from .pace import Tempo, beats, shown
from .pen import union
from .props import prop_layers
from .props_room import mat_span
from .skeleton import SIDES
from .solver import solve_figure
from .standing import settled
from .style import stylesheet
from .template import template
from .work import Solved

FINE = 12  # parts that the way from pose to pose is looked at in …
STEPS = (1, 2, 3, 4, 6)  # … and how few frames may stand for them
SAG = 2.0  # cm that a joint may be off its way between two frames
MAY_VARY = re.compile(r"[-\d. ]+")


@dataclass(frozen=True)
class Film:
    """The frames of the way there, their layers alike, and how many lead from each pose to the next."""

    frames: tuple[tuple[Layer, ...], ...]
    ways: tuple[int, ...]


def can_move(figure: Figure) -> bool:
    """Whether going there and back shows the movement, and one order of layers will do.

    There is none in a hold of one pose, and a circle is another movement. Where a body turns its far side to the reader,
    or a near hand goes from before the face to behind the head, browsers cannot change the order on the way.
    """
    if len(figure.poses) < 2 or any(arrow.shape == "circle" for arrow in figure.arrows):
        return False
    camera, bodies = Camera(*figure.view), [s.body for s in solve_figure(figure)]
    far = {far_side(camera, s.chest) for s in bodies}
    near = [side for side in SIDES if side not in far]
    return not set(SIDES) <= far and all(len({hand_behind_head(s, camera, k) for s in bodies}) == 1 for k in near)


def draw_motion(figure: Figure, *, name: str, slug: str, tempo: Tempo | None = None) -> str | None:
    """An animated SVG, or None for what cannot move. The figure's own `tempo` goes before that of the record."""
    if not can_move(figure):
        return None
    solved = settled(solve_figure(figure))
    film = _film(figure, solved)
    if not _alike(film.frames):
        return None
    floor = has_floor_line(figure)
    tones = {layer.tone for layer in film.frames[0]} | ({"fl"} if floor else set())
    round_trip = beats(film.ways, shown(figure.tempo or tempo))
    total = sum(beat.after for beat in round_trip)
    times = itertools.accumulate(beat.after for beat in round_trip)
    return template("motion").render(
        name=name,
        slug=slug,
        text=describe_solved(figure, solved),
        style=stylesheet(frozenset(tones)),
        window=_window(figure, solved, film),
        floor=floor,
        paths=[_path(layers, [beat.frame for beat in round_trip]) for layers in zip(*film.frames, strict=True)],
        times=";".join(f"{t / total:.4f}".rstrip("0").rstrip(".").replace("0.", ".", 1) for t in times),
        eases=";".join(beat.ease for beat in round_trip[1:]),
        seconds=f"{round(total, 2):g}",
    )


def _film(figure: Figure, solved: Sequence[Solved]) -> Film:
    bodies, ways = [solved[0]], []
    for a, b in itertools.pairwise(solved):
        steps = _steps(a, b)
        ways.append(len(steps))
        bodies += steps
    camera = Camera(*figure.view)
    votes = [_votes(s, camera) for s in bodies]
    choices = _agreed(votes, eyes_closed=figure.eyes_closed)
    props = [_steady(prop, solved) for prop in figure.props]
    frames = [
        prop_layers(props, solved[0], now, camera) + body_layers(now.body, camera, now.fists, choices) for now in bodies
    ]
    kept = list(range(len(frames[0])))
    if figure.crop:
        seen = crop_box(figure, solved, camera)
        kept = [i for i in kept if any(meets(frame[i].box, seen) for frame in frames)]
    middle = frames[len(frames) // 2]
    order = sorted(kept, key=lambda i: middle[i].order)
    return Film(tuple(tuple(frame[i] for i in order) for frame in frames), tuple(ways))


def _votes(s: Solved, camera: Camera) -> Mapping[str, object]:
    """What the view would have each single frame choose."""
    choices = Choices(moving=True)
    body_layers(s.body, camera, s.fists, choices)
    return choices.taken


def _agreed(votes: Sequence[Mapping[str, object]], *, eyes_closed: bool) -> Choices:
    """One choice of each kind for the whole movement: what most frames want, so that no limb pops to the front."""
    names = dict.fromkeys(name for vote in votes for name in vote)
    taken = {name: Counter(vote[name] for vote in votes if name in vote).most_common(1)[0][0] for name in names}
    faces = {bool(vote["faces right"]) for vote in votes}
    return Choices(dict(taken), moving=True, eyes_closed=eyes_closed, profiles=tuple(sorted(faces, reverse=True)))


def _steps(a: Solved, b: Solved) -> list[Solved]:
    """The fewest in-betweens that keep every joint near its way, and b itself."""
    fine = [in_between(a, b, i / FINE) for i in range(FINE + 1)]
    places = [(*s.body.joints.values(), *s.body.spine_points, _nose(s)) for s in fine]
    count = next((n for n in STEPS if _sag(places, FINE // n) <= SAG), STEPS[-1])
    return fine[FINE // count :: FINE // count]


def _nose(s: Solved) -> Vec:
    """A point that tells how the head turns, which its joints do not."""
    return at(s.body.joints["head"], s.body.head, (14, 0, 0))


def _sag(places: Sequence[Sequence[Vec]], stride: int) -> float:
    """How far any point strays from straight lines between every `stride`-th frame."""
    return max(
        distance(p, mix(start, end, j / stride))
        for i in range(0, len(places) - 1, stride)
        for j in range(stride)
        for p, start, end in zip(places[i + j], places[i], places[i + stride], strict=True)
    )


def _steady(prop: Prop, solved: Sequence[Solved]) -> Prop:
    """A mat as long as all poses need: it lies still."""
    if prop.kind != "mat" or "x" in prop.options:
        return prop
    spans = [mat_span(s) for s in solved]
    whole: Mapping[str, float | str | bool | tuple[float, ...]] = {
        **prop.options,
        "x": (min(low for low, _ in spans), max(high for _, high in spans)),
    }
    return replace(prop, options=MappingProxyType(whole))


def _window(figure: Figure, solved: Sequence[Solved], film: Film) -> tuple[int, int, int, int]:
    if figure.crop:
        x0, y0, x1, y1 = crop_box(figure, solved, Camera(*figure.view))
    else:
        x0, y0, x1, y1 = union([layer.box for frame in film.frames for layer in frame])
        y1 = max(y1, 3) if has_floor_line(figure) else y1
    return (x0 - PAD, y0 - PAD, x1 - x0 + 2 * PAD, y1 - y0 + 2 * PAD)


def _shape(layer: Layer) -> tuple[str, str]:
    return layer.tone, MAY_VARY.sub("", layer.path)


def _alike(frames: Sequence[Sequence[Layer]]) -> bool:
    """Whether every frame has the same layers with the same commands."""
    wanted = [_shape(layer) for layer in frames[0]]
    return all([_shape(layer) for layer in frame] == wanted for frame in frames[1:])


def _path(layers: Sequence[Layer], turns: Sequence[int]) -> tuple[str, str, str]:
    """(tone, path at rest, values of the animation or nothing where all frames are the same)."""
    ways = [layer.path for layer in layers]
    if len(set(ways)) == 1:
        return layers[0].tone, ways[0], ""
    return layers[0].tone, ways[-1], ";".join(ways[i] for i in turns)
