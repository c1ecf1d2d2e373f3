"""An Atom feed of the records that were checked last: new ones and changed ones."""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

from builder.addresses import ADDRESS, file_address, page_address
from builder.api.index import FEED
from builder.api.parts import name
from builder.markdown import plain_sentence as line
from builder.views import Catalogue

ENTRIES = 60


@dataclass(frozen=True, slots=True)
class _Entry:
    reviewed_on: date
    page: str
    name: str
    summary: str
    kind: str


def render_feed(catalogue: Catalogue) -> str:
    """Return the feed. Its dates are those of the records, never of the build."""
    entries = sorted(_entries(catalogue), key=lambda entry: (-entry.reviewed_on.toordinal(), entry.page))
    feed = _Feed(
        title="Strong Back: new and changed",
        link=ADDRESS,
        description="Exercises and programs that were added, changed or checked again.",
        language="en-GB",
        author_name="Strong Back",
        author_link=ADDRESS,
        feed_url=file_address(FEED),
        feed_guid=ADDRESS,
        feed_copyright="CC BY 4.0",
    )
    for entry in entries[:ENTRIES]:
        feed.add_item(
            title=name(entry.name),
            link=page_address(entry.page),
            description=html.escape(line(entry.summary)),  # the library says that it is HTML
            unique_id=page_address(entry.page),
            updateddate=_midnight(entry.reviewed_on),
            categories=(entry.kind,),
        )
    text: str = feed.writeString("utf-8")
    return text + "\n"


class _Feed(Atom1Feed):  # type: ignore[misc]
    """The library dates a feed without entries by the clock; ours is then as old as time."""

    def latest_post_date(self) -> datetime:
        dates = [item["updateddate"] for item in self.items]
        return max(dates, default=datetime.fromtimestamp(0, UTC))


def _entries(catalogue: Catalogue) -> Iterator[_Entry]:
    for exercise in catalogue.exercises:
        card = exercise.card
        yield _Entry(exercise.record.review.reviewed_on, card.page, card.name, card.summary, "exercise")
    for program in catalogue.programs:
        made = program.card
        yield _Entry(program.record.review.reviewed_on, made.page, made.name, made.summary, "program")


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
