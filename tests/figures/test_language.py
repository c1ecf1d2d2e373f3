"""What the pose language accepts, and what it says to a slip."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.figures import read_figure
from builder.figures.words import FIGURE_KEYS, pose_keys
from tests.figures.helpers import bases, figure, read

STAND = {"base": "standing"}


def only_fault(data: Any):
    made, faults = read(data)
    assert made is None
    assert len(faults) == 1, faults
    return faults[0]


def poses(**pose: Any) -> dict[str, Any]:
    return {"poses": {"start": {**STAND, **pose}}}


@pytest.mark.parametrize(
    ("data", "code", "path"),
    [
        ("standing", "FG001", ()),
        ({"poses": {"a": STAND}, "veiw": "side"}, "FG003", ("veiw",)),
        ({"poses": {"a": {"base": "standing", "left hnd": "hips"}}}, "FG003", ("poses", "a", "left hnd")),
        ({"poses": {"a": {"base": "standing", "knee": "much"}}}, "FG005", ("poses", "a", "knee")),
        ({"poses": {"a": {"base": "standing", "knee": [3]}}}, "FG004", ("poses", "a", "knee")),
        ({"poses": {"a": {"base": "standing", "elbow": "bent"}}}, "FG005", ("poses", "a", "elbow")),
        ({"poses": {"a": {"base": "standing", "knee": None}}}, "FG004", ("poses", "a", "knee")),
        ({"poses": {"a": {"base": "standing", "knee": 4000}}}, "FG006", ("poses", "a", "knee")),
        ({"poses": {"a": {"base": "stnading"}}}, "FG005", ("poses", "a", "base")),
        ({"poses": {}}, "FG007", ("poses",)),
        ({}, "FG007", ()),
        ({"poses": {"a": STAND}, "props": ["matt"]}, "FG005", ("props", 0)),
        ({"poses": {"a": STAND}, "props": [{"ball": {"size": 3}}]}, "FG003", ("props", 0, "ball", "size")),
        ({"poses": {"a": STAND}, "arrows": ["left hnad"]}, "FG005", ("arrows", 0)),
        (
            {"poses": {"a": STAND}, "arrows": [{"of": "head", "pose": "b"}]},
            "FG005",
            ("arrows", 0, "pose"),
        ),
        ({"poses": {"a": STAND}, "moves": {"hip": "extend"}}, "FG005", ("moves", "hip")),
        ({"poses": {"a": STAND}, "moves": {"hipp": "extends"}}, "FG003", ("moves", "hipp")),
        ({"poses": {"a": STAND}, "ghost": "yes"}, "FG004", ("ghost",)),
        ({"poses": {"a": STAND}, "tempo": [2, 99, 2]}, "FG006", ("tempo",)),
        ({"poses": {str(i): STAND for i in range(9)}}, "FG006", ("poses",)),
    ],
)
def test_each_slip_gets_its_code_at_its_key(data, code, path):
    """Each slip gets its code at its key."""
    fault = only_fault(data)
    assert (fault.code, fault.path) == (code, path)
    assert fault.message.endswith(".")
    assert fault.hint


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("left sholder", "left shoulder"), ("spin twist", "spine twist"), ("handz", "hands"), ("wieght", "weight")],
)
def test_a_mistyped_key_is_answered_with_the_nearest_one(typed, meant):
    """A mistyped key is answered with the nearest one."""
    assert f"`{meant}`" in only_fault(poses(**{typed: 3})).hint


def test_all_slips_are_told_at_once():
    """All slips are told at once."""
    _, faults = read({"veiw": "side", "poses": {"a": {"base": "standing", "knea": 3, "hip": "x"}}})
    assert {f.code for f in faults} == {"FG003", "FG005"}
    assert len(faults) == 3


def test_a_key_without_a_side_means_both():
    """A key without a side means both."""
    pose = figure(poses(elbow=40)).poses[0]
    assert pose.angles["left elbow"] == pose.angles["right elbow"] == 40


def test_a_pose_goes_on_from_the_one_before():
    """A pose goes on from the one before."""
    second = figure({"poses": {"a": {"base": "standing", "elbow": 40}, "b": {"knee": 20}}}).poses[1]
    assert second.angles["left elbow"] == 40
    assert second.follows


def test_naming_a_joint_of_a_limb_frees_its_contact_and_its_weight():
    """Naming a joint of a limb frees its contact and its weight."""
    end = figure({"poses": {"a": {"base": "all-fours"}, "b": {"left shoulder": 175, "right hip": -8}}}).poses[1]
    assert end.contacts["left hand"].word == "free"
    assert end.contacts["right hand"].word == "keep"
    assert end.weight == ("right hand", "left knee")


def test_what_hangs_by_its_hands_hangs_from_any_base():
    """Weight on the grip hangs the body up, whatever pose it starts from."""
    assert figure({"poses": {"a": {"base": "standing", "weight": "grip"}}}).poses[0].rests_on == "grip"


@pytest.mark.parametrize("alone", ["grip", "ball"])
def test_grip_and_ball_carry_the_body_alone(alone):
    """The grip or the ball beside another part is told where it stands."""
    _, faults = read({"poses": {"a": {"base": "standing", "weight": ["feet", alone]}}})
    assert [(fault.code, fault.hint) for fault in faults] == [("FG004", f"Write `weight: {alone}`.")]


def test_a_stated_contact_wins_over_the_freed_one():
    """A stated contact wins over the freed one."""
    end = figure({"poses": {"a": {"base": "all-fours"}, "b": {"left shoulder": 80, "left hand": "floor"}}}).poses[1]
    assert end.contacts["left hand"].word == "floor"


def test_what_is_on_the_floor_stays_there_in_the_next_pose():
    """What is on the floor stays there in the next pose."""
    end = figure({"poses": {"a": {"base": "hook-lying"}, "b": {"spine": 10}}}).poses[1]
    assert end.contacts["left foot"].word == "keep"


def test_bending_one_knee_of_a_standing_body_makes_the_other_leg_stand():
    """Bending one knee of a standing body makes the other leg stand."""
    assert figure({"poses": {"a": STAND, "b": {"right hip": 60, "right knee": 80}}}).poses[1].stand == "left"


def test_a_number_for_the_spine_is_shared_between_its_parts():
    """A number for the spine is shared between its parts."""
    a = figure(poses(spine=50)).poses[0].angles
    assert (a["lumbar"], a["thoracic"]) == (30, 20)


def test_every_base_pose_reads_alone():
    """Every base pose reads alone."""
    for name in bases():
        assert figure({"poses": {"hold": {"base": name}}}).poses[0].label


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from([*pose_keys(), "left", "free", "keep", "standing", "prone"])
)
trees = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(scalars, inner, max_size=5), max_leaves=20
)
pose_like = st.dictionaries(st.sampled_from(pose_keys()) | scalars, trees, max_size=6)
figure_like = st.dictionaries(st.sampled_from(FIGURE_KEYS) | scalars, trees, max_size=6) | st.builds(
    lambda p: {"poses": p}, st.dictionaries(scalars, pose_like, max_size=3)
)


@given(trees | figure_like)
def test_reading_never_raises_and_never_gives_both_figure_and_faults(data):
    """Reading never raises and never gives both figure and faults."""
    made, faults = read_figure(data, bases())
    assert (made is None) == bool(faults)
    assert all(f.code.startswith("FG") and f.message and f.hint for f in faults)
