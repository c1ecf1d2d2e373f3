"""builder.scalars: what an unquoted word means, and which words are refused."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.scalars import Ambiguous, Scalar, read_plain


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("chin tuck", "chin tuck"),
        ("0", 0),
        ("12", 12),
        ("-3", -3),
        ("2.5", 2.5),
        ("true", True),
        ("False", False),
        ("", None),
        ("~", None),
        ("null", None),
        ("2026-11-23", date(2026, 11, 23)),
        ("8-12 reps", "8-12 reps"),
        ("2-3", "2-3"),
        ("30 s", "30 s"),
        ("A04.3.02.202", "A04.3.02.202"),
        ("https://example.org/", "https://example.org/"),
        ("none", "none"),
        ("not", "not"),
        ("1.2.3", "1.2.3"),
        ("-", "-"),
    ],
)
def test_word_with_one_reading(word: str, value: Scalar) -> None:
    """A word that everybody reads alike has that value and type."""
    found = read_plain(word)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("word", "first", "second"),
    [
        ("no", "the text “no”", "no (false)"),
        ("Yes", "the text “Yes”", "yes (true)"),
        ("ON", "the text “ON”", "yes (true)"),
        ("off", "the text “off”", "no (false)"),
        ("n", "the text “n”", "no (false)"),
        ("012", "the number 12", "the number 10"),
        ("-012", "the number -12", "the number -10"),
        ("0o14", "the number 12", "the text “0o14”"),
        ("0b11", "the text “0b11”", "the number 3"),
        ("1:30", "the text “1:30”", "the number 90"),
        ("1:30:15", "the text “1:30:15”", "the number 5415"),
        ("-1:30", "the text “-1:30”", "the number -90"),
        ("1_000", "the text “1_000”", "the number 1000"),
        ("0x1F", "the number 31", "the text “0x1F”"),
        ("+5", "the number 5", "the text “+5”"),
        ("1.10", "the number 1.1", "the text “1.10”"),
        ("1e3", "the number 1000", "the text “1e3”"),
        (".inf", "a decimal number", "the text “.inf”"),
        ("=", "the text “=”", "a YAML command"),
        ("2024-01-05 10:00:00", "the text “2024-01-05 10:00:00”", "a date and time"),
        ("2024-02-30", "text", "the date 2024-02-30, which no calendar has"),
    ],
)
def test_word_with_two_readings_is_refused(word: str, first: str, second: str) -> None:
    """A word that two readers take differently is refused, and both readings are named."""
    with pytest.raises(Ambiguous) as caught:
        read_plain(word)
    assert first in caught.value.readings
    assert second in caught.value.readings
    assert caught.value.readings.index(first) < caught.value.readings.rindex(second)


@pytest.mark.parametrize("word", ["0x_", "0b_", "-0b_", "9" * 5000, "1" + "0" * 4300 + "_0", "1" + ":59" * 2000])
def test_monstrous_number_is_refused_in_few_words(word: str) -> None:
    """Numbers without digits, or with thousands, are refused in a short line."""
    with pytest.raises(Ambiguous) as caught:
        read_plain(word)
    assert len(caught.value.readings) < 200


@given(st.one_of(st.text(max_size=30), st.text(alphabet="0123456789_:.+-xobeEn~ainyfTtrue", max_size=12)))
def test_any_word_is_read_or_refused(word: str) -> None:
    """No word raises anything but Ambiguous, which has its words."""
    try:
        found: object = read_plain(word)
    except Ambiguous as refused:
        found = refused.readings
    assert found is None or isinstance(found, str | int | float | bool | date)


@given(st.text(alphabet="0123456789_:.+-xobeEnyatrufls", min_size=1, max_size=10))
def test_what_passes_reads_alike_in_both_versions_of_yaml(word: str) -> None:
    """A word that is not refused means the same to PyYAML (YAML 1.1)."""
    try:
        value = read_plain(word)
    except Ambiguous:
        return
    try:
        node = yaml.SafeLoader(word).get_single_node()
    except yaml.YAMLError:
        return  # not a plain word to YAML, such as `...`: it never gets here
    if isinstance(node, yaml.ScalarNode):
        assert yaml.safe_load(word) == value
