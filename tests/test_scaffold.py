"""builder.scaffold: `new` writes a record that explains itself and passes once it is filled in."""

import re
from datetime import date

import pytest

from builder.errors import Unable
from builder.models.exercise import Exercise
from builder.scaffold import new_exercise, scaffold
from builder.shape import field_names
from builder.yamltree import read_yaml
from tests.conftest import World

TODAY = date(2026, 11, 23)
NEW = "exercises/neck/neck-turn.yaml"
FILLED = {
    "Fill in another name": "Head turn",
    "fill in a common typing mistake": "nek turn",
    "Fill in the summary.": "Turn your head from side to side.",
    "Fill in the starting position.": "Stand tall.",
    "Fill in the first step.": "Turn your head slowly.",
    "Fill in how to breathe.": "Breathe on.",
    "Fill in where it works.": "The sides of the neck.",
    "Fill in where it should not be felt.": "Pain in the arm.",
    "Fill in what goes wrong.": "The chin drops.",
    "Fill in how to mend it.": "Look straight ahead.",
    "Fill in what to do instead.": "Ask first.",
    "Fill in what this source supports.": "The movement.",
}


def test_new_record_fails_only_by_what_is_to_be_filled_in(world: World) -> None:
    """A fresh record has no other fault than its placeholders."""
    assert new_exercise(world.root, "neck-turn", "neck", TODAY) == world.root / NEW
    assert set(world.codes()) == {"EX018"}


def test_filled_in_record_passes(world: World) -> None:
    """With every placeholder replaced, and nothing else, the record passes; published too."""
    new_exercise(world.root, "neck-turn", "neck", TODAY)
    text = world.read(NEW)
    for placeholder, words in FILLED.items():
        assert text.count(placeholder) == 1
        text = text.replace(placeholder, words)
    world.write(NEW, text)
    assert world.report() == ""
    world.edit(NEW, "status: draft", "status: published")
    assert world.report() == ""


def test_every_placeholder_is_noticed(world: World) -> None:
    """Each text that is to be filled in is a problem of its own, at its own line."""
    new_exercise(world.root, "neck-turn", "neck", TODAY)
    lines = [n for n, line in enumerate(world.read(NEW).splitlines(), 1) if re.search(r"(?i)^[^#]*\bfill in", line)]
    assert [p.line for p in world.check()] == lines
    assert len(lines) == len(FILLED)


def test_record_is_in_canonical_order_with_a_comment_for_each_field() -> None:
    """The scaffold shows the fields in their order, explains them, and names the schema for the editor."""
    text = scaffold("neck-turn", TODAY)
    document, problems = read_yaml(text, "x.yaml")
    assert problems == []
    assert document
    assert list(document.data) == [n for n in field_names(Exercise) if n in document.data]
    assert text.startswith("# yaml-language-server: $schema=../../schemas/exercise.schema.json\n")
    assert text.count("\n# ") >= 15


@pytest.mark.parametrize(
    ("today", "next_review"),
    [(date(2026, 11, 23), "2028-11-23"), (date(2028, 2, 29), "2030-02-28"), (date(2026, 1, 31), "2028-01-28")],
)
def test_next_review_is_two_years_away(today: date, next_review: str) -> None:
    """The dates come from the clock that was given; leap days do no harm."""
    assert f"{{reviewed_on: {today}, next_review: {next_review}}}" in scaffold("neck-turn", today)


@pytest.mark.parametrize(
    "slug", ["Neck-turn", "neck turn", "neck_turn", "../x", "/x", "-x", "x-", "a--b", "", ".", "x" * 65, "é"]
)
def test_bad_slug_is_refused(world: World, slug: str) -> None:
    """A slug that could not be an address is refused, and nothing is written."""
    before = sorted(world.root.rglob("*"))
    with pytest.raises(Unable, match="cannot be a file name"):
        new_exercise(world.root, slug, "neck", TODAY)
    assert sorted(world.root.rglob("*")) == before


@pytest.mark.parametrize("group", ["nek", "Neck", "", "..", "neck/x"])
def test_unknown_group_is_refused(world: World, group: str) -> None:
    """A group that is not in the vocabulary is refused, with the one that may be meant."""
    with pytest.raises(Unable, match="there is no group") as caught:
        new_exercise(world.root, "neck-turn", group, TODAY)
    assert "neck" in str(caught.value)


@pytest.mark.parametrize("slug", ["chin-tuck", "plank"])
def test_taken_slug_is_refused(world: World, slug: str) -> None:
    """A slug that any exercise has, in whatever group, is not written over."""
    before = world.read("exercises/neck/chin-tuck.yaml")
    with pytest.raises(Unable, match="is taken"):
        new_exercise(world.root, slug, "neck", TODAY)
    assert world.read("exercises/neck/chin-tuck.yaml") == before


def test_broken_record_keeps_its_slug(world: World) -> None:
    """A file that cannot be read is not written over either."""
    world.write(NEW, "name: [")
    with pytest.raises(Unable, match="is taken"):
        new_exercise(world.root, "neck-turn", "neck", TODAY)
    assert world.read(NEW) == "name: ["


@pytest.mark.parametrize("slug", ["neck-slide", "index", "con"])
def test_retired_or_reserved_slug_is_refused(world: World, slug: str) -> None:
    """A slug that check would never let pass is refused at once."""
    with pytest.raises(Unable, match=r"never used again|kept for the site"):
        new_exercise(world.root, slug, "neck", TODAY)
