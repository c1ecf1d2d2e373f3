"""Catalogue → drawings: `{path in content/: SVG text}`: figures of exercises, still and moving, and maps of muscles."""

from collections.abc import Iterator, Mapping

from builder.figures import MUSCLES, Figure, draw_figure, draw_motion, draw_muscle_map
from builder.views import Catalogue, ExerciseView, MuscleView


def render_drawings(catalogue: Catalogue) -> Mapping[str, str]:
    """Return every drawing of the site."""
    names = {muscle.term.slug: muscle.term.value.name for muscle in catalogue.muscles}
    return dict(_drawings(catalogue, names))


def _drawings(catalogue: Catalogue, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for view in catalogue.exercises:
        if view.figure:
            yield view.card.drawing, draw_figure(view.figure, name=view.card.name, slug=view.card.slug)
            yield from _moving(view, view.figure)
        if view.muscle_map:
            yield view.muscle_map, _exercise_map(view, names)
    for muscle in catalogue.muscles:
        if muscle.muscle_map:
            yield muscle.muscle_map, _one_muscle(muscle, names)


def _moving(view: ExerciseView, figure: Figure) -> Iterator[tuple[str, str]]:
    drawn = draw_motion(figure, name=view.card.name, slug=view.card.slug, tempo=view.pace) if view.motion else None
    if drawn:
        yield view.motion, drawn


def _exercise_map(view: ExerciseView, names: Mapping[str, str]) -> str:
    roles = {role: [term.slug for term in terms if term.slug in MUSCLES] for role, terms in view.muscles}
    return draw_muscle_map(
        roles.get("primary", ()),
        roles.get("secondary", ()),
        roles.get("stabilizers", ()),
        names=names,
        slug=view.card.slug,
        title=f"Muscles: {view.card.name}",
    )


def _one_muscle(muscle: MuscleView, names: Mapping[str, str]) -> str:
    slug = muscle.term.slug
    return draw_muscle_map([slug], names=names, slug=slug, title=names[slug])
