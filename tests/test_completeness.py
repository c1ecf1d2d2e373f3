"""builder.completeness: what a record misses, and the page that says so."""

from dataclasses import replace

import pytest

from builder.catalogue import build_catalogue
from builder.check import check_root
from builder.completeness import PARTS, general_only, open_work, score, unconfirmed
from builder.pages import render_pages
from builder.views import Catalogue, ExerciseView
from tests.conftest import REPOSITORY, World

PAGE = "contributing/help-wanted.md"


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return build_catalogue(check_root(REPOSITORY)[0])


def made(world: World) -> Catalogue:
    return build_catalogue(check_root(world.root)[0])


def named(catalogue: Catalogue, slug: str) -> ExerciseView:
    return next(view for view in catalogue.exercises if view.card.slug == slug)


def test_what_is_taken_away_is_missing(real: Catalogue) -> None:
    """A record without cues, mistakes and links scores lower, and each of them is named."""
    whole = named(real, "bird-dog")
    bare = replace(whole, harder=(), easier=(), record=whole.record.model_copy(update={"cues": (), "mistakes": ()}))
    gone = set(score(bare).missing) - set(score(whole).missing)
    assert gone == {"three cues", "two mistakes with their fixes", "an easier or a harder exercise"}
    assert score(bare).there == score(whole).there - 3
    assert score(bare).percent < score(whole).percent


def test_a_part_is_asked_only_where_it_makes_sense(real: Catalogue) -> None:
    """A stretch that is held needs no tempo; a lift does."""
    tempo = next(part for part in PARTS if part.name == "a tempo")
    assert not tempo.asked(named(real, "double-knee-to-chest"))
    assert tempo.asked(named(real, "deadlift"))


def test_what_misses_most_stands_first(real: Catalogue) -> None:
    """The list begins with the least complete record and leaves complete ones out."""
    work = open_work(real)
    shares = [s.there / s.asked for s in work]
    assert shares == sorted(shares)
    assert all(s.missing for s in work)


def test_advice_without_a_source_is_for_a_clinician(world: World) -> None:
    """A caution whose topic has no source is asked about; one with a source is not."""
    assert [name for name, _ in unconfirmed(made(world))] == ["Wrist pain"]
    world.edit("vocabulary/cautions.yaml", "on your fists.", "on your fists., sources: [nhs-neck]")
    assert unconfirmed(made(world)) == ()


def test_a_dose_from_general_advice_is_for_a_clinician(world: World) -> None:
    """An exercise of which every source is general stands on the page; one with a source of its own does not."""
    assert general_only(made(world)) == ()
    world.edit("vocabulary/sources.yaml", "  year: 2024", "  year: 2024\n  general: true")
    assert [card.slug for card in general_only(made(world))] == ["chin-tuck"]


def test_page_says_that_no_clinician_has_reviewed(real: Catalogue) -> None:
    """The page says plainly that no clinician has reviewed the content, and names the least complete record."""
    page = render_pages(real)[PAGE]
    assert "No clinician has reviewed the content of this site yet." in page
    assert f"- [{open_work(real)[0].card.name}]" in page
