"""Colours and line styles of the figures.

Every tone is written three times: plain, for renderers without custom properties (resvg, Typst, librsvg skip the rest);
as a custom property with a fall-back, so that a page can restyle an inlined figure; and again for dark surroundings, so
that the file works as `<img>`. Far limbs are lighter than near ones, which also reads without colour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

Colour = tuple[str, str, str]  # custom property, light, dark

TONES: Mapping[str, Colour] = MappingProxyType(
    {
        "b": ("skin", "#e3c8b0", "#d8b594"),
        "bf": ("skin-far", "#eedfd1", "#75655a"),
        "t": ("top", "#5f8fb0", "#5c9cc4"),
        "tf": ("top-far", "#b9d0df", "#3a5c75"),
        "p": ("shorts", "#3d4f63", "#8093a8"),
        "pf": ("shorts-far", "#a3afbc", "#465261"),
        "h": ("hair", "#4a3f38", "#6a574a"),
        "e": ("line", "#27313d", "#0d1117"),
        "a": ("pad", "#7fa58b", "#6f9a7c"),
        "ad": ("pad-dark", "#64876f", "#55795f"),
        "al": ("pad-light", "#a9c6b2", "#8fb59b"),
        "k": ("metal", "#6b7684", "#8a95a3"),
        "kd": ("metal-dark", "#4e5865", "#5d6875"),
        "kl": ("metal-light", "#aab3bd", "#b5bec8"),
        "kf": ("metal-far", "#b4bcc6", "#4a545f"),
        "m": ("mat", "#d8dee5", "#2b343e"),
    }
)
SAME: Mapping[str, str] = MappingProxyType({"kfd": "kf", "kfl": "kf", "md": "m", "ml": "m", "gd": "k", "g": "k"})
LINE, FAR_LINE, FLOOR, ACCENT, INK = (
    ("line", "#27313d", "#0d1117"),
    ("line-far", "#8d98a5", "#0d1117"),
    ("floor", "#9aa5b1", "#55606c"),
    ("accent", "#d1442f", "#ff7a5c"),
    ("ink", "#27313d", "#e6ebf0"),
)
FAR_TONES = ("bf", "tf", "pf", "kf", "kfd", "kfl")
# tone: (fill, stroke, everything else); None keeps the default line
LINES: Mapping[str, tuple[Colour | None, Colour | None, str]] = MappingProxyType(
    {
        "fl": (None, FLOOR, "fill:none;stroke-width:4"),
        "ar": (None, ACCENT, "fill:none;stroke-width:8;stroke-linecap:round"),
        "ah": (ACCENT, None, "stroke:none"),
        "bd": (None, ACCENT, "fill:none;stroke-width:7;stroke-linecap:round"),
        "w": (None, INK, "fill:none;stroke-width:3"),
        "nr": (None, INK, "fill:none;stroke-linecap:round"),
        "gh": (ACCENT, None, "fill-opacity:.18;stroke:none"),
        "sb": (None, None, "fill:none;stroke-width:4;stroke-linecap:round"),
        "hl": (None, None, "fill:none;stroke:#fff;stroke-opacity:.55;stroke-width:8;stroke-linecap:round"),
    }
)


@lru_cache(maxsize=256)
def stylesheet(tones: frozenset[str]) -> str:
    """Rules for exactly the tones that are drawn; tones that share a declaration share a rule.

    A tone without a line needs no rule among the varied ones: its class outweighs their `path`.
    """
    plain: dict[str, list[str]] = {
        f"stroke-linejoin:round;paint-order:stroke;stroke-width:5;stroke:{LINE[1]}": ["path"]
    }
    varied: dict[str, list[str]] = {f"stroke:{_variable(LINE)}": ["path"]}
    colours = {LINE}
    for tone in sorted(tones):
        fill, stroke, extra = _rule(tone)
        for name, colour in (("fill", fill), ("stroke", stroke)):
            if colour:
                colours.add(colour)
                plain.setdefault(f"{name}:{colour[1]}", []).append(f".{tone}")
                varied.setdefault(f"{name}:{_variable(colour)}", []).append(f".{tone}")
        for part in filter(None, extra.split(";")):
            plain.setdefault(part, []).append(f".{tone}")
    dark = ";".join(f"{_short(c)}:{c[2]}" for c in sorted(colours))
    return f"{_rules(plain)}@supports(--a:0){{{_rules(varied)}@media(prefers-color-scheme:dark){{.fg{{{dark}}}}}}}"


def _rules(groups: Mapping[str, Sequence[str]]) -> str:
    """One rule for the declarations that go to the same names."""
    bodies: dict[str, list[str]] = {}
    for body, names in groups.items():
        bodies.setdefault(",".join(f".fg {name}" for name in names), []).append(body)
    return "".join(f"{names}{{{';'.join(body)}}}" for names, body in bodies.items())


def _rule(tone: str) -> tuple[Colour | None, Colour | None, str]:
    if tone in LINES:
        return LINES[tone]
    fill = TONES[SAME.get(tone, tone)]
    if tone == "e":
        return fill, None, "stroke:none"
    if tone in ("g", "gd"):
        return fill, None, "fill-opacity:.28"
    if tone in ("m", "md", "ml"):
        return fill, FLOOR, ""
    return fill, (FAR_LINE if tone in FAR_TONES else None), ""


def _short(colour: Colour) -> str:
    """A short name for the property that dark surroundings set."""
    return "--" + "".join(part[:2] for part in colour[0].split("-"))


def _variable(colour: Colour) -> str:
    return f"var(--fig-{colour[0]},var({_short(colour)},{colour[1]}))"
