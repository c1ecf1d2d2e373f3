"""A read pose to a body in place: the writer gives angles and contacts, the solver finds everything else.

Order: limbs aimed at world directions; the pelvis' tilt (feet flat, shins flat, two supports, or given); balance;
the drop to the floor; contacts of hands and feet, turned back into angles.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import atan2, cos, degrees, radians, sin, sqrt
from types import MappingProxyType

from .contacts import grip_middle, heel_rise, orient, place_foot, place_hand, place_head
from .geometry import UPRIGHT, Frame, Vec, add, bank, dot, find_root, into, length, mix, pitch, scale, sub, yaw
from .model import Figure, Pose
from .skeleton import SIDES, SIGN, Skeleton, centre_of_mass, grip_point, limb_frame, pose_chest
from .surface import lowest, split_side, trunk_sections
from .work import Scene, Solved, Work

AIMS: Mapping[str, Vec] = MappingProxyType(
    {"down": (0, -1, 0), "up": (0, 1, 0), "forward": (1, 0, 0), "back": (-1, 0, 0), "level": (-1, 0, 0)}
)
STAY_JOINTS: Mapping[str, str] = MappingProxyType(
    {"knees": "knee", "toes": "ball", "feet": "ankle", "elbows": "elbow", "hands": "wrist", "heels": "heel"}
)
STAY_ONE: Mapping[str, str] = MappingProxyType({"foot": "ankle", "hand": "wrist", "toes": "ball", "forearm": "elbow"})
# face toward the reader, on the right or on the left side
SIDE_LYING: Mapping[str, Frame] = MappingProxyType(
    {
        "right": ((0.0, 0.0, 1.0), (-1.0, 0.0, 0.0), (0.0, -1.0, 0.0)),
        "left": ((0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)),
    }
)
STANCE = 11.0  # half the distance of the ankles when standing
ARCH = 4.5  # the weight falls this far before the ankle
BALL_GIVES = 3.0  # a gym ball gives way this much under a body


def solve_figure(figure: Figure) -> tuple[Solved, ...]:
    """Every pose, each from the one before it."""
    scene = scene_of(figure)
    solved: list[Solved] = []
    for pose in figure.poses:
        solved.append(solve_pose(pose, solved[-1] if solved and pose.follows else None, scene))
    return tuple(solved)


def scene_of(figure: Figure) -> Scene:
    values: dict[str, float] = {}
    for prop in figure.props:
        x, radius = prop.options.get("x"), prop.options.get("radius")
        if prop.kind == "ball":
            values |= {"ball_x": x} if isinstance(x, float) else {}
            values |= {"ball_radius": radius} if isinstance(radius, float) else {}
        elif prop.kind == "wall" and isinstance(x, float):
            values["wall_x"] = x
    return Scene(**values)


def solve_pose(pose: Pose, before: Solved | None, scene: Scene) -> Solved:
    angles = {**pose.angles, "lumbar": pose.angles["lumbar"] + pose.place("pelvic tilt")}
    w = Work(pose, before, scene, angles)
    if pose.place("reach"):
        _bend_until_grip_at(w, pose.place("reach"))
    else:
        _set_frame(w)
    orient(w)
    _set_place(w)
    for side in SIDES:
        place_foot(w, side)
    for side in SIDES:
        place_hand(w, side)
    place_head(w)
    fists = frozenset(side for side in SIDES if w.gripping(side))
    return Solved(pose, w.body, MappingProxyType(w.held), fists, tuple(w.missed), scene)


def _bend_until_grip_at(w: Work, height: float) -> None:
    """Bend the hips until the hanging hands are at this height (a bar on the floor)."""

    def error(hip: float) -> float:
        w.angles["right hip"] = w.angles["left hip"] = hip
        _set_frame(w)
        for side in SIDES:
            place_hand(w, side)
        floor = lowest(w.body, [f"{_stance(w.pose)} foot"])
        return grip_point(w.body, "right")[1] - floor - height

    find_root(error, w.angles["right hip"], 4.0)


# --- which way the pelvis faces ------------------------------------------------------------------------------------


def _set_frame(w: Work) -> None:
    pose = w.pose
    if pose.rests_on == "feet":
        _stand(w)
    elif pose.rests_on == "shins":
        side = _stance(pose)
        _face(w, pitch(UPRIGHT, w.angles[f"{side} knee"] - w.angles[f"{side} hip"] - 90 - pose.lean))
    elif len(_supports(pose)) == 2:
        _lean_on_two(w)
    else:
        _face(w, _given_frame(pose))


def _stance(pose: Pose) -> str:
    return "left" if pose.stand == "left" else "right"


def _given_frame(pose: Pose, extra: float = 0.0) -> Frame:
    frame = SIDE_LYING.get(pose.side_lying, UPRIGHT)
    frame = yaw(frame, pose.place("turn"))
    tilt = pose.lean
    frame = bank(frame, -tilt) if pose.side_lying else pitch(frame, pose.pitch - tilt)
    frame = yaw(frame, -pose.place("roll"))
    if not extra:
        return frame
    c, s = cos(radians(extra)), sin(radians(extra))
    x, y, z = ((c * v[0] - s * v[1], s * v[0] + c * v[1], v[2]) for v in frame)
    return (x, y, z)


def _face(w: Work, frame: Frame) -> None:
    """Take this pelvis frame and aim the limbs that follow the world."""
    w.frame = frame
    order = sorted(w.pose.aims, key=lambda joint: ("knee" in joint, "shoulder" in joint))
    for joint in order:
        side, _, name = joint.partition(" ")
        goal = AIMS[w.pose.aims[joint]]
        if name == "knee":
            a = w.angles
            thigh = limb_frame(frame, a[f"{side} hip"], a[f"{side} hip abd"], a[f"{side} hip rot"], SIGN[side])
            local = into(thigh, goal)
            a[joint] = degrees(atan2(-local[0], -local[1]))
            continue
        local = into(frame if name == "hip" else pose_chest(w.angles, frame), goal)
        flexion = degrees(atan2(local[0], -local[1]))
        w.angles[joint] = flexion + 360 if flexion < -90 else flexion
    w.refresh()


def _stand(w: Work) -> None:
    pose, side = w.pose, _stance(w.pose)
    ankle = f"{side} ankle"
    forward = yaw(UPRIGHT, pose.place("turn"))
    rise = heel_rise(w, side) if w.contact(f"{side} foot").word == "tiptoe" else 0.0

    def lean(value: float) -> None:
        w.angles[ankle] = value
        if pose.stand == "both" and "left ankle" not in pose.named:
            w.angles["left ankle"] = w.angles["right ankle"] = value
        turn = w.angles[f"{side} knee"] - w.angles[f"{side} hip"] - value - rise - pose.lean
        _face(w, pitch(forward, turn))

    def unbalance(value: float) -> float:
        lean(value)
        return dot(forward[0], sub(centre_of_mass(w.body, pose.load), _support_point(w, side, rise)))

    if ankle in pose.named or pose.lean:
        lean(w.angles[ankle])
        return
    _balance(unbalance)
    if pose.stand == "both" and not {"right hip abd", "left hip abd"} & pose.named:
        _stance_width(w, forward[2])
    if pose.stand != "both" and f"{side} hip abd" not in pose.named:
        _shift_over_foot(w, side, forward[2])
        _balance(unbalance)


def _balance(unbalance: Callable[[float], float]) -> None:
    find_root(unbalance, 0.0, 8.0, limit=20, rounds=8)


def _stance_width(w: Work, across: Vec) -> None:
    """Both feet keep their distance, however far the knees are bent."""
    wanted = dot(across, w.before.body.joints["right ankle"]) if w.before else STANCE

    def error(value: float) -> float:
        w.angles["right hip abd"] = w.angles["left hip abd"] = value
        return dot(across, w.refresh_limb("right foot").joints["right ankle"]) - wanted

    find_root(error, w.angles["right hip abd"], 3.0, limit=10, rounds=6)
    w.refresh_limb("left foot")


def _shift_over_foot(w: Work, side: str, across: Vec) -> None:
    """On one leg the pelvis moves over the standing foot."""

    def error(value: float) -> float:
        w.angles[f"{side} hip abd"] = value
        s = w.refresh_limb(f"{side} foot")
        return dot(across, sub(centre_of_mass(s, w.pose.load), s.joints[f"{side} ankle"]))

    find_root(error, 0.0, -5.0, limit=10, rounds=6)


def _support_point(w: Work, side: str, rise: float) -> Vec:
    """What the weight must hang over: before the ankle, over the toes, or between two feet in line."""
    s = w.body
    if rise:
        return s.joints[f"{side} ball"]
    ankle = s.joints[f"{side} ankle"]
    other = w.contact(f"{'left' if side == 'right' else 'right'} foot")
    ahead = ARCH
    if other.target and other.target[1] == 0:
        ahead += other.target[0] / 2
    elif other.word == "keep" and w.before is not None and w.pose.stand != "both":
        old = w.before.body.joints
        ahead += (old["left ankle"][0] - old["right ankle"][0]) / 2 * SIGN[side]
    toes = yaw(UPRIGHT, w.pose.place("turn"))[0]
    return add(ankle, scale(toes, ahead))


def _supports(pose: Pose) -> tuple[tuple[str, ...], ...]:
    """Weight-bearing parts by kind: (("right hand", "left hand"), ("right knee", "left knee"))."""
    groups: dict[str, list[str]] = {}
    for part in pose.weight:
        name = split_side(part)[1] if part.partition(" ")[0] in SIDES else part
        groups.setdefault(name, []).append(part)
    return tuple(tuple(parts) for parts in groups.values())


def _lean_on_two(w: Work) -> None:
    """Tilt the body until both supports are at the same height."""
    first, second = _supports(w.pose)

    def error(extra: float) -> float:
        w.held.clear()
        _face(w, _given_frame(w.pose, extra))
        orient(w)
        return lowest(w.body, first) - lowest(w.body, second)

    find_root(error, 0.0, 6.0, limit=25, rounds=14)


# --- where the body is ---------------------------------------------------------------------------------------------


def _set_place(w: Work) -> None:
    """Let the body down onto what carries it, and keep the point that stays."""
    pose, s = w.pose, w.body
    if pose.rests_on == "feet":
        drop = lowest(s, [f"{_stance(pose)} foot"])
    elif pose.rests_on == "shins":
        drop = lowest(s, [f"{_stance(pose)} knee"])
    elif pose.rests_on == "grip":
        drop = grip_middle(s)[1]
    elif pose.weight == ("ball",):
        drop = 0.0
    else:
        drop = lowest(s, pose.weight)
    x = pose.place("forward") + (_staying(w.before.body, pose)[0] if w.before and pose.rests_on != "grip" else 0.0)
    w.shift((x - _staying(s, pose)[0], pose.place("surface") + pose.place("lift") - drop, 0.0))
    if pose.weight == ("ball",):
        w.shift((0.0, _onto_ball(w.body, w.scene), 0.0))


def _staying(s: Skeleton, pose: Pose) -> Vec:
    stay = pose.stay
    if stay == "hips":
        return s.origin
    if stay == "shoulders":
        return s.spine_points[6]
    if stay == "grip":
        return grip_middle(s)
    side, _, part = stay.partition(" ")
    if side in SIDES:
        return s.joints[f"{side} {STAY_ONE.get(part, part)}"]
    joint = STAY_JOINTS[stay]
    part = {"ball": "toes", "wrist": "hand", "ankle": "foot"}.get(joint, joint)
    bearing = [side for side in SIDES if f"{side} {part}" in pose.weight] or (
        [pose.stand] if pose.stand != "both" else []
    )
    if len(bearing) == 1:
        return s.joints[f"{bearing[0]} {joint}"]
    return mix(s.joints[f"right {joint}"], s.joints[f"left {joint}"], 0.5)


def _onto_ball(s: Skeleton, scene: Scene) -> float:
    """How far the body must rise to lie on the ball."""
    need = -1e9
    centre = (scene.ball_x, scene.ball_radius, 0.0)
    round_parts = [(c, length(depth)) for c, depth, _, _ in trunk_sections(s)[1:-2]]
    for c, radius in round_parts:
        reach = scene.ball_radius + radius - BALL_GIVES
        across = c[0] - centre[0]
        if abs(across) < reach:
            need = max(need, centre[1] + sqrt(reach * reach - across * across) - c[1])
    return need if need > -1e9 else 0.0
