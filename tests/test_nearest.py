"""builder.nearest: did you mean …?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.nearest import did_you_mean, nearest

FIELDS = ["name", "summary", "steps", "equipment", "progress_when", "muscles", "level"]


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ("sumary", "summary"),
        ("Summary", "summary"),
        ("step", "steps"),
        ("equipement", "equipment"),
        ("progress-when", "progress_when"),
        ("Progress When", "progress_when"),
        ("muscels", "muscles"),
        ("reps", None),
        ("xyzzy", None),
        ("", None),
        (12, None),
        (None, None),
    ],
)
def test_nearest_is_what_was_meant_or_nothing(found: object, meant: str | None) -> None:
    """A slip of the key finds its field; a different word finds none, for a wrong hint is worse than none."""
    assert nearest(found, FIELDS) == meant


def test_few_choices_are_listed() -> None:
    """Where nothing is near, a short list is shown whole and in order."""
    assert did_you_mean("xyzzy", ["b", "a"]) == "valid are: a, b"


@pytest.mark.parametrize("choices", [[], [f"slug-{n}" for n in range(13)]])
def test_long_or_empty_lists_are_not_shown(choices: list[str]) -> None:
    """Where nothing is near, a long list would not help and an empty one says nothing."""
    assert did_you_mean("xyzzy", choices) == ""


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=15))
def test_hint_names_only_valid_values(found: str, choices: list[str]) -> None:
    """The nearest value is always one of the valid ones."""
    assert nearest(found, choices) in [*choices, None]


@given(st.sampled_from(FIELDS))
def test_valid_value_is_nearest_to_itself(field: str) -> None:
    """A valid value finds itself."""
    assert nearest(field, FIELDS) == field
