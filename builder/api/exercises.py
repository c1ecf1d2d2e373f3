"""An exercise's view → what its data file holds."""

from builder.addresses import LICENCE, data_path, file_address, page_address, record_address
from builder.api import types
from builder.api.parts import (
    card_ref,
    card_refs,
    dose,
    line_or_none,
    lines,
    name,
    names,
    review,
    sources,
    term_ref,
    term_refs,
)
from builder.cache import NOTHING_KEPT, Cache
from builder.markdown import plain_sentence as line
from builder.models import exercise as records
from builder.pictures import alt_text
from builder.views import ExerciseView


def exercise_data(view: ExerciseView, kept: Cache = NOTHING_KEPT) -> types.Exercise:
    """Return one exercise as it is published; no field depends on another entry's file."""
    record, card = view.record, view.card
    return types.Exercise(
        slug=card.slug,
        name=name(record.name),
        aliases=names(record.aliases),
        summary=line(record.summary),
        group=term_ref(view.group),
        also_in=term_refs(view.also_in),
        kind=record.kind,
        level=record.level,
        position=types.Ref(slug=record.position, name=name(view.position.name)),
        place=record.place,
        mechanics=record.mechanics,
        contraction=record.contraction,
        movements=record.movements,
        avoid_if=tuple(dict.fromkeys(name(movement.avoid) for movement in view.demands if movement.avoid)),
        equipment=_equipment(view),
        muscles=_muscles(view),
        setup=lines(record.setup),
        steps=lines(record.steps),
        finish=line_or_none(record.finish),
        tempo=_tempo(record.tempo),
        breathing=line_or_none(record.breathing),
        feel=types.Feel(where=line(record.feel.where), unwanted=line(record.feel.not_)) if record.feel else None,
        cues=lines(record.cues),
        mistakes=tuple(types.Mistake(seen=line(one.seen), fix=line(one.fix)) for one in record.mistakes),
        doses=tuple(types.LevelDose.model_validate({"level": level, "dose": dose(one)}) for level, one in view.doses),
        progress_when=line_or_none(record.progress_when),
        easier=card_refs(view.easier),
        harder=card_refs(view.harder),
        alternatives=tuple(types.Alternative(exercise=card_ref(one), without=names(w)) for w, one in view.alternatives),
        cautions=_cautions(view),
        stop_if=lines(record.stop_if),
        joints=tuple(
            types.JointStretch(joint=name(joint), position=name(position), stretched=term_refs(muscles))
            for joint, position, muscles in view.joints
        ),
        programs=card_refs(view.programs),
        figure=_figure(view, kept),
        muscle_map=file_address(view.muscle_map) if view.muscle_map else None,
        sources=sources(view.sources),
        review=review(record.review),
        page=page_address(card.page),
        data=file_address(data_path("exercises", card.slug)),
        record=record_address(view.record_path),
        licence=LICENCE,
    )


def _equipment(view: ExerciseView) -> types.Equipment:
    pairs = zip(view.record.equipment.substitutes, view.substitutes, strict=True)
    return types.Equipment(
        required=term_refs(view.required),
        optional=term_refs(view.optional),
        substitutes=tuple(
            types.Substitute(instead_of=types.Ref(slug=one.instead_of, name=name(gear.name)), use=line(use))
            for one, (gear, use) in pairs
        ),
    )


def _muscles(view: ExerciseView) -> types.MuscleRoles:
    roles = {role: term_refs(terms) for role, terms in view.muscles}
    return types.MuscleRoles(
        effect="stretch" if view.effect == "stretch" else "work",
        primary=roles.get("primary", ()),
        secondary=roles.get("secondary", ()),
        stabilizers=roles.get("stabilizers", ()),
    )


def _cautions(view: ExerciseView) -> tuple[types.Caution, ...]:
    pairs = zip(view.record.cautions, view.cautions, strict=True)
    return tuple(
        types.Caution(
            about=types.Ref(slug=one.about, name=name(topic.name)),
            ask_first=line(topic.ask_first),
            advice=line(advice),
        )
        for one, (topic, advice) in pairs
    )


def _tempo(tempo: records.Tempo | None) -> types.Tempo | None:
    return types.Tempo(out=tempo.out, hold=tempo.hold, back=tempo.back) if tempo else None


def _figure(view: ExerciseView, kept: Cache) -> types.Figure | None:
    figure = view.figure
    if figure is None:
        return None
    return types.Figure(
        svg=file_address(view.card.drawing),
        wide=file_address(view.wide_drawing) if view.wide_drawing else None,
        moving=file_address(view.motion) if view.motion else None,
        text=alt_text(figure, kept),
    )
