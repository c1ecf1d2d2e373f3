"""Equipment that the hands hold. Each prop is a function to layers."""

from __future__ import annotations

from .camera import Camera
from .contacts import grip_middle
from .geometry import Vec, along, at, distance, dot, mix, sub, unit
from .layers import Layer, far_side
from .prop_shapes import Stage, disc, polygon, rod_between, solid_box, spot
from .skeleton import SIDES, grip_point


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
        layers = [rod_between(*ends, 1.3, camera, order, "k")]
        for q in (56, -56) if plates else ():
            layers += disc(along(middle, axis, q), axis, r, 2.5, camera, order + 0.01, "k")
        return layers
    near, far = sorted(ends, key=camera.depth, reverse=True)
    toward = 1 if near is ends[0] else -1
    hub = along(middle, axis, 30.0 * toward) if plates else near
    layers = disc(hub, axis, r, 2.5, camera, 6, "g") if plates else []
    layers += [rod_between(far, middle, 1.4, camera, -5, "k"), rod_between(middle, hub, 1.4, camera, 1.95, "k")]
    return [*layers, spot(hub, 2.6, camera, 6.1, "k")]


def smith_bar(t: Stage) -> list[Layer]:
    """A barbell on two uprights."""
    a, b = _grips(t)
    middle, axis = mix(a, b, 0.5), unit(sub(a, b))
    x, top = t.number("x", middle[0]), t.number("top", 205)
    posts = [rod_between((x, 0, z), (x, top, z), 2.2, t.camera, -7 if z < 0 else -6.9, "k") for z in (-62.0, 62.0)]
    return [*posts, rod_between(along(middle, axis, 70), along(middle, axis, -70), 1.5, t.camera, -2.2, "k")]


def dumbbell(t: Stage) -> list[Layer]:
    camera, s, layers = t.camera, t.now.body, []
    wanted = t.word("hand", "both")
    for side, grip in zip(SIDES, _grips(t), strict=True):
        if wanted not in ("both", side):
            continue
        axis = s.hands[side][0]
        far = far_side(camera, s.pelvis) == side
        order, tone = (-3.05, "kf") if far else (2.2, "k")
        layers.append(rod_between(along(grip, axis, -9), along(grip, axis, 9), 1.5, camera, order - 0.3, tone))
        for q in (-8.5, 8.5):
            layers += disc(along(grip, axis, q), axis, 5.2, 2.6, camera, order, tone)
    return layers


def pull_up_bar(t: Stage) -> list[Layer]:
    c, camera, long = grip_middle(t.now.body), t.camera, t.number("long", 62)
    if _end_on((0, 0, 1), camera):
        return [rod_between((c[0], c[1], -60), (c[0], c[1], 0), 1.4, camera, -5, "k"), spot(c, 2.0, camera, 2.3, "k")]
    layers = [rod_between((c[0], c[1], -long), (c[0], c[1], long), 1.7, camera, -2.5, "k")]
    return layers + [rod_between((c[0], c[1], z), (c[0], c[1] + 22, z), 1.7, camera, -2.6, "k") for z in (-long, long)]


def cable(t: Stage) -> list[Layer]:
    """A column with a pulley at `height`; the cable runs to the hands."""
    x, y, w = t.number("x", 95), t.number("height", 40), 12.0
    camera, layers = t.camera, []
    way = 1.0 if x > 0 else -1.0
    if t.flag("post", True):
        layers += solid_box(
            (min(x + 4 * way, x + 14 * way), 0, -w),
            (max(x + 4 * way, x + 14 * way), t.number("top", 190), w),
            camera,
            -8,
            "kf",
        )
        layers += solid_box(
            (min(x + 15 * way, x + 30 * way), 6, -w - 3),
            (max(x + 15 * way, x + 30 * way), 70, w + 3),
            camera,
            -8.1,
            "a",
        )
        layers += solid_box(
            (min(x - 6 * way, x + 34 * way), -1.5, -w - 14),
            (max(x - 6 * way, x + 34 * way), 0, w + 14),
            camera,
            -8.2,
            "k",
        )
    a, b = _grips(t)
    middle = mix(a, b, 0.5)
    pulley: Vec = (x, y, 0)
    rope = t.word("handle", "bar") == "rope"
    knot = along(middle, unit(sub(pulley, middle)), 14) if rope and distance(a, b) > 18 else middle
    layers += [polygon([knot, pulley], camera, -4.6, "w", closed=False), spot(pulley, 4.2, camera, -4.5, "k")]
    if knot is not middle:
        layers += [rod_between(p, knot, 1.1, camera, order, "k") for p, order in ((a, 2.1), (b, -3.0))]
    wide = t.word("handle", "bar") == "wide"
    over = 0.35 if wide else 0.0
    order = 1.9 if camera.depth(middle) > camera.depth(t.now.body.spine_points[4]) or not wide else -2.4
    handle = rod_between(along(b, sub(b, a), over), along(a, sub(a, b), over), 1.3, camera, order, "k")
    return [*layers, *_rope(a, b, camera)] if rope else [*layers, handle]


def _rope(a: Vec, b: Vec, camera: Camera) -> list[Layer]:
    return [spot(p, 2.4, camera, order, "k") for p, order in ((a, 2.2), (b, -2.9))]


def band(t: Stage) -> list[Layer]:
    a, b = _grips(t)
    camera, s = t.camera, t.now.body
    if t.word("to", "hands") == "hands":
        order = 3.0 if camera.depth(a) > camera.depth(s.spine_points[4]) - 4 else -2.4
        return [polygon([a, b], camera, order, "bd", closed=False)]
    if t.word("to", "hands") == "anchor":
        anchor: Vec = (t.number("x", 70), t.number("top", 190), 0)
        return [polygon([anchor, p], camera, o, "bd", closed=False) for p, o in ((a, 1.9), (b, -2.9))]
    return [
        polygon([p, at(s.joints[f"{k} ankle"], s.feet[k], (6, -6, 0))], camera, 1.9, "bd", closed=False)
        for k, p in zip(SIDES, (a, b), strict=True)
    ]


def parallel_bars(t: Stage) -> list[Layer]:
    """Two bars beside the body, each through one hand, on two posts."""
    layers = []
    for x, y, z in _grips(t):
        order = -7.0 if t.camera.depth((x, y, z)) < t.camera.depth(t.now.body.origin) else 1.9
        rods = [((x - 34, y, z), (x + 34, y, z)), *(((x + q, 0, z), (x + q, y, z)) for q in (-28, 28))]
        layers += [rod_between(a, b, 1.6, t.camera, order - 0.1 * (i > 0), "k") for i, (a, b) in enumerate(rods)]
    return layers


def towel(t: Stage) -> list[Layer]:
    a, b = _grips(t)
    side = t.word("to", "right foot").partition(" ")[0]
    s = t.now.body
    sole = at(s.joints[f"{side} ankle"], s.feet[side], (8, -6.4, 0)) if side in SIDES else mix(a, b, 0.5)
    behind = side not in SIDES and t.camera.depth(mix(a, b, 0.5)) > t.camera.depth(s.spine_points[4])
    orders = (3.0, 3.0) if behind else (0.9, -2.0)  # a towel from hand to hand on the side of the back that one sees
    return [polygon([p, sole], t.camera, order, "bd", closed=False) for p, order in zip((a, b), orders, strict=True)]


def straps(t: Stage) -> list[Layer]:
    """Suspension straps from one anchor to the hands, or to the feet."""
    s = t.now.body
    ends = (
        [at(s.joints[f"{k} ankle"], s.feet[k], (0, -4, 0)) for k in SIDES]
        if t.word("to", "hands") == "feet"
        else list(_grips(t))
    )
    anchor: Vec = (t.number("x", 0), t.number("top", 210), 0)
    return [
        polygon([anchor, p], t.camera, order, "w", closed=False) for p, order in zip(ends, (1.9, -2.9), strict=True)
    ]
