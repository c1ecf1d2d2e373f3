"""A program's calendar on its page: the reader's own days, made in the browser by the rules of the build."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Download, Locator, Page, expect

from builder.calendars import render_calendar
from builder.schedule import WEEKDAYS, Schedule, usual_schedule
from builder.views import ProgramView
from tests.worlds import real_catalogue

pytestmark = pytest.mark.browser

PROGRAM = "desk-break"
PHONE = {"width": 390, "height": 844}
SMALL = {"width": 320, "height": 640}
OpenPage = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, site_url: str) -> Iterator[OpenPage]:
    """Open a program's page in a context of its own; all are closed after the test."""
    contexts = []

    def look(slug: str = PROGRAM, now: datetime | None = None, **wishes: object) -> Page:
        context = browser.new_context(**{"viewport": PHONE, "reduced_motion": "reduce", **wishes})
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        if now:
            page.clock.set_fixed_time(now)
        page.goto(f"{site_url}programs/{slug}/")
        page.wait_for_load_state("networkidle")
        return page

    yield look
    for context in contexts:
        context.close()


def opener(page: Page) -> Locator:
    return page.get_by_role("button", name="Choose your own days")


def form(page: Page) -> Locator:
    return page.get_by_role("form", name="Your own days and time")


def opened(page: Page) -> Page:
    """Open the form, and wait until it is there."""
    opener(page).click()
    expect(form(page)).to_be_visible()
    return page


def choose(page: Page, plan: Schedule) -> None:
    """Fill the form in by its labels."""
    for number, name in enumerate(WEEKDAYS):
        page.get_by_role("checkbox", name=name, exact=True).set_checked(number in plan.days)
    page.get_by_label("Time", exact=True).fill(plan.at.isoformat("minutes"))
    page.get_by_label("Start on this day or after").fill(plan.start.isoformat())


def save(page: Page) -> Download:
    """Press the button of the form and return the file that the browser saves."""
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the calendar file").click()
    return saved.value


def view(slug: str) -> ProgramView:
    return next(program for program in real_catalogue().programs if program.card.slug == slug)


def expected(slug: str, plan: Schedule) -> bytes:
    """Return the file that the build makes for a plan."""
    return render_calendar(view(slug), real_catalogue().safety, plan)


def test_nothing_is_loaded_before_the_press(visit: OpenPage) -> None:
    """The page asks for no calendar until the reader opens the form; then for one file of this site, once."""
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    expect(form(page)).to_have_count(0)
    assert asked == []
    opened(page)
    opener(page).click()
    expect(form(page)).to_be_hidden()
    opened(page)
    assert [url.rsplit("/", 1)[1] for url in asked] == [f"{PROGRAM}.ics"]


@pytest.mark.parametrize(
    ("slug", "days", "start", "at", "zone"),
    [
        ("desk-break", (0, 1, 2, 3, 4), date(2027, 1, 4), time(9), "Pacific/Auckland"),
        ("desk-break", (6,), date(2028, 2, 28), time(23, 58), "America/New_York"),
        ("lower-back-routine", (1, 3, 5), date(2027, 3, 24), time(18, 30), "Europe/London"),
        ("first-week-after-a-flare-up", (0, 1, 2, 3, 4, 5, 6), date(2028, 2, 26), time(0, 0), "America/New_York"),
        ("gym-back-a", (2,), date(2026, 12, 31), time(7, 5), "Pacific/Auckland"),
        ("back-muscle-growth", (0, 6), date(2099, 12, 31), time(12), "Europe/London"),
    ],
)
def test_the_file_is_that_of_the_build(
    visit: OpenPage, slug: str, days: tuple[int, ...], start: date, at: time, zone: str
) -> None:
    """For the same choices the browser saves the very bytes that the build would write, in any time zone: times, ids, folds."""
    plan = Schedule(days, view(slug).record.weeks.high, start, at)
    page = opened(visit(slug, timezone_id=zone))
    choose(page, plan)
    saved = save(page)
    assert saved.suggested_filename == f"{slug}.ics"
    assert Path(saved.path()).read_bytes() == expected(slug, plan)


def test_the_form_begins_with_the_days_of_the_program(visit: OpenPage) -> None:
    """The form opens with the days and time of the plain file, and with the next Monday of the reader's own calendar."""
    sunday_night_in_auckland = datetime.fromisoformat("2026-11-29T23:30:00+13:00")
    page = opened(visit(now=sunday_night_in_auckland, timezone_id="Pacific/Auckland"))
    usual = usual_schedule(view(PROGRAM).record)
    checked = [page.get_by_role("checkbox", name=name, exact=True).is_checked() for name in WEEKDAYS]
    assert checked == [number in usual.days for number in range(7)]
    expect(page.get_by_label("Time", exact=True)).to_have_value("09:00")
    expect(page.get_by_label("Start on this day or after")).to_have_value("2026-11-30")


def test_it_says_what_the_file_will_hold(visit: OpenPage) -> None:
    """While one chooses, a line says how many sessions there are, when the first and the last one is, and what is too much."""
    page = opened(visit())
    result = page.get_by_role("status")
    choose(page, Schedule((0, 2), 8, date(2027, 1, 5), time(7, 30)))
    expect(result).to_contain_text("16 sessions of 5 min at 07:30")
    expect(result).to_contain_text("6 January 2027")
    expect(result).to_contain_text("1 March 2027")
    expect(result).not_to_contain_text("more than the program asks for")
    choose(page, Schedule(tuple(range(7)), 8, date(2027, 1, 5), time(7, 30)))
    expect(result).to_contain_text("more than the program asks for: 5 days a week at most")


def test_the_keyboard_does_it_all(visit: OpenPage) -> None:
    """By keyboard alone a reader opens the form, takes a day out and saves the file, and always sees where the focus is."""
    page = visit()
    opener(page).focus()
    page.keyboard.press("Enter")
    expect(form(page)).to_be_visible()
    expect(opener(page)).to_be_focused()
    expect(opener(page)).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox", name="Monday")).to_be_focused()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Space")
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert outline == "solid"
    assert b"COUNT=32;BYDAY=TU,WE,TH,FR\r\n" in Path(saved.value.path()).read_bytes()
    expect(page.get_by_role("status")).to_contain_text("desk-break.ics")


def test_without_a_day_there_is_no_file(visit: OpenPage) -> None:
    """Where no day is chosen nothing is saved, the reader hears what is missing, and stands at the field that wants it."""
    page = opened(visit())
    downloads: list[Download] = []
    page.on("download", lambda download: downloads.append(download))
    for name in WEEKDAYS:
        page.get_by_role("checkbox", name=name, exact=True).uncheck()
    page.get_by_role("button", name="Save the calendar file").click()
    first = page.get_by_role("checkbox", name="Monday")
    expect(first).to_be_focused()
    assert first.evaluate("box => box.validationMessage") == "Choose at least one day."
    expect(page.get_by_role("status")).to_contain_text("Choose at least one day")
    page.get_by_role("checkbox", name="Sunday").check()
    save(page)
    assert len(downloads) == 1


@pytest.mark.parametrize("label", ["Time", "Start on this day or after"])
def test_without_a_time_or_a_date_there_is_no_file(visit: OpenPage, label: str) -> None:
    """A field that is emptied stops the form, which shows the field that wants a value."""
    page = opened(visit())
    field = page.get_by_label(label, exact=True)
    field.fill("")
    page.get_by_role("button", name="Save the calendar file").click()
    assert field.evaluate("field => field.validity.valueMissing")
    expect(page.get_by_role("status")).not_to_contain_text("Your file is")
    assert form(page).evaluate("form => form.contains(document.activeElement)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_form(visit: OpenPage, scheme: str) -> None:
    """With the form open the page passes every rule of axe-core, light and dark."""
    page = opened(visit(color_scheme=scheme))
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []


def test_a_small_phone_shows_it_all(visit: OpenPage) -> None:
    """On 320 px nothing sticks out, and every control can be hit with a finger: 44 px high."""
    page = opened(visit(viewport=SMALL))
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    controls = page.locator(".sb-calendar__ways > *, .sb-calendar button, .sb-calendar label:has([type=checkbox])")
    fields = page.locator(".sb-calendar input:not([type=checkbox])")
    assert controls.count() == 2 + 1 + 7
    assert fields.count() == 2
    assert all((c.bounding_box() or {})["height"] >= 44 for c in [*controls.all(), *fields.all()])


def test_without_script_the_link_gives_the_plain_file(visit: OpenPage) -> None:
    """Without JavaScript there is the plain link, as large as a button, and it gives the file of the build."""
    page = visit(java_script_enabled=False)
    link = page.get_by_role("link", name="Get the calendar file")
    assert (link.bounding_box() or {})["height"] >= 44
    expect(opener(page)).to_have_count(0)
    with page.expect_download() as saved:
        link.click()
    assert Path(saved.value.path()).read_bytes() == expected(PROGRAM, usual_schedule(view(PROGRAM).record))


def test_where_the_file_cannot_be_read_the_plain_one_comes(visit: OpenPage) -> None:
    """Where the script cannot load the plain file, the press does what the link would have done."""
    page = visit()
    page.route("**/*.ics", lambda r: r.abort() if r.request.resource_type == "fetch" else r.continue_())
    with page.expect_download() as saved:
        opener(page).click()
    assert saved.value.suggested_filename == f"{PROGRAM}.ics"


def test_paper_has_no_calendar(visit: OpenPage) -> None:
    """Printed with the form open, the page shows neither the form nor the links to files that paper cannot open."""
    page = opened(visit())
    page.emulate_media(media="print")
    assert form(page).is_hidden()
    assert page.locator("#put-it-in-your-calendar").is_hidden()
    assert page.get_by_text("As it comes, the file has").is_hidden()
    assert page.locator("#how-to-go-on").is_visible()
