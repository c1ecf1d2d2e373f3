"""Where the solver puts a body: on the floor, in balance, reaching what it should."""

import pytest

from builder.figures.between import in_between
from builder.figures.geometry import distance
from builder.figures.skeleton import SIDES, centre_of_mass, grip_point
from builder.figures.solver import solve_figure
from builder.figures.surface import lowest
from tests.figures.helpers import BLOCKS, bases, block, figure, load, mirror, solve

ON_FLOOR = [name for name in bases() if name not in ("hanging", "sitting")]


@pytest.mark.parametrize("base", ON_FLOOR)
def test_every_base_pose_rests_on_the_floor(base):
    """Every base pose rests on the floor."""
    (s,) = solve({"base": base})
    assert lowest(s.body, ("foot", "knee", "trunk", "hand", "elbow", "head")) == pytest.approx(0, abs=2.1)


def test_a_standing_body_is_as_tall_as_the_table_says():
    """A standing body is as tall as the table says."""
    (s,) = solve({"base": "standing"})
    assert s.body.joints["right knee"][1] / 170 == pytest.approx(0.285, abs=0.01)
    assert s.body.origin[1] / 170 == pytest.approx(0.530, abs=0.01)


@pytest.mark.parametrize("pose", [{}, {"hip": 80, "knee": 15}, {"hip": 100, "knee": 100, "shoulder": "forward"}])
def test_a_standing_body_keeps_its_weight_over_its_feet(pose):
    """A standing body keeps its weight over its feet."""
    (s,) = solve({"base": "standing", **pose})
    x = centre_of_mass(s.body)[0]
    assert s.body.joints["right heel"][0] < x < s.body.joints["right toe"][0]


def test_on_one_leg_the_weight_comes_over_the_standing_foot():
    """On one leg the weight comes over the standing foot."""
    (s,) = solve({"base": "standing", "right hip": 60, "right knee": 80})
    assert centre_of_mass(s.body)[2] == pytest.approx(s.body.joints["left ankle"][2], abs=0.5)


def test_on_tiptoe_the_heels_are_high_and_the_weight_over_the_toes():
    """On tiptoe the heels are high and the weight over the toes."""
    (s,) = solve({"base": "standing", "feet": "tiptoe"})
    assert s.body.joints["right heel"][1] > 8
    assert centre_of_mass(s.body)[0] == pytest.approx(s.body.joints["right ball"][0], abs=1)


def test_arms_told_to_hang_are_plumb_whatever_the_trunk_does():
    """Arms told to hang are plumb whatever the trunk does."""
    (s,) = solve({"base": "standing", "hip": 80, "shoulder": "down", "elbow": 0})
    assert s.body.joints["right wrist"][0] == pytest.approx(s.body.joints["right shoulder"][0], abs=0.5)


def test_the_deadlift_starts_with_the_bar_at_plate_height_and_feet_that_stay():
    """The deadlift starts with the bar at plate height and feet that stay."""
    start, end = solve_figure(block("deadlift"))
    assert grip_point(start.body, "right")[1] == pytest.approx(22.5, abs=0.5)
    assert distance(start.body.joints["left ankle"], end.body.joints["left ankle"]) < 0.5


def test_bird_dog_lifts_the_opposite_arm_and_leg_level():
    """Bird dog lifts the opposite arm and leg level."""
    _, end = solve_figure(block("bird-dog"))
    j = end.body.joints
    assert abs(j["right wrist"][1] - j["right shoulder"][1]) < 8
    assert abs(j["left ankle"][1] - j["left hip"][1]) < 12
    assert distance(j["left wrist"], solve_figure(block("bird-dog"))[0].body.joints["left wrist"]) < 0.5


def test_a_bridge_puts_shoulder_hip_and_knee_in_one_line():
    """A bridge puts shoulder hip and knee in one line."""
    _, end = solve_figure(block("glute-bridge"))
    (x0, y0, _), (x1, y1, _), (x2, y2, _) = (
        end.body.spine_points[5],
        end.body.joints["right hip"],
        end.body.joints["right knee"],
    )
    on_line = y0 + (y2 - y0) * (x1 - x0) / (x2 - x0)
    assert abs(y1 - on_line) < 8


def test_a_place_out_of_reach_is_reported_with_the_distance():
    """A place out of reach is reported with the distance."""
    (s,) = solve({"base": "standing", "right hand": [200, 100]})
    assert s.missed[0][0] == "right hand"
    assert s.missed[0][1] > 50


@pytest.mark.parametrize("slug", sorted(BLOCKS))
def test_the_mirrored_block_is_the_mirrored_body(slug):
    """The mirrored block is the mirrored body."""
    data = load(BLOCKS[slug])
    for a, b in zip(solve_figure(figure(data)), solve_figure(figure(mirror(data))), strict=True):
        for name, (x, y, z) in a.body.joints.items():
            side, _, rest = name.partition(" ")
            twin = f"{SIDES[1 - SIDES.index(side)]} {rest}" if side in SIDES else name
            seen = (-x, y, z) if a.pose.side_lying else (x, y, -z)
            assert distance(seen, b.body.joints[twin]) < 0.5, name


def test_an_in_between_starts_and_ends_at_the_poses():
    """An in between starts and ends at the poses."""
    a, b = solve_figure(block("glute-bridge"))
    assert in_between(a, b, 0) is a
    assert in_between(a, b, 1) is b


@pytest.mark.parametrize("slug", ["glute-bridge", "bird-dog", "cat-cow"])
def test_a_hand_that_stays_does_not_slide_on_the_way(slug):
    """A hand that stays does not slide on the way."""
    a, b, *_ = solve_figure(block(slug))
    for i in range(9):
        wrist = in_between(a, b, i / 8).body.joints["left wrist"]
        assert distance(wrist, a.body.joints["left wrist"]) < 1.5


@pytest.mark.parametrize("tilt", [{"pelvic tilt": 14, "tilt": 5}, {"tilt": 5, "pelvic tilt": 14}])
def test_a_pelvic_tilt_leaves_the_trunk_above_where_it_was(tilt):
    """A pelvic tilt leaves the trunk above where it was."""
    plain, tilted = solve({"base": "sitting", "tilt": 5})[0], solve({"base": "sitting", **tilt})[0]
    assert tilted.body.chest[1] == pytest.approx(plain.body.chest[1], abs=0.001)
    assert tilted.angles["lumbar"] == 14


def test_the_heels_stay_up_when_the_knees_of_a_tiptoe_stand_bend():
    """The heels stay up when the knees of a tiptoe stand bend."""
    _, end = solve({"base": "standing", "feet": "tiptoe"}, {"hip": 50, "knee": 60})
    assert end.body.joints["left heel"][1] > 8
