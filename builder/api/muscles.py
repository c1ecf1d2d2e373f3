"""A muscle's view → what its data file holds."""

from builder.api import types
from builder.api.addresses import LICENCE, file_address, page_address
from builder.api.parts import card_refs, line, name, names
from builder.models.vocabulary import Muscle
from builder.views import MuscleView, data_path


def muscle_data(view: MuscleView) -> types.Muscle:
    """Return one muscle as it is published."""
    value: Muscle = view.term.value
    used = {role: card_refs(cards) for role, cards in view.roles}
    return types.Muscle(
        slug=view.term.slug,
        name=name(value.name),
        latin=name(value.latin),
        ta98=value.ta98,
        plain=name(value.plain),
        layer=value.layer,
        where=line(value.where),
        does=line(value.does),
        words=names(value.words),
        exercises=types.MuscleExercises(
            primary=used.get("primary", ()),
            secondary=used.get("secondary", ()),
            stabilizers=used.get("stabilizers", ()),
        ),
        muscle_map=file_address(view.muscle_map) if view.muscle_map else None,
        sources=tuple(
            types.MuscleSource(title=name(one.title), publisher=name(one.publisher), year=one.year, address=one.address)
            for one in view.sources
        ),
        page=page_address(view.term.page),
        data=file_address(data_path("muscles", view.term.slug)),
        licence=LICENCE,
    )
