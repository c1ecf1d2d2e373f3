"""The muscle map: back and front, surface layer on the left half of each, deep layer on the right half.

One drawing serves the whole site. `map.svg#e-bird-dog` marks the muscles of that page: before the regions stands one
empty element a page (a `Mark`) that names them by role, and the stylesheet marks what the `:target` names. That works
inside `<img>`, with no script; and a reader's browser fetches the file once for all pages.

Roles are told apart without colour: primary is strong with a heavy outline, secondary a soft tone with a thin one,
stabilisers are striped; all others are pale. Each region carries its name as `<title>` and a link to its page.

What it weighs: 19 KB for the regions, up to 130 bytes of rules for each muscle however many pages mark it, and for each
exercise its own mark, some 100 bytes (25 compressed). With 61 exercises that is 33 KB (10 compressed), once for all pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from . import muscle_back as back
from . import muscle_front as front
from . import muscle_ground as ground
from .pen import UNITS, Pen
from .template import template

HALF = 31  # cm from the midline of a body to the edge of its view
TOP, BOTTOM = 92, -92
MIDLINE = (66, -8.8)  # the dashed line between the layers
VIEWS = (
    (back.SURFACE, back.DEEP, ground.BACK_HEAD),
    (front.SURFACE, front.DEEP, ground.FRONT_HEAD),
)
MUSCLES = frozenset(name for *layers, _ in VIEWS for layer in layers for name in layer) - ground.GROUND


@dataclass(frozen=True)
class Mark:
    """What one page shows on the map: the fragment of its address, and its muscles by role.

    `kind` names the words that the roles are called by; without one, a marked muscle is called by its name alone.
    """

    id: str
    kind: str = ""
    primary: Sequence[str] = ()
    secondary: Sequence[str] = ()
    stabilizers: Sequence[str] = ()

    @property
    def roles(self) -> tuple[list[str], list[str], list[str]]:
        """The muscles of each role; one with two roles keeps the greater."""
        primary = list(self.primary)
        secondary = [m for m in self.secondary if m not in primary]
        return primary, secondary, [m for m in self.stabilizers if m not in primary + secondary]


@dataclass(frozen=True)
class Region:
    muscle: str
    path: str


@dataclass(frozen=True)
class View:
    """One side of the body: regions of muscles on the ground they lie on, head over them."""

    x: int
    regions: Sequence[Region]
    head: Sequence[tuple[str, str]]


def draw_muscle_map(
    names: Mapping[str, str], marks: Sequence[Mark], words: Mapping[str, Sequence[str]] | None = None
) -> str:
    """The map as SVG, for a file in the folder of the muscles' pages.

    `names` gives the reader's word for each muscle that has a page; `words` the words of each kind of mark, by role.
    Raises ValueError for a mark with a muscle that the map does not know.
    """
    unknown = sorted({m for mark in marks for role in mark.roles for m in role} - MUSCLES)
    if unknown:
        raise ValueError(f"The muscle map has no region for {', '.join(unknown)}.")
    codes = {muscle: f"r{number}" for number, muscle in enumerate(sorted(MUSCLES))}
    coded = [(mark, [[codes[m] for m in role] for role in mark.roles]) for mark in marks]
    return template("muscle_map").render(
        window=" ".join(f"{v * UNITS:.0f}" for v in (-HALF, -TOP, 4 * HALF, TOP - BOTTOM)),
        line=[f"{-v * UNITS:.0f}" for v in MIDLINE],
        words=words or {},
        marks=coded,
        rules=[sorted({code for _, roles in coded for code in roles[i]}) for i in range(3)],
        codes=codes,
        names=names,
        body=_path(_mirrored(ground.BODY)),
        views=[_view(i, *view) for i, view in enumerate(VIEWS)],
    )


def _view(number: int, surface: ground.Regions, deep: ground.Regions, head: ground.Heads) -> View:
    regions = [
        Region("" if muscle in ground.GROUND else muscle, "".join(_path(_turned(o, sign)) for o in outlines))
        for table, sign in ((surface, -1), (deep, 1))
        for muscle, outlines in table.items()
    ]
    return View(round(number * 2 * HALF * UNITS), regions, [part for tone, o in head for part in _head(tone, o)])


def _head(tone: str, outlines: Sequence[ground.Outline]) -> Iterator[tuple[str, str]]:
    """A part on the midline mirrors into itself; an ear or an eye has its twin."""
    for outline in outlines:
        if outline[0][0] == 0:
            yield tone, _path(_mirrored(outline))
        else:
            yield tone, _path(outline) + _path(_turned(outline, -1))


def _mirrored(half: ground.Outline) -> ground.Outline:
    return half + tuple((-x, y) for x, y in half[-2:0:-1])


def _turned(outline: ground.Outline, sign: int) -> ground.Outline:
    return tuple((x * sign, y) for x, y in outline)


def _path(outline: ground.Outline) -> str:
    pen = Pen()
    pen.loop(outline)
    return str(pen)
