"""What an exercise record is. Shape only: no file access, no rendering.

Pydantic rather than plain dataclasses because it reports every fault of a record at once with its
path, exports the JSON Schema that editors use, and validates a thousand records in milliseconds.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from builder.models.fields import Amount, Count, Effort, Model, Name, Pause, Seconds, Slug, Text

Kind = Literal["strength", "isometric", "stretch", "mobility", "balance", "relaxation", "cardio"]
Level = Literal["beginner", "intermediate", "advanced"]
Place = Literal["home", "gym", "desk", "bed", "outdoors"]
Status = Literal["draft", "published"]
DoseKind = Literal["reps", "hold", "time", "breaths", "distance"]
Sides = Literal["both", "each", "alternate"]
Without = Literal["floor", "kneeling", "equipment", "lying face down", "lying on the back", "standing"]

Slugs = Annotated[tuple[Slug, ...], Field(strict=False)]
Texts = Annotated[tuple[Text, ...], Field(strict=False)]
Names = Annotated[tuple[Name, ...], Field(strict=False)]


class Substitute(Model):
    """A household thing that stands in for a piece of equipment."""

    instead_of: Slug
    use: Text


class Equipment(Model):
    """What the exercise needs; `required: [none]` says that it needs nothing."""

    required: Annotated[Slugs, Field(min_length=1)]
    optional: Slugs = ()
    substitutes: Annotated[tuple[Substitute, ...], Field(strict=False)] = ()


class Muscles(Model):
    """Muscles by role. A muscle has one role in an exercise."""

    primary: Annotated[Slugs, Field(min_length=1)]
    secondary: Slugs = ()
    stabilizers: Slugs = ()


class Tempo(Model):
    """Seconds for each part of one repetition."""

    out: Annotated[int, Field(ge=0, le=30)]
    hold: Annotated[int, Field(ge=0, le=120)] = 0
    back: Annotated[int, Field(ge=0, le=30)]


class Feel(Model):
    """Where the work or stretch should be felt, and where it should not."""

    where: Text
    not_: Annotated[Text, Field(alias="not")]


class Mistake(Model):
    """What is often seen, and how to mend it."""

    seen: Text
    fix: Text


class Dose(Model):
    """How much: the unit of `amount` follows `kind` (reps; s for hold; s or min for time; breaths; m)."""

    kind: DoseKind
    sets: Count
    amount: Amount
    hold: Seconds | None = None
    rest: Pause | None = None
    effort: Effort
    sides: Sides = "both"
    days_per_week: Count


class Doses(Model):
    """A dose for each level that the exercise suits."""

    beginner: Dose | None = None
    intermediate: Dose | None = None
    advanced: Dose | None = None

    def by_level(self) -> tuple[tuple[str, Dose], ...]:
        """Return the doses that are there, easiest level first."""
        pairs = (("beginner", self.beginner), ("intermediate", self.intermediate), ("advanced", self.advanced))
        return tuple((level, dose) for level, dose in pairs if dose)


class Alternative(Model):
    """Another exercise with the same aim that avoids something."""

    exercise: Slug
    without: Without


class Caution(Model):
    """Someone who should ask first or change something, and what to do."""

    about: Slug
    advice: Text


class JointStretch(Model):
    """One row of a stretch's table: a joint, how it is placed, what that lengthens."""

    joint: Name
    position: Name
    stretched: Annotated[Slugs, Field(min_length=1)]


class Citation(Model):
    """A source from vocabulary/sources.yaml and what in this record it supports."""

    id: Slug
    supports: Text


class Review(Model):
    """When the record was last held against its sources, and when that is due again."""

    reviewed_on: date
    next_review: date


class Exercise(Model):
    """One exercise. The file's name is its slug; its folder is its muscle group."""

    name: Name
    aliases: Names = ()
    misspellings: Names = ()
    summary: Text
    kind: Kind
    also_in: Slugs = ()
    position: Slug
    place: Annotated[tuple[Place, ...], Field(strict=False, min_length=1)]
    equipment: Equipment
    level: Level
    mechanics: Literal["compound", "isolated"] | None = None
    contraction: Literal["dynamic", "isometric", "static stretch", "relaxed"] | None = None
    movements: Annotated[Slugs, Field(min_length=1)]
    muscles: Muscles
    setup: Texts = ()
    steps: Annotated[Texts, Field(min_length=1)]
    finish: Text | None = None
    tempo: Tempo | None = None
    breathing: Text | None = None
    feel: Feel | None = None
    cues: Texts = ()
    mistakes: Annotated[tuple[Mistake, ...], Field(strict=False)] = ()
    dose: Doses | None = None
    progress_when: Text | None = None
    easier: Slugs = ()
    harder: Slugs = ()
    alternatives: Annotated[tuple[Alternative, ...], Field(strict=False)] = ()
    cautions: Annotated[tuple[Caution, ...], Field(strict=False)] = ()
    stop_if: Texts = ()
    joints: Annotated[tuple[JointStretch, ...], Field(strict=False)] = ()
    figure: dict[str, Any] | None = None
    sources: Annotated[tuple[Citation, ...], Field(strict=False)] = ()
    review: Review
    status: Status
