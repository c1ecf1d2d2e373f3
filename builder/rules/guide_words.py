"""GD001: a page by hand is as easy to read as a record, and free of the same wrong terms."""

from collections.abc import Iterator

from builder.guides import Guide
from builder.library import Library
from builder.problems import Problem
from builder.rules.reading_grade import hard_words, long_sentences
from builder.rules.rule import Rule
from builder.rules.wording import Terms, terms_of, wrong_terms
from builder.text import sentence

CODE = "GD001"
HIGHEST_GRADE = 7.0  # one more than a record: it explains, with words such as “physiotherapist”


def check(library: Library) -> Iterator[Problem]:
    terms = terms_of(library)
    for guide in library.guides:
        yield from _grade(guide)
        yield from _lines(guide, terms)


def _grade(guide: Guide) -> Iterator[Problem]:
    prose = " ".join(sentence(paragraph.text) for paragraph in guide.paragraphs)
    for message, hint in hard_words("page", prose, HIGHEST_GRADE):
        yield Problem(guide.path, 1, 1, CODE, message, hint)


def _lines(guide: Guide, terms: Terms) -> Iterator[Problem]:
    for paragraph in guide.paragraphs:
        for message, hint in (*long_sentences(paragraph.text), *wrong_terms(paragraph.text, terms)):
            yield Problem(guide.path, paragraph.line, 1, CODE, message, hint)


RULE = Rule(
    CODE,
    "A page by hand reads at school grade 7 or below, in sentences of at most 20 words, without wrong terms.",
    "“Walk for 5 minutes to warm up.”",
    "“Prior cardiovascular mobilization is indispensable.”",
    check,
)
