"""A program's view → what its data file holds."""

from builder.addresses import LICENCE, data_path, file_address, page_address, record_address
from builder.api import types
from builder.api.parts import (
    card_ref,
    dose,
    line_or_none,
    name,
    names,
    quantity_or_none,
    review,
    sources,
    span,
    term_refs,
)
from builder.forms import SHEET_FORMS
from builder.markdown import plain_sentence as line
from builder.views import ItemView, ProgramView


def program_data(view: ProgramView) -> types.Program:
    """Return one program as it is published."""
    record, card = view.record, view.card
    return types.Program(
        slug=card.slug,
        name=name(record.name),
        aliases=names(record.aliases),
        summary=line(record.summary),
        goal=line(record.goal),
        who_for=line(record.who_for),
        who_not=line(record.who_not),
        level=record.level,
        focus=record.focus,
        weeks=span(record.weeks),
        days_per_week=span(record.days_per_week),
        minutes=record.minutes,
        rounds=span(record.rounds),
        rest=quantity_or_none(record.rest),
        items=tuple(_item(one) for one in view.items),
        equipment=term_refs(view.gear),
        progress=line(record.progress),
        sources=sources(view.sources),
        review=review(record.review),
        page=page_address(card.page),
        data=file_address(data_path("programs", card.slug)),
        record=record_address(view.record_path),
        calendar=file_address(card.calendar),
        sheets=_sheets(view),
        licence=LICENCE,
    )


def _item(one: ItemView) -> types.Item:
    return types.Item(
        exercise=card_ref(one.card),
        role=one.item.role,
        dose=dose(one.dose) if one.dose else None,
        note=line_or_none(one.item.note),
    )


def _sheets(view: ProgramView) -> tuple[types.Sheet, ...]:
    return tuple(
        types.Sheet(
            form=form.suffix,
            words=form.words,
            paper=form.paper,
            type_size=form.size,
            one_page=form.mini,
            address=file_address(view.card.sheet(form)),
        )
        for form in SHEET_FORMS
    )
