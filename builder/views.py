"""What renderers read: frozen views of the catalogue, every reference resolved."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from builder.addresses import page_address
from builder.figures import MUSCLES, Figure
from builder.forms import SheetForm
from builder.models.exercise import Dose, Exercise
from builder.models.program import Item, Program
from builder.models.vocabulary import CautionTopic, Gear, Movement, PoseExample, Position, Safety, Source

# What each muscle role is called: a stretch lengthens, other exercises work.
ROLE_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "work": MappingProxyType({"primary": "Work most", "secondary": "Help", "stabilizers": "Hold you steady"}),
        "stretch": MappingProxyType(
            {"primary": "Stretched most", "secondary": "Stretched or helping", "stabilizers": "Hold you steady"}
        ),
    }
)
MUSCLE_MAP = "muscles/map.svg"
# The parts of a program, in the order in which they stand on its page, its sheet and its calendar.
PROGRAM_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "warm-up": "Warm-up",
        "main": "Main part",
        "cool-down": "Cool-down",
        "alternative": "If you need another choice",
    }
)


@dataclass(frozen=True, slots=True)
class Card:
    """An exercise as it is shown on other pages. `page` is its path in content/."""

    slug: str
    page: str
    name: str
    summary: str
    level: str
    kind: str
    gear: tuple[str, ...]

    @property
    def drawing(self) -> str:
        """The path in content/ of its drawing, where it has a figure."""
        return self.page.removesuffix(".md") + ".svg"

    def wide_drawing(self, figure: Figure | None) -> str:
        """The path in content/ of a figure's arrangement for wide screens; nothing for a single panel."""
        return self.page.removesuffix(".md") + "-wide.svg" if figure and len(figure.poses) > 1 else ""


@dataclass(frozen=True, slots=True)
class Term:
    """A vocabulary entry with its slug and, where it has one, its page."""

    slug: str
    page: str
    value: Any


@dataclass(frozen=True, slots=True)
class Cited:
    """A source and what it supports."""

    source: Source
    supports: str


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """One exercise with all that its page shows. `demands` are the movements that some readers cannot do."""

    card: Card
    record: Exercise
    record_path: str
    group: Term
    also_in: tuple[Term, ...]
    position: Position
    required: tuple[Term, ...]
    optional: tuple[Term, ...]
    substitutes: tuple[tuple[Gear, str], ...]
    muscles: tuple[tuple[str, tuple[Term, ...]], ...]
    demands: tuple[Movement, ...]
    doses: tuple[tuple[str, Dose], ...]
    easier: tuple[Card, ...]
    harder: tuple[Card, ...]
    alternatives: tuple[tuple[tuple[str, ...], Card], ...]
    cautions: tuple[tuple[CautionTopic, str], ...]
    joints: tuple[tuple[str, str, tuple[Term, ...]], ...]
    programs: tuple["ProgramCard", ...]
    related: tuple[Card, ...]
    sources: tuple[Cited, ...]
    words: tuple[str, ...]
    figure: Figure | None
    moves: bool

    @property
    def motion(self) -> str:
        """The path in content/ of its moving figure, or nothing where it has none."""
        return self.card.drawing.removesuffix(".svg") + "-moving.svg" if self.moves else ""

    @property
    def pace(self) -> tuple[float, float, float] | None:
        """Seconds out, held and back, where the record says them."""
        tempo = self.record.tempo
        return (tempo.out, tempo.hold, tempo.back) if tempo else None

    @property
    def muscle_map(self) -> str:
        """The address in content/ of the map with its muscles marked, or nothing where the map knows none of them."""
        known = any(term.slug in MUSCLES for _, terms in self.muscles for term in terms)
        return f"{MUSCLE_MAP}#e-{self.card.slug}" if known else ""

    @property
    def muscle_map_words(self) -> str:
        """What the map shows, for readers who do not see it."""
        roles = (f"{self.role_words[role]}: {', '.join(t.value.name for t in terms)}." for role, terms in self.muscles)
        return " ".join(("Muscle map, back and front.", *roles))

    @property
    def wide_drawing(self) -> str:
        """The path in content/ of the figure's arrangement for wide screens; nothing for a single panel."""
        return self.card.wide_drawing(self.figure)

    @property
    def repeats(self) -> bool:
        """Whether the steps are one repetition of several."""
        return any(dose.kind == "reps" for _, dose in self.doses)

    @property
    def effect(self) -> str:
        """What it does to its muscles: a key of ROLE_WORDS."""
        return "stretch" if self.joints else "work"

    @property
    def role_words(self) -> Mapping[str, str]:
        """What each muscle role is called on the page."""
        return ROLE_WORDS[self.effect]


@dataclass(frozen=True, slots=True)
class ProgramCard:
    """A program as it is shown on other pages."""

    slug: str
    page: str
    name: str
    summary: str
    level: str
    focus: str
    minutes: int
    gear: tuple[str, ...]

    def sheet(self, form: SheetForm) -> str:
        """The path in content/ of a sheet to print."""
        return f"{self.page.removesuffix('.md')}-{form.suffix}.pdf"

    @property
    def address(self) -> str:
        """Where its page is on the published site."""
        return page_address(self.page)

    @property
    def calendar(self) -> str:
        """The path in content/ of its calendar."""
        return self.page.removesuffix(".md") + ".ics"


@dataclass(frozen=True, slots=True)
class ItemView:
    """One line of a program with its exercise and the dose that counts."""

    card: Card
    record: Exercise
    item: Item
    dose: Dose | None
    figure: Figure | None
    easier: tuple[Card, ...]
    harder: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ProgramView:
    """One program with all that its page shows; `minutes` is computed."""

    card: ProgramCard
    record: Program
    record_path: str
    items: tuple[ItemView, ...]
    gear: tuple[Term, ...]
    minutes: float
    sources: tuple[Cited, ...]

    @property
    def version(self) -> str:
        """The short name of its state: a digest of its record and of its exercises' records."""
        records = (self.record, *(line.record for line in self.items))
        return hashlib.sha256("\n".join(r.model_dump_json() for r in records).encode()).hexdigest()[:7]

    @property
    def parts(self) -> tuple[tuple[str, tuple[ItemView, ...]], ...]:
        """Its parts that have exercises, each with its heading."""
        split = ((words, tuple(i for i in self.items if i.item.role == role)) for role, words in PROGRAM_PARTS.items())
        return tuple((heading, items) for heading, items in split if items)


@dataclass(frozen=True, slots=True)
class GroupView:
    """A muscle group with its exercises: by level its own, then those of other groups that also belong here."""

    term: Term
    levels: tuple[tuple[str, tuple[Card, ...]], ...]
    also: tuple[Card, ...]
    count: int


@dataclass(frozen=True, slots=True)
class MuscleView:
    """A muscle with the exercises that use it, by role."""

    term: Term
    roles: tuple[tuple[str, tuple[Card, ...]], ...]
    sources: tuple[Source, ...]

    @property
    def muscle_map(self) -> str:
        """The address in content/ of the map with it marked, or nothing where the map does not know it."""
        return f"{MUSCLE_MAP}#m-{self.term.slug}" if self.term.slug in MUSCLES else ""


@dataclass(frozen=True, slots=True)
class GearView:
    """A piece of equipment with the exercises that need it and those it helps."""

    term: Term
    required: tuple[Card, ...]
    optional: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Retired:
    """An old address and the page that took its place."""

    page: str
    slug: str
    retired_on: date
    reason: str
    card: "Card | ProgramCard"


@dataclass(frozen=True, slots=True)
class PoseExampleView:
    """A worked example of a drawing; `text` is its figure as YAML, read back the very data that is drawn."""

    slug: str
    example: PoseExample
    text: str
    figure: Figure

    @property
    def drawing(self) -> str:
        """The path in content/ of its drawing."""
        return f"contributing/ten-poses/{self.slug}.svg"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that pages are made from, in the order in which it is shown."""

    exercises: tuple[ExerciseView, ...]
    programs: tuple[ProgramView, ...]
    groups: tuple[GroupView, ...]
    muscles: tuple[MuscleView, ...]
    gear: tuple[GearView, ...]
    names: tuple[tuple[str, tuple[tuple[str, Card], ...]], ...]
    retired: tuple[Retired, ...]
    pose_examples: tuple[PoseExampleView, ...]
    safety: Safety
