"""FG033: what it takes for a contradiction between words and drawing, and what it leaves alone."""

import pytest

from tests.conftest import MINIMAL, MINIMAL_AT, World

LEFT_LEG = "{poses: {start: {base: supine}, end: {left hip: 50}}}"
RIGHT_ARM = "{poses: {start: {base: standing}, end: {right shoulder: 90}}}"
BOTH_LEGS = "{poses: {start: {base: supine}, end: {hip: 40}}}"
HEAD_LEFT = "{poses: {left: {base: standing, neck turn: -50}, right: {neck turn: 50}}}"
TRUNK_RIGHT = "{poses: {start: {base: standing}, end: {spine side: 25}}}"


def draft(world: World, figure: str, *steps: str) -> list[str]:
    """Return the codes that a draft with these steps and this figure gives."""
    lines = "".join(f"  - {step}\n" for step in steps)
    world.write(MINIMAL_AT, MINIMAL.replace("  - Turn your head slowly.\n", f"{lines}figure: {figure}\n"))
    return world.codes()


@pytest.mark.parametrize(
    ("figure", "step"),
    [
        (LEFT_LEG, "Lift your right leg."),
        (LEFT_LEG, "Breathe out and raise the right foot."),
        (RIGHT_ARM, "Reach your left arm forward."),
        (RIGHT_ARM, "Raise your left arm."),
        (HEAD_LEFT, "Turn your head slowly to the right."),
        (TRUNK_RIGHT, "Lean your trunk to the left."),
    ],
)
def test_the_other_side_is_told(world: World, figure: str, step: str) -> None:
    """Words that move the other limb, or turn the other way, are told at their step."""
    assert draft(world, figure, "Breathe in.", step) == ["FG033"]
    assert world.check()[0].line == 12


@pytest.mark.parametrize(
    ("figure", "steps"),
    [
        (LEFT_LEG, ["Lift your left leg."]),
        (LEFT_LEG, ["Press down through your right heel."]),
        (LEFT_LEG, ["Bend the right knee very slightly."]),
        (LEFT_LEG, ["Rest your right hand on the chair."]),
        (LEFT_LEG, ["Lift your left leg.", "Lift your right leg."]),
        (LEFT_LEG, ["Lift your left leg.", "Repeat on the other side.", "Lift your right leg."]),
        (LEFT_LEG, ["Lift your left leg.", "Lift the right leg in the same way."]),
        (RIGHT_ARM, ["Lift your left leg."]),
        (BOTH_LEGS, ["Lift your right leg."]),
        (HEAD_LEFT, ["Turn your head to the left.", "Turn your head to the right."]),
        (HEAD_LEFT, ["Lean your trunk to the right."]),
        (TRUNK_RIGHT, ["Look to the left."]),
    ],
)
def test_what_may_be_right_is_left_alone(world: World, figure: str, steps: list[str]) -> None:
    """Limbs that carry, rest or move little, the second side, and what the drawing does not show: no word about them."""
    assert draft(world, figure, *steps) == []
