"""The data files: whole, valid, linked, the same each time, and only of what is published."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from typing import Any
from urllib.parse import urldefrag

import pytest
from jsonschema import Draft202012Validator

from builder.addresses import ADDRESS, page_address
from builder.api import render_api
from builder.api.documents import DOCUMENTS
from builder.api.schemas import render_schemas
from builder.api.table import render_table
from builder.cache import open_cache
from builder.calendars import render_calendars
from builder.drawings import render_drawings
from builder.forms import SHEET_FORMS
from builder.pages import render_pages
from builder.rules import RULES
from tests.api.hostile import exercise
from tests.api.world import real, real_catalogue, real_files, tiny, tiny_catalogue, tiny_files
from tests.worlds import REPOSITORY

SCHEMAS = {path.removeprefix("api/v1/schemas/").removesuffix(".json"): json.loads(t) for path, t in render_schemas()}
ONES = {"exercises": "exercise", "programs": "program", "muscles": "muscle"}


def documents() -> Iterator[tuple[str, str, Any]]:
    """Yield every document of the real library: its path, the name of its schema, what it holds."""
    for path, text in real_files().items():
        parts = path.removeprefix("api/v1/").removesuffix(".json").split("/")
        name = ONES.get(parts[0], "") if len(parts) == 2 else parts[0]
        if path.endswith(".json") and name in SCHEMAS:
            yield path, name, json.loads(text)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas(name: str) -> None:
    """Each schema is valid JSON Schema, says where it lives, and forbids no field that is added later."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$id"] == f"{ADDRESS}api/v1/schemas/{name}.json"
    assert "additionalProperties" not in json.dumps(SCHEMAS[name])


def test_every_file_is_valid_by_its_schema() -> None:
    """Every document of the real library fits its schema, and every schema has documents."""
    checkers = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}
    seen = set()
    for path, name, document in documents():
        assert [error.message for error in checkers[name].iter_errors(document)] == [], path
        seen.add(name)
    assert seen == {name for name, _ in DOCUMENTS}


def test_a_file_out_of_shape_is_found() -> None:
    """The schemas are no formality: a number as text, a missing field and an unknown level are told."""
    whole = real("exercises/chin-tuck.json")
    checker = Draft202012Validator(SCHEMAS["exercise"])
    assert checker.is_valid(whole)
    assert checker.is_valid({**whole, "music": "none"})
    for change in ({"name": 3}, {"level": "hero"}, {"steps": "Sit."}, {"review": None}):
        assert not checker.is_valid({**whole, **change}), change
    assert not checker.is_valid({key: value for key, value in whole.items() if key != "name"})


def addresses(value: Any) -> Iterator[str]:
    """Yield every address of ours in a document."""
    if isinstance(value, str) and value.startswith(ADDRESS):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from addresses(inner)


def test_every_address_leads_somewhere() -> None:
    """Each address of ours in a data file is that of a page or file that a build makes."""
    catalogue, kept = real_catalogue(), open_cache(REPOSITORY)
    pages = [*render_pages(catalogue, RULES, kept), "about/data.md", "index.md", "safety/get-help-now.md"]
    files = {*real_files(), *render_drawings(catalogue, kept), *render_calendars(catalogue)}
    files |= {program.card.sheet(form) for program in catalogue.programs for form in SHEET_FORMS}
    there = {page_address(page) for page in pages} | {ADDRESS + path for path in files}
    for path, _, document in documents():
        wanted = {urldefrag(address).url for address in addresses(document) if "{slug}" not in address}
        assert wanted <= there, path
    assert all((REPOSITORY / "content" / page).is_file() for page in pages[-3:])


def test_every_mark_of_the_muscle_map_is_there() -> None:
    """The address of a muscle map ends in the name of a mark that the drawing has."""
    drawing = render_drawings(real_catalogue(), open_cache(REPOSITORY))["muscles/map.svg"]
    maps = [one["muscle_map"] for kind in ("exercises", "muscles") for one in real(f"{kind}.json")[kind]]
    assert any(maps)
    for address in filter(None, maps):
        assert f'id="{urldefrag(address).fragment}"' in drawing, address


def test_addresses_of_pages_are_those_of_mkdocs() -> None:
    """A page's address is its folder: an index page's is the folder that it stands in."""
    assert page_address("exercises/neck/chin-tuck.md") == f"{ADDRESS}exercises/neck/chin-tuck/"
    assert page_address("exercises/neck/index.md") == f"{ADDRESS}exercises/neck/"
    assert page_address("index.md") == ADDRESS


def test_the_whole_and_the_ones_say_the_same() -> None:
    """Each entry of exercises.json, programs.json and muscles.json is its own file, word for word, and none is left out."""
    for kind in ONES:
        whole = {one["slug"]: one for one in real(f"{kind}.json")[kind]}
        ones = {path: text for path, text in real_files().items() if path.startswith(f"api/v1/{kind}/")}
        assert whole == {json.loads(text)["slug"]: json.loads(text) for text in ones.values()}
        assert real("index.json")["counts"][kind] == len(whole) == len(ones) > 40


def test_every_reference_has_its_file() -> None:
    """A slug of an exercise, program or muscle in one file is that of another file."""
    for path, text in real_files().items():
        if not path.startswith("api/v1/exercises/"):
            continue
        one = json.loads(text)
        nearby = [*one["easier"], *one["harder"], *(other["exercise"] for other in one["alternatives"])]
        wanted = [f"exercises/{ref['slug']}" for ref in nearby] + [f"programs/{ref['slug']}" for ref in one["programs"]]
        wanted += [f"muscles/{ref['slug']}" for role in ("primary", "secondary", "stabilizers") for ref in one["muscles"][role]]  # fmt: skip
        assert {f"api/v1/{name}.json" for name in wanted} <= real_files().keys(), path


def test_the_index_names_every_file() -> None:
    """The index lists each file with everything of one kind, and gives each schema its document."""
    listed = {file["address"].removeprefix(f"{ADDRESS}api/v1/") for file in real("index.json")["files"]}
    tops = {p.removeprefix("api/v1/") for p in real_files() if p.startswith("api/v1/") and p.count("/") == 2}
    assert listed == tops - {"index.json"}


def test_it_is_the_same_each_time() -> None:
    """The same catalogue gives the same bytes, and no file knows the day of the build."""
    assert render_api(tiny_catalogue()) == tiny_files()
    reviews = [one["review"]["reviewed_on"] for kind in ("exercises", "programs") for one in tiny(f"{kind}.json")[kind]]
    assert tiny("index.json")["updated"] == max(reviews)


def test_drafts_stay_inside() -> None:
    """What is not published is in no file, not even as a name."""
    assert "slow-turn" not in "".join(tiny_files().values())
    assert {one["slug"] for one in tiny("exercises.json")["exercises"]} == {"chin-nod", "knee-hug", "sphinx"}


def test_a_tombstone_leads_on() -> None:
    """A slug that is no longer in use is listed with its day, its reason and what took its place."""
    assert tiny("tombstones.json")["tombstones"] == [
        {
            "kind": "exercise",
            "slug": "old-nod",
            "retired_on": "2026-01-31",
            "reason": "It described the same movement.",
            "page": f"{ADDRESS}exercises/neck/old-nod/",
            "use": {"slug": "chin-nod", "name": tiny("exercises/chin-nod.json")["name"]},
            "use_data": f"{ADDRESS}api/v1/exercises/chin-nod.json",
        }
    ]


def test_what_is_unknown_is_null_or_empty() -> None:
    """A field is always there: null where the record has nothing, an empty list where it has none."""
    sphinx = tiny("exercises/sphinx.json")
    assert sphinx["figure"] is None
    assert sphinx["tempo"] is None
    assert sphinx["aliases"] == sphinx["cues"] == sphinx["setup"] == []
    assert sphinx["muscles"]["effect"] == "stretch"


def test_numbers_are_numbers() -> None:
    """A dose is given in numbers with units and, for people, in words."""
    assert tiny("exercises/sphinx.json")["doses"] == [
        {
            "level": "intermediate",
            "dose": {
                "kind": "hold",
                "sets": {"low": 2, "high": 2},
                "amount": {"low": 20, "high": 20, "unit": "s"},
                "hold": None,
                "rest": {"low": 30, "high": 30, "unit": "s"},
                "effort": {"low": 2, "high": 2},
                "sides": "both",
                "days_per_week": {"low": 3, "high": 3},
                "words": tiny("exercises/sphinx.json")["doses"][0]["dose"]["words"],
            },
        }
    ]
    assert tiny("exercises/sphinx.json")["doses"][0]["dose"]["words"].startswith("Hold for 20")


def test_the_safety_lines_come_along() -> None:
    """Whoever shows the exercises finds the stop rules, the pain rule and the disclaimer in the index."""
    safety = real("index.json")["safety"]
    assert len(safety["pain_rule"]) == 3
    assert safety["stop"]
    assert safety["disclaimer"]
    assert safety["emergency"]


def test_the_table_has_the_exercises() -> None:
    """The CSV has a row for each exercise and the same values as the JSON."""
    rows = list(csv.DictReader(StringIO(real_files()["api/v1/exercises.csv"], newline="")))
    whole = real("exercises.json")["exercises"]
    assert [row["slug"] for row in rows] == [one["slug"] for one in whole]
    for row, one in zip(rows, whole, strict=True):
        assert row["steps"].split(" | ") == one["steps"]
        assert row["muscles_primary"].split(" | ") == [ref["name"] for ref in one["muscles"]["primary"]]
        assert row["page"] == one["page"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(1)"])
def test_no_cell_is_a_formula(text: str) -> None:
    """A text that a spreadsheet would run begins with an apostrophe; quotes, commas and line ends stay inside the cell."""
    table = render_table([exercise(text)])
    rows = list(csv.DictReader(StringIO(table, newline="")))
    assert rows[0]["name"] == f"'{text}"
    assert rows[0]["summary"] == f"'{text}"
    assert len(rows) == 1
    assert None not in rows[0]
