"""Equipment that stands in the room. Each prop is a function to layers."""

from __future__ import annotations

from .geometry import Point, Vec, along, at, mix, sub, unit
from .layers import Layer
from .pen import Pen
from .prop_shapes import Stage, Vectors, disc, layer_of, polygon, rod_between, solid_box
from .shapes import hull
from .skeleton import SIDES
from .surface import trunk_sections
from .work import Solved


def mat_span(s: Solved) -> Point:
    """From where to where a mat must lie under a body."""
    xs = [p[0] for p in s.body.joints.values()]
    return (min(xs) - 14, max(xs) + 14)


def mat(t: Stage) -> list[Layer]:
    x0, x1 = t.pair("x", mat_span(t.first))
    low, high = mat_span(t.now)
    if "x" not in t.prop.options:
        x0, x1 = min(x0, low), max(x1, high)
    w = t.number("width", 30)
    return solid_box((x0, -1.4, -w), (x1, 0, w), t.camera, -9, "m")


def ball(t: Stage) -> list[Layer]:
    r = t.number("radius", 32.5)
    s = t.now.body
    under = t.word("under", "")
    if under == "calves":
        x = sum(mix(s.joints[f"{k} knee"], s.joints[f"{k} ankle"], 0.8)[0] for k in SIDES) / 2
    elif under in ("hands", "forearms"):
        joint = "wrist" if under == "hands" else "elbow"
        x = sum(mix(s.joints[f"{k} {joint}"], s.joints[f"{k} wrist"], 0.5)[0] for k in SIDES) / 2
    else:
        x = t.number("x", 0)
    middle: Vec = (x, t.number("y", r), 0)
    if under == "ankles":
        middle = mix(s.joints["right ankle"], s.joints["left ankle"], 0.5)
    c = t.camera(middle)

    def shine(pen: Pen) -> None:
        pen.start_at((c[0] - r * 0.62, c[1] + r * 0.42))
        pen.arc(r * 0.75, (c[0] - r * 0.2, c[1] + r * 0.72))

    return [layer_of(-6, "a", lambda pen: pen.circle(c, r)), layer_of(-5.9, "hl", shine)]


def bench(t: Stage) -> list[Layer]:
    x0, x1 = t.pair("x", (-60, 60))
    y, w, camera = t.number("height", 43), t.number("width", 14), t.camera
    layers = solid_box((x0, y - 7, -w), (x1, y, w), camera, -5.5, "a")
    legs = min(12.0, (x1 - x0) / 4)
    for x in (x0 + legs, x1 - legs - 4):
        layers += solid_box((x, 0, -w * 0.8), (x + 4, y - 7, w * 0.8), camera, -5.8, "k")
    if x1 - x0 > 60:
        layers += solid_box((x0 + 16, 8, -2), (x1 - 16, 12, 2), camera, -5.9, "k")
    return layers


def chair(t: Stage) -> list[Layer]:
    x, y, w, d = t.number("x", -20), t.number("height", 45), 20.0, 42.0
    camera, layers = t.camera, []
    for z in (-w + 2, w - 2):
        for leg in (x + 2, x + d - 3):
            layers += solid_box(
                (leg - 1.6, 0, z - 1.6), (leg + 1.6, y - 4, z + 1.6), camera, -6.5 if z < 0 else -5, "k"
            )
    layers += solid_box((x, y - 4, -w), (x + d, y, w), camera, -5.5, "a")
    if t.flag("back", True):
        edge, way = (x, 1.0) if t.word("facing", "right") == "right" else (x + d, -1.0)
        for z in (-w + 2, w - 2):
            posts = sorted((edge - 0.5 * way, edge + 2.5 * way))
            layers += solid_box((posts[0], y, z - 1.6), (posts[1], y + 42, z + 1.6), camera, -6.5 if z < 0 else -5, "k")
        rest = sorted((edge - 0.8 * way, edge + 2.6 * way))
        layers += solid_box((rest[0], y + 22, -w), (rest[1], y + 42, w), camera, -6, "a")
    return layers


def wall(t: Stage) -> list[Layer]:
    """At x, or behind the hindmost point of the first pose."""
    if "x" in t.prop.options:
        x = t.number("x", 60)
    else:
        body = t.first.body
        points = [along(c, depth, -1)[0] for c, depth, _, _ in trunk_sections(body)[1:-1]]
        x = min(*points, *(body.joints[f"{k} buttock"][0] - 7.7 for k in SIDES), body.joints["head"][0] - 11)
    side = -1 if t.word("side", "behind" if "x" not in t.prop.options else "ahead") == "behind" else 1
    top = t.number("top", 190)
    near, far = sorted((x, x + side * 7))
    half = t.number("gap", 0) / 2  # of a doorway
    pieces = [(-half - 38, -half), (half, half + 38)] if half else [(-45.0, 45.0)]
    return [layer for a, b in pieces for layer in solid_box((near, 0, a), (far, top, b), t.camera, -9.5, "m")]


def box(t: Stage) -> list[Layer]:
    x0, x1 = t.pair("x", (-20, 20))
    w = t.number("width", 20)
    return solid_box((x0, 0, -w), (x1, t.number("height", 40), w), t.camera, -6, "k")


def newspaper(t: Stage) -> list[Layer]:
    x0, x1 = t.pair("x", (-20, 36))
    w = t.number("width", 24)
    sheet = solid_box((x0, -0.6, -w), (x1, 0, w), t.camera, -8.5, "m")
    if t.camera.toward[1] > 0.05:
        for z in (-0.55, -0.2, 0.2, 0.55):
            line = [(x0 + 4, 0.0, w * z), (x1 - 4, 0.0, w * z)]
            sheet.append(polygon(line, t.camera, -8.4, "w", closed=False))
    return sheet


def roller(t: Stage) -> list[Layer]:
    x, r = t.number("x", -20), t.number("radius", 7.5)
    return disc((x, r, 0), (0, 0, 1), r, 20, t.camera, -2.5, "a")


def roman_chair(t: Stage) -> list[Layer]:
    """A 45-degree bench fitted to the legs: thigh pad, foot plate, ankle roller, frame."""
    s, camera = t.first.body, t.camera
    hip = mix(s.joints["right hip"], s.joints["left hip"], 0.5)
    ankle = mix(s.joints["right ankle"], s.joints["left ankle"], 0.5)
    up, front, sole = unit(sub(hip, ankle)), s.segments["right"][2][0], s.feet["right"]
    pad = along(along(hip, up, -8), front, 13.2)

    def slab(corners: Vectors, tone: str, order: float, w: float) -> list[Layer]:
        near = [((p[0], p[1], w), 0.9) for p in corners]
        both = near + [((p[0], p[1], -w), 0.9) for p in corners]
        return [
            layer_of(order, tone + "d", lambda pen: hull(pen, both, camera, camera(up), 12)),
            layer_of(order + 0.001, tone, lambda pen: hull(pen, near, camera, camera(up), 12)),
        ]

    def on_pad(a: float, b: float) -> Vec:
        return along(along(pad, up, a), front, b)

    top, heel = along(pad, front, 4), at(ankle, sole, (5, -9, 0))
    knee = mix(heel, top, 0.62)
    rods: list[tuple[Vec, Vec]] = [
        ((heel[0], heel[1], 0), (top[0], top[1], 0)),
        ((knee[0], knee[1], 0), (knee[0] + 4, 2, 0)),
        ((heel[0] - 16, 2, 0), (knee[0] + 34, 2, 0)),
        ((heel[0] + 2, heel[1] - 2, 0), (heel[0] + 2, 2, 0)),
    ]
    layers = [rod_between(a, b, 2.0, camera, -7 - 0.1 * i, "k") for i, (a, b) in enumerate(rods)]
    layers += slab([on_pad(-13, -3.6), on_pad(11, -3.6), on_pad(11, 3.6), on_pad(-13, 3.6)], "a", -6.9, 15)
    layers += slab(
        [at(ankle, sole, v) for v in ((-9, -7.2, 0), (19, -7.2, 0), (19, -9, 0), (-9, -9, 0))], "k", -6.8, 14
    )
    round_ankle = along(along(ankle, up, 9), front, -8)
    return layers + disc((round_ankle[0], round_ankle[1], 13), (0, 0, 1), 4.6, 9, camera, 0.95, "a")


def foot_plate(t: Stage) -> list[Layer]:
    s, camera = t.first.body, t.camera
    a = mix(s.joints["right ankle"], s.joints["left ankle"], 0.5)
    sole = s.feet["right"]
    corners = [at(a, sole, v) for v in ((-8, -6.8, 0), (20, -6.8, 0), (20, -9.4, 0), (-8, -9.4, 0))]
    both = [((p[0], p[1], w), 0.8) for p in corners for w in (-16.0, 16.0)]
    near = [((p[0], p[1], 16.0), 0.8) for p in corners]
    post = at(a, sole, (4, -9, 0))
    return [
        rod_between(post, (post[0] + 6, 1.5, 0), 2, camera, -5.6, "k"),
        layer_of(-5.4, "kd", lambda pen: hull(pen, both, camera, camera(sole[0]), 12)),
        layer_of(-5.39, "k", lambda pen: hull(pen, near, camera, camera(sole[0]), 12)),
    ]
