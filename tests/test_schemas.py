"""schemas/: generated from the models, fresh, and wired to the editor."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.library import VOCABULARIES, read_library
from builder.models.exercise import Exercise
from builder.models.program import Program
from builder.schemas import render_schemas
from builder.shape import field_names
from builder.source import LARGEST_LIST, read_text
from builder.yamltree import read_yaml
from tests.conftest import REPOSITORY

LIBRARY = read_library(REPOSITORY)[0]
SCHEMAS = {name: json.loads(text) for name, text in render_schemas(LIBRARY).items()}


def test_schemas_are_fresh() -> None:
    """The files in schemas/ are those that the models and vocabularies give now."""
    there = {p.name: p.read_text(encoding="utf-8") for p in (REPOSITORY / "schemas").iterdir()}
    assert there == dict(render_schemas(LIBRARY)), "run: python -m builder.schemas"


def test_each_kind_of_file_has_a_schema() -> None:
    """Exercises, programs and every vocabulary have one schema each."""
    wanted = {"exercise", "program", "wording", "safety", *VOCABULARIES}
    assert {name.removesuffix(".schema.json") for name in SCHEMAS} == wanted


def test_editor_maps_every_schema() -> None:
    """.vscode/settings.json names each schema that exists, and no other, for files that exist."""
    settings = json.loads((REPOSITORY / ".vscode/settings.json").read_text(encoding="utf-8"))
    mapped = settings["yaml.schemas"]
    assert {Path(path).name for path in mapped} == set(SCHEMAS)
    for schema, pattern in mapped.items():
        assert (REPOSITORY / schema).is_file()
        assert list(REPOSITORY.glob(pattern)), f"{pattern} matches nothing"


def test_records_name_their_schema() -> None:
    """Every record that has a modeline points to a schema that is there."""
    named = 0
    for folder in ("exercises", "programs"):
        for file in (REPOSITORY / folder).rglob("*.yaml"):
            first = file.read_text(encoding="utf-8").partition("\n")[0]
            if "$schema=" in first:
                assert (file.parent / first.partition("$schema=")[2].strip()).resolve().is_file(), file
                named += 1
    assert named >= 35


@pytest.mark.parametrize(("name", "model"), [("exercise", Exercise), ("program", Program)])
def test_schema_has_the_fields_of_the_model(name: str, model: Any) -> None:
    """An editor offers exactly the fields that check accepts, by the names that records use."""
    schema = SCHEMAS[f"{name}.schema.json"]
    assert set(schema["properties"]) == set(field_names(model))
    assert schema["additionalProperties"] is False
    assert {"name", "summary", "status", "review"} <= set(schema["required"])


@pytest.mark.parametrize(
    ("part", "field", "vocabulary"),
    [
        ("", "position", "positions"),
        ("", "movements", "movements"),
        ("", "also_in", "groups"),
        ("Muscles", "primary", "muscles"),
        ("Equipment", "required", "equipment"),
        ("Caution", "about", "cautions"),
        ("Citation", "id", "sources"),
    ],
)
def test_editor_offers_the_words_of_the_vocabulary(part: str, field: str, vocabulary: str) -> None:
    """Where a record names a term, the schema lists all of them."""
    schema = SCHEMAS["exercise.schema.json"]
    described = (schema["$defs"][part] if part else schema)["properties"][field]
    assert described.get("items", described)["enum"] == sorted(LIBRARY.claimed[vocabulary])


def misfits(value: Any, schema: Any, whole: Any, path: str) -> Iterator[str]:
    """Yield where a value leaves its schema, by the part of JSON Schema that the models use for structure."""
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in schema:
        tries = [list(misfits(value, choice, whole, path)) for choice in schema["anyOf"]]
        yield from min(tries, key=len)
    elif isinstance(value, dict):
        yield from misfits_of_fields(value, schema, whole, path)
    elif isinstance(value, list):
        if schema.get("type") != "array":
            yield f"{path}: no list is wanted"
        for index, inner in enumerate(value):
            yield from misfits(inner, schema.get("items", {}), whole, f"{path}[{index}]")
    elif value not in schema.get("enum", [value]) or value != schema.get("const", value):
        yield f"{path}: {value} is not listed"
    elif schema.get("type") in ("array", "object"):
        yield f"{path}: {schema['type']} is wanted"


def misfits_of_fields(value: dict[str, Any], schema: Any, whole: Any, path: str) -> Iterator[str]:
    """Yield where named fields leave their schema."""
    known = schema.get("properties", {})
    yield from (f"{path}: {key} is missing" for key in schema.get("required", ()) if key not in value)
    for key, inner in value.items():
        allowed = known.get(key, schema.get("additionalProperties", True))
        if isinstance(allowed, dict):
            yield from misfits(inner, allowed, whole, f"{path}.{key}")
        elif allowed is False:
            yield f"{path}: {key} is not known"


@pytest.mark.parametrize("name", ["exercise", "program", *VOCABULARIES, "wording", "safety"])
def test_real_records_fit_their_schema(name: str) -> None:
    """What check accepts the editor accepts too: fields, required fields, nesting and closed lists."""
    folders = {"exercise": "exercises", "program": "programs"}
    single = [REPOSITORY / "vocabulary" / f"{name}.yaml"]
    files = sorted((REPOSITORY / folders[name]).rglob("*.yaml")) if name in folders else single
    schema = SCHEMAS[f"{name}.schema.json"]
    assert files
    for file in files:
        text, _ = read_text(file, REPOSITORY, LARGEST_LIST)
        document, problems = read_yaml(text or "", file.name)
        assert document, problems
        assert list(misfits(document.data, schema, schema, file.name)) == []


def test_misfits_are_seen() -> None:
    """The comparison above does find a field that is not known and a word that is not listed."""
    schema = SCHEMAS["exercise.schema.json"]
    found = list(misfits({"nam": 1, "position": "flying"}, schema, schema, "x"))
    assert "x: nam is not known" in found
    assert "x.position: flying is not listed" in found
    assert "x: name is missing" in found
