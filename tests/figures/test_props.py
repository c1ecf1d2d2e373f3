"""Every piece of equipment draws, and the ones that carry a body touch it."""

import pytest

from builder.figures.camera import Camera
from builder.figures.geometry import distance
from builder.figures.props import DRAWN, prop_layers
from builder.figures.solver import solve_figure
from builder.figures.surface import lowest
from builder.figures.words import PROP_OPTIONS, VIEWS
from tests.figures.helpers import figure, solve


def test_every_prop_of_the_language_can_be_drawn():
    """Every prop of the language can be drawn, and no other is there."""
    assert set(DRAWN) == set(PROP_OPTIONS)


@pytest.mark.parametrize("view", ["side", "front", "back-quarter", "above"])
@pytest.mark.parametrize("kind", sorted(PROP_OPTIONS))
def test_a_prop_draws_in_every_view(kind, view):
    """A prop draws in every view."""
    made = figure({"props": [kind], "poses": {"a": {"base": "standing", "grip": "overhand"}}})
    (s,) = solve_figure(made)
    layers = prop_layers(made.props, s, s, Camera(*VIEWS[view]))
    assert layers
    assert all(layer.path.startswith("M") and layer.tone for layer in layers)


def test_a_hand_on_the_wall_touches_it():
    """A hand on the wall touches it."""
    (s,) = solve({"base": "standing", "hands": "wall"}, props=[{"wall": {"x": 50}}])
    assert s.body.joints["right wrist"][0] == pytest.approx(50 - 2.6, abs=0.5)


def test_a_hand_on_the_seat_is_beside_the_hip():
    """A hand on the seat is beside the hip, at the height of the seat."""
    (s,) = solve({"base": "sitting", "hands": "seat"}, surface=45, props=["chair"])
    hand, hip = s.body.joints["left hand"], s.body.joints["left hip"]
    assert distance(hand, hip) < 25
    assert hand[1] == pytest.approx(45, abs=8)


def test_forearms_on_the_ball_lie_on_its_top():
    """Forearms on the ball lie on its top."""
    (s,) = solve(
        {"base": "kneeling", "hip": 40, "forearms": "ball", "elbow": 80}, props=[{"ball": {"under": "forearms"}}]
    )
    assert lowest(s.body, ["forearm"]) == pytest.approx(62, abs=3)


def test_a_body_on_the_ball_touches_it_without_sinking_in():
    """A body on the ball touches it and sinks in no deeper than the ball gives."""
    (s,) = solve({"base": "prone", "weight": "ball", "tilt": -20, "spine": 60}, props=["ball"])
    reach = min(distance(p, (0.0, 32.5, 0.0)) for p in s.body.spine_points)
    assert 36 < reach < 46
