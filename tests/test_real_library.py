"""The repository's own records: no problems, and as many as the project promises."""

import re
from collections import Counter

import pytest

from builder.check import check_root
from builder.problems import format_problems
from tests.conftest import REPOSITORY

LIBRARY, PROBLEMS = check_root(REPOSITORY)
# The groups that the library was asked for by name.
NAMED = ("lower-back", "deep-muscles", "neck", "trapezius")


def test_own_records_have_no_problems() -> None:
    """The whole library passes its own check."""
    assert format_problems(PROBLEMS, "text") == ""


@pytest.mark.parametrize("group", NAMED)
def test_named_group_has_five_exercises(group: str) -> None:
    """Each group that users asked for by name has at least five published exercises of its own."""
    count = Counter(e.group for e in LIBRARY.exercises if e.value.status == "published")
    assert count[group] >= 5


def test_library_is_large_enough() -> None:
    """There are at least 150 published exercises and 45 published programs."""
    assert sum(e.value.status == "published" for e in LIBRARY.exercises) >= 150
    assert sum(p.value.status == "published" for p in LIBRARY.programs) >= 45


def test_navigation_names_exactly_the_groups() -> None:
    """mkdocs.yml leads to each group of the vocabulary, in its order and by its name, and to no other."""
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    named = re.findall(r"^ +- ([^:\n]+): exercises/([^/\n]+)/index\.md$", config, flags=re.MULTILINE)
    groups = LIBRARY.vocabulary["groups"]
    assert named == [(entry.value.name, slug) for slug, entry in groups.items()]


def test_every_group_has_an_exercise() -> None:
    """No group of the navigation leads to an empty page."""
    assert {e.group for e in LIBRARY.exercises} == set(LIBRARY.vocabulary["groups"])


def test_links_make_one_ladder() -> None:
    """By easier, harder and “without” links one can go from any published exercise to any other."""
    links: dict[str, set[str]] = {e.slug: set() for e in LIBRARY.exercises if e.value.status == "published"}
    for entry in LIBRARY.exercises:
        record = entry.value
        for other in (*record.easier, *record.harder, *(a.exercise for a in record.alternatives)):
            links[entry.slug].add(other)
            links[other].add(entry.slug)
    reached, ahead = set[str](), ["bird-dog"]
    while ahead:
        slug = ahead.pop()
        reached.add(slug)
        ahead += links[slug] - reached
    assert reached == set(links)


def test_every_source_is_used_or_noted() -> None:
    """Each exercise and program that is published cites at least one source of the vocabulary."""
    published = [e for e in LIBRARY.entries() if e.value.status == "published"]
    assert published
    assert all(entry.value.sources for entry in published)
