"""The shape of the data files: every field with its type, and every closed value, each on a line of its own."""

from collections.abc import Iterator, Mapping
from typing import Any

from builder.api.documents import DOCUMENTS
from builder.api.table import COLUMNS


def shape() -> dict[str, str]:
    """Return the shape of all documents as the types have it now."""
    found: dict[str, str] = {}
    for name, document in DOCUMENTS:
        found |= shape_of(name, document.model_json_schema(mode="serialization"))
    return found | {f"exercises.csv: {number:02} {column}": "text" for number, column in enumerate(COLUMNS, 1)}


def shape_of(name: str, schema: Mapping[str, Any]) -> dict[str, str]:
    """Return the shape of one document; `name` goes before its fields."""
    return dict(_walk(name, schema, schema.get("$defs", {})))


def lost(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """Return what went or changed: the promise that is broken."""
    return {field: f"{kind} → {now.get(field, 'gone')}" for field, kind in before.items() if now.get(field) != kind}


def _walk(path: str, schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    schema = _resolved(schema, defs)
    yield path, _kind(schema, defs)
    for part in (schema, *(_resolved(one, defs) for one in schema.get("anyOf", ()))):
        for value in part.get("enum", [part["const"]] if "const" in part else []):
            yield f"{path} = {value}", "value"
        for name, field in part.get("properties", {}).items():
            always = name in part.get("required", ())
            yield from ((p, k if always or p != f"{path}.{name}" else f"{k}, not always there") for p, k in _walk(f"{path}.{name}", field, defs))  # fmt: skip
        if "items" in part:
            yield from _walk(f"{path}[]", part["items"], defs)


def _kind(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> str:
    if "anyOf" in schema:
        return " or ".join(_kind(_resolved(one, defs), defs) for one in schema["anyOf"])
    kind = str(schema["type"])
    return f"{kind} ({schema['format']})" if "format" in schema else kind


def _resolved(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> Mapping[str, Any]:
    return defs[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
