"""Alt text says posture and change in words."""

import re

import pytest

from builder.figures import describe_figure
from tests.figures.helpers import BLOCKS, block, figure


@pytest.mark.parametrize(
    ("slug", "text"),
    [
        ("bird-dog", "On hands and knees. Then the right arm and the left leg are raised level with the trunk."),
        ("glute-bridge", "Lying on the back with the knees bent and the feet flat. Then the hips rise."),
        ("tiptoe-stand", "Standing. Then the heels rise."),
        (
            "upper-trapezius-stretch",
            "Sitting, right hand on the thigh, left hand on the lower back, with a chair. Then the head tilts to the right.",
        ),
        (
            "side-lying-leg-lift-with-ball",
            "Lying on the left side, with a gym ball between the ankles. Then both legs are lifted.",
        ),
        ("dumbbell-upright-row", "Standing, holding dumbbells. Then both elbows bend to pull the hands up."),
        ("neck-extension", "Sitting, hands on the seat, with a chair. Then the head tips back."),
        (
            "bent-over-lateral-raise",
            "Standing, bent forward at the hips, knees soft, arms hanging down. Then both arms open out to the sides.",
        ),
        ("feet-together-stand", "Standing with the feet together, hands on the hips."),
        (
            "neck-rotation",
            "Sitting, hands on the knees, with a chair. Then the head turns to the left. Next the head turns to the right.",
        ),
    ],
)
def test_the_words_say_what_the_picture_shows(slug, text):
    """The words say what the picture shows."""
    assert describe_figure(block(slug)) == text


def test_a_trunk_that_turns_back_comes_to_the_middle():
    """A trunk that turns back from the side comes to the middle."""
    turns = {
        "left": {"base": "standing", "spine twist": -40},
        "ahead": {"spine twist": 0},
        "right": {"spine twist": 40},
    }
    text = describe_figure(figure({"poses": turns}))
    assert text.endswith("Then the trunk turns back to the middle. Next the trunk turns to the right.")


@pytest.mark.parametrize("slug", sorted(BLOCKS))
def test_every_figure_has_words_for_each_of_its_poses(slug):
    """Every figure has words for each of its poses."""
    text = describe_figure(block(slug))
    assert not re.search(r"image|picture|drawing|figure of", text, re.I)
    assert not re.search(r"\bmoves (up|down|back|forward|to the side)", text), "a joint is named, not what one does"
    assert 12 < len(text) <= 420
    assert text.count(". ") + 1 == len(block(slug).poses)
    assert text[0].isupper()
    assert text.endswith(".")
    assert "  " not in text
    assert ", ," not in text


@pytest.mark.parametrize(
    ("slug", "wanted", "unwanted"),
    [
        ("newspaper-turn", "Then the body turns to the right. Next the body turns further to the right.", ""),
        ("seated-cable-back-extension", "the trunk leans forward", "head moves"),
        ("cable-pull-through", "Then the trunk leans forward at the hips and the knees bend.", "arms are raised"),
        ("lunge", "Then the left foot steps forward and the hips sink.", ""),
        ("tiptoe-squat", "Then the hips and knees bend.", "trunk"),
        ("seated-ball-pelvic-tilt", "the lower back arches", "arches and the back"),
        ("cobra-stretch", "propped on the forearms, and the back arches", "forearms and"),
    ],
)
def test_a_change_is_said_once_and_of_the_part_that_moves(slug, wanted, unwanted):
    """A change is said once, and of the part that moves."""
    text = describe_figure(block(slug))
    assert wanted in text
    assert not unwanted or unwanted not in text
