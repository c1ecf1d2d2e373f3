"""Catalogue → drawings: `{path in content/: SVG text}`: figures of exercises, maps of their muscles, examples."""

from collections.abc import Iterator, Mapping
from functools import partial

from builder.cache import NOTHING_KEPT, Cache
from builder.figures import DESK, MUSCLES, PHONE, Figure, Room, draw_figure, draw_muscle_map
from builder.views import Card, Catalogue, ExerciseView, MuscleView


def render_drawings(catalogue: Catalogue, kept: Cache = NOTHING_KEPT) -> Mapping[str, str]:
    """Return every drawing of the site."""
    names = {muscle.term.slug: muscle.term.value.name for muscle in catalogue.muscles}
    return dict(_drawings(catalogue, names, kept))


def _drawings(catalogue: Catalogue, names: Mapping[str, str], kept: Cache) -> Iterator[tuple[str, str]]:
    for view in catalogue.exercises:
        if view.figure:
            yield from draw_exercise(view.card, view.figure, kept)
        if view.muscle_map:
            yield view.muscle_map, _exercise_map(view, names)
    for muscle in catalogue.muscles:
        if muscle.muscle_map:
            yield muscle.muscle_map, _one_muscle(muscle, names)
    for pose in catalogue.pose_examples:
        yield pose.drawing, _figure(pose.figure, pose.example.name, pose.slug, PHONE, kept)


def draw_exercise(card: Card, figure: Figure, kept: Cache = NOTHING_KEPT) -> Iterator[tuple[str, str]]:
    """Yield the drawings of one exercise: path in content/, SVG text."""
    yield card.drawing, _figure(figure, card.name, card.slug, PHONE, kept)
    if len(figure.poses) > 1:
        yield card.wide_drawing, _figure(figure, card.name, card.slug, DESK, kept)


def _figure(figure: Figure, name: str, slug: str, room: Room, kept: Cache) -> str:
    draw = partial(draw_figure, figure, name=name, slug=slug, room=room)
    return kept.text("figure", figure.content, name, slug, str(room), make=draw)


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
