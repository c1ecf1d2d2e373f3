"""What a `figure:` block says, once read: frozen, complete, independent of YAML and of the base poses it came from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a figure. `path` leads to the key inside the `figure:` mapping."""

    path: Path
    code: str
    message: str
    hint: str


@dataclass(frozen=True)
class Contact:
    """Where a hand or foot is: a word (`floor`, `keep`, `hips` …) or a target (x, height, outward) in cm."""

    word: str
    target: tuple[float, ...] = ()


@dataclass(frozen=True)
class Pose:
    """One pose, with everything it inherits from its base and from the pose before already filled in."""

    name: str
    base: str
    label: str
    rests_on: str  # feet, shins, parts or grip: how the body's place is found
    pitch: float
    side_lying: str  # the side lain on, or nothing
    angles: Mapping[str, float]
    aims: Mapping[str, str]  # joint: world direction
    contacts: Mapping[str, Contact]
    weight: tuple[str, ...]
    stay: str
    stand: str
    named: frozenset[str]  # angles this pose or an earlier one gives by number
    places: Mapping[str, float]  # tilt, roll, turn, lift, surface, reach
    grip: str
    elbows: str
    follows: bool  # continues from the pose before it
    load: float

    def place(self, name: str) -> float:
        return self.places.get(name, 0.0)

    @property
    def lean(self) -> float:
        """The pelvis' forward tilt; a `pelvic tilt` (backward positive) comes off it, and the lumbar spine makes up for it."""
        return self.place("tilt") - self.place("pelvic tilt")


@dataclass(frozen=True)
class Prop:
    """A piece of equipment and its settings (cm), as written."""

    kind: str
    options: Mapping[str, float | str | bool | tuple[float, ...]]


@dataclass(frozen=True)
class Arrow:
    """`of` names the body part whose solved path is drawn; `shape` is path, turn or circle."""

    of: str
    shape: str = "path"
    by: tuple[float, float] = (0.0, 0.0)
    out: float = 0.0
    radius: float = 0.0
    reverse: bool = False


@dataclass(frozen=True)
class Figure:
    """A whole drawing: one to many poses seen by one camera."""

    poses: tuple[Pose, ...]
    view: tuple[float, float]  # camera yaw and pitch in degrees
    view_name: str
    props: tuple[Prop, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    moves: Mapping[str, str] = field(default_factory=dict)
    crop: str = ""
    ghost: bool = False
    floor: bool = True
    eyes_closed: bool = False
    tempo: tuple[float, float, float] | None = None  # seconds: there, hold, back; None leaves it to the record

    @cached_property
    def content(self) -> str:
        """All that it says, as one text: figures with the same content are drawn and judged alike."""
        return json.dumps([getattr(self, f.name) for f in fields(self)], default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    return sorted(value) if isinstance(value, frozenset) else vars(value)
