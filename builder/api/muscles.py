"""A muscle's view → what its data file holds."""

from builder.addresses import LICENCE, data_path, file_address, page_address
from builder.api.muscle_types import Muscle as MuscleData
from builder.api.muscle_types import MuscleExercises, MuscleSource
from builder.api.parts import card_refs, name, names
from builder.markdown import plain_sentence as line
from builder.models.vocabulary import Muscle
from builder.views import MuscleView


def muscle_data(view: MuscleView) -> MuscleData:
    """Return one muscle as it is published."""
    value: Muscle = view.term.value
    used = {role: card_refs(cards) for role, cards in view.roles}
    return MuscleData(
        slug=view.term.slug,
        name=name(value.name),
        latin=name(value.latin),
        ta98=value.ta98,
        plain=name(value.plain),
        layer=value.layer,
        where=line(value.where),
        does=line(value.does),
        words=names(value.words),
        exercises=MuscleExercises(
            primary=used.get("primary", ()),
            secondary=used.get("secondary", ()),
            stabilizers=used.get("stabilizers", ()),
        ),
        muscle_map=file_address(view.muscle_map) if view.muscle_map else None,
        sources=tuple(
            MuscleSource(title=name(one.title), publisher=name(one.publisher), year=one.year, address=one.address)
            for one in view.sources
        ),
        page=page_address(view.term.page),
        data=file_address(data_path("muscles", view.term.slug)),
        licence=LICENCE,
    )
