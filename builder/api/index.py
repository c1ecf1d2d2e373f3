"""Where other programs begin: versions, counts, licence, addresses of every file, and the safety lines to show."""

from datetime import date

from builder.addresses import ADDRESS, API, HELP, LICENCE, LICENCE_ADDRESS, data_path, file_address, page_address
from builder.api import documents, types
from builder.api.parts import lines
from builder.api.schemas import schema_path
from builder.markdown import plain_sentence as line
from builder.views import Catalogue

FEED = "feed.xml"
_FILES = (
    ("exercises.json", "All exercises.", "exercises"),
    ("programs.json", "All programs.", "programs"),
    ("muscles.json", "All muscles.", "muscles"),
    ("tombstones.json", "Slugs that are no longer in use.", "tombstones"),
    ("exercises.csv", "The exercises as a table.", None),
    ("free-exercise-db.json", "The exercises in the layout of free-exercise-db.", None),
    ("wger.json", "The exercises as wger takes them.", None),
    ("crosswalk.json", "How our words are written in those two layouts; null where there is no word.", None),
)


def index_data(catalogue: Catalogue) -> documents.Index:
    """Return the index of all data files."""
    return documents.Index(
        version=types.VERSION,
        updated=newest(catalogue),
        site=ADDRESS,
        documentation=page_address("about/data.md"),
        feed=file_address(FEED),
        licence=documents.Licence(
            spdx=LICENCE,
            name="Creative Commons Attribution 4.0 International",
            address=LICENCE_ADDRESS,
            attribution="Strong Back, with a link to the page that you use",
        ),
        counts=documents.Counts(
            exercises=len(catalogue.exercises),
            programs=len(catalogue.programs),
            muscles=len(catalogue.muscles),
            tombstones=len(catalogue.retired),
        ),
        files=tuple(_file(name, about, schema) for name, about, schema in _FILES),
        patterns=documents.Patterns(
            exercise=_pattern("exercises"), program=_pattern("programs"), muscle=_pattern("muscles")
        ),
        safety=_safety(catalogue),
    )


def newest(catalogue: Catalogue) -> date | None:
    """Return the newest review date of a record, or nothing where there is no record."""
    reviews = [view.record.review for view in catalogue.exercises] + [view.record.review for view in catalogue.programs]
    return max((review.reviewed_on for review in reviews), default=None)


def _file(name: str, about: str, schema: str | None) -> documents.File:
    return documents.File(
        name=name,
        about=about,
        address=file_address(f"{API}/{name}"),
        media_type="text/csv" if name.endswith(".csv") else "application/json",
        schema_address=file_address(schema_path(schema)) if schema else None,
    )


def _pattern(kind: str) -> str:
    return file_address(data_path(kind, "{slug}"))


def _safety(catalogue: Catalogue) -> documents.Safety:
    safety = catalogue.safety
    return documents.Safety(
        emergency=line(safety.emergency),
        stop=lines(safety.stop),
        pain_rule=lines(safety.pain_rule),
        ask_first=line(safety.ask_first),
        disclaimer=line(safety.disclaimer),
        get_help_now=page_address(HELP),
    )
