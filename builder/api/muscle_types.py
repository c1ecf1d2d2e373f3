"""What the data file of a muscle holds: promises, as in types.py."""

from typing import Literal

from builder.api.types import Part, Ref


class MuscleSource(Part):
    """A publication that was read for a muscle."""

    title: str
    publisher: str
    year: int | None
    address: str


class MuscleExercises(Part):
    """The exercises that use a muscle, by the role that it has in them."""

    primary: tuple[Ref, ...]
    secondary: tuple[Ref, ...]
    stabilizers: tuple[Ref, ...]


class Muscle(Part):
    """One muscle."""

    slug: str
    name: str
    latin: str
    ta98: str
    """Its code in the Terminologia Anatomica of 1998."""
    plain: str
    layer: Literal["surface", "deep"]
    where: str
    does: str
    words: tuple[str, ...]
    """What people type when they look for it."""
    exercises: MuscleExercises
    muscle_map: str | None
    sources: tuple[MuscleSource, ...]
    page: str
    data: str
    licence: str
