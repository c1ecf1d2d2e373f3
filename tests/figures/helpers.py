"""What the tests of the figures share: the base poses, the blocks, and the mirror."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from builder.figures import Fault, Figure, check_figure, read_figure
from builder.figures.solver import solve_figure
from builder.figures.work import Solved

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# The figures of the library's own records, and blocks of movements that have no record yet.
RECORDS = {path.stem: path for path in sorted((ROOT / "exercises").glob("*/*.yaml"))}
BLOCKS = {path.stem: path for path in sorted((HERE / "blocks").glob("*.yaml"))} | RECORDS
TURNED = ("spine", "lumbar", "thoracic", "neck", "turn", "roll")
TURNS = ("side", "twist", "turn", "roll")
LYING = {"side-lying": "side-lying-left", "side-lying-left": "side-lying"}
OTHER_WAY = {"left": "right", "right": "left"}


def load(path: Path) -> Any:
    """A block: the file itself, or what stands under `figure:` in a record."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return data["figure"] if path in RECORDS.values() else data


@cache
def bases() -> dict[str, Any]:
    read: dict[str, Any] = load(HERE.parents[1] / "vocabulary" / "base_poses.yaml")
    return read


def read(data: Any) -> tuple[Figure | None, tuple[Fault, ...]]:
    return read_figure(data, bases())


def figure(data: Any) -> Figure:
    made, faults = read(data)
    assert made is not None, faults
    return made


@cache
def block(slug: str) -> Figure:
    return figure(load(BLOCKS[slug]))


def solve(*poses: dict[str, Any], **rest: Any) -> tuple[Solved, ...]:
    return solve_figure(figure({"poses": dict(zip("abcdefgh", poses, strict=False)), **rest}))


def codes(*poses: dict[str, Any], **rest: Any) -> set[str]:
    """The codes of all checks that complain about these poses."""
    return {fault.code for fault in check_figure(figure({"poses": dict(zip("abcdefgh", poses, strict=False)), **rest}))}


def mirror(value: Any) -> Any:
    """The block as seen in a mirror: left and right swapped, side bends and turns the other way."""
    if isinstance(value, str) and value in LYING:
        return LYING[value]
    if isinstance(value, str):
        return " ".join(OTHER_WAY.get(word, word) for word in value.split(" "))
    if isinstance(value, list):
        return [mirror(item) for item in value]
    if isinstance(value, dict):
        return {mirror(key): _mirror_value(str(key), item) for key, item in value.items()}
    return value


def _mirror_value(key: str, item: Any) -> Any:
    words = key.split()
    number = isinstance(item, (int, float)) and not isinstance(item, bool)
    if number and words[0] in TURNED and words[-1] in TURNS:
        return -item
    return mirror(item)
