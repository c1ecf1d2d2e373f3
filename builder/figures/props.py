"""Equipment, drawn in the body's space with the body's camera. Each prop is a function to layers.

Tones: `a` upholstery, `k` metal, `m` mat and wall, `g` glassy plate, `w` cable, `bd` band; `d` and `l` are their dark
and light faces, `f` the far ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from .camera import Camera
from .contacts import grip_middle
from .geometry import Point, Vec, along, at, cross, dot, mix, scale, sub, unit
from .layers import Layer, far_side
from .model import Prop
from .pen import Pen
from .shapes import hull, rod
from .skeleton import SIDES, grip_point
from .surface import trunk_sections
from .work import Solved

Vectors = Sequence[Vec]


@dataclass(frozen=True)
class Stage:
    """What a prop is drawn with: its settings, the first pose (for what stands still), this pose, the camera."""

    prop: Prop
    first: Solved
    now: Solved
    camera: Camera

    def number(self, key: str, default: float) -> float:
        value = self.prop.options.get(key)
        return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else default

    def pair(self, key: str, default: Point) -> Point:
        value = self.prop.options.get(key)
        return (value[0], value[1]) if isinstance(value, tuple) else default

    def word(self, key: str, default: str) -> str:
        value = self.prop.options.get(key)
        return value if isinstance(value, str) else default

    def flag(self, key: str, default: bool) -> bool:
        value = self.prop.options.get(key)
        return value if isinstance(value, bool) else default


def _layer(order: float, tone: str, draw: Callable[[Pen], None]) -> Layer:
    pen = Pen()
    draw(pen)
    return Layer(order, tone, str(pen), pen.box)


def _polygon(points: Vectors, camera: Camera, order: float, tone: str, *, closed: bool = True) -> Layer:
    return _layer(order, tone, lambda pen: pen.polygon([camera(p) for p in points], closed=closed))


def _rod(a: Vec, b: Vec, radius: float, camera: Camera, order: float, tone: str) -> Layer:
    return _layer(order, tone, lambda pen: rod(pen, a, b, radius, camera))


def _dot(centre: Vec, radius: float, camera: Camera, order: float, tone: str) -> Layer:
    return _layer(order, tone, lambda pen: pen.circle(camera(centre), radius))


def _box(low: Vec, high: Vec, camera: Camera, order: float, tone: str) -> list[Layer]:
    """The up to three faces that the camera sees."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    toward, faces = camera.toward, []
    if abs(toward[0]) > 0.02:
        x = x1 if toward[0] > 0 else x0
        faces.append(_polygon([(x, y0, z0), (x, y1, z0), (x, y1, z1), (x, y0, z1)], camera, order, tone + "d"))
    if toward[1] > 0.02:
        faces.append(_polygon([(x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)], camera, order, tone + "l"))
    if abs(toward[2]) > 0.02:
        z = z1 if toward[2] > 0 else z0
        faces.append(_polygon([(x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z)], camera, order + 0.001, tone))
    return faces


def _disc(centre: Vec, axis: Vec, radius: float, half: float, camera: Camera, order: float, tone: str) -> list[Layer]:
    """A thick disc: a weight plate, the end of a dumbbell, a roller."""
    u = unit(cross(axis, (0.0, 1.0, 0.0))) if abs(axis[1]) < 0.9 else (1.0, 0.0, 0.0)
    v = cross(axis, u)
    ends = along(centre, axis, -half), along(centre, axis, half)
    near = max(ends, key=camera.depth)
    rims = [(c, (scale(u, radius), scale(v, radius))) for c in ends]
    face = [(near, (scale(u, radius * 0.93), scale(v, radius * 0.93)))]
    return [
        _layer(order, tone + "d", lambda pen: hull(pen, rims, camera, (0, 1), 12)),
        _layer(order + 0.001, tone, lambda pen: hull(pen, face, camera, (0, 1), 12)),
    ]


# --- things that stand in the room ---------------------------------------------------------------------------------


def _body_span(s: Solved) -> Point:
    xs = [p[0] for p in s.body.joints.values()]
    return (min(xs) - 14, max(xs) + 14)


def mat(t: Stage) -> list[Layer]:
    x0, x1 = t.pair("x", _body_span(t.first))
    low, high = _body_span(t.now)
    if "x" not in t.prop.options:
        x0, x1 = min(x0, low), max(x1, high)
    w = t.number("width", 30)
    return _box((x0, -1.4, -w), (x1, 0, w), t.camera, -9, "m")


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
    c = t.camera((x, t.number("y", r), 0))

    def shine(pen: Pen) -> None:
        pen.move((c[0] - r * 0.62, c[1] + r * 0.42))
        pen.arc(r * 0.75, (c[0] - r * 0.2, c[1] + r * 0.72))

    return [_layer(-6, "a", lambda pen: pen.circle(c, r)), _layer(-5.9, "hl", shine)]


def bench(t: Stage) -> list[Layer]:
    x0, x1 = t.pair("x", (-60, 60))
    y, w, camera = t.number("height", 43), t.number("width", 14), t.camera
    layers = _box((x0, y - 7, -w), (x1, y, w), camera, -5.5, "a")
    legs = min(12.0, (x1 - x0) / 4)
    for x in (x0 + legs, x1 - legs - 4):
        layers += _box((x, 0, -w * 0.8), (x + 4, y - 7, w * 0.8), camera, -5.8, "k")
    if x1 - x0 > 60:
        layers += _box((x0 + 16, 8, -2), (x1 - 16, 12, 2), camera, -5.9, "k")
    return layers


def chair(t: Stage) -> list[Layer]:
    x, y, w, d = t.number("x", -20), t.number("height", 45), 20.0, 42.0
    camera, layers = t.camera, []
    for z in (-w + 2, w - 2):
        for leg in (x + 2, x + d - 3):
            layers += _box((leg - 1.6, 0, z - 1.6), (leg + 1.6, y - 4, z + 1.6), camera, -6.5 if z < 0 else -5, "k")
    layers += _box((x, y - 4, -w), (x + d, y, w), camera, -5.5, "a")
    if t.flag("back", True):
        for z in (-w + 2, w - 2):
            layers += _box((x - 0.5, y, z - 1.6), (x + 2.5, y + 42, z + 1.6), camera, -6.5 if z < 0 else -5, "k")
        layers += _box((x - 0.8, y + 22, -w), (x + 2.6, y + 42, w), camera, -6, "a")
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
    return _box((min(x, x + side * 7), 0, -45), (max(x, x + side * 7), top, 45), t.camera, -9.5, "m")


def box(t: Stage) -> list[Layer]:
    x0, x1 = t.pair("x", (-20, 20))
    w = t.number("width", 20)
    return _box((x0, 0, -w), (x1, t.number("height", 40), w), t.camera, -6, "k")


def newspaper(t: Stage) -> list[Layer]:
    x0, x1 = t.pair("x", (-20, 36))
    w = t.number("width", 24)
    sheet = _box((x0, -0.6, -w), (x1, 0, w), t.camera, -8.5, "m")
    if t.camera.toward[1] > 0.05:
        for z in (-0.55, -0.2, 0.2, 0.55):
            line = [(x0 + 4, 0.0, w * z), (x1 - 4, 0.0, w * z)]
            sheet.append(_polygon(line, t.camera, -8.4, "w", closed=False))
    return sheet


def roller(t: Stage) -> list[Layer]:
    x, r = t.number("x", -20), t.number("radius", 7.5)
    return _disc((x, r, 0), (0, 0, 1), r, 20, t.camera, -2.5, "a")


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
            _layer(order, tone + "d", lambda pen: hull(pen, both, camera, camera(up), 12)),
            _layer(order + 0.001, tone, lambda pen: hull(pen, near, camera, camera(up), 12)),
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
    layers = [_rod(a, b, 2.0, camera, -7 - 0.1 * i, "k") for i, (a, b) in enumerate(rods)]
    layers += slab([on_pad(-13, -3.6), on_pad(11, -3.6), on_pad(11, 3.6), on_pad(-13, 3.6)], "a", -6.9, 15)
    layers += slab([at(ankle, sole, v) for v in ((-9, -7.2, 0), (19, -7.2, 0), (19, -9, 0), (-9, -9, 0))], "k", -6.8, 14)
    round_ankle = along(along(ankle, up, 9), front, -8)
    return layers + _disc((round_ankle[0], round_ankle[1], 13), (0, 0, 1), 4.6, 9, camera, 0.95, "a")


def foot_plate(t: Stage) -> list[Layer]:
    s, camera = t.first.body, t.camera
    a = mix(s.joints["right ankle"], s.joints["left ankle"], 0.5)
    sole = s.feet["right"]
    corners = [at(a, sole, v) for v in ((-8, -6.8, 0), (20, -6.8, 0), (20, -9.4, 0), (-8, -9.4, 0))]
    both = [((p[0], p[1], w), 0.8) for p in corners for w in (-16.0, 16.0)]
    near = [((p[0], p[1], 16.0), 0.8) for p in corners]
    post = at(a, sole, (4, -9, 0))
    return [
        _rod(post, (post[0] + 6, 1.5, 0), 2, camera, -5.6, "k"),
        _layer(-5.4, "kd", lambda pen: hull(pen, both, camera, camera(sole[0]), 12)),
        _layer(-5.39, "k", lambda pen: hull(pen, near, camera, camera(sole[0]), 12)),
    ]


# --- things in the hands -------------------------------------------------------------------------------------------


def _grips(t: Stage) -> tuple[Vec, Vec]:
    return grip_point(t.now.body, "right"), grip_point(t.now.body, "left")


def _end_on(axis: Vec, camera: Camera) -> bool:
    return abs(dot(axis, camera.toward)) > 0.5


def barbell(t: Stage) -> list[Layer]:
    """In side view the near plate is glassy and stands nearer than life, so that it hides neither hand nor shin."""
    a, b = _grips(t)
    camera, r = t.camera, t.number("radius", 22.5)
    middle, axis, long = mix(a, b, 0.5), unit(sub(a, b)), t.number("long", 74)
    ends = along(middle, axis, long), along(middle, axis, -long)
    plates = t.flag("plates", True)
    if not _end_on(axis, camera):
        order = 0.9 if camera.depth(middle) > camera.depth(t.now.body.spine_points[2]) else -2.2
        layers = [_rod(*ends, 1.3, camera, order, "k")]
        for q in (56, -56) if plates else ():
            layers += _disc(along(middle, axis, q), axis, r, 2.5, camera, order + 0.01, "k")
        return layers
    near, far = sorted(ends, key=camera.depth, reverse=True)
    toward = 1 if near is ends[0] else -1
    hub = along(middle, axis, 30.0 * toward) if plates else near
    layers = _disc(hub, axis, r, 2.5, camera, 6, "g") if plates else []
    layers += [_rod(far, middle, 1.4, camera, -5, "k"), _rod(middle, hub, 1.4, camera, 1.95, "k")]
    return [*layers, _dot(hub, 2.6, camera, 6.1, "k")]


def smith_bar(t: Stage) -> list[Layer]:
    """A barbell on two uprights."""
    a, b = _grips(t)
    middle, axis = mix(a, b, 0.5), unit(sub(a, b))
    x = t.number("x", middle[0])
    posts = [_rod((x, 0, z), (x, 205, z), 2.2, t.camera, -7 if z < 0 else -6.9, "k") for z in (-62.0, 62.0)]
    return [*posts, _rod(along(middle, axis, 70), along(middle, axis, -70), 1.5, t.camera, -2.2, "k")]


def dumbbell(t: Stage) -> list[Layer]:
    camera, s, layers = t.camera, t.now.body, []
    wanted = t.word("hand", "both")
    for side, grip in zip(SIDES, _grips(t), strict=True):
        if wanted not in ("both", side):
            continue
        axis = s.hands[side][0]
        far = far_side(camera, s.pelvis) == side
        order, tone = (-3.05, "kf") if far else (2.2, "k")
        layers.append(_rod(along(grip, axis, -9), along(grip, axis, 9), 1.5, camera, order - 0.3, tone))
        for q in (-8.5, 8.5):
            layers += _disc(along(grip, axis, q), axis, 5.2, 2.6, camera, order, tone)
    return layers


def pull_up_bar(t: Stage) -> list[Layer]:
    c, camera, long = grip_middle(t.now.body), t.camera, t.number("long", 62)
    if _end_on((0, 0, 1), camera):
        return [_rod((c[0], c[1], -60), (c[0], c[1], 0), 1.4, camera, -5, "k"), _dot(c, 2.0, camera, 2.3, "k")]
    layers = [_rod((c[0], c[1], -long), (c[0], c[1], long), 1.7, camera, -2.5, "k")]
    return layers + [_rod((c[0], c[1], z), (c[0], c[1] + 22, z), 1.7, camera, -2.6, "k") for z in (-long, long)]


def cable(t: Stage) -> list[Layer]:
    """A column with a pulley at `height`; the cable runs to the hands."""
    x, y, w = t.number("x", 95), t.number("height", 40), 12.0
    camera, layers = t.camera, []
    way = 1.0 if x > 0 else -1.0
    if t.flag("post", True):
        layers += _box((min(x + 4 * way, x + 14 * way), 0, -w), (max(x + 4 * way, x + 14 * way), t.number("top", 190), w), camera, -8, "kf")
        layers += _box((min(x + 15 * way, x + 30 * way), 6, -w - 3), (max(x + 15 * way, x + 30 * way), 70, w + 3), camera, -8.1, "a")
        layers += _box((min(x - 6 * way, x + 34 * way), -1.5, -w - 14), (max(x - 6 * way, x + 34 * way), 0, w + 14), camera, -8.2, "k")
    a, b = _grips(t)
    middle = mix(a, b, 0.5)
    pulley: Vec = (x, y, 0)
    layers += [_polygon([middle, pulley], camera, -4.6, "w", closed=False), _dot(pulley, 4.2, camera, -4.5, "k")]
    wide = t.word("handle", "bar") == "wide"
    over = 0.35 if wide else 0.0
    order = 1.9 if camera.depth(middle) > camera.depth(t.now.body.spine_points[4]) or not wide else -2.4
    handle = _rod(along(b, sub(b, a), over), along(a, sub(a, b), over), 1.3, camera, order, "k")
    return [*layers, handle] if t.word("handle", "bar") != "rope" else [*layers, *_rope(a, b, camera)]


def _rope(a: Vec, b: Vec, camera: Camera) -> list[Layer]:
    return [_dot(p, 2.4, camera, order, "k") for p, order in ((a, 2.2), (b, -2.9))]


def band(t: Stage) -> list[Layer]:
    a, b = _grips(t)
    camera, s = t.camera, t.now.body
    if t.word("to", "hands") == "hands":
        order = 3.0 if camera.depth(a) > camera.depth(s.spine_points[4]) - 4 else -2.4
        return [_polygon([a, b], camera, order, "bd", closed=False)]
    return [_polygon([p, at(s.joints[f"{k} ankle"], s.feet[k], (6, -6, 0))], camera, 1.9, "bd", closed=False) for k, p in zip(SIDES, (a, b), strict=True)]


def towel(t: Stage) -> list[Layer]:
    a, b = _grips(t)
    side = t.word("to", "right foot").partition(" ")[0]
    s = t.now.body
    sole = at(s.joints[f"{side} ankle"], s.feet[side], (8, -6.4, 0)) if side in SIDES else mix(a, b, 0.5)
    return [_polygon([p, sole], t.camera, order, "bd", closed=False) for p, order in ((a, 0.9), (b, -2.0))]


def straps(t: Stage) -> list[Layer]:
    """Suspension straps from one anchor to the hands, or to the feet."""
    s = t.now.body
    ends = [at(s.joints[f"{k} ankle"], s.feet[k], (0, -4, 0)) for k in SIDES] if t.word("to", "hands") == "feet" else list(_grips(t))
    anchor: Vec = (t.number("x", 0), t.number("top", 210), 0)
    return [_polygon([anchor, p], t.camera, order, "w", closed=False) for p, order in zip(ends, (1.9, -2.9), strict=True)]


DRAWN: Mapping[str, Callable[[Stage], list[Layer]]] = MappingProxyType(
    {
        "mat": mat, "ball": ball, "bench": bench, "chair": chair, "wall": wall, "box": box, "step": box,
        "newspaper": newspaper, "roller": roller, "roman-chair": roman_chair, "foot-plate": foot_plate,
        "barbell": barbell, "smith-bar": smith_bar, "dumbbell": dumbbell, "pull-up-bar": pull_up_bar, "cable": cable,
        "band": band, "towel": towel, "straps": straps,
    }
)  # fmt: skip


def prop_layers(props: Sequence[Prop], first: Solved, now: Solved, camera: Camera) -> list[Layer]:
    return [layer for prop in props for layer in DRAWN[prop.kind](Stage(prop, first, now, camera))]


