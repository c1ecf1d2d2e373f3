"""The pose language: the plain data of a `figure:` block to a frozen `Figure`, with a fault for every slip.

Never raises: hostile or half-typed data give faults, and what can be read is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from . import words as w
from .model import Arrow, Fault, Figure, Path, Pose, Prop
from .pose_reader import read_pose
from .skeleton import SIDES
from .values import Faults, number, numbers, truth, word

MOST_POSES = 8


def read_figure(data: object, bases: Mapping[str, Any]) -> tuple[Figure | None, tuple[Fault, ...]]:
    """The figure and what is wrong with it; the figure is None when anything is wrong."""
    faults = Faults()
    if not isinstance(data, Mapping):
        faults.add((), "FG001", "A figure is a mapping with a `poses:` key.", "Start with `poses:` and two poses.")
        return None, tuple(faults.found)
    for key in data:
        if key not in w.FIGURE_KEYS:
            faults.unknown_key((key if isinstance(key, (str, int)) else str(key),), key, w.FIGURE_KEYS)
    view, view_name = _view(data.get("view", "side"), faults)
    poses = _poses(data, bases, faults)
    props = _props(data.get("props", []), faults)
    arrows = _arrows(data.get("arrows", []), tuple(pose.name for pose in poses), faults)
    moves = _moves(data.get("moves", {}), faults)
    figure = Figure(
        poses=poses,
        view=view,
        view_name=view_name,
        props=props,
        arrows=arrows,
        moves=MappingProxyType(moves),
        crop=_optional_word(data, "crop", w.CROPS, faults),
        ghost=_flag(data, "ghost", False, faults),
        floor=_flag(data, "floor", True, faults),
        eyes_closed=_optional_word(data, "eyes", ("open", "closed"), faults) == "closed",
        tempo=_tempo(data, faults),
    )
    return (None if faults.found else figure), tuple(faults.found)


def _view(value: object, faults: Faults) -> tuple[tuple[float, float], str]:
    if isinstance(value, list):
        pair = numbers(value, ("view",), faults, (2,))
        return ((pair[0], pair[1]), "side") if pair else (w.VIEWS["side"], "side")
    name = word(value, w.VIEWS, ("view",), faults) or "side"
    return w.VIEWS[name], name


def _optional_word(data: Mapping[Any, Any], key: str, known: tuple[str, ...], faults: Faults) -> str:
    return (word(data[key], known, (key,), faults) or "") if key in data else ""


def _flag(data: Mapping[Any, Any], key: str, default: bool, faults: Faults) -> bool:
    read = truth(data[key], (key,), faults) if key in data else default
    return default if read is None else read


def _amount(data: Mapping[Any, Any], key: str, faults: Faults) -> float:
    return (number(data[key], (key,), faults) or 0.0) if key in data else 0.0


def _tempo(data: Mapping[Any, Any], faults: Faults) -> tuple[float, float, float] | None:
    read = numbers(data["tempo"], ("tempo",), faults, (3,)) if "tempo" in data else None
    if read is None:
        return None
    if any(not 0 <= part <= 10 for part in read) or read[0] + read[2] < 0.4:
        faults.add(
            ("tempo",),
            "FG006",
            "A tempo is three times of 0 to 10 seconds: there, hold, back.",
            "For example [2, 1, 2].",
        )
        return None
    return (read[0], read[1], read[2])


def _poses(data: Mapping[Any, Any], bases: Mapping[str, Any], faults: Faults) -> tuple[Pose, ...]:
    raw = data.get("poses")
    if not isinstance(raw, Mapping) or not raw:
        path: Path = ("poses",) if "poses" in data else ()
        faults.add(
            path,
            "FG007",
            "A figure needs `poses:` with at least one named pose.",
            "For example `poses: {start: {base: standing}, end: {hip: 90}}`.",
        )
        return ()
    if len(raw) > MOST_POSES:
        faults.add(
            ("poses",), "FG006", f"{len(raw)} poses are more than a reader can follow.", f"Keep to {MOST_POSES} poses."
        )
        return ()
    load, surface = _amount(data, "load", faults), _amount(data, "surface", faults)
    read: list[Pose] = []
    for name, item in raw.items():
        path = ("poses", name if isinstance(name, (str, int)) else str(name))
        if item is None:
            item = {}
        if not isinstance(item, Mapping):
            faults.add(
                path,
                "FG004",
                "A pose is a mapping of joints and contacts.",
                "For example `{base: all-fours, spine: 40}`.",
            )
            continue
        before = read[-1] if read else None
        pose = read_pose(str(name), item, before, bases, path, faults, load=load, surface=surface)
        if pose is not None:
            read.append(pose)
    return tuple(read)


def _props(raw: object, faults: Faults) -> tuple[Prop, ...]:
    if not isinstance(raw, list):
        faults.add(("props",), "FG004", "`props:` is a list.", "For example `props: [mat]`.")
        return ()
    props = []
    for i, item in enumerate(raw):
        path: Path = ("props", i)
        if isinstance(item, Mapping) and len(item) == 1:
            kind, options = next(iter(item.items()))
        else:
            kind, options = item, {}
        name = word(kind, w.PROP_OPTIONS, path, faults)
        if name is not None:
            props.append(Prop(name, MappingProxyType(_options(name, options, (*path, name), faults))))
    return tuple(props)


def _options(kind: str, raw: object, path: Path, faults: Faults) -> dict[str, float | str | bool | tuple[float, ...]]:
    read: dict[str, float | str | bool | tuple[float, ...]] = {}
    if raw is None:
        return read
    if not isinstance(raw, Mapping):
        faults.add(
            path,
            "FG004",
            "The settings of a prop are a mapping.",
            f"`{kind}` takes: {', '.join(w.PROP_OPTIONS[kind]) or 'nothing'}.",
        )
        return read
    for key, value in raw.items():
        here = (*path, key if isinstance(key, (str, int)) else str(key))
        if key not in w.PROP_OPTIONS[kind]:
            faults.unknown_key(here, key, w.PROP_OPTIONS[kind])
        elif isinstance(value, list):
            pair = numbers(value, here, faults, (2,))
            if pair is not None:
                read[key] = pair
        elif isinstance(value, (bool, str)):
            read[key] = value
        else:
            amount = number(value, here, faults)
            if amount is not None:
                read[key] = amount
    return read


def _body_point(value: object, path: Path, faults: Faults) -> str | None:
    known = [*w.MIDDLE_POINTS, *(f"{side} {point}" for side in SIDES for point in w.POINTS)]
    return word(value, known, path, faults)


def _arrows(raw: object, poses: tuple[str, ...], faults: Faults) -> tuple[Arrow, ...]:
    if not isinstance(raw, list):
        faults.add(("arrows",), "FG004", "`arrows:` is a list.", "For example `arrows: [left hand]`.")
        return ()
    arrows = []
    for i, item in enumerate(raw):
        arrow = _arrow(item if isinstance(item, Mapping) else {"of": item}, ("arrows", i), poses, faults)
        if arrow is not None:
            arrows.append(arrow)
    return tuple(arrows)


def _arrow(item: Mapping[Any, Any], path: Path, poses: tuple[str, ...], faults: Faults) -> Arrow | None:
    for key in item:
        if key not in w.ARROW_KEYS:
            faults.unknown_key((*path, str(key)), key, w.ARROW_KEYS)
    shapes = [key for key in ("of", "turn", "circle") if key in item]
    if len(shapes) != 1:
        faults.add(
            path,
            "FG004",
            "An arrow names one body part with `of`, `turn` or `circle`.",
            "For example `{of: left hand, out: 8}`.",
        )
        return None
    shape = shapes[0]
    point = _body_point(item[shape], (*path, shape) if shape in item and len(item) > 1 else path, faults)
    by = numbers(item["by"], (*path, "by"), faults, (2,)) if "by" in item else (0.0, 0.0)
    amounts = [number(item[key], (*path, key), faults) if key in item else 0.0 for key in ("out", "radius")]
    reverse = truth(item["reverse"], (*path, "reverse"), faults) if "reverse" in item else False
    pose = word(item["pose"], poses, (*path, "pose"), faults) if "pose" in item else ""
    if point is None or by is None or None in amounts or reverse is None or pose is None:
        return None
    drawn = "path" if shape == "of" else shape
    return Arrow(point, drawn, (by[0], by[1]), amounts[0] or 0.0, amounts[1] or 0.0, reverse, pose)


def _moves(raw: object, faults: Faults) -> dict[str, str]:
    if not isinstance(raw, Mapping):
        faults.add(
            ("moves",),
            "FG004",
            "`moves:` is a mapping of body parts to what they do.",
            "For example `moves: {hip: extends}`.",
        )
        return {}
    joints = [*w.SIDED_JOINTS, *w.MIDDLE_JOINTS, *w.MIDDLE_POINTS, *w.POINTS]
    known = [*joints, *(f"{side} {name}" for side in SIDES for name in (*w.SIDED_JOINTS, *w.POINTS))]
    read = {}
    for key, value in raw.items():
        path: Path = ("moves", key if isinstance(key, (str, int)) else str(key))
        if key not in known:
            faults.unknown_key(path, key, known)
        elif word(value, (*w.JOINT_VERBS, *w.POINT_VERBS), path, faults):
            read[str(key)] = str(value)
    return read
