"""What the data files of version 1 hold. These are promises to other programs: fields are added, never taken away.

They are types of their own, apart from the record models: a record may change its form, these may not.
tests/api/v1-shape.json holds every field, its type and its values; a test fails where one of them goes.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, WithJsonSchema

VERSION = "1.0.0"  # raised with each addition; content/about/data.md says what was added

Number = Annotated[int | float, WithJsonSchema({"type": "number"})]
Level = Literal["beginner", "intermediate", "advanced"]


class Part(BaseModel):
    """A frozen part of a data file; the sentence under a field is its description in the schema."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Ref(Part):
    """Another entry, by its slug: a muscle, a piece of equipment, an exercise, a program, a group."""

    slug: str
    name: str


class Range(Part):
    """From low to high; both are the same where there is one number."""

    low: Number
    high: Number


class Quantity(Part):
    """From low to high with a unit."""

    low: Number
    high: Number
    unit: Literal["reps", "s", "min", "breaths", "m"]


class Source(Part):
    """A publication that was read, and what in the entry it supports."""

    title: str
    publisher: str
    year: int | None
    address: str
    supports: str


class Review(Part):
    """When the entry was last held against its sources, and when that is due again."""

    reviewed_on: date
    next_review: date


class Substitute(Part):
    """A household thing that stands in for a piece of equipment."""

    instead_of: Ref
    use: str


class Equipment(Part):
    """What is needed; `none` is a piece of equipment, so the list is never empty."""

    required: tuple[Ref, ...]
    optional: tuple[Ref, ...]
    substitutes: tuple[Substitute, ...]


class MuscleRoles(Part):
    """Muscles by role."""

    effect: Literal["work", "stretch"]
    """Whether the muscles under `primary` work or are stretched."""
    primary: tuple[Ref, ...]
    secondary: tuple[Ref, ...]
    stabilizers: tuple[Ref, ...]


class Tempo(Part):
    """Seconds for each part of one repetition."""

    out: int
    hold: int
    back: int


class Feel(Part):
    """Where it should be felt, and what should not be felt."""

    where: str
    unwanted: str


class Mistake(Part):
    """What is often seen, and how to mend it."""

    seen: str
    fix: str


class Dose(Part):
    """How much to do."""

    kind: Literal["reps", "hold", "time", "breaths", "distance"]
    sets: Range
    amount: Quantity
    hold: Quantity | None
    """How long each repetition is held."""
    rest: Quantity | None
    """Between sets."""
    effort: Range
    """From 0, nothing, to 10, the most you can."""
    sides: Literal["both", "each", "alternate"]
    days_per_week: Range
    words: str
    """The same in a sentence."""


class LevelDose(Part):
    """A dose for a level."""

    level: Level
    dose: Dose


class Alternative(Part):
    """Another exercise with the same aim, and what it does without."""

    exercise: Ref
    without: tuple[str, ...]


class Caution(Part):
    """Somebody who should ask first or change something, and what to do."""

    about: Ref
    ask_first: str
    advice: str


class JointStretch(Part):
    """A joint, how it is placed, and what that lengthens."""

    joint: str
    position: str
    stretched: tuple[Ref, ...]


class Figure(Part):
    """The drawing: addresses of SVG files, and in words what they show."""

    svg: str
    wide: str | None
    """The same panels side by side."""
    moving: str | None
    text: str
    """For readers who do not see it."""


class Exercise(Part):
    """One exercise."""

    slug: str
    """Never used again for another exercise."""
    name: str
    aliases: tuple[str, ...]
    summary: str
    group: Ref
    also_in: tuple[Ref, ...]
    kind: Literal["strength", "isometric", "stretch", "mobility", "balance", "relaxation", "cardio"]
    level: Level
    position: Ref
    place: tuple[Literal["home", "gym", "desk", "bed", "outdoors"], ...]
    mechanics: Literal["compound", "isolated"] | None
    contraction: Literal["dynamic", "isometric", "static stretch", "relaxed"] | None
    movements: tuple[str, ...]
    """Slugs of what the spine and joints do."""
    avoid_if: tuple[str, ...]
    """How readers who cannot do a movement would say so."""
    equipment: Equipment
    muscles: MuscleRoles
    setup: tuple[str, ...]
    steps: tuple[str, ...]
    finish: str | None
    tempo: Tempo | None
    breathing: str | None
    feel: Feel | None
    cues: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    doses: tuple[LevelDose, ...]
    progress_when: str | None
    easier: tuple[Ref, ...]
    harder: tuple[Ref, ...]
    alternatives: tuple[Alternative, ...]
    cautions: tuple[Caution, ...]
    stop_if: tuple[str, ...]
    """Beside the stop rules for all exercises, which stand in index.json."""
    joints: tuple[JointStretch, ...]
    programs: tuple[Ref, ...]
    figure: Figure | None
    muscle_map: str | None
    sources: tuple[Source, ...]
    review: Review
    page: str
    data: str
    record: str
    """The file that people edit."""
    licence: str


class Item(Part):
    """One line of a program."""

    exercise: Ref
    role: Literal["warm-up", "main", "alternative", "cool-down"]
    """An alternative stands in for a line before it and is no part of the session."""
    dose: Dose | None
    note: str | None


class Sheet(Part):
    """A sheet to print."""

    form: str
    words: str
    paper: str
    type_size: Number
    """In points."""
    one_page: bool
    address: str


class Program(Part):
    """One program: an ordered list of exercises with doses."""

    slug: str
    """Never used again for another program."""
    name: str
    aliases: tuple[str, ...]
    summary: str
    goal: str
    who_for: str
    who_not: str
    level: Level
    focus: str
    weeks: Range
    days_per_week: Range
    minutes: int
    rounds: Range
    rest: Quantity | None
    """Between exercises."""
    items: tuple[Item, ...]
    equipment: tuple[Ref, ...]
    """Empty where nothing is needed."""
    progress: str
    sources: tuple[Source, ...]
    review: Review
    page: str
    data: str
    record: str
    calendar: str
    sheets: tuple[Sheet, ...]
    licence: str
