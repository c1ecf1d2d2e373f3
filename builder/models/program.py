"""What a program record is: an ordered list of exercises with doses. Shape only."""

from typing import Annotated, Literal

from pydantic import Field

from builder.models.exercise import Citation, Dose, Level, Names, Review, Status
from builder.models.fields import Count, Model, Name, Pause, Slug, Span, Text

Focus = Literal[
    "lower back",
    "neck and shoulders",
    "upper back",
    "whole back",
    "core and balance",
    "stretching",
    "at the desk",
    "gym",
]
Role = Literal["warm-up", "main", "alternative", "cool-down"]


class Item(Model):
    """One line of a program. Without a dose the exercise's own dose for the program's level counts."""

    exercise: Slug
    role: Role = "main"
    dose: Dose | None = None
    note: Text | None = None


class Program(Model):
    """One program. The file's name is its slug."""

    name: Name
    aliases: Names = ()
    misspellings: Names = ()
    summary: Text
    goal: Text
    who_for: Text
    who_not: Text
    level: Level
    focus: Focus
    weeks: Count
    days_per_week: Count
    minutes: Annotated[int, Field(ge=1, le=180)]
    rounds: Count = Span(low=1, high=1)
    rest: Pause | None = None
    items: Annotated[tuple[Item, ...], Field(strict=False, min_length=1)]
    progress: Text
    sources: Annotated[tuple[Citation, ...], Field(strict=False)] = ()
    review: Review
    status: Status
