"""EX023: which sentences of two records are too much alike."""

import pytest

from tests.conftest import MINIMAL, MINIMAL_AT, World

CHIN = "Let your head slide back to where it began"  # a step of the tiny world's chin tuck
STEP = "Turn your head slowly."
TWICE = "Turn your head slowly and keep both shoulders low."


def codes(world: World, step: str) -> list[str]:
    world.write(MINIMAL_AT, MINIMAL.replace(STEP, step))
    return world.codes()


@pytest.mark.parametrize("step", [f"{CHIN}.", f"{CHIN.upper()}!", f"And {CHIN.lower()}."])
def test_same_words_are_a_copy(world: World, step: str) -> None:
    """Capitals, marks and a word more do not make a sentence one's own."""
    assert codes(world, step) == ["EX023"]


@pytest.mark.parametrize("step", ["Slide your head straight back.", "Slide your chin back to where it was."])
def test_short_and_other_sentences_pass(world: World, step: str) -> None:
    """A short sentence may be said twice, and a like movement in other words."""
    assert codes(world, step) == []


def test_numbers_do_not_count(world: World) -> None:
    """A sentence with another number in it is the same sentence."""
    world.edit("exercises/neck/chin-tuck.yaml", f"{CHIN}.", "Stay there with level eyes for 3 seconds.")
    assert codes(world, "Stay there with level eyes for 10 seconds.") == ["EX023"]


def test_one_record_may_repeat_itself(world: World) -> None:
    """The rule compares records; what stands twice in one is the editor's matter."""
    assert codes(world, f"{TWICE}\n  - {TWICE}") == []


def test_safety_lines_may_be_shared(world: World) -> None:
    """Advice on stopping may be word for word that of another record."""
    shared = "stop_if:\n  - Let your head slide back to where it began.\nreview: {"
    world.write(MINIMAL_AT, MINIMAL.replace("review: {", shared))
    assert world.codes() == []


def test_message_shows_the_other_sentence(world: World) -> None:
    """The message names the record and quotes the sentence that is alike."""
    codes(world, f"{CHIN}.")
    report = world.report()
    assert f"This is nearly a sentence of exercises/neck/chin-tuck.yaml: “{CHIN}”." in report
    assert report.startswith(f"{MINIMAL_AT}:")
