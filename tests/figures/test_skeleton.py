"""Forward and inverse kinematics against places worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.figures import body as b
from builder.figures.geometry import distance
from builder.figures.inverse import reach_with_arm, reach_with_leg
from builder.figures.limits import LIMITS, beyond
from builder.figures.skeleton import MIDDLE_ANGLES, NEUTRAL, SIDED_ANGLES, centre_of_mass, move_limb, pose_body

BONES = (
    ("hip", "knee", b.THIGH),
    ("knee", "ankle", b.SHANK),
    ("shoulder", "elbow", b.UPPER_ARM),
    ("elbow", "wrist", b.FOREARM),
)


def posed(**changes: float):
    return pose_body({**NEUTRAL, **{name.replace("_", " "): value for name, value in changes.items()}})


def test_the_proportions_are_those_of_the_cited_table():
    """The proportions are those of the cited table."""
    assert pytest.approx(0.245) == b.THIGH / b.STATURE
    assert pytest.approx(0.246) == b.SHANK / b.STATURE
    assert pytest.approx(0.146) == b.FOREARM / b.STATURE
    assert pytest.approx(0.108) == b.HAND / b.STATURE


def test_the_masses_of_all_parts_make_one_body():
    """The masses of all parts make one body."""
    single, double = ("head", "trunk"), ("upper arm", "forearm", "hand", "thigh", "shank", "foot")
    total = sum(b.SEGMENT_MASS[p][0] for p in single) + 2 * sum(b.SEGMENT_MASS[p][0] for p in double)
    assert total == pytest.approx(1.0, abs=0.002)


def test_in_the_anatomical_position_the_ankle_hangs_under_the_hip():
    """In the anatomical position the ankle hangs under the hip."""
    s = posed()
    assert s.joints["right ankle"] == pytest.approx((0, -(b.THIGH + b.SHANK), b.HALF_HIPS))


def test_hip_flexion_of_90_brings_the_knee_level_with_the_hip_in_front():
    """Hip flexion of 90 brings the knee level with the hip in front."""
    assert posed(right_hip=90).joints["right knee"] == pytest.approx((b.THIGH, 0, b.HALF_HIPS), abs=1e-6)


def test_knee_flexion_takes_the_heel_backward():
    """Knee flexion takes the heel backward."""
    assert posed(right_knee=90).joints["right ankle"] == pytest.approx((-b.SHANK, -b.THIGH, b.HALF_HIPS), abs=1e-6)


@pytest.mark.parametrize(("side", "sign"), [("right", 1), ("left", -1)])
def test_abduction_moves_a_limb_away_from_the_midline(side, sign):
    """Abduction moves a limb away from the midline."""
    s = posed(**{f"{side}_hip_abd": 90.0})
    assert s.joints[f"{side} knee"] == pytest.approx((0, 0, sign * (b.HALF_HIPS + b.THIGH)), abs=1e-6)


def test_elbow_flexion_of_90_points_the_forearm_forward():
    """Elbow flexion of 90 points the forearm forward."""
    s = posed(right_elbow=90)
    assert s.joints["right wrist"][0] - s.joints["right elbow"][0] == pytest.approx(b.FOREARM)


def test_a_neck_glide_moves_the_head_level_by_that_distance():
    """A neck glide moves the head level by that distance."""
    before, after = posed().joints["head"], posed(neck_glide=3).joints["head"]
    assert after[0] - before[0] == pytest.approx(3, abs=0.1)
    assert after[1] == pytest.approx(before[1], abs=0.1)


def test_spine_flexion_brings_the_neck_forward_and_down():
    """Spine flexion brings the neck forward and down."""
    before, after = posed().joints["neck"], posed(lumbar=40, thoracic=30).joints["neck"]
    assert after[0] > before[0] + 20
    assert after[1] < before[1] - 5


def test_the_centre_of_mass_lies_in_the_midline_of_the_lower_trunk():
    """The centre of mass lies in the midline of the lower trunk."""
    x, y, z = centre_of_mass(posed())
    assert z == pytest.approx(0)
    assert abs(x) < 3
    assert 2 < y < 22


@given(
    st.fixed_dictionaries(
        {
            name: st.floats(-60, 120)
            for name in (
                "right hip",
                "right hip abd",
                "right knee",
                "right shoulder",
                "right shoulder abd",
                "right elbow",
            )
        }
    )
)
def test_bones_keep_their_length_in_every_pose(angles):
    """Bones keep their length in every pose."""
    s = pose_body({**NEUTRAL, **angles})
    for near, far, wanted in BONES:
        assert distance(s.joints[f"right {near}"], s.joints[f"right {far}"]) == pytest.approx(wanted)


@given(st.floats(10, 45), st.floats(-40, 20), st.floats(2, 30))
def test_an_arm_reaches_any_place_within_its_length(x, y, z):
    """An arm reaches any place within its length."""
    angles = dict(NEUTRAL)
    s = pose_body(angles)
    target = (x, s.joints["right shoulder"][1] + y, s.joints["right shoulder"][2] + z - 16)
    missed = reach_with_arm(angles, s, "right", target)
    end = pose_body(angles).joints["right wrist"]
    assert missed > 0 or distance(end, target) < 1.0


@given(st.floats(-20, 50), st.floats(-75, -35))
def test_a_leg_reaches_any_place_within_its_length(x, y):
    """A leg reaches any place within its length."""
    angles = dict(NEUTRAL)
    s = pose_body(angles)
    target = (x, y, b.HALF_HIPS)
    missed = reach_with_leg(angles, s, "right", target)
    assert missed > 0 or distance(pose_body(angles).joints["right ankle"], target) < 0.1


def test_moving_one_limb_gives_the_same_body_as_posing_it_whole():
    """Moving one limb gives the same body as posing it whole."""
    angles = {**NEUTRAL, "right shoulder": 70.0, "right elbow": 40.0}
    assert move_limb(pose_body(NEUTRAL), angles, "right hand").joints == pose_body(angles).joints


def test_every_angle_has_a_limit_and_neutral_breaks_none():
    """Every angle has a limit and neutral breaks none."""
    assert set(LIMITS) == {*MIDDLE_ANGLES, *SIDED_ANGLES}
    assert list(beyond(NEUTRAL)) == []


def test_a_joint_beyond_its_range_is_named_with_the_range():
    """A joint beyond its range is named with the range."""
    assert list(beyond({**NEUTRAL, "left knee": 170.0})) == [("left knee", 170.0, (-5, 158))]


def test_an_arm_told_the_other_way_round_is_not_a_fault():
    """An arm told the other way round is not a fault."""
    assert (
        list(beyond({**NEUTRAL, "left shoulder": 190.0, "left shoulder abd": 170.0, "left shoulder rot": 150.0})) == []
    )
