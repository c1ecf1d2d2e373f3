"""JSON Schemas for editors, generated from the models: help while typing, before any check runs.

Slugs of the vocabularies are written in as closed lists, so that an editor offers them.
Run `python -m builder.schemas` after a change to a model or a vocabulary; a test keeps schemas/ fresh.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from builder.library import VOCABULARIES, Library, read_library
from builder.models.exercise import Exercise
from builder.models.fields import SLUG
from builder.models.program import Program
from builder.models.vocabulary import Safety, Wording
from builder.write import write_file

# Where a slug stands, and the vocabulary it comes from.
_LISTS = {
    "also_in": "groups",
    "position": "positions",
    "movements": "movements",
    "required": "equipment",
    "optional": "equipment",
    "instead_of": "equipment",
    "primary": "muscles",
    "secondary": "muscles",
    "stabilizers": "muscles",
    "stretched": "muscles",
    "about": "cautions",
    "id": "sources",
}


def render_schemas(library: Library) -> Mapping[str, str]:
    """Return {file name in schemas/: JSON text}."""
    schemas = {"exercise": _record(Exercise, library), "program": _record(Program, library)}
    for name, model in VOCABULARIES.items():
        schemas[name] = _named(TypeAdapter(dict[str, model]).json_schema())  # type: ignore[valid-type]
    schemas["wording"] = TypeAdapter(list[Wording]).json_schema()
    schemas["safety"] = Safety.model_json_schema()
    return {f"{name}.schema.json": _text(name, schema) for name, schema in schemas.items()}


def _record(model: type[BaseModel], library: Library) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True)
    slugs = {name: sorted(library.claimed.get(name, ())) for name in set(_LISTS.values())}
    for part in (schema, *schema.get("$defs", {}).values()):
        for field, described in part.get("properties", {}).items():
            target = described.get("items", described)
            if field in _LISTS and "pattern" in target:  # a slug; free text may bear the same name
                target.update(enum=slugs[_LISTS[field]])
                target.pop("pattern", None)
                target.pop("maxLength", None)
    return schema


def _named(schema: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "propertyNames": {"pattern": SLUG}}


def _text(name: str, schema: dict[str, Any]) -> str:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"Strong Back: {name}"}
    return json.dumps({**schema, **head}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def main() -> None:
    """Write schemas/ of this repository."""
    root = Path(__file__).resolve().parent.parent
    library, _ = read_library(root)
    for name, text in render_schemas(library).items():
        write_file(root / "schemas" / name, text.encode())


if __name__ == "__main__":
    main()
