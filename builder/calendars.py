"""Catalogue → calendars: `{path in content/: .ics file}` (RFC 5545), one series of sessions a program.

The time stamp of a series (DTSTAMP) is the day of its record's review, not the time of the build. In a file without
METHOD it means when the information was last revised (RFC 5545, 3.8.7.2), and a time of the build would make every
file new in every build. Times have no time zone: nine o'clock is nine wherever the reader is, in summer and winter.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from builder.addresses import HELP, page_address
from builder.dosage import amount_words, work_words
from builder.markdown import plain
from builder.models.vocabulary import Safety
from builder.schedule import WEEKDAYS, Schedule, usual_schedule
from builder.text import sentence
from builder.views import Catalogue, ItemView, ProgramView

PRODUCT = "-//Strong Back//Program calendar//EN"
REMINDER = timedelta(minutes=-10)
DAYS = tuple(day[:2].upper() for day in WEEKDAYS)


def render_calendars(catalogue: Catalogue) -> Mapping[str, bytes]:
    """Return the plain calendar of every program."""
    return {
        program.card.calendar: render_calendar(program, catalogue.safety, usual_schedule(program.record))
        for program in catalogue.programs
    }


def render_calendar(program: ProgramView, safety: Safety, schedule: Schedule) -> bytes:
    """Return the calendar of one program for a schedule. `calendar.js` makes the same bytes for the same choices."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(_series(program, safety, schedule))
    text: bytes = calendar.to_ical()
    return text


def uid_of(slug: str, session: int = 1) -> str:
    """Return the id of a series: always the same for a program, with no host and no person in it (RFC 7986, 5.3).

    One series holds all sessions, so it has the number of its first one.
    """
    return str(uuid5(NAMESPACE_URL, f"strong-back/programs/{slug}/session-{session}"))


def _series(program: ProgramView, safety: Safety, schedule: Schedule) -> Event:
    record = program.record
    name = plain(record.name)
    event = Event()
    event.add("uid", uid_of(program.card.slug))
    event.add("dtstamp", datetime.combine(record.review.reviewed_on, time(), UTC))
    event.add("dtstart", schedule.first)
    event.add("dtend", schedule.first + timedelta(minutes=record.minutes))
    event.add("rrule", {"freq": "weekly", "count": schedule.count, "byday": [DAYS[day] for day in schedule.days]})
    event.add("summary", name)
    event.add("description", "\n".join(_description(program, safety)))
    event.add("url", program.card.address)
    event.add("class", "PRIVATE")  # a calendar shared at work then shows others that one is busy, not with what
    event.add_component(_reminder(name))
    return event


def _reminder(name: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", name)
    alarm.add("trigger", REMINDER)
    return alarm


def _description(program: ProgramView, safety: Safety) -> Iterator[str]:
    yield plain(sentence(program.record.summary))
    yield f"Pictures and steps: {program.card.address}"
    yield from _work(program)
    yield ""
    yield plain(f"Pain from 0 to 10. {' '.join(map(sentence, safety.pain_rule))}")
    yield ""
    yield "Stop if:"
    yield from (f"- {plain(sentence(line))}" for line in safety.stop)
    yield ""
    yield plain(sentence(safety.emergency))
    yield f"When to get help now: {page_address(HELP)}"
    yield ""
    yield plain(sentence(safety.disclaimer))


def _work(program: ProgramView) -> Iterator[str]:
    for heading, lines in program.parts:
        yield ""
        yield heading
        yield from (f"{number}. {_line(line)}" for number, line in enumerate(lines, 1))
    record = program.record
    if record.rest or record.rounds.high > 1:
        yield ""
    if record.rest:
        yield f"Rest {amount_words(record.rest)} between exercises."
    if record.rounds.high > 1:
        yield f"Rounds: {record.rounds}."


def _line(line: ItemView) -> str:
    words = (work_words(line.dose) if line.dose else "", sentence(line.item.note) if line.item.note else "")
    return plain(": ".join(filter(None, [line.card.name, " ".join(filter(None, words))])))
