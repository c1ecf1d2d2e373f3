"""The data files keep their shape: other programs were written against it.

After an addition: python -m pytest tests/api/test_shape.py --bless, and a line in content/about/data.md.
"""

import copy
import json
from typing import Any

import pytest

from builder.api.types import VERSION, Exercise
from tests.api.shape import lost, shape, shape_of
from tests.conftest import HERE, REPOSITORY

KEPT = HERE / "api" / "v1-shape.json"


def test_nothing_went_and_nothing_changed_its_type(bless: bool) -> None:
    """Each field, type and value that was published is still there; what is new is written down first."""
    before, now = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}, shape()
    assert lost(before, now) == {}, "version 1 may only grow: put it back, or give it a new name beside the old one"
    if bless:
        KEPT.write_text(json.dumps(now, indent=0, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
        before = now
    new = sorted(now.keys() - before.keys())
    assert new == [], f"new, and not yet promised. If this is wanted: python -m pytest {__file__} --bless"


@pytest.mark.parametrize(
    ("where", "becomes", "told"),
    [
        (("properties", "name"), None, "exercise.name"),
        (("properties", "name"), {"type": "integer"}, "exercise.name"),
        (("properties", "aliases"), {"type": "string"}, "exercise.aliases"),
        (("properties", "aliases", "items"), {"type": "integer"}, "exercise.aliases[]"),
        (("properties", "finish"), {"type": "string"}, "exercise.finish"),
        (("properties", "level", "enum"), ["beginner", "advanced"], "exercise.level = intermediate"),
        (("$defs", "Range", "properties", "low"), None, "exercise.doses[].dose.sets.low"),
        (("required",), ["slug"], "exercise.summary"),
    ],
)
def test_what_goes_or_changes_is_told(where: tuple[str, ...], becomes: Any, told: str) -> None:
    """A field that goes, at any depth, or becomes another type, or may be missing, and a value that goes, are told."""
    schema = Exercise.model_json_schema(mode="serialization")
    changed = copy.deepcopy(schema)
    part = changed
    for step in where[:-1]:
        part = part[step]
    if becomes is None:
        del part[where[-1]]
    else:
        part[where[-1]] = becomes
    assert told in lost(shape_of("exercise", schema), shape_of("exercise", changed))


def test_what_is_new_is_no_loss() -> None:
    """A new field, and a new value in a closed list, break nobody."""
    before = Exercise.model_json_schema(mode="serialization")
    now = copy.deepcopy(before)
    now["properties"]["kind"]["enum"].append("dance")
    now["properties"]["music"] = {"type": "string"}
    assert lost(shape_of("exercise", before), shape_of("exercise", now)) == {}
    assert "exercise.music" in shape_of("exercise", now)


def test_the_changes_are_written_down() -> None:
    """The page for reusers says what came with the version that the files name."""
    page = (REPOSITORY / "content/about/data.md").read_text(encoding="utf-8")
    assert f"\n### {VERSION}\n" in page
