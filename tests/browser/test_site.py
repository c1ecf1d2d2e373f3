"""The published site in a real browser, as readers meet it: on a phone, in the dark, by keyboard, on paper."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
KINDS = [
    "",
    "exercises/",
    "exercises/neck/",
    "exercises/neck/chin-tuck/",
    "exercises/lower-back/double-knee-to-chest/",
    "programs/",
    "programs/ball-program/",
    "muscles/",
    "muscles/multifidus/",
    "equipment/none/",
    "a-z/",
    "tags/",
    "safety/get-help-now/",
    "safety/getting-down-and-up/",
    "about/",
    "contributing/rules/",
    "contributing/drawing-a-pose/",
    "contributing/ten-poses/",
    "404.html",
]


def open_page(browser: Browser, address: str, *, viewport: dict[str, int], scheme: str = "light") -> Page:
    """Open an address in a fresh context and wait until it is quiet."""
    page = browser.new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


@dataclass(frozen=True)
class Visit:
    """What one look at a page showed."""

    violations: list[tuple[str, object]]
    foreign: list[str]
    asked: int
    too_wide: int
    levels: list[int]


@pytest.fixture(scope="session")
def visit(browser: Browser, site_url: str) -> Callable[[str, str], Visit]:
    """Look at a page once on a phone, search in it, and remember what was seen."""

    @cache
    def look(path: str, scheme: str) -> Visit:
        page = browser.new_page(viewport=PHONE, color_scheme=scheme, reduced_motion="reduce")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(site_url + path)
        page.wait_for_load_state("networkidle")
        violations = violations_of(page)
        levels = page.eval_on_selector_all("article :is(h1,h2,h3,h4)", "all => all.map(h => Number(h.tagName[1]))")
        page.set_viewport_size({"width": 320, "height": 640})
        too_wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        page.keyboard.press("/")
        page.keyboard.type("back")
        page.wait_for_selector(".md-search-result__item")
        page.close()
        foreign = [url for url in asked if not url.startswith((site_url, "data:", "blob:"))]
        return Visit(violations, foreign, len(asked), too_wide, levels)

    return look


def violations_of(page: Page) -> list[tuple[str, object]]:
    """Return each violation that axe-core finds, with the first place it stands in."""
    return [(v["id"], v["nodes"][0]["target"]) for v in Axe().run(page).response["violations"]]


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_a_phone(visit: Callable[[str, str], Visit], path: str, scheme: str) -> None:
    """Every kind of page passes every rule of axe-core at phone width, light and dark."""
    assert visit(path, scheme).violations == []


@pytest.mark.parametrize("path", KINDS)
def test_no_page_asks_a_third_party_for_anything(visit: Callable[[str, str], Visit], path: str) -> None:
    """Every request that a page makes, scripts and search included, goes to the site itself."""
    seen = visit(path, "light")
    assert seen.asked > 3
    assert seen.foreign == []


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_wider_than_a_phone(visit: Callable[[str, str], Visit], path: str) -> None:
    """No page scrolls sideways at 320 px, the narrowest width that WCAG 1.4.10 asks for."""
    assert visit(path, "light").too_wide <= 0


@pytest.mark.parametrize("path", KINDS)
def test_every_page_has_one_h1_and_headings_in_order(visit: Callable[[str, str], Visit], path: str) -> None:
    """A page has one h1, and no heading skips a level."""
    levels = visit(path, "light").levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", ["", "exercises/neck/chin-tuck/", "programs/ball-program/", "safety/get-help-now/"])
def test_axe_finds_no_violation_on_a_desktop(browser: Browser, site_url: str, path: str) -> None:
    """The chief pages pass every rule of axe-core at desktop width, where tabs and side columns show."""
    page = open_page(browser, site_url + path, viewport=DESKTOP)
    violations = violations_of(page)
    page.close()
    assert violations == []


def test_axe_finds_no_violation_in_the_open_search(browser: Browser, site_url: str) -> None:
    """The search dialog with results passes every rule of axe-core."""
    page = open_page(browser, site_url, viewport=DESKTOP)
    page.keyboard.press("/")
    page.keyboard.type("neck")
    page.wait_for_selector(".md-search-result__item")
    violations = violations_of(page)
    page.close()
    assert violations == []


def test_axe_can_find_a_violation(browser: Browser, site_url: str) -> None:
    """The check itself works: a picture without a text alternative is found."""
    page = open_page(browser, site_url, viewport=PHONE)
    page.evaluate("document.querySelector('article').append(new Image())")
    violations = violations_of(page)
    page.close()
    assert "image-alt" in [code for code, _ in violations]


def test_breadcrumbs_lead_home_and_to_the_group(browser: Browser, site_url: str) -> None:
    """An exercise page says where it belongs, and each step of the path can be followed."""
    page = open_page(browser, site_url + "exercises/neck/chin-tuck/", viewport=PHONE)
    crumbs = page.get_by_role("navigation", name="Breadcrumbs").get_by_role("link")
    assert crumbs.all_inner_texts() == ["Home", "Exercises", "Neck"]
    crumbs.last.click()
    expect(page).to_have_url(site_url + "exercises/neck/")
    page.close()


def test_edit_this_record_leads_to_its_yaml(browser: Browser, site_url: str) -> None:
    """An exercise page links to the record it was made from."""
    page = open_page(browser, site_url + "exercises/neck/chin-tuck/", viewport=PHONE)
    address = page.get_by_role("link", name="Edit this record").last.get_attribute("href")
    page.close()
    assert address is not None
    assert address.endswith("/edit/main/exercises/neck/chin-tuck.yaml")


def test_the_whole_card_can_be_tapped(browser: Browser, site_url: str) -> None:
    """On a group page a tap on a card's text opens the exercise, and the target is at least 44 px high."""
    page = open_page(browser, site_url + "exercises/neck/", viewport=PHONE)
    card = page.locator("h2#start-here + ul > li").first
    box = card.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    page.mouse.click(box["x"] + box["width"] - 12, box["y"] + box["height"] - 12)
    page.wait_for_url(re.compile(r"/exercises/neck/[a-z-]+/$"))
    page.close()


def test_the_menu_opens_by_keyboard_and_finger_on_a_phone(browser: Browser, site_url: str) -> None:
    """The drawer on an exercise page offers the groups, although the page is not in the navigation."""
    page = open_page(browser, site_url + "exercises/neck/chin-tuck/", viewport=PHONE)
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator(".md-sidebar--primary").get_by_text("Programs", exact=True)).to_be_visible()
    page.close()


def test_the_first_tab_stop_skips_to_the_content(browser: Browser, site_url: str) -> None:
    """A keyboard reader can jump over the header, and the focus is visible."""
    page = open_page(browser, site_url + "exercises/neck/chin-tuck/", viewport=DESKTOP)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    assert page.evaluate("getComputedStyle(document.activeElement).opacity") == "1"
    page.close()


def test_the_reader_chooses_light_or_dark_and_it_stays(browser: Browser, site_url: str) -> None:
    """The colour choice outlives a page change."""
    context = browser.new_context(viewport=DESKTOP, color_scheme="light")
    page = context.new_page()
    page.goto(site_url)
    for _ in range(3):
        if page.evaluate("document.body.dataset.mdColorScheme") == "slate":
            break
        page.locator("form.md-header__option label:not([hidden])").click()
    page.goto(site_url + "about/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    context.close()


def test_the_first_page_searches(browser: Browser, site_url: str) -> None:
    """The search field on the first page opens the results for what was typed."""
    page = open_page(browser, site_url, viewport=PHONE)
    page.get_by_role("searchbox", name="Find an exercise").fill("bird dog")
    page.get_by_role("button", name="Search", exact=True).click()
    first = page.locator(".md-search-result__item h1").first
    expect(first).to_have_text("Bird dog", ignore_case=True)
    page.close()


@pytest.mark.parametrize("path", ["exercises/neck/chin-tuck/", "programs/neck-flexibility/", "exercises/neck/"])
def test_print_leaves_out_what_paper_does_not_need(browser: Browser, site_url: str, path: str) -> None:
    """On paper there is no header, menu or footer, and the safety box stays."""
    page = open_page(browser, site_url + path, viewport=DESKTOP, scheme="dark")
    page.emulate_media(media="print", color_scheme="light")
    assert page.locator(".md-header").is_hidden()
    assert page.locator(".md-footer").is_hidden()
    assert page.locator(".md-sidebar--primary").is_hidden()
    assert page.locator("blockquote").first.is_visible()
    page.close()


def test_print_is_light_whatever_the_screen_is(browser: Browser, site_url: str) -> None:
    """Printed from a dark screen, text is dark and figures are drawn for white paper."""
    page = open_page(browser, site_url + "exercises/neck/chin-tuck/", viewport=DESKTOP, scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('h2')).color") == "rgb(29, 40, 39)"
    assert page.evaluate("getComputedStyle(document.querySelector('.sb img')).colorScheme") == "light"
    page.close()


@pytest.mark.parametrize(("viewport", "ending"), [(PHONE, "cobra-stretch.svg"), (DESKTOP, "cobra-stretch-wide.svg")])
def test_a_figure_is_arranged_for_the_screen(
    browser: Browser, site_url: str, viewport: dict[str, int], ending: str
) -> None:
    """Panels are stacked on a phone, and side by side where there is room; one arrangement is loaded, not both."""
    page = open_page(browser, site_url + "exercises/lower-back/cobra-stretch/", viewport=viewport)
    assert page.evaluate("document.querySelector('.sb picture img').currentSrc").endswith("/" + ending)
    names = page.evaluate(
        "performance.getEntriesByType('resource').map(e => e.name).filter(n => /stretch(-wide)?.svg/.test(n))"
    )
    assert len(names) == 1
    page.close()


def test_an_address_that_is_not_there_says_so_and_helps(browser: Browser, site_url: str) -> None:
    """The page for a wrong address keeps the look and offers three ways on."""
    page = open_page(browser, site_url + "404.html", viewport=PHONE)
    assert page.get_by_role("heading", level=1).inner_text() == "This page is not here"
    assert page.locator("article li a").count() == 3
    page.close()
