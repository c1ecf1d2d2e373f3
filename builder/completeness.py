"""How complete each exercise's record is: the parts that the best records have, and which of them are missing.

A missing part is no fault (the rules tell those); it is work that somebody may take up. The page
`contributing/help-wanted` shows it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from builder.views import Card, Catalogue, ExerciseView

Has = Callable[[ExerciseView], bool]


def _always(_: ExerciseView) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a complete record has; `asked` says which records it makes sense for."""

    name: str
    has: Has
    asked: Has = _always


@dataclass(frozen=True, slots=True)
class Score:
    """One exercise: how many of the parts that are asked of it are there, and the names of the others."""

    card: Card
    record_path: str
    there: int
    asked: int
    missing: tuple[str, ...]

    @property
    def percent(self) -> int:
        """How much is there, rounded down: 100 means everything."""
        return 100 * self.there // self.asked


def _leads_elsewhere(view: ExerciseView) -> bool:
    return bool(view.alternatives or view.record.equipment.substitutes)


def _needs_something(view: ExerciseView) -> bool:
    return view.position.on_floor or any(term.slug != "none" for term in view.required)


PARTS: tuple[Part, ...] = (
    Part("three other names", lambda v: len(v.record.aliases) >= 3),
    Part("a picture", lambda v: v.figure is not None),
    Part("three cues", lambda v: len(v.record.cues) >= 3),
    Part("two mistakes with their fixes", lambda v: len(v.record.mistakes) >= 2),
    Part("a tempo", lambda v: v.record.tempo is not None, lambda v: v.repeats and v.record.kind == "strength"),
    Part("a dose for a second level", lambda v: len(v.doses) >= 2),
    Part("when to go on to more", lambda v: v.record.progress_when is not None),
    Part("an easier or a harder exercise", lambda v: bool(v.easier or v.harder)),
    Part("another way without the floor or the equipment", _leads_elsewhere, _needs_something),
    Part("two cautions of its own", lambda v: len(v.record.cautions) >= 2),
    Part("what tells you to stop", lambda v: bool(v.record.stop_if)),
    Part("two sources", lambda v: len(v.sources) >= 2),
    Part("a source about this very exercise", lambda v: any(not cited.source.general for cited in v.sources)),
)


def score(view: ExerciseView) -> Score:
    """Return the score of one exercise."""
    asked = [part for part in PARTS if part.asked(view)]
    missing = tuple(part.name for part in asked if not part.has(view))
    return Score(view.card, view.record_path, len(asked) - len(missing), len(asked), missing)


def open_work(catalogue: Catalogue) -> tuple[Score, ...]:
    """Return the exercises that miss something, those that miss most first."""
    scores = (score(view) for view in catalogue.exercises)
    return tuple(sorted((s for s in scores if s.missing), key=lambda s: (s.there / s.asked, s.card.name)))


def unconfirmed(catalogue: Catalogue) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """Return the readers for whom our advice rests on our own care alone, each with the exercises that give it."""
    advice: dict[str, list[Card]] = {}
    for view in catalogue.exercises:
        for topic, _ in view.cautions:
            if not topic.sources:
                advice.setdefault(topic.name, []).append(view.card)
    return tuple((name, tuple(advice[name])) for name in sorted(advice))


def general_only(catalogue: Catalogue) -> tuple[Card, ...]:
    """Return the exercises of which every source speaks of exercise in general, so that the dose is our choice."""
    return tuple(v.card for v in catalogue.exercises if all(cited.source.general for cited in v.sources))
