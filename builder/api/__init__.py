"""Catalogue → data for other programs: `{path in content/: text}`. Pure; the same catalogue gives the same bytes."""

from collections.abc import Iterator, Mapping
from typing import Literal

from builder.addresses import API, LICENCE, data_path, file_address, page_address
from builder.api import documents, types
from builder.api.elsewhere import free_exercise_db, render_crosswalk, to_json, wger
from builder.api.exercises import exercise_data
from builder.api.feed import render_feed
from builder.api.index import FEED, index_data
from builder.api.muscle_types import Muscle
from builder.api.muscles import muscle_data
from builder.api.parts import card_ref
from builder.api.programs import program_data
from builder.api.schemas import render_schemas
from builder.api.table import render_table
from builder.cache import NOTHING_KEPT, Cache
from builder.markdown import plain_sentence as line
from builder.views import Card, Catalogue, Retired


def render_api(catalogue: Catalogue, kept: Cache = NOTHING_KEPT) -> Mapping[str, str]:
    """Return every data file and the feed."""
    exercises = tuple(exercise_data(view, kept) for view in catalogue.exercises)
    head = {"version": types.VERSION, "licence": LICENCE}
    return {
        FEED: render_feed(catalogue),
        f"{API}/index.json": _text(index_data(catalogue)),
        f"{API}/tombstones.json": _text(documents.Tombstones(**head, tombstones=_tombstones(catalogue))),
        f"{API}/exercises.csv": render_table(exercises),
        f"{API}/free-exercise-db.json": to_json(free_exercise_db(exercises)),
        f"{API}/wger.json": to_json(wger(exercises)),
        f"{API}/crosswalk.json": render_crosswalk(),
        **dict(_all("exercises", documents.Exercises(**head, exercises=exercises), exercises)),
        **dict(_programs(catalogue, head)),
        **dict(_muscles(catalogue, head)),
        **dict(render_schemas()),
    }


def _programs(catalogue: Catalogue, head: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    programs = tuple(program_data(view) for view in catalogue.programs)
    return _all("programs", documents.Programs(**head, programs=programs), programs)


def _muscles(catalogue: Catalogue, head: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    muscles = tuple(muscle_data(view) for view in catalogue.muscles)
    return _all("muscles", documents.Muscles(**head, muscles=muscles), muscles)


def _all(
    kind: str, whole: types.Part, ones: tuple[types.Exercise | types.Program | Muscle, ...]
) -> Iterator[tuple[str, str]]:
    yield f"{API}/{kind}.json", _text(whole)
    for one in ones:
        yield data_path(kind, one.slug), _text(one)


def _tombstones(catalogue: Catalogue) -> tuple[documents.Tombstone, ...]:
    return tuple(_tombstone(one) for one in catalogue.retired)


def _tombstone(one: Retired) -> documents.Tombstone:
    kind: Literal["exercise", "program"] = "exercise" if isinstance(one.card, Card) else "program"
    return documents.Tombstone(
        kind=kind,
        slug=one.slug,
        retired_on=one.retired_on,
        reason=line(one.reason),
        page=page_address(one.page),
        use=card_ref(one.card),
        use_data=file_address(data_path(f"{kind}s", one.card.slug)),
    )


def _text(document: types.Part) -> str:
    return document.model_dump_json(indent=1) + "\n"
