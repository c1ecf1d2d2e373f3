"""Calendars: clean iCalendar (RFC 5545), read back by other parsers than the library that writes it."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
import yaml
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from builder.addresses import ADDRESS
from builder.calendars import render_calendar, render_calendars, uid_of
from builder.markdown import plain
from builder.schedule import Schedule, usual_schedule
from builder.text import sentence
from builder.views import ProgramView
from tests.worlds import REPOSITORY, real_catalogue

pytestmark = pytest.mark.xdist_group("calendars")  # the library is read and checked once

SCHEDULES = st.builds(
    Schedule,
    days=st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
    weeks=st.integers(1, 52),
    start=st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
# Characters that fold, escape or end something, beside all others.
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(',;\\:"\r\n\té€😀 \u2028')), max_size=300)


@cache
def files() -> dict[str, bytes]:
    """Return the plain calendar of every program by slug."""
    made = render_calendars(real_catalogue())
    return {path.removeprefix("programs/").removesuffix(".ics"): file for path, file in made.items()}


def view(slug: str = "desk-break") -> ProgramView:
    """Return a program of the library."""
    return next(program for program in real_catalogue().programs if program.card.slug == slug)


def made(schedule: Schedule, program: ProgramView | None = None) -> bytes:
    """Return the calendar of a program for a schedule."""
    return render_calendar(program or view(), real_catalogue().safety, schedule)


def event(file: bytes) -> Any:
    """Read a calendar with vobject, which checks what must be there and how often, and return its one event."""
    calendar = vobject.readOne(file.decode())
    calendar.validate(raiseException=True)
    (only,) = calendar.vevent_list
    return only


def sessions(file: bytes) -> list[datetime]:
    """Return every session that the rule of a calendar means, as dateutil works it out."""
    read = event(file)
    return list(rrulestr(read.rrule.value, dtstart=read.dtstart.value))


def walked(schedule: Schedule) -> list[datetime]:
    """Return the sessions of a schedule by walking through the days, one by one."""
    found: list[datetime] = []
    day = schedule.start
    while len(found) < schedule.count:
        if day.weekday() in schedule.days:
            found.append(datetime.combine(day, schedule.at))
        day += timedelta(days=1)
    return found


def lines(file: bytes) -> list[str]:
    """Return the unfolded lines of a file, by the letter of RFC 5545, 3.1."""
    return file.decode().replace("\r\n ", "").split("\r\n")


def test_every_program_has_one() -> None:
    """Each published program gives exactly one file, beside its page."""
    assert set(render_calendars(real_catalogue())) == {
        view.card.page.removesuffix(".md") + ".ics" for view in real_catalogue().programs
    }


def test_another_parser_reads_every_file() -> None:
    """vobject finds version and product, one event with what it must have, and one alarm that shows words before it."""
    for slug in files():
        calendar = vobject.readOne(files()[slug].decode())
        read, record = event(files()[slug]), view(slug).record
        assert (calendar.version.value, calendar.prodid.value) == ("2.0", "-//Strong Back//Program calendar//EN")
        assert read.summary.value == record.name
        assert read.url.value == f"{ADDRESS}programs/{slug}/"
        assert read.dtend.value - read.dtstart.value == timedelta(minutes=record.minutes)
        (alarm,) = read.valarm_list
        assert (alarm.action.value, alarm.description.value) == ("DISPLAY", record.name)
        assert alarm.trigger.value == timedelta(minutes=-10)


def test_the_rule_means_the_sessions_of_the_program() -> None:
    """dateutil works out as many sessions as weeks times days, the first at DTSTART, each on a day of the program."""
    for slug in files():
        schedule = usual_schedule(view(slug).record)
        found = sessions(files()[slug])
        assert len(found) == view(slug).record.weeks.high * view(slug).record.days_per_week.high
        assert found == walked(schedule)
        assert found[0] == event(files()[slug]).dtstart.value


def test_the_description_has_what_a_session_needs() -> None:
    """The words name each exercise with its note, the page, all pain and stop rules, and where help is."""
    for slug in files():
        words, safety = event(files()[slug]).description.value, real_catalogue().safety
        for line in view(slug).items:
            assert re.search(rf"^\d+\. {re.escape(line.card.name)}: ", words, re.M)
            assert plain(line.item.note or "") in words
        assert f"{ADDRESS}programs/{slug}/" in words
        assert all(f"- {plain(sentence(stop))}" in words for stop in safety.stop)
        assert all(plain(sentence(rule)) in words for rule in safety.pain_rule)
        assert plain(safety.emergency) in words
        assert f"{ADDRESS}safety/get-help-now/" in words


def test_lines_are_folded_by_octets() -> None:
    """Each line ends with CR LF, has at most 75 octets, and is whole characters: no letter is split between two lines."""
    for slug in files():
        raw = files()[slug].split(b"\r\n")
        assert raw.pop() == b""
        assert max(map(len, raw)) <= 75
        assert not any(b"\n" in line or b"\r" in line for line in raw)
        assert [line.decode() for line in raw]


@given(TEXTS, TEXTS)
def test_any_text_is_folded_and_escaped(name: str, note: str) -> None:
    """Whatever stands in a record, lines stay short and whole, no line is added, and the other parser reads the same words."""
    assume("\\N" not in name + note)  # icalendar takes \N for a line break: harmless, but not the same words
    program = view()
    record = program.record.model_copy(update={"name": name, "summary": note})
    file = made(usual_schedule(record), replace(program, record=record))
    assert max(map(len, file.split(b"\r\n"))) <= 75
    assert all(line.decode() or not line for line in file.split(b"\r\n"))
    assert [re.split("[:;]", line)[0] for line in lines(file)] == [
        re.split("[:;]", line)[0] for line in lines(files()["desk-break"])
    ]
    read = event(file)
    assert read.summary.value == plain(name)
    assert read.description.value.split("\n")[0] == plain(sentence(note))


def test_escapes_are_those_of_the_standard() -> None:
    """Comma, semicolon, backslash and line break are escaped, and nothing else is."""
    record = view().record.model_copy(update={"name": r"a, b; c\d: “e” f"})
    file = made(usual_schedule(record), replace(view(), record=record))
    assert r"SUMMARY:a\, b\; c\\d: “e” f" in lines(file)
    (words,) = (line for line in lines(file) if line.startswith("DESCRIPTION:Five"))
    assert set(re.findall(r"\\.", words)) == {r"\,", r"\n"}


def test_a_text_cannot_become_a_property() -> None:
    """Words that look like lines of a calendar, with any line break, stay words of one property."""
    attack = "x\r\nEND:VEVENT\nBEGIN:VEVENT\rATTACH:https://evil.example/\u2028UID:1\x0bURL:https://evil.example/"
    record = view().record.model_copy(update={"name": attack, "summary": attack})
    file = made(usual_schedule(record), replace(view(), record=record))
    assert "evil.example" in event(file).summary.value
    assert not any(line.startswith(("ATTACH", "URL:https://evil", "UID:1")) for line in lines(file))
    assert lines(file).count("BEGIN:VEVENT") == lines(file).count("END:VEVENT") == 1


def test_ids_are_stable_and_say_nothing_of_anybody() -> None:
    """A series keeps its id whatever is chosen or reviewed; programs differ; an id holds neither host nor name."""
    ids = {slug: event(file).uid.value for slug, file in files().items()}
    assert len(set(ids.values())) == len(real_catalogue().programs)
    assert ids["desk-break"] == uid_of("desk-break") == "c55ec3eb-ff44-558c-948c-6f7ebad31e40"
    assert event(made(Schedule((6,), 1, date(2030, 1, 1)))).uid.value == ids["desk-break"]
    assert all(
        re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", i) for i in ids.values()
    )
    assert uid_of("desk-break", 2) != uid_of("desk-break")


def test_the_stamp_is_the_review() -> None:
    """DTSTAMP is the day of the review in UTC, so the same records give the same bytes in every build."""
    for slug in files():
        reviewed = datetime.combine(view(slug).record.review.reviewed_on, time(), UTC)
        assert event(files()[slug]).dtstamp.value == reviewed
    assert list(render_calendars(real_catalogue()).values()) == list(files().values())


def test_times_are_the_reader_s_own() -> None:
    """Start and end have no time zone, neither by a Z, nor by a TZID, nor by a zone that the file defines."""
    for slug in files():
        stamps = [line for line in lines(files()[slug]) if line.startswith(("DTSTART", "DTEND"))]
        assert all(re.fullmatch(r"(DTSTART|DTEND):\d{8}T\d{6}", stamp) for stamp in stamps)
        assert len(stamps) == 2
        assert b"VTIMEZONE" not in files()[slug]


@given(SCHEDULES)
def test_any_schedule_expands_to_its_days(schedule: Schedule) -> None:
    """For any days, weeks, start and time dateutil finds the sessions that walking through the days finds."""
    assert sessions(made(schedule)) == walked(schedule)


def test_leap_days_are_days() -> None:
    """Daily sessions over the end of February have a 29th in 2028 and none in 2027."""
    found = {
        year: [session.date() for session in sessions(made(Schedule(tuple(range(7)), 1, date(year, 2, 26))))]
        for year in (2027, 2028)
    }
    assert date(2028, 2, 29) in found[2028]
    assert found[2027][2:4] == [date(2027, 2, 28), date(2027, 3, 1)]
    assert {len(days) for days in found.values()} == {7}


@pytest.mark.parametrize(
    ("zone", "start"), [("Europe/London", date(2027, 3, 22)), ("America/New_York", date(2027, 10, 25))]
)
def test_nine_is_nine_in_summer_and_winter(zone: str, start: date) -> None:
    """Where the clocks change between two sessions, both are at nine on the reader's clock, though the offset differs."""
    found = [session.replace(tzinfo=ZoneInfo(zone)) for session in sessions(made(Schedule((0,), 4, start)))]
    assert {session.hour for session in found} == {9}
    assert len({session.utcoffset() for session in found}) == 2


def test_a_session_may_end_after_midnight() -> None:
    """A late session ends on the next day, never before it began."""
    read = event(made(Schedule((0,), 1, date(2028, 2, 28), time(23, 58))))
    assert read.dtend.value == datetime(2028, 2, 29, 0, 3)


def test_the_address_is_that_of_the_site() -> None:
    """Calendars and sheets name the address under which mkdocs.yml publishes the site."""
    config = yaml.load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert config["site_url"] == ADDRESS
