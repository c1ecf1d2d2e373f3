"""A checker of JSON-LD by schema.org's own list of terms (schema-org.json)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from tests.conftest import HERE

TERMS: Mapping[str, Any] = json.loads((HERE / "api/schema-org.json").read_text(encoding="utf-8"))
ADDRESS = re.compile(r"https://[^\s<>\"]+")
DURATION = re.compile(r"PT(?=\d)(\d+H)?(\d+M)?(\d+S)?")


def faults(node: Any, path: str = "") -> Iterator[str]:
    """Yield what is wrong with a node: an unknown type or property, a property on the wrong type, a value of the wrong kind."""
    types = _types(node)
    if not types or (unknown := set(types) - TERMS["types"].keys()):
        yield f"{path}: no known type in {types or node}" if not types else f"{path}: unknown type {unknown}"
        return
    above = set(_ancestors(types))
    for name, value in node.items():
        if name.startswith("@"):
            continue
        known = TERMS["properties"].get(name)
        if known is None:
            yield f"{path}.{name}: unknown property"
        elif not above & set(known["on"]):
            yield f"{path}.{name}: not a property of {types}"
        else:
            for one in value if isinstance(value, list) else [value]:
                yield from _value_faults(one, known["holds"], f"{path}.{name}")


def _value_faults(value: Any, holds: Iterable[str], path: str) -> Iterator[str]:
    if isinstance(value, dict):
        if not set(_ancestors(_types(value))) & set(holds):
            yield f"{path}: {_types(value)} where {holds} belong"
        yield from faults(value, path)
    elif not any(_fits(value, kind) for kind in holds):
        yield f"{path}: {value!r} where {holds} belong"


def _fits(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "Boolean"
    if isinstance(value, int | float):
        return kind == "Number" or (kind == "Integer" and isinstance(value, int))
    if not isinstance(value, str) or not value.strip():
        return False
    members = TERMS["members"].get(kind, ())
    if kind == "Date":
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value)) and bool(date.fromisoformat(value))
    if members:
        return value.removeprefix("https://schema.org/") in members and value.startswith("https://schema.org/")
    if kind == "Duration":
        return bool(DURATION.fullmatch(value))
    return kind == "Text" or (kind == "URL" and bool(ADDRESS.fullmatch(value)))


def _types(node: Any) -> list[str]:
    found = node.get("@type", []) if isinstance(node, dict) else []
    return found if isinstance(found, list) else [found]


def _ancestors(types: Iterable[str]) -> Iterator[str]:
    for one in types:
        yield one
        yield from _ancestors(TERMS["types"].get(one, ()))
