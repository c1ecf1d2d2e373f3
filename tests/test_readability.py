"""builder.readability: words, sentences and the Flesch–Kincaid grade."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.readability import grade, sentences, word_count, words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Lift your arm.", 3),
        ("Hold for 30 s.", 4),
        ("Do 8–12 well-known moves.", 4),
        ("Don’t stop – breathe.", 3),
        ("45° and 1/2", 3),
        ("", 0),
        ("… – !", 0),
    ],
)
def test_word_count_is_what_a_reader_meets(text: str, count: int) -> None:
    """Numbers count; a hyphened word, an elided one or a range counts once; marks do not."""
    assert word_count(text) == count


def test_words_leave_numbers_out() -> None:
    """Only words have syllables."""
    assert words("Lift 2 well-known arms, don’t stop") == ["Lift", "well-known", "arms", "don’t", "stop"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Lift. Hold! Why? So…", ["Lift", "Hold", "Why", "So"]),
        ("Hold for 1.5 seconds.", ["Hold for 1.5 seconds"]),
        ("No end", ["No end"]),
        ("", []),
    ],
)
def test_sentences_end_at_marks(text: str, parts: list[str]) -> None:
    """A mark ends a sentence only before a blank or the end, so a decimal point does not."""
    assert sentences(text) == parts


def test_grade_by_hand() -> None:
    """Six words of one syllable in two sentences: 0.39 × 3 + 11.8 × 1 − 15.59 = −2.62."""
    assert grade("Lift it up. Sit it there.") == pytest.approx(-2.62)


def test_long_words_weigh() -> None:
    """A text of long words has a higher grade than the same length of short ones."""
    assert grade("Elevate the contralateral extremity.") > 12 > 3 > grade("Lift the arm there.")


@pytest.mark.parametrize("text", ["", "…", "12 – 15", "!!!"])
def test_text_without_words_has_grade_nothing(text: str) -> None:
    """A text without words asks for no schooling, and divides by nothing."""
    assert grade(text) == 0


@given(st.text(max_size=80))
def test_any_text_has_a_grade(text: str) -> None:
    """No text makes the formula raise."""
    assert isinstance(grade(text), float)
    assert word_count(text) >= 0
