"""Catalogue → drawings: `{path in content/: SVG text}`: figures, still and moving, worked examples, the map of muscles."""

from collections.abc import Iterator, Mapping

from builder.cache import NOTHING_KEPT, Cache
from builder.figures import DESK, MUSCLES, PHONE, Figure, Mark, draw_figure, draw_motion, draw_muscle_map
from builder.pictures import picture
from builder.views import MUSCLE_MAP, Card, Catalogue, ExerciseView, MuscleView

# What a marked muscle is doing, by what the exercise does to it and by role: said after the muscle's name.
DOING = {
    "work": ("working most", "helping", "holding you steady"),
    "stretch": ("stretched most", "stretched or helping", "holding you steady"),
}


def render_drawings(catalogue: Catalogue, kept: Cache = NOTHING_KEPT) -> Mapping[str, str]:
    """Return every drawing of the site."""
    return {**dict(_figures(catalogue, kept)), MUSCLE_MAP: _muscle_map(catalogue)}


def _figures(catalogue: Catalogue, kept: Cache) -> Iterator[tuple[str, str]]:
    for view in catalogue.exercises:
        if view.figure:
            yield from draw_exercise(view.card, view.figure, kept)
            yield from _moving(view, view.figure, kept)
    for pose in catalogue.pose_examples:
        yield pose.drawing, picture(pose.figure, pose.example.name, pose.slug, PHONE, kept)


def draw_exercise(card: Card, figure: Figure, kept: Cache = NOTHING_KEPT) -> Iterator[tuple[str, str]]:
    """Yield the drawings of one exercise: path in content/, SVG text."""
    yield card.drawing, picture(figure, card.name, card.slug, PHONE, kept)
    if wide := card.wide_drawing(figure):
        yield wide, picture(figure, card.name, card.slug, DESK, kept)


def _moving(view: ExerciseView, figure: Figure, kept: Cache) -> Iterator[tuple[str, str]]:
    """Yield the moving figure. One whose frames do not match stands still: its page has led to it already."""
    name, slug, pace = view.card.name, view.card.slug, view.pace

    def draw() -> str:
        moving = draw_motion(figure, name=name, slug=slug, tempo=pace)
        return moving or draw_figure(figure, name=name, slug=slug)

    if view.motion:
        yield view.motion, kept.text("motion", figure.content, name, slug, str(pace), make=draw)


def _muscle_map(catalogue: Catalogue) -> str:
    """One map for all pages: each page that shows it asks for its own marks by the address's fragment."""
    names = {muscle.term.slug: muscle.term.value.name for muscle in catalogue.muscles}
    pages: list[ExerciseView | MuscleView] = [*catalogue.exercises, *catalogue.muscles]
    return draw_muscle_map(names, [_mark(page) for page in pages if page.muscle_map], DOING)


def _mark(page: ExerciseView | MuscleView) -> Mark:
    fragment = page.muscle_map.partition("#")[2]
    if isinstance(page, MuscleView):
        return Mark(fragment, primary=(page.term.slug,))
    roles = {role: tuple(term.slug for term in terms if term.slug in MUSCLES) for role, terms in page.muscles}
    return Mark(fragment, page.effect, **roles)
