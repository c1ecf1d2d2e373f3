"""Vectors, frames and roots against values known by hand."""

from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.figures import geometry as g

angles = st.floats(-180, 180)


def near(a: g.Vec, b: g.Vec) -> bool:
    return g.distance(a, b) < 1e-6


def test_a_positive_pitch_swings_a_hanging_limb_forward():
    """A positive pitch swings a hanging limb forward."""
    frame = g.pitch(g.UPRIGHT, 90)
    assert near(g.out(frame, (0, -1, 0)), (1, 0, 0))


def test_a_positive_bank_takes_the_head_to_the_right():
    """A positive bank takes the head to the right."""
    assert near(g.bank(g.UPRIGHT, 90)[1], (0, 0, 1))


def test_a_positive_yaw_turns_the_face_to_the_left():
    """A positive yaw turns the face to the left."""
    assert near(g.yaw(g.UPRIGHT, 90)[0], (0, 0, -1))


@given(angles, angles, angles)
def test_turned_frames_stay_square(a, b, c):
    """Turned frames stay square."""
    x, y, z = g.yaw(g.bank(g.pitch(g.UPRIGHT, a), b), c)
    assert all(isclose(g.length(v), 1, abs_tol=1e-9) for v in (x, y, z))
    assert near(g.cross(x, y), z)


@given(angles, angles, st.tuples(*[st.floats(-50, 50)] * 3))
def test_into_a_frame_and_out_again_gives_the_same_vector(a, b, v):
    """Into a frame and out again gives the same vector."""
    frame = g.bank(g.pitch(g.UPRIGHT, a), b)
    assert near(g.out(frame, g.into(frame, v)), v)


def test_a_frame_half_way_between_two_is_at_half_the_angle():
    """A frame half way between two is at half the angle."""
    half = g.between_frames(g.UPRIGHT, g.pitch(g.UPRIGHT, 60))
    assert near(half[1], g.pitch(g.UPRIGHT, 30)[1])


def test_the_root_of_a_square_is_found():
    """The root of a square is found."""
    assert g.find_root(lambda x: x * x - 2, 1.0, 0.5) == pytest.approx(sqrt(2), abs=0.02)
