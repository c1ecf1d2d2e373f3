"""builder.shape: a document against a model, and sentences that say where it does not fit."""

import pytest
from pydantic import ValidationError

from builder.models.exercise import Exercise
from builder.models.program import Program
from builder.problems import Problem
from builder.shape import field_names, model_of, shape
from builder.yamltree import read_yaml
from tests.conftest import MINIMAL


def shaped(text: str) -> tuple[Exercise | None, list[Problem]]:
    """Return a text as an exercise, or the problems."""
    document, problems = read_yaml(text, "x.yaml")
    assert document, problems
    return shape(document, Exercise)


def test_good_record_becomes_a_typed_frozen_exercise() -> None:
    """A record that fits has typed fields, cleaned text, and cannot be changed."""
    value, problems = shaped(MINIMAL.replace("from side to side", "from side - to side"))
    assert problems == []
    assert value
    assert value.summary == "Turn your head from side – to side."
    assert value.steps == ("Turn your head slowly.",)
    assert value.review.next_review.year == 2028
    with pytest.raises(ValidationError):
        value.name = "Other"  # type: ignore[misc]


def test_all_faults_of_a_record_are_told_at_once() -> None:
    """A record with several faults gives them all, each at its own place."""
    text = (
        MINIMAL.replace("kind: mobility", "kind: fun").replace("place: [home]", "place: home").replace("name:", "nam:")
    )
    value, problems = shaped(text)
    assert value is None
    assert sorted((p.line, p.column, p.code) for p in problems) == [
        (1, 1, "SH002"),
        (3, 7, "SH006"),
        (5, 8, "SH007"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "words", "hint"),
    [
        ("steps:\n  - Turn your head slowly.", "steps: Turn.", "SH007", "“steps” wants a list", "`- `"),
        ("Turn your head slowly.", "Turn: slowly.", "SH005", "colon", '"Turn: slowly."'),
        ("Turn your head slowly.", "Turn:", "SH005", "colon", '"Turn:"'),
        ("level: beginner", "level: beginer", "SH006", "“level” cannot be “beginer”", "“beginner”"),
        ("level: beginner", "lvl: beginner", "SH002", "no field “lvl”", "“level”"),
        ("{required: [chair]}", "{need: [chair]}", "SH003", "“required” is missing", "required"),
        ("[home]", "[]", "SH012", "“place” needs at least 1 item.", "`- `"),
        ("[home]", "[moon]", "SH006", "“place”, item 1 cannot be “moon”", "desk"),
        ("Turn your head from side to side.", "12", "SH005", "not the number 12", '"12"'),
        ("Turn your head from side to side.", "true", "SH005", "not the word true", '"true"'),
        ("Turn your head from side to side.", "", "SH004", "“summary” is empty", "delete"),
        ("2026-11-23", "today", "SH010", "“review.reviewed_on” wants a date", "2026-01-31"),
        ("position: sitting", "position: A b", "SH014", "cannot be “A b”", "hyphens"),
    ],
)
def test_fault_is_told_in_plain_words(old: str, new: str, code: str, words: str, hint: str) -> None:
    """Each kind of misfit has its code, names the field, and says how to mend it."""
    value, problems = shaped(MINIMAL.replace(old, new))
    assert value is None
    told = [p for p in problems if p.code == code]
    assert told, problems
    assert any(words in p.message and hint in p.hint for p in told), told


@pytest.mark.parametrize("text", ["- a\n- b\n", "word\n", "12\n", "---\n"])
def test_record_must_be_named_fields(text: str) -> None:
    """A list or a bare word at the top is no record, and the report says what is wanted."""
    value, problems = shaped(text)
    assert value is None
    assert [p.code for p in problems] == ["SH001"]


def test_fault_that_follows_from_another_is_left_out() -> None:
    """A misspelt field is not also reported as missing, nor a list as short because its item does not fit."""
    _, problems = shaped(MINIMAL.replace("summary:", "sumary:").replace("  - Turn your head slowly.", "  - [a]"))
    assert sorted(p.code for p in problems) == ["SH002", "SH005"]


def test_long_values_are_cut_in_messages() -> None:
    """A message stays one readable line, however long the value is."""
    _, problems = shaped(MINIMAL.replace("level: beginner", "level: " + "x" * 500))
    assert all(len(p.message) < 120 for p in problems)


def test_field_names_are_those_of_records() -> None:
    """Fields are named as records write them (`not`, which Python cannot), in canonical order."""
    feel = model_of(Exercise, "feel")
    assert feel
    assert field_names(feel) == ["where", "not"]
    assert field_names(Exercise)[:4] == ["name", "aliases", "misspellings", "summary"]


def test_model_of_looks_through_lists() -> None:
    """The model of a list's items is found; a text field and an unknown field have none."""
    item = model_of(Program, "items")
    assert item
    assert "exercise" in field_names(item)
    assert model_of(Exercise, "name") is None
    assert model_of(Exercise, "nothing") is None
