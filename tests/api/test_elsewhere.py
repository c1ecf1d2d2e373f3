"""The exercises in the layouts of free-exercise-db and wger."""

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft4Validator

from builder.api.crosswalk import CROSSWALK, FEDB_EQUIPMENT, FEDB_MUSCLES, WGER_EQUIPMENT, WGER_MUSCLES
from builder.api.elsewhere import free_exercise_db, wger
from tests.api.hostile import exercise
from tests.api.world import real
from tests.conftest import HERE, REPOSITORY

SCHEMA: dict[str, Any] = json.loads((HERE / "api/free-exercise-db.schema.json").read_text(encoding="utf-8"))
# wger's own numbers, from its fixtures: categories, muscles, equipment.
WGER = {"category": range(8, 16), "muscles": range(1, 17), "muscles_secondary": range(1, 17), "equipment": range(1, 13)}


def strict() -> dict[str, Any]:
    """Return their schema as it was meant: its `items: [one]` speaks of the first item of a list only."""
    lists = {n: {**f, "items": f["items"][0]} for n, f in SCHEMA["properties"].items() if "items" in f}
    return {**SCHEMA, "properties": {**SCHEMA["properties"], **lists}, "additionalProperties": False}


@pytest.mark.parametrize("schema", [SCHEMA, strict()], ids=["as published", "as meant"])
def test_free_exercise_db_reads_our_exercises(schema: dict[str, Any]) -> None:
    """Every exercise is valid by that project's published schema, and by the same with each item of a list looked at."""
    checker, ours = Draft4Validator(schema), real("free-exercise-db.json")
    assert len(ours) == real("index.json")["counts"]["exercises"]
    for one in ours:
        assert [error.message for error in checker.iter_errors(one)] == [], one["id"]


def test_their_schema_refuses_what_is_wrong() -> None:
    """The check is no formality: a level and a second muscle that they do not know are refused."""
    one, checker = real("free-exercise-db.json")[0], Draft4Validator(strict())
    assert not checker.is_valid({**one, "level": "advanced"})
    assert not checker.is_valid({**one, "primaryMuscles": ["neck", "erector-spinae"]})


def test_our_words_are_all_looked_at() -> None:
    """Each muscle and each piece of equipment of the vocabularies has its word there, or a decision that there is none."""
    for name, maps in (("muscles", (FEDB_MUSCLES, WGER_MUSCLES)), ("equipment", (FEDB_EQUIPMENT, WGER_EQUIPMENT))):
        ours = yaml.safe_load((REPOSITORY / f"vocabulary/{name}.yaml").read_text(encoding="utf-8"))
        for words in maps:
            assert words.keys() == ours.keys(), name


def test_what_is_lost_is_told() -> None:
    """The page for reusers names each muscle and piece of equipment without a word in the other layout."""
    page = " ".join((REPOSITORY / "content/about/data.md").read_text(encoding="utf-8").split())
    for name, words in (("muscles", FEDB_MUSCLES), ("muscles", WGER_MUSCLES), ("equipment", WGER_EQUIPMENT)):
        names = yaml.safe_load((REPOSITORY / f"vocabulary/{name}.yaml").read_text(encoding="utf-8"))
        for slug in (slug for slug, word in words.items() if word is None):
            assert names[slug]["name"].lower() in page.lower(), slug


def test_the_crosswalk_is_published() -> None:
    """crosswalk.json is the very table by which the files are made."""
    plain = {project: {field: dict(words) for field, words in fields.items()} for project, fields in CROSSWALK.items()}
    assert real("crosswalk.json") == plain


def test_one_exercise_in_their_words() -> None:
    """Level, equipment, muscles and picture of an exercise stand as their apps look for them."""
    one = next(one for one in real("free-exercise-db.json") if one["id"] == "chin-tuck")
    assert one["level"] == "beginner"
    assert one["equipment"] == "other"
    assert one["primaryMuscles"] == one["secondaryMuscles"] + ["neck"]
    assert one["images"] == ["neck/chin-tuck.svg"]
    assert one["category"] == "stretching"
    assert one["force"] is None


def test_wger_knows_every_number() -> None:
    """Categories, muscles and equipment are numbers of wger's own; the licence is CC BY 4 and the language English."""
    for one in real("wger.json"):
        for field, known in WGER.items():
            values = one[field] if isinstance(one[field], list) else [one[field]]
            assert set(values) <= set(known), (field, one)
            assert len(values) == len(set(values))
        assert one["license"] == 4
        assert [text["language"] for text in one["translations"]] == [2]


def test_wger_takes_the_description() -> None:
    """Each description has the 40 characters that wger asks for at least, and each exercise a name of at most 200."""
    for one in real("wger.json"):
        text = one["translations"][0]
        assert len(text["description_source"]) >= 40
        assert len(text["name"]) <= 200


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "[press](javascript:alert(1))", "# Big"])
def test_markdown_for_wger_is_escaped(text: str) -> None:
    """wger turns the description into HTML: a text of ours cannot become markup on the way."""
    source = wger([exercise(text)])[0]["translations"][0]["description_source"]
    assert "<" not in source
    assert "](" not in source.replace("\\]", "")
    assert not source.startswith("#")


def test_equipment_that_is_new_does_not_stop_the_build() -> None:
    """A piece of equipment or a muscle that the tables do not know yet becomes `other`, or is left out."""
    one = exercise("New")
    strange = one.equipment.required[0].model_copy(update={"slug": "rowing-boat"})
    there = one.model_copy(update={"equipment": one.equipment.model_copy(update={"required": (strange,)})})
    assert free_exercise_db([there])[0]["equipment"] == "other"
    assert wger([there])[0]["equipment"] == []
