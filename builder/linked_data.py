"""What a page is about, in the words of schema.org (https://schema.org/ExercisePlan and others), for search engines.

Plain data, put into the page's front matter; the theme prints it as JSON-LD and sees to it that no text ends the script.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from builder.addresses import ADDRESS, LICENCE_ADDRESS, file_address, page_address
from builder.dosage import amount_words, dose_words
from builder.markdown import plain, plain_sentence
from builder.models.exercise import Dose
from builder.models.fields import Quantity, Span, span, whole
from builder.views import Card, Cited, ExerciseView, MuscleView, ProgramCard, ProgramView, Term

Data = dict[str, Any]
# schema.org's PhysicalActivityCategory; relaxation is in none of its categories.
_CATEGORIES: Mapping[str, str] = MappingProxyType(
    {
        "strength": "StrengthTraining",
        "isometric": "StrengthTraining",
        "stretch": "Flexibility",
        "mobility": "Flexibility",
        "balance": "Balance",
        "cardio": "AerobicActivity",
    }
)
_UNITS: Mapping[str, str] = MappingProxyType({"s": "SEC", "min": "MIN"})  # UN/CEFACT codes, as schema.org wants them


def exercise_linked_data(view: ExerciseView) -> Data:
    """Return an exercise as an ExercisePlan that is also a HowTo."""
    record = view.record
    muscles = [term for role, terms in view.muscles if role != "stabilizers" for term in terms]
    return {
        **_work(view.card, record.aliases, record.summary, record.review.reviewed_on.isoformat()),
        "@type": ["ExercisePlan", "HowTo"],
        **({"image": file_address(view.card.drawing)} if view.figure else {}),
        **({"category": f"https://schema.org/{_CATEGORIES[record.kind]}"} if record.kind in _CATEGORIES else {}),
        "exerciseType": record.kind,
        "educationalLevel": record.level,
        **_some("associatedAnatomy", [_muscle(term) for term in muscles]),
        **_some("tool", [_tool(term) for term in view.required if term.slug != "none"]),
        "step": [_step(number, text) for number, text in enumerate((*record.setup, *record.steps), 1)],
        **(_dose(view.doses[0][1]) if view.doses else {}),
        **_some("citation", _citations(view.sources)),
    }


def program_linked_data(view: ProgramView) -> Data:
    """Return a program as an ExercisePlan with its exercises as parts."""
    record = view.record
    cards = {line.card.slug: line.card for line in view.items if line.item.role != "alternative"}
    return {
        **_work(view.card, record.aliases, record.summary, record.review.reviewed_on.isoformat()),
        "@type": "ExercisePlan",
        "exerciseType": record.focus,
        "educationalLevel": record.level,
        "audience": {"@type": "Audience", "audienceType": plain_sentence(record.who_for)},
        "activityDuration": f"PT{record.minutes}M",
        "activityFrequency": _range(record.days_per_week, unitText="days a week"),
        "additionalVariable": plain_sentence(record.progress),
        "hasPart": [_part(card) for card in cards.values()],
        **_some("citation", _citations(view.sources)),
    }


def muscle_linked_data(view: MuscleView) -> Data:
    """Return a muscle with its name, its code, where it is and what it does."""
    value = view.term.value
    code = {"@type": "MedicalCode", "codeValue": value.ta98, "codingSystem": "Terminologia Anatomica (1998)"}
    diagram = (
        {"diagram": {"@type": "ImageObject", "contentUrl": file_address(view.muscle_map)}} if view.muscle_map else {}
    )
    return {
        "@context": "https://schema.org",
        **_muscle(view.term),
        "alternateName": [plain(value.latin)],
        "description": plain_sentence(value.where),
        "bodyLocation": plain(value.plain),
        "muscleAction": plain_sentence(value.does),
        "code": code,
        **diagram,
    }


def _work(card: Card | ProgramCard, aliases: Iterable[str], summary: str, reviewed_on: str) -> Data:
    """Return what all our works have: names, address, language, licence, publisher, the day of the last check."""
    return {
        "@context": "https://schema.org",
        "@id": page_address(card.page),
        "url": page_address(card.page),
        "name": plain(card.name),
        **_some("alternateName", [plain(alias) for alias in aliases]),
        "description": plain_sentence(summary),
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "license": LICENCE_ADDRESS,
        "publisher": {"@type": "Organization", "name": "Strong Back", "url": ADDRESS},
        "dateModified": reviewed_on,
    }


def _some(name: str, values: list[Any]) -> Data:
    """Return a property where it has a value: an empty list says nothing."""
    return {name: values} if values else {}


def _part(card: Card) -> Data:
    return {"@type": ["ExercisePlan", "HowTo"], "@id": page_address(card.page), "name": plain(card.name)}


def _muscle(term: Term) -> Data:
    return {"@type": "Muscle", "name": plain(term.value.name), "url": page_address(term.page)}


def _tool(term: Term) -> Data:
    return {"@type": "HowToTool", "name": plain(term.value.name)}


def _step(number: int, text: str) -> Data:
    return {"@type": "HowToStep", "position": number, "text": plain_sentence(text)}


def _dose(dose: Dose) -> Data:
    """Return the easiest level's dose: as numbers where schema.org has a place for them, and whole, in words."""
    if dose.kind in ("hold", "time"):
        amount = {"activityDuration": _quantity(dose.amount)}
    elif dose.kind == "distance":
        amount = {}
    else:
        amount = {"repetitions": _range(dose.amount, unitText="breaths" if dose.kind == "breaths" else "repetitions")}
    return {
        **amount,
        "activityFrequency": _range(dose.days_per_week, unitText="days a week"),
        "intensity": f"Effort {span(dose.effort.low, dose.effort.high)} out of 10",
        **({"restPeriods": f"{amount_words(dose.rest)} between sets"} if dose.rest else {}),
        "additionalVariable": dose_words(dose),
    }


def _quantity(quantity: Quantity) -> Data:
    return _range(quantity, unitCode=_UNITS[quantity.unit])


def _range(value: Quantity | Span, **unit: str) -> Data:
    return {"@type": "QuantitativeValue", "minValue": whole(value.low), "maxValue": whole(value.high), **unit}


def _citations(cited: Iterable[Cited]) -> list[Data]:
    return [{"@type": "CreativeWork", "name": plain(one.source.title), "url": one.source.address} for one in cited]
