"""The movement of a figure on an exercise page: only on request, with a pause, by keyboard, still where that is wanted."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

EXERCISE = "exercises/deep-muscles/bird-dog/"
HOLD = "exercises/deep-muscles/plank/"
PHONE = {"width": 390, "height": 844}
# Where each shape of the picture begins on the page: other numbers mean that it has moved.
PLACES = "[...document.querySelectorAll('svg.fg .mv path')].map(path => path.getBBox().x).join()"

OpenPage = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, site_url: str) -> Iterator[OpenPage]:
    """Open an exercise page in a context of its own; all are closed after the test."""
    contexts = []

    def look(path: str = EXERCISE, **wishes: object) -> Page:
        context = browser.new_context(**{"viewport": PHONE, "reduced_motion": "no-preference", **wishes})
        contexts.append(context)
        page = context.new_page()
        page.goto(site_url + path)
        page.wait_for_load_state("networkidle")
        return page

    yield look
    for context in contexts:
        context.close()


def main_button(page: Page) -> Locator:
    return page.locator(".sb-motion button").first


def start(page: Page) -> Locator:
    """Press, and wait until the moving picture is there."""
    main_button(page).click()
    figure = page.locator("p.sb-moving > svg")
    expect(figure).to_be_visible()
    return figure


def clock(figure: Locator) -> float:
    return float(figure.evaluate("svg => svg.getCurrentTime()"))


def paused(figure: Locator) -> bool:
    return bool(figure.evaluate("svg => svg.animationsPaused()"))


def frames(page: Page) -> None:
    """Let the browser draw a few frames: time in which something that runs would go on."""
    page.evaluate("async () => { for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame) }")


def test_nothing_is_loaded_before_the_press(visit: OpenPage) -> None:
    """The page asks for no moving picture, and shows none, until the reader presses; then for one file, once."""
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    frames(page)
    assert page.locator("svg.fg").count() == 0
    assert asked == []
    start(page)
    page.get_by_role("button", name="Show the still picture").click()
    start(page)
    assert [url.rsplit("/", 1)[1] for url in asked] == ["bird-dog-moving.svg"]


def test_no_moving_picture_is_loaded_with_the_page(browser: Browser, site_url: str) -> None:
    """Among all that a page with a figure asks for while it loads, there is no moving picture."""
    page = browser.new_page(viewport=PHONE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + EXERCISE)
    page.wait_for_load_state("networkidle")
    page.close()
    assert any(url.endswith("bird-dog.svg") for url in asked)
    assert not any(url.endswith("-moving.svg") for url in asked)


def test_the_press_plays_and_the_next_press_pauses(visit: OpenPage) -> None:
    """The picture moves after the press; the same button then pauses it and plays it on, and says so."""
    page = visit()
    figure = start(page)
    expect(main_button(page)).to_have_text("Pause")
    before = page.evaluate(PLACES)
    page.wait_for_function(f"before => {PLACES} !== before", arg=before)
    main_button(page).click()
    expect(main_button(page)).to_have_text("Play")
    stopped = clock(figure)
    frames(page)
    assert paused(figure)
    assert clock(figure) == stopped
    main_button(page).click()
    page.wait_for_function(f"document.querySelector('svg.fg').getCurrentTime() > {stopped}")


def test_the_keyboard_does_it_all(visit: OpenPage) -> None:
    """By keyboard alone a reader starts, pauses, steps through and goes back to the still picture, and keeps the focus."""
    page = visit()
    main_button(page).focus()
    page.keyboard.press("Enter")
    figure = page.locator("p.sb-moving > svg")
    expect(figure).to_be_visible()
    page.keyboard.press("Space")
    assert paused(figure)
    page.keyboard.press("Tab")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert clock(figure) == pytest.approx(0.04 * 8, abs=0.01)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(figure).to_be_hidden()
    expect(page.locator(".sb p img").first).to_be_visible()
    expect(main_button(page)).to_be_focused()
    expect(main_button(page)).to_have_text("Show the movement")


def test_reduced_motion_moves_nothing_by_itself(visit: OpenPage) -> None:
    """A reader who wants less motion sees the first pose, steps through by hand, and can still press Play."""
    page = visit(reduced_motion="reduce")
    figure = start(page)
    frames(page)
    assert paused(figure)
    assert clock(figure) == 0
    expect(main_button(page)).to_have_text("Play")
    page.get_by_role("slider", name="Step through the movement").fill("24")
    assert clock(figure) == pytest.approx(0.24 * 8, abs=0.01)
    assert paused(figure)
    main_button(page).click()
    page.wait_for_function("document.querySelector('svg.fg').getCurrentTime() > 2")


def test_the_file_by_itself_is_still_for_those_who_want_no_motion(browser: Browser, site_url: str) -> None:
    """Opened by itself with reduced motion, the moving file shows its still copy only."""
    page = browser.new_page(reduced_motion="reduce")
    page.goto(site_url + EXERCISE.rsplit("/", 2)[0] + "/bird-dog-moving.svg")
    shown = page.evaluate("['mv', 'st'].map(name => getComputedStyle(document.querySelector('.' + name)).display)")
    page.close()
    assert shown == ["none", "inline"]


def test_out_of_view_it_stops(visit: OpenPage) -> None:
    """A picture that is scrolled out of view stops, and does not start again by itself."""
    page = visit()
    figure = start(page)
    page.locator("#stop-if").scroll_into_view_if_needed()
    expect(main_button(page)).to_have_text("Play")
    figure.scroll_into_view_if_needed()
    frames(page)
    assert paused(figure)


def test_nothing_shifts(visit: OpenPage) -> None:
    """The box of the picture keeps its height when the moving picture takes its place."""
    page = visit()
    box = page.locator(".sb p:has(img)").first
    before = box.bounding_box()
    start(page)
    after = box.bounding_box()
    assert before is not None
    assert after is not None
    assert before["height"] == after["height"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_while_it_moves(visit: OpenPage, scheme: str) -> None:
    """With the moving picture and its controls the page passes every rule of axe-core, light and dark."""
    page = visit(color_scheme=scheme)
    start(page)
    page.get_by_role("button", name="Pause").click()
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []


def test_controls_are_large_enough(visit: OpenPage) -> None:
    """Each control can be hit with a finger: 44 px high."""
    page = visit()
    start(page)
    controls = page.locator(".sb-motion > *")
    assert controls.count() == 3
    assert all((c.bounding_box() or {})["height"] >= 44 for c in controls.all())


@pytest.mark.parametrize(("device", "chosen"), [("dark", "default"), ("light", "slate")])
def test_the_moving_picture_follows_the_page_s_scheme(visit: OpenPage, device: str, chosen: str) -> None:
    """A scheme that the reader chose counts for the moving picture, whatever the device says."""
    page = visit(color_scheme=device)
    page.evaluate(f"document.body.dataset.mdColorScheme = '{chosen}'")
    figure = start(page)
    fill = figure.locator(".mv .t").first.evaluate("path => getComputedStyle(path).fill")
    assert fill == {"default": "rgb(95, 143, 176)", "slate": "rgb(92, 156, 196)"}[chosen]


def test_paper_shows_the_still_picture(visit: OpenPage) -> None:
    """Printed while it moves, the page shows the still picture and no controls."""
    page = visit()
    figure = start(page)
    page.emulate_media(media="print")
    assert figure.is_hidden()
    assert page.locator(".sb-motion").is_hidden()
    assert page.locator(".sb p img").first.is_visible()


def test_without_script_there_is_a_link(visit: OpenPage) -> None:
    """Without JavaScript a link, as large as the button, opens the moving picture by itself."""
    page = visit(java_script_enabled=False)
    link = page.get_by_role("link", name="Show the movement")
    assert (link.bounding_box() or {})["height"] >= 44
    link.click()
    assert page.url.endswith("/bird-dog-moving.svg")


def test_where_the_file_cannot_be_fetched_the_link_is_followed(visit: OpenPage) -> None:
    """Where the script cannot load the file, the press opens it as the link would have done."""
    page = visit()
    page.route("**/*-moving.svg", lambda r: r.abort() if r.request.resource_type == "fetch" else r.continue_())
    main_button(page).click()
    page.wait_for_url("**/bird-dog-moving.svg")


def test_a_hold_has_no_button(visit: OpenPage) -> None:
    """A page whose figure is one pose offers no movement."""
    page = visit(HOLD)
    assert page.locator(".sb p img").count() >= 1
    assert page.locator(".sb-motion").count() == 0
