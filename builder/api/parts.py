"""From views to the small types that several documents share."""

from collections.abc import Iterable
from functools import lru_cache

from builder.api import types
from builder.dosage import dose_words
from builder.markdown import plain
from builder.markdown import plain_sentence as line
from builder.models import exercise as records
from builder.models.fields import Quantity, Span, whole
from builder.views import Card, Cited, ProgramCard, Term


def lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Return texts of a record as plain sentences."""
    return tuple(line(text) for text in texts)


@lru_cache(maxsize=8192)
def name(text: str) -> str:
    """Return a name without markup."""
    return plain(text)


def line_or_none(text: str | None) -> str | None:
    """Return a text as a plain sentence where there is one."""
    return line(text) if text else None


def names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return names of a record without markup."""
    return tuple(name(text) for text in texts)


def card_ref(card: Card | ProgramCard) -> types.Ref:
    """Return a reference to an exercise or program."""
    return types.Ref(slug=card.slug, name=name(card.name))


def card_refs(cards: Iterable[Card | ProgramCard]) -> tuple[types.Ref, ...]:
    """Return references to exercises or programs."""
    return tuple(card_ref(card) for card in cards)


def term_ref(term: Term) -> types.Ref:
    """Return a reference to a muscle, group or piece of equipment."""
    return types.Ref(slug=term.slug, name=name(term.value.name))


def term_refs(terms: Iterable[Term]) -> tuple[types.Ref, ...]:
    """Return references to muscles, groups or pieces of equipment."""
    return tuple(term_ref(term) for term in terms)


def span(value: Span) -> types.Range:
    """Return a bare range."""
    return types.Range(low=value.low, high=value.high)


def quantity(value: Quantity) -> types.Quantity:
    """Return a range with its unit."""
    return types.Quantity.model_validate({"low": whole(value.low), "high": whole(value.high), "unit": value.unit})


def quantity_or_none(value: Quantity | None) -> types.Quantity | None:
    """Return a range with its unit where there is one."""
    return quantity(value) if value else None


def dose(value: records.Dose) -> types.Dose:
    """Return a dose with its sentence."""
    return types.Dose(
        kind=value.kind,
        sets=span(value.sets),
        amount=quantity(value.amount),
        hold=quantity_or_none(value.hold),
        rest=quantity_or_none(value.rest),
        effort=span(value.effort),
        sides=value.sides,
        days_per_week=span(value.days_per_week),
        words=dose_words(value),
    )


def sources(cited: Iterable[Cited]) -> tuple[types.Source, ...]:
    """Return what an entry cites."""
    return tuple(
        types.Source(
            title=name(one.source.title),
            publisher=name(one.source.publisher),
            year=one.source.year,
            address=one.source.address,
            supports=line(one.supports),
        )
        for one in cited
    )


def review(value: records.Review) -> types.Review:
    """Return the dates of the checks."""
    return types.Review(reviewed_on=value.reviewed_on, next_review=value.next_review)
