"""A document against a model: a typed, frozen record, or sentences that say where it does not fit."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from builder.nearest import did_you_mean, nearest
from builder.problems import Problem, short
from builder.yamltree import Document, Path

Shaped = TypeVar("Shaped", bound=BaseModel)


def shape(document: Document, model: type[Shaped], *, at: Path = ()) -> tuple[Shaped | None, list[Problem]]:
    """Return the part of `document` at path `at` as `model`, or every problem that keeps it from fitting."""
    data = document.data
    for part in at:
        data = data[part]
    if not isinstance(data, Mapping):
        return None, [
            document.problem(
                at, "SH001", f"Named fields are wanted here, not {_kind(data)}.", "write `field: value` lines"
            )
        ]
    value, found = None, []
    try:
        value = model.model_validate(data)
    except ValidationError as errors:
        found = _telling([dict(e) for e in errors.errors(include_url=False)], model)
    problems = [_problem(document, model, at, error) for error in found]
    told = {tuple(error["loc"]) for error in found if error["type"] != "missing"}
    for path in _nothings(data, ()):
        if not any(path[:length] in told for length in range(1, len(path) + 1)):
            message, hint = f"{_name(path)} is empty.", "write a value, or delete the line"
            problems.append(document.problem((*at, *path), "SH004", message, hint))
    return (None if problems else value), problems


def _nothings(data: Any, path: Path) -> Iterator[Path]:
    """Yield the path of every field or item that has a name or a dash and nothing else."""
    pairs = data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        if value is None:
            yield (*path, key)
        yield from _nothings(value, (*path, key))


def _telling(errors: list[dict[str, Any]], model: type[BaseModel]) -> list[dict[str, Any]]:
    """Leave out what only follows from another fault, and what `_nothings` has told."""
    extras = [e["loc"] for e in errors if e["type"] == "extra_forbidden"]
    meant = {(*loc[:-1], nearest(loc[-1], _fields(model, loc[:-1]))) for loc in extras}

    def follows(error: dict[str, Any]) -> bool:
        found, least = error.get("input"), error.get("ctx", {}).get("min_length", 0)
        if error["type"] == "missing":
            return tuple(error["loc"]) in meant
        if error["type"] == "too_short":  # pydantic counts only the items that fit
            return isinstance(found, list | tuple) and len(found) >= least
        return found is None and error["type"] != "extra_forbidden"

    return [error for error in errors if not follows(error)]


def _problem(document: Document, model: type[BaseModel], at: Path, error: dict[str, Any]) -> Problem:
    path: Path = tuple(error["loc"])
    field = str(path[-1]) if path else "record"
    kind = error["type"]
    found = error.get("input")
    if kind == "extra_forbidden":
        hint = did_you_mean(field, _fields(model, path[:-1])) or "delete it, or compare with a record that passes"
        if found is None and " " in field:
            hint = "put text that holds a comma in double quotes"
        return document.problem((*at, *path), "SH002", f"There is no field “{short(field)}” here.", hint, key=True)
    if kind == "missing":
        return document.problem(
            (*at, *path[:-1]), "SH003", f"The field “{field}” is missing.", f"add a line `{field}: …`", key=True
        )
    code, message, hint = _sentence(kind, _name(path), found, error)
    return document.problem((*at, *path), code, message, hint)


def _sentence(kind: str, field: str, found: Any, error: dict[str, Any]) -> tuple[str, str, str]:
    """Return code, message and hint for one of pydantic's error types (https://docs.pydantic.dev/latest/errors/)."""
    ctx = error.get("ctx", {})
    if kind == "string_type":
        return _not_text(field, found)
    if kind == "literal_error":
        valid = [c.strip(" '") for c in str(ctx["expected"]).replace(" or ", ",").split(",")]
        return "SH006", f"{field} cannot be “{short(found)}”.", did_you_mean(found, valid)
    if kind == "span_form" or (kind in _KINDS and ctx.get("class_name") in {"Span", "Quantity"}):
        return "SH015", f"{field} wants a number or a range such as 2-3, not {_kind(found)}.", "write whole numbers"
    if kind == "range_order":
        return "SH016", f"{field}: {error['msg']}.", "write the smaller number first"
    if kind in _KINDS:
        code, wanted, hint = _KINDS[kind]
        return code, f"{field} wants {wanted}, not {_kind(found)}.", hint
    if kind in _BOUNDS:
        code, words, hint = _BOUNDS[kind]
        few = "" if ctx.get("min_length") == 1 else "s"
        return code, f"{field} {words.format(**ctx, s=few)}.", hint
    if kind == "string_pattern_mismatch":
        return "SH014", f"{field} cannot be “{short(found)}”.", _pattern_hint(str(ctx["pattern"]))
    if kind == "quantity_form":
        hint = f"units here: {ctx['units']}; for example {ctx['example']}; a number has at most four digits"
        return "SH015", f"{field} wants a number or range with its unit, not “{short(found)}”.", hint
    return "SH016", f"{field}: {error['msg']}.", "compare with a record that passes"


_LIST = ("SH007", "a list", "write each item on a line of its own after `- `")
_FIELDS = ("SH008", "named fields", "write `field: value` lines under it")
_NUMBER = ("SH009", "a whole number", "write digits only")
_DATE = ("SH010", "a date", "write it as 2026-01-31, without quotes")
_SLIP = "check the number for a slip of the key"
_KINDS = {
    "tuple_type": _LIST,
    "list_type": _LIST,
    "model_type": _FIELDS,
    "model_attributes_type": _FIELDS,
    "dict_type": _FIELDS,
    "int_type": _NUMBER,
    "float_type": _NUMBER,
    "bool_type": ("SH017", "true or false", "write true or false, without quotes"),
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
}
_BOUNDS = {
    "greater_than_equal": ("SH011", "must be at least {ge}", _SLIP),
    "less_than_equal": ("SH011", "must be at most {le}", _SLIP),
    "too_short": ("SH012", "needs at least {min_length} item{s}", _LIST[2]),
    "too_long": ("SH012", "may have at most {max_length} items", "delete what matters least"),
    "string_too_long": ("SH013", "is longer than {max_length} characters", "shorten it, or split it"),
    "string_too_short": ("SH004", "is empty", "write a value, or delete the line"),
    "empty_text": ("SH004", "is empty", "write a value, or delete the line"),
}


def _not_text(field: str, found: Any) -> tuple[str, str, str]:
    if isinstance(found, Mapping) and len(found) == 1:
        ((key, value),) = found.items()
        if value is None or isinstance(value, str):
            said = f"{short(key)}: {short(value or '')}".strip()
            hint = f'put the text in double quotes: "{said}"'
            return "SH005", f"{field} wants text, but the colon makes it a field named “{short(key)}”.", hint
    if isinstance(found, list | Mapping):
        return "SH005", f"{field} wants text, not {_kind(found)}.", "write one line of text"
    return "SH005", f"{field} wants text, not {_kind(found)}.", f'put it in quotes: "{short(found)}"'


def _pattern_hint(pattern: str) -> str:
    if "https" in pattern:
        return "write a plain address that starts with https://"
    if r"\.md" in pattern:
        return "write the page in content/ and the address of a heading, such as safety/stop-rules.md#stop-rules"
    if pattern.startswith("^A"):
        return "a Terminologia Anatomica code looks like A04.3.02.202"
    return "use lower-case letters, digits and single hyphens, such as bird-dog"


def _fields(model: type[BaseModel], path: Path) -> list[str]:
    """Return the names of the fields that may stand at `path` inside `model`."""
    for part in path:
        if isinstance(part, int):
            continue
        inner = model_of(model, part)
        if inner is None:
            return []
        model = inner
    return field_names(model)


def field_names(model: type[BaseModel]) -> list[str]:
    """Return the names of a model's fields as records write them, in canonical order."""
    return [f.alias or name for name, f in model.model_fields.items()]


def model_of(model: type[BaseModel], field: str) -> type[BaseModel] | None:
    """Return the model that describes the named fields under `field`, if it has any."""
    found = next((f for name, f in model.model_fields.items() if (f.alias or name) == field), None)
    return _model_in(found.annotation) if found else None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for arg in get_args(annotation):
        if inner := _model_in(arg):
            return inner
    return None


def _name(path: Path) -> str:
    """Return `“steps”, item 3` or `“dose.beginner.sets”`."""
    words = ""
    for part in (p if isinstance(p, int) else short(p) for p in path):
        words += (
            f", item {part + 1}"
            if isinstance(part, int)
            else f"{'.' if words and words[-1].isalnum() and 'item' not in words else ', ' if words else ''}{part}"
        )
    first, comma, rest = words.partition(",")
    return f"“{first}”{comma}{rest}" if words else "the record"


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return f"the word {short(value)}"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, date):
        return f"the date {value}"
    if isinstance(value, str):
        return f"the text “{short(value)}”"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, Mapping):
        return "named fields"
    return "nothing" if value is None else f"“{short(value)}”"
