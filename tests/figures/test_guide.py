"""The guide to drawing a pose names everything that the language knows, and nothing else in its lists."""

import re

import pytest

from builder.figures import words as w
from tests.figures.helpers import HERE, bases

GUIDE = (HERE.parents[1] / "content" / "contributing" / "drawing-a-pose.md").read_text(encoding="utf-8")
TOLD = set(re.findall(r"`([^`\n]+)`", GUIDE))
UNSIDED = [key for key in w.pose_keys() if key.split()[0] not in ("left", "right") and key not in ("base", "scapula")]


@pytest.mark.parametrize(
    "word",
    sorted(
        {
            *UNSIDED,
            *w.FIGURE_KEYS,
            *w.VIEWS,
            *w.PROP_OPTIONS,
            *w.FOOT_WORDS,
            *w.BODY_WORDS,
            *w.GRIPS,
            *w.ELBOWS,
            *w.CROPS,
            *w.AIMS,
            *w.WEIGHTS,
            *w.STAYS,
            *w.ARROW_KEYS,
            *w.JOINT_VERBS,
            *w.POINT_VERBS,
            *w.POINTS,
            *w.MIDDLE_POINTS,
            *(option for options in w.PROP_OPTIONS.values() for option in options),
        }
        - {"poses"}
    ),
)
def test_the_guide_names_every_word(word):
    """The guide names every word."""
    assert word in TOLD or f"`{word}:" in GUIDE


def test_the_guide_names_every_base_pose():
    """The guide names every base pose."""
    assert set(bases()) <= TOLD
