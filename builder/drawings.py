"""Catalogue → drawings: `{path in content/: SVG text}`: figures of exercises, and the map of muscles."""

from collections.abc import Iterator, Mapping

from builder.figures import MUSCLES, Mark, draw_figure, draw_muscle_map
from builder.views import MUSCLE_MAP, Catalogue, ExerciseView, MuscleView

# What a marked muscle is doing, by what the exercise does to it and by role: said after the muscle's name.
DOING = {
    "work": ("working most", "helping", "holding you steady"),
    "stretch": ("stretched most", "stretched or helping", "holding you steady"),
}


def render_drawings(catalogue: Catalogue) -> Mapping[str, str]:
    """Return every drawing of the site."""
    return {**dict(_figures(catalogue)), MUSCLE_MAP: _muscle_map(catalogue)}


def _figures(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for view in catalogue.exercises:
        if view.figure:
            yield view.card.drawing, draw_figure(view.figure, name=view.card.name, slug=view.card.slug)


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
