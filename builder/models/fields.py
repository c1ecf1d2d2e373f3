"""The kinds of value a record may hold: text, slugs, quantities with units, dates.

Text is cleaned as it is read (`builder.text.clean`), so every later room sees one typography.
"""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from builder.text import clean

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=64)]


class Model(BaseModel):
    """A frozen record part that knows all its fields and refuses every other key."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, str_min_length=1)


def _line(text: str) -> str:
    cleaned = clean(text)
    if not cleaned:
        raise PydanticCustomError("empty_text", "text is empty")
    return cleaned


Name = Annotated[str, StringConstraints(max_length=60), AfterValidator(_line)]
Text = Annotated[str, StringConstraints(max_length=600), AfterValidator(_line)]
Link = Annotated[
    str, StringConstraints(pattern=r"^https://[A-Za-z0-9.-]+(/[A-Za-z0-9._~/%+=?&,:;@#-]*)?$", max_length=300)
]

PageAddress = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+\.md(#[a-z0-9-]+)?$", max_length=160)]


class Quantity(Model):
    """An amount with a unit, `low` to `high` inclusive: `8-12 reps`, `30 s`, `5 breaths`."""

    low: float
    high: float
    unit: str

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2

    def __str__(self) -> str:
        return f"{span(self.low, self.high)} {self.unit}"


class Span(Model):
    """A bare number or range: `3`, `2-3`."""

    low: int
    high: int

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2

    def __str__(self) -> str:
        return span(self.low, self.high)


def span(low: float, high: float) -> str:
    """Return `8` or `8–12`."""
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def whole(value: float) -> int | float:
    """Return a number without a part behind the point as one that shows none."""
    return int(value) if float(value).is_integer() else value


_NUMBER = r"(\d{1,4}(?:\.\d)?)(?:\s?[-–]\s?(\d{1,4}(?:\.\d)?))?"
_SPAN = re.compile(rf"^{_NUMBER}$")
_QUANTITY = re.compile(rf"^{_NUMBER}\s?([a-z]+)$")


def _ordered(match: re.Match[str]) -> tuple[float, float]:
    low = float(match[1])
    high = float(match[2]) if match[2] else low
    if high < low:
        raise PydanticCustomError(
            "range_order", "the range runs backwards: {low} is more than {high}", {"low": match[1], "high": match[2]}
        )
    return low, high


def read_span(value: Any) -> Any:
    """Turn `3` or `2-3` into a Span; refuse anything else."""
    wrong = isinstance(value, bool) or not isinstance(value, int | str)
    if wrong or not (match := _SPAN.match(str(value))):
        raise PydanticCustomError("span_form", "wants a number or a range such as 2-3")
    low, high = _ordered(match)
    if not (low.is_integer() and high.is_integer()):
        raise PydanticCustomError("span_form", "wants whole numbers such as 3 or 2-3")
    return Span(low=int(low), high=int(high))


def quantity_reader(*units: str) -> Any:
    """Return a reader of quantities in one of `units`."""

    def read(value: Any) -> Any:
        match = _QUANTITY.match(str(value)) if isinstance(value, int | str) else None
        if not match or match[3] not in units:
            raise PydanticCustomError(
                "quantity_form",
                "wants a number or range with its unit ({units})",
                {"units": ", ".join(units), "example": f"10-12 {units[0]}", "found": str(value)},
            )
        low, high = _ordered(match)
        return Quantity(low=low, high=high, unit=match[3])

    return read


def _text_schema(pattern: str, example: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "integer"], "pattern": pattern, "examples": [example]})


Count = Annotated[Span, BeforeValidator(read_span), _text_schema(r"^\d+(-\d+)?$", "2-3")]
Effort = Annotated[Count, Field(description="0 (nothing) to 10 (the most you can)")]
Seconds = Annotated[Quantity, BeforeValidator(quantity_reader("s")), _text_schema(r"^\d+(-\d+)? s$", "5-10 s")]
Pause = Annotated[Quantity, BeforeValidator(quantity_reader("s", "min")), _text_schema(r"^\d+(-\d+)? (s|min)$", "60 s")]
Amount = Annotated[
    Quantity,
    BeforeValidator(quantity_reader("reps", "s", "min", "breaths", "m")),
    _text_schema(r"^\d+(-\d+)? (reps|s|min|breaths|m)$", "8-12 reps"),
]
