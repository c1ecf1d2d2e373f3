"""builder.text: one typography, and the forms in which names are compared and addressed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.models.fields import SLUG
from builder.text import NBSP, clean, fold, sentence, slugify

# Characters that the steps of `clean` look at, so that random texts hit them often.
LIVELY = st.text(alphabet="ab1290 .-–—−'\"’“”„,;:!?()[]º°%s…\u00a0\u2009\u0301", max_size=40)


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("  Lift   your\tarm ", "Lift your arm"),
        ("Wait...", "Wait…"),
        ("Wait.....", "Wait…"),
        ("8-12 reps", f"8–12{NBSP}reps"),
        ("8 - 12 reps", f"8–12{NBSP}reps"),
        ("8 — 12", "8–12"),
        ("30 s", f"30{NBSP}s"),
        ("30 seconds", "30 seconds"),
        ("20 %", f"20{NBSP}%"),
        ("45º", "45°"),
        ("45 degrees", "45°"),
        ("left -- right", "left – right"),
        ("left - right", "left – right"),
        ("well-known", "well-known"),
        ("don't", "don’t"),
        ("the legs' weight", "the legs’ weight"),
        ('say "stop" now', "say “stop” now"),
        ("„so” it is", "“so” it is"),
        ("Really ?", "Really?"),
        ("e\u0301", "é"),
        ("a\u00a0b\u2009c", "a b c"),
        ("10 min", f"10{NBSP}min"),
        ("", ""),
    ],
)
def test_clean_sets_text_evenly(typed: str, set_: str) -> None:
    """Each irregular way to type a thing comes out in the one way the library prints it."""
    assert clean(typed) == set_


@given(st.one_of(st.text(max_size=60), LIVELY))
def test_clean_twice_is_clean_once(text: str) -> None:
    """Cleaning is idempotent for every text."""
    assert clean(clean(text)) == clean(text)


@given(LIVELY.filter(lambda text: "\u0301" not in text))
def test_clean_keeps_letters_and_digits(text: str) -> None:
    """Cleaning never loses or adds a letter or a digit that a reader sees."""
    visible = re.compile(r"[ab1290]")
    assert visible.findall(clean(text)) == visible.findall(text)


@pytest.mark.parametrize(
    ("text", "ended"),
    [("Lift", "Lift."), ("Lift.", "Lift."), ("Lift!", "Lift!"), ("Lift...", "Lift…"), ("So:", "So:"), ("", "")],
)
def test_sentence_ends_once(text: str, ended: str) -> None:
    """A sentence gets a full stop only where it has no end yet."""
    assert sentence(text) == ended


@pytest.mark.parametrize(
    "name", ["Bird dog", "bird-dog", "BIRD DOG", "birddog", "Bird dogs", "bírd dog", "Bird  dog", "Ｂird dog"]
)
def test_fold_is_blind_to_spelling(name: str) -> None:
    """Case, hyphens, spaces, accents, width and a plural s do not tell names apart."""
    assert fold(name) == fold("Bird dog")


@pytest.mark.parametrize(
    ("one", "other"), [("press", "pres"), ("plank", "side plank"), ("bus", "bu"), ("neck", "nick")]
)
def test_fold_keeps_names_apart(one: str, other: str) -> None:
    """Names that differ in more than spelling stay different."""
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_fold_of_upper_case_is_the_same(name: str) -> None:
    """Folding an ASCII name does not depend on case."""
    plain = name.encode("ascii", "ignore").decode()
    assert fold(plain.upper()) == fold(plain.lower())


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bird dog", "bird-dog"),
        ("Child’s pose", "childs-pose"),
        ("Child's pose", "childs-pose"),
        ("Cat–cow", "cat-cow"),
        ("  90/90 hold ", "90-90-hold"),
        ("Élan", "elan"),
        ("???", ""),
    ],
)
def test_slugify_gives_the_address(name: str, slug: str) -> None:
    """A name becomes lower-case ASCII words joined by single hyphens."""
    assert slugify(name) == slug


@given(st.text(max_size=60))
def test_slugify_gives_a_slug_or_nothing(name: str) -> None:
    """Whatever the name, its address form is a valid slug or empty, never a path."""
    slug = slugify(name)
    assert slug == "" or re.fullmatch(SLUG, slug)
