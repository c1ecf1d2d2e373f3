"""Every check has a figure that triggers it, and good figures trigger none."""

from dataclasses import replace

import pytest

from builder.figures import check_figure, first_turns, lone_limbs, moving_limbs
from builder.figures.checks import _bones
from builder.figures.solver import solve_figure
from tests.figures.helpers import BLOCKS, block, codes, figure

STAND = {"base": "standing"}


@pytest.mark.parametrize(
    ("code", "poses", "rest"),
    [
        ("FG021", [{**STAND, "elbow": 170}], {}),
        ("FG022", [{**STAND, "right hand": [220, 100]}], {}),
        ("FG023", [{"base": "supine", "hip": -30}], {}),
        ("FG024", [{"base": "supine", "lift": 30, "hands": "free", "feet": "free", "head": "free"}], {}),
        ("FG025", [{**STAND, "right shoulder": 0, "right shoulder abd": -35, "right elbow": 0}], {}),
        ("FG026", [{**STAND, "ankle": 30}], {}),
        ("FG027", [{"base": "all-fours"}, {"forward": 90}], {}),
        ("FG028", [{"base": "supine"}, {"base": "push-up"}], {}),
        ("FG029", [STAND, {}], {}),
        ("FG030", [STAND, {"knee": 40}], {"moves": {"knee": "extends"}}),
        ("FG030", [STAND, {"knee": 40}], {"moves": {"left elbow": "flexes"}}),
        ("FG030", [STAND, {"knee": 60}], {"moves": {"hips": "rises"}}),
        ("FG032", [STAND, {"base": "supine"}], {}),
        ("FG031", [{"base": "sitting", "hip": 90, "knee": 0}, {"hip": 0, "knee": 130}], {"surface": 45}),
    ],
)
def test_the_check_complains(code, poses, rest):
    """The check complains."""
    assert code in codes(*poses, **rest)


def test_a_bone_of_the_wrong_length_is_told():
    """A bone of the wrong length is told."""
    solved = solve_figure(figure({"poses": {"a": STAND}}))[0]
    joints = {**solved.body.joints, "right knee": (0.0, 0.0, 0.0)}
    broken = replace(solved, body=replace(solved.body, joints=joints))
    assert {f.code for f in _bones(broken)} == {"FG020"}


def test_a_joint_beyond_its_limit_points_to_the_key_that_set_it():
    """A joint beyond its limit points to the key that set it."""
    fault = next(f for f in check_figure(figure({"poses": {"a": {**STAND, "left elbow": 170}}})) if f.code == "FG021")
    assert fault.path == ("poses", "a", "left elbow")


@pytest.mark.parametrize("moves", [{"knee": "flexes"}, {"hip": "flexes"}, {"right knee": "flexes"}, {"hips": "falls"}])
def test_a_true_statement_about_the_movement_passes(moves):
    """A true statement about the movement passes."""
    assert "FG030" not in codes(STAND, {"hip": 60, "knee": 70}, moves=moves)


def test_the_limbs_that_move_can_be_compared_with_the_words_of_the_steps():
    """The limbs that move can be compared with the words of the steps."""
    assert moving_limbs(block("bird-dog")) == {"right arm", "left leg"}


def test_a_limb_that_moves_after_both_is_seen_to_move_alone():
    """A limb that moves alone is seen, even if both move from some other pose to the next."""
    squat_and_lift = figure({"poses": {"a": {"base": "standing"}, "b": {"hip": 30, "knee": 30}, "c": {"left hip": 60}}})
    assert moving_limbs(squat_and_lift) == {"left leg", "right leg"}
    assert lone_limbs(squat_and_lift) == {"left leg"}


@pytest.mark.parametrize(
    ("slug", "turns"),
    [
        ("neck-rotation", {"head turn": "left"}),
        ("upper-trapezius-stretch", {"head tilt": "right"}),
        ("seated-trunk-rotation", {"trunk turn": "left"}),
        ("seated-side-bend", {"trunk tilt": "left"}),
        ("cat-cow", {}),
    ],
)
def test_the_side_to_which_head_and_trunk_go_first(slug, turns):
    """The side to which head and trunk go first is that of the first pose that shows it."""
    assert first_turns(block(slug)) == turns


@pytest.mark.parametrize("slug", sorted(BLOCKS))
def test_every_block_passes_all_checks(slug):
    """Every block passes all checks."""
    assert check_figure(block(slug)) == ()
