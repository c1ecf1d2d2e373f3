"""One exercise with any text in every place where a record has text."""

from dataclasses import replace

from builder.api.exercises import exercise_data
from builder.api.types import Exercise
from builder.views import Card, Catalogue, ExerciseView
from tests.api.world import tiny_catalogue


def hostile_view(text: str) -> ExerciseView:
    """Return a view whose names and sentences are `text`."""
    view = tiny_catalogue().exercises[0]
    texts = {"name": text, "aliases": (text,), "summary": text, "setup": (text,), "steps": (text, text), "cues": (text,), "breathing": text, "finish": text}  # fmt: skip
    card: Card = replace(view.card, name=text, summary=text)
    return replace(view, card=card, record=view.record.model_copy(update=texts))


def hostile_catalogue(text: str) -> Catalogue:
    """Return a catalogue whose only exercise says `text`."""
    return replace(tiny_catalogue(), exercises=(hostile_view(text),), programs=())


def exercise(text: str) -> Exercise:
    """Return an exercise whose texts are `text` as they are, as if the cleaning had let them through."""
    data = exercise_data(tiny_catalogue().exercises[0])
    return data.model_copy(update={"name": text, "summary": text, "steps": (text, text)})
