"""JSON Schemas of the data files, from their types. They let more fields through than they name: fields may be added."""

import json
from collections.abc import Iterator
from functools import cache

from builder.addresses import API, file_address
from builder.api.documents import DOCUMENTS


def schema_path(name: str) -> str:
    """Return the path in content/ of a document's schema."""
    return f"{API}/schemas/{name}.json"


@cache
def render_schemas() -> tuple[tuple[str, str], ...]:
    """Return every schema: path in content/, JSON text. They depend on the code alone, so they are made once a process."""
    return tuple(_schemas())


def _schemas() -> Iterator[tuple[str, str]]:
    for name, document in DOCUMENTS:
        head = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": file_address(schema_path(name)),
            **document.model_json_schema(mode="serialization"),
            "title": f"Strong Back: {name}",
        }
        yield schema_path(name), json.dumps(head, indent=1, ensure_ascii=False) + "\n"
