"""Equipment by name, drawn in the body's space with the body's camera."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from . import props_held as held
from . import props_room as room
from .camera import Camera
from .layers import Layer
from .model import Prop
from .pen import union
from .prop_shapes import Stage
from .work import Solved

DRAWN: Mapping[str, Callable[[Stage], list[Layer]]] = MappingProxyType(
    {
        "mat": room.mat, "ball": room.ball, "bench": room.bench, "chair": room.chair, "wall": room.wall, "box": room.box, "step": room.box,
        "newspaper": room.newspaper, "roller": room.roller, "roman-chair": room.roman_chair, "foot-plate": room.foot_plate,
        "barbell": held.barbell, "smith-bar": held.smith_bar, "dumbbell": held.dumbbell, "pull-up-bar": held.pull_up_bar, "cable": held.cable,
        "band": held.band, "towel": held.towel, "straps": held.straps,
        "parallel-bars": held.parallel_bars,
    }
)  # fmt: skip


def prop_layers(props: Sequence[Prop], first: Solved, now: Solved, camera: Camera) -> list[Layer]:
    return [layer for prop in props for layer in _joined(DRAWN[prop.kind](Stage(prop, first, now, camera)))]


def _joined(layers: Sequence[Layer]) -> list[Layer]:
    """Faces of one prop that share a tone and a place in the order become one path."""
    groups: dict[tuple[float, str], list[Layer]] = {}
    for layer in layers:
        groups.setdefault((layer.order, layer.tone), []).append(layer)
    return [
        Layer(order, tone, "".join(layer.path for layer in group), union([layer.box for layer in group]))
        for (order, tone), group in groups.items()
    ]
