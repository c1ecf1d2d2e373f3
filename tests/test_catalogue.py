"""The catalogue: facts that nobody wrote down, worked out once, in views that nobody can change."""

import shutil
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builder.catalogue import RELATED, build_catalogue
from builder.check import check_root
from builder.library import Library, read_library
from builder.text import fold
from builder.views import Catalogue, ExerciseView
from tests.conftest import World
from tests.worlds import REPOSITORY, TINY


@cache
def tiny() -> Catalogue:
    """Return the catalogue of the tiny world."""
    return build_catalogue(read_library(TINY)[0])


@cache
def real() -> Catalogue:
    """Return the catalogue of the repository's own library."""
    library, problems = check_root(REPOSITORY)
    assert problems == []
    return build_catalogue(library)


def exercise(slug: str) -> ExerciseView:
    """Return one exercise of the tiny world."""
    return next(view for view in tiny().exercises if view.card.slug == slug)


def slugs(cards: Any) -> list[str]:
    """Return the slugs of cards."""
    return [card.slug for card in cards]


def test_only_published_records_are_in_it() -> None:
    """Drafts are in no list, no role and no count."""
    assert slugs(view.card for view in tiny().exercises) == ["chin-nod", "knee-hug", "sphinx"]
    assert [group.count for group in tiny().groups] == [2, 1]


def test_muscles_know_their_exercises_by_role() -> None:
    """A muscle lists the exercises that use it, role by role, the main role first."""
    found = {m.term.slug: {role: slugs(cards) for role, cards in m.roles} for m in tiny().muscles}
    assert found == {
        "erector-spinae": {"primary": ["knee-hug", "sphinx"]},
        "multifidus": {"secondary": ["knee-hug"]},
        "deep-neck-flexors": {"primary": ["chin-nod"], "stabilizers": ["knee-hug"]},
    }
    assert [list(roles) for roles in found.values()][2] == ["primary", "stabilizers"]


def test_equipment_knows_its_exercises() -> None:
    """A piece of equipment lists what needs it and what it helps."""
    found = {g.term.slug: (slugs(g.required), slugs(g.optional)) for g in tiny().gear}
    assert found == {
        "none": (["chin-nod"], []),
        "mat": (["knee-hug", "sphinx"], []),
        "towel": ([], ["knee-hug"]),
    }


def test_exercises_know_their_programs() -> None:
    """A program is listed once on the page of each exercise in it, also where the exercise comes twice."""
    assert [slugs(view.programs) for view in tiny().exercises] == [["quiet-evening"]] * 3


def test_groups_are_sorted_by_level_and_know_guests() -> None:
    """A group lists its own exercises by level, easiest first, and those of other groups that also belong there."""
    lower_back, neck = tiny().groups
    assert [(level, slugs(cards)) for level, cards in lower_back.levels] == [
        ("beginner", ["knee-hug"]),
        ("intermediate", ["sphinx"]),
    ]
    assert (slugs(lower_back.also), slugs(neck.also)) == ([], ["knee-hug"])


def test_ladders_are_resolved() -> None:
    """Easier, harder and alternatives are cards of pages that exist."""
    assert slugs(exercise("knee-hug").harder) == ["sphinx"]
    assert slugs(exercise("sphinx").easier) == ["knee-hug"]
    assert [(words, card.slug) for words, card in exercise("knee-hug").alternatives] == [(("the floor",), "chin-nod")]


def test_related_exercises_share_a_muscle_and_are_not_named_elsewhere() -> None:
    """Related exercises share a main muscle, are few, never the page itself, and not on its ladder already."""
    seen = 0
    for view in real().exercises:
        record = view.record
        named = {view.card.slug, *record.easier, *record.harder, *(a.exercise for a in record.alternatives)}
        assert len(view.related) <= RELATED
        assert not named & set(slugs(view.related)), view.card.slug
        by_slug = {other.card.slug: other.record for other in real().exercises}
        for card in view.related:
            wanted = {*record.muscles.primary, *record.muscles.secondary}
            assert wanted & set(by_slug[card.slug].muscles.primary), (view.card.slug, card.slug)
            seen += 1
    assert seen > 30


def test_a_program_takes_the_dose_that_counts() -> None:
    """A program's line shows its own dose where it has one, else the exercise's for the program's level."""
    items = tiny().programs[0].items
    assert [str(line.dose.amount) if line.dose else "" for line in items] == ["6 reps", "5–8 reps", "20 s", "6 reps"]


def test_a_program_needs_what_its_exercises_need() -> None:
    """A program's equipment is that of its exercises, without the word for none, and without its alternatives'."""
    assert [term.slug for term in tiny().programs[0].gear] == ["mat"]


def test_names_are_sorted_as_people_look_them_up() -> None:
    """The A–Z has every name and alias once, sorted blind to case and accents, under its first letter."""
    library = read_library(REPOSITORY)[0]
    wanted = sorted(
        n for e in library.exercises if e.value.status == "published" for n in (e.value.name, *e.value.aliases)
    )
    found = [name for _, names in real().names for name, _ in names]
    assert sorted(found) == wanted
    assert [fold(name) for name in found] == sorted(fold(name) for name in found)
    assert [letter for letter, _ in real().names] == sorted({letter for letter, _ in real().names})
    assert all(fold(name)[0].upper() == letter for letter, names in real().names for name, _ in names if letter != "#")


def test_a_tombstone_leads_to_what_took_its_place() -> None:
    """A retired address keeps its page and knows the exercise to read instead."""
    (stone,) = tiny().retired
    assert (stone.page, stone.card.page) == ("exercises/neck/old-nod.md", "exercises/neck/chin-nod.md")


def test_search_words_are_those_of_the_body_part_and_things() -> None:
    """Search words are the names and plain words of groups, main muscles and equipment, none twice, none of its own."""
    assert exercise("knee-hug").words == (
        "Lower back", "lumbar", "Neck", "cervical", "stiff neck", "Spine erectors", "back straighteners", "Mat", "yoga mat",
    )  # fmt: skip
    for view in real().exercises:
        own = {fold(n) for n in (view.record.name, *view.record.aliases, *view.record.misspellings)}
        folded = [fold(word) for word in view.words]
        assert len(folded) == len(set(folded)), view.card.slug
        assert not own & set(folded), view.card.slug


def test_every_reference_is_a_page_in_the_catalogue() -> None:
    """Every card that any view holds is the card of a page in the catalogue."""
    catalogue = real()
    known = {view.card for view in catalogue.exercises}
    for view in catalogue.exercises:
        assert {*view.easier, *view.harder, *view.related, *(card for _, card in view.alternatives)} <= known
    assert {line.card for program in catalogue.programs for line in program.items} <= known
    assert {card for muscle in catalogue.muscles for _, cards in muscle.roles for card in cards} <= known


def test_views_cannot_be_changed() -> None:
    """Every view is frozen, and so is all that it holds: tuples, models and views, no list, dict or set."""
    with pytest.raises(FrozenInstanceError):
        tiny().exercises = ()  # type: ignore[misc]
    with pytest.raises(ValueError, match="frozen"):
        exercise("knee-hug").record.name = "Other"
    assert _thaws(tiny()) == []


def _thaws(value: Any, where: str = "catalogue") -> list[str]:
    """Return the places in a view whose value could be changed."""
    if isinstance(value, tuple):
        return [fault for n, item in enumerate(value) for fault in _thaws(item, f"{where}[{n}]")]
    if is_dataclass(value):
        frozen = [] if value.__dataclass_params__.frozen else [where]  # type: ignore[attr-defined]
        return frozen + [
            f for field in fields(value) for f in _thaws(getattr(value, field.name), f"{where}.{field.name}")
        ]
    if hasattr(value, "model_config"):
        frozen = [] if value.model_config.get("frozen") else [where]
        return frozen + [
            f for name in type(value).model_fields for f in _thaws(getattr(value, name), f"{where}.{name}")
        ]
    return [where] if isinstance(value, list | dict | set | bytearray) else []


def test_the_order_of_files_does_not_matter() -> None:
    """The same records read in another order make an equal catalogue."""
    library, _ = read_library(REPOSITORY)
    turned: Library = replace(library, exercises=library.exercises[::-1], programs=library.programs[::-1])
    assert build_catalogue(turned) == build_catalogue(library)


def test_no_safety_lines_no_catalogue(tmp_path: Path) -> None:
    """Without the safety lines there is no catalogue: a page without them must not be."""
    root = shutil.copytree(TINY, tmp_path / "world")
    (root / "vocabulary/safety.yaml").unlink()
    with pytest.raises(ValueError, match="safety"):
        build_catalogue(read_library(root)[0])


def test_a_retired_program_leads_to_a_program(world: World) -> None:
    """A tombstone without a group was a program: its old address leads to a program, and to nothing else."""
    world.write("vocabulary/tombstones.yaml", "old-plan: {retired_on: 2026-01-31, reason: Too long., use: desk-day}\n")
    assert world.codes() == []
    (stone,) = build_catalogue(check_root(world.root)[0]).retired
    assert (stone.page, stone.card.page) == ("programs/old-plan.md", "programs/desk-day.md")
    world.edit("vocabulary/tombstones.yaml", "desk-day", "bird-dog")
    assert world.codes() == ["EX005"]
