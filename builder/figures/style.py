"""Colours and line styles of the figures.

Every tone is written three times: plain, for renderers without custom properties (resvg, Typst, librsvg skip the rest);
as a custom property with a fall-back, so that a page can restyle an inlined figure; and again for dark surroundings, so
that the file works as `<img>`. Far limbs are lighter than near ones, which also reads without colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

# tone: (custom property, light, dark)
TONES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
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
LINES: Mapping[str, tuple[tuple[str, str, str] | None, tuple[str, str, str] | None, str]] = MappingProxyType(
    {
        "fl": (None, FLOOR, "fill:none;stroke-width:5"),
        "ar": (None, ACCENT, "fill:none;stroke-width:10;stroke-linecap:round"),
        "ah": (ACCENT, None, "stroke:none"),
        "bd": (None, ACCENT, "fill:none;stroke-width:9;stroke-linecap:round"),
        "w": (None, INK, "fill:none;stroke-width:4"),
        "nr": (INK, None, ""),
        "gh": (ACCENT, None, "fill-opacity:.18;stroke:none"),
        "ts": (TONES["t"], None, "stroke:none"),
        "hl": (None, None, "fill:none;stroke:#fff;stroke-opacity:.55;stroke-width:10;stroke-linecap:round"),
    }
)


@lru_cache(maxsize=256)
def stylesheet(tones: frozenset[str]) -> str:
    """Rules for exactly the tones that are drawn."""
    used = sorted(tones)
    plain = [f".fg path{{stroke-linejoin:round;paint-order:stroke;stroke-width:6;stroke:{LINE[1]}}}"]
    varied, names = [f".fg path{{stroke:{_variable(LINE)}}}"], {LINE}
    for tone in used:
        fill, stroke, extra = _rule(tone)
        names |= {c for c in (fill, stroke) if c}
        for sheet, value in ((plain, _plain), (varied, _variable)):
            body = ([f"fill:{value(fill)}"] if fill else []) + ([f"stroke:{value(stroke)}"] if stroke else [])
            if sheet is plain and extra:
                body.append(extra)
            elif sheet is varied and "stroke:" in extra:
                body.append(extra[extra.index("stroke:") :].partition(";")[0])
            if body:
                sheet.append(f".fg .{tone}{{{';'.join(body)}}}")
    light, dark = (_settings(names, i) for i in (1, 2))
    return f"{''.join(plain)}@supports(--a:0){{.fg{{{light}}}@media(prefers-color-scheme:dark){{.fg{{{dark}}}}}{''.join(varied)}}}"


def _rule(tone: str) -> tuple[tuple[str, str, str] | None, tuple[str, str, str] | None, str]:
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


def _plain(colour: tuple[str, str, str]) -> str:
    return colour[1]


def _short(colour: tuple[str, str, str]) -> str:
    return "--" + "".join(part[0] for part in colour[0].split("-")) + str(len(colour[0]))


def _variable(colour: tuple[str, str, str]) -> str:
    return f"var(--fig-{colour[0]},var({_short(colour)}))"


def _settings(colours: Iterable[tuple[str, str, str]], column: int) -> str:
    return ";".join(f"{_short(c)}:{c[column]}" for c in sorted(colours))
