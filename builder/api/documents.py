"""The data files of version 1 as wholes: lists of entries, what is no longer in use, and the index."""

from datetime import date
from typing import Literal

from builder.api.muscle_types import Muscle
from builder.api.types import Exercise, Part, Program, Ref


class Exercises(Part):
    """All exercises."""

    version: str
    licence: str
    exercises: tuple[Exercise, ...]


class Programs(Part):
    """All programs."""

    version: str
    licence: str
    programs: tuple[Program, ...]


class Muscles(Part):
    """All muscles."""

    version: str
    licence: str
    muscles: tuple[Muscle, ...]


class Tombstone(Part):
    """An address that is no longer in use. Its page leads on to `use`."""

    kind: Literal["exercise", "program"]
    slug: str
    retired_on: date
    reason: str
    page: str
    use: Ref
    use_data: str


class Tombstones(Part):
    """All addresses that are no longer in use."""

    version: str
    licence: str
    tombstones: tuple[Tombstone, ...]


class Licence(Part):
    """What one may do with texts and figures, and what to write beside them."""

    spdx: str
    name: str
    address: str
    attribution: str


class Safety(Part):
    """What every page of the site says. Show it beside the exercises."""

    emergency: str
    stop: tuple[str, ...]
    pain_rule: tuple[str, ...]
    ask_first: str
    disclaimer: str
    get_help_now: str
    """The address of the page of warning signs."""


class Counts(Part):
    """How many there are."""

    exercises: int
    programs: int
    muscles: int
    tombstones: int


class Patterns(Part):
    """Addresses of single files: put a slug in the place of `{slug}`."""

    exercise: str
    program: str
    muscle: str


class File(Part):
    """A file with everything of one kind."""

    name: str
    about: str
    address: str
    media_type: str
    schema_address: str | None


class Index(Part):
    """Where to begin."""

    version: str
    updated: date | None
    """The newest review date of a record."""
    site: str
    documentation: str
    feed: str
    licence: Licence
    counts: Counts
    files: tuple[File, ...]
    patterns: Patterns
    safety: Safety


# The documents, by the names of their schemas.
DOCUMENTS: tuple[tuple[str, type[Part]], ...] = (
    ("index", Index),
    ("exercises", Exercises),
    ("exercise", Exercise),
    ("programs", Programs),
    ("program", Program),
    ("muscles", Muscles),
    ("muscle", Muscle),
    ("tombstones", Tombstones),
)
