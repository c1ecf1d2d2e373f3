"""The exercises in the layouts that other apps read already. What is lost on the way stands in content/about/data.md."""

from collections.abc import Iterable
from typing import Any

from pydantic_core import to_json as to_bytes  # the json module writes indented text ten times slower

from builder.addresses import ADDRESS
from builder.api import crosswalk
from builder.api.types import Exercise, Ref
from builder.markdown import escape


def free_exercise_db(exercises: Iterable[Exercise]) -> list[dict[str, Any]]:
    """Return the exercises as free-exercise-db's schema.json wants them. Images stand under `exercises/` of the site."""
    return [_fedb(one) for one in exercises]


def wger(exercises: Iterable[Exercise]) -> list[dict[str, Any]]:
    """Return the exercises as wger's exercise-submission takes them. Texts are Markdown there, so ours are escaped."""
    return [_wger(one) for one in exercises]


def render_crosswalk() -> str:
    """Return how our words are written in the two layouts."""
    plain = {
        project: {field: dict(words) for field, words in fields.items()}
        for project, fields in crosswalk.CROSSWALK.items()
    }
    return to_json(plain)


def to_json(value: Any) -> str:
    """Return JSON text that people can read as well."""
    return to_bytes(value, indent=1).decode() + "\n"


def _fedb(one: Exercise) -> dict[str, Any]:
    needed = [crosswalk.FEDB_EQUIPMENT.get(ref.slug, "other") for ref in one.equipment.required]
    order = list(dict.fromkeys(crosswalk.FEDB_EQUIPMENT.values()))
    return {
        "id": one.slug,
        "name": one.name,
        "force": crosswalk.FEDB_FORCE.get(one.contraction or ""),
        "level": crosswalk.FEDB_LEVELS[one.level],
        "mechanic": crosswalk.FEDB_MECHANICS.get(one.mechanics or ""),
        "equipment": min(needed, key=order.index, default="body only"),
        "primaryMuscles": (primary := _known(one.muscles.primary, crosswalk.FEDB_MUSCLES)),
        "secondaryMuscles": [m for m in _known(one.muscles.secondary, crosswalk.FEDB_MUSCLES) if m not in primary],
        "instructions": [*one.setup, *one.steps, *([one.finish] if one.finish else [])],
        "category": crosswalk.FEDB_CATEGORIES[one.kind],
        "images": [one.figure.svg.removeprefix(f"{ADDRESS}exercises/")] if one.figure else [],
    }


def _wger(one: Exercise) -> dict[str, Any]:
    primary = _known(one.muscles.primary, crosswalk.WGER_MUSCLES)
    category = crosswalk.WGER_CATEGORIES.get(one.group.slug, crosswalk.WGER_BACK)
    steps = [f"{number}. {escape(text)}" for number, text in enumerate((*one.setup, *one.steps), 1)]
    return {
        "category": crosswalk.WGER_CARDIO if one.kind == "cardio" else category,
        "muscles": primary,
        "muscles_secondary": [m for m in _known(one.muscles.secondary, crosswalk.WGER_MUSCLES) if m not in primary],
        "equipment": _known(one.equipment.required, crosswalk.WGER_EQUIPMENT),
        "variation_group": None,
        "license": crosswalk.WGER_CC_BY,
        "license_author": "Strong Back",
        "translations": [
            {
                "language": crosswalk.WGER_ENGLISH,
                "name": one.name,
                "description_source": "\n".join((escape(one.summary), "", *steps)),
                "license_author": "Strong Back",
                "aliases": [{"alias": alias} for alias in one.aliases],
                "comments": [{"comment": cue} for cue in one.cues],
            }
        ],
    }


def _known(refs: Iterable[Ref], words: Any) -> list[Any]:
    """Return the other project's words, each once, without what it has no word for."""
    return [word for word in dict.fromkeys(words.get(ref.slug) for ref in refs) if word is not None]
